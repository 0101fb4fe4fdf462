import type { PlainDate } from '@hopluc/shared/values'
import { type Block, grid, type GridColumn, type GridRow, line, section, WIDTH } from './layout.ts'
import { pack } from './pack.ts'
import { plainHead, signatures, title } from './parts.ts'
import { clean, dateLine } from './words.ts'

/** A table of a form: its heads and rows; a row that goes across is a heading. */
export interface RegistryTable {
  title: string | null
  heads: readonly GridColumn[]
  rows: readonly GridRow[]
}

export interface RegistryFormInput {
  /** "Mẫu VII-2"; of a sheet that is no official form: null. */
  form: string | null
  superior: string | null
  issuer: string
  title: string
  /** Of whom, of which year. */
  abstract: string
  /** Lines under the title: the basis, what was not compared, that values are made up. */
  notes: readonly string[]
  tables: readonly RegistryTable[]
  place: string
  on: PlainDate
  /** Who signs, from left to right. */
  signs: readonly string[]
}

/** An official form, or the sheet of an entity, filled from the register. */
export function makeRegistryForm(input: RegistryFormInput): Promise<Buffer> {
  const { issuer, superior, on } = input
  const children: Block[] = [
    ...(input.form === null
      ? []
      : [line(clean(input.form), { bold: true, italics: true, align: 'right', size: 12 })]),
    plainHead({ superior, issuer }, WIDTH.portrait),
    ...title(input.title, input.abstract),
    ...input.notes.map((note) => line(clean(note), { italics: true, align: 'center', size: 12 })),
    line('', { size: 6 }),
    ...input.tables.flatMap((table) => [
      ...(table.title === null
        ? []
        : [
            line(clean(table.title), { bold: true, before: 6, after: 3, keepNext: true, size: 13 }),
          ]),
      grid(table.heads, table.rows, { size: 11 }),
    ]),
    line(dateLine(input.place, on, Number(on.slice(0, 4))), {
      italics: true,
      align: 'right',
      before: 10,
    }),
    ...signatures(
      input.signs.map((role) => ({ role, name: null })),
      WIDTH.portrait,
    ),
  ]
  return pack(section(children), { title: input.abstract, author: issuer, on })
}
