import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { AppError } from '../../platform/errors.ts'
import { finish, MARK } from './marks.ts'
import {
  CLOSE,
  type FigurePlaceholder,
  OPEN,
  type Placeholder,
  readPlaceholder,
  type Test,
} from './placeholders.ts'
import { qrPng } from './qr.ts'
import { decoded } from './word-text.ts'
import type { LoopName, TextName } from './words.ts'

/** A row of a loop: what stands in it means this unit, this breakdown, these texts. */
export interface Row {
  isRow: true
  unitId?: string
  parts?: Readonly<Record<string, string>>
  texts: Partial<Record<TextName, string>>
}

/** What a template is filled with. */
export interface Filling {
  text: (name: TextName) => string
  rows: (loop: LoopName) => readonly Row[]
  /** What is printed; `row` is the nearest that speaks of it. */
  figure: (placeholder: FigurePlaceholder, row: RowScope, typed: string) => string
  holds: (test: Test, row: RowScope) => boolean
  own: (title: string) => string
  /** The address in the QR code; without it the place stays empty. */
  address: string | null
  /** What the figure of this ordinal printed before, where it differs. */
  was: (position: number) => string | undefined
}

/** What the rows around a placeholder say together. */
export interface RowScope {
  unitId: string | null
  parts: Readonly<Record<string, string>>
}

/** Where a figure came to stand. */
export interface Placed {
  position: number
  typed: string
  place: string
  sentence: string
}

export interface Filled {
  /** As it goes out. */
  clean: Uint8Array
  /** With what changed as tracked changes; null where nothing did. */
  marked: Uint8Array | null
  placed: Placed[]
  /** As printed. */
  text: string
}

const BEGINS = /^\s*((?:lặp|nếu|nếu không)\s*:[^]*)$/iu
const ENDS = /^\s*hết (?:lặp|nếu)()\s*$/iu
const WORDS = /^word\/(?:document|header\d*|footer\d*)\.xml$/

/**
 * Fills a Word template.
 * @throws AppError `reports.template_broken` for a file in which loops cannot be carried out
 */
export function fillTemplate(template: Uint8Array, filling: Filling): Filled {
  const typed: string[] = []
  const files = rendered(composed(template), (tag) => valueOf(tag, filling, typed))
  const png = filling.address === null ? null : qrPng(filling.address)
  return finish(files, { typed, was: filling.was, png })
}

/** Whether the library that fills templates can read this one; our own check has spoken before. */
export function assertFillable(template: Uint8Array): void {
  rendered(composed(template), () => () => '')
}

type Files = Record<string, Uint8Array>
type Getter = (scope: unknown, context: { scopeList: readonly unknown[] }) => unknown

function rendered(template: Buffer, getterOf: (tag: string) => Getter): Files {
  try {
    const paper = new Docxtemplater(new PizZip(template), {
      delimiters: { start: OPEN, end: CLOSE },
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: (tag) => ({ get: getterOf(tag) }),
      modules: [vietnameseLoops()],
      nullGetter: () => '',
    })
    paper.render()
    return unzipSync(paper.toBuffer())
  } catch (error) {
    throw notFillable(error)
  }
}

/** Loops and conditions begin and end with words instead of # and /. */
const vietnameseLoops = () => ({
  name: 'VietnameseLoops',
  optionsTransformer: <T>(options: T, paper: object): T => {
    const modules: unknown[] =
      'modules' in paper && Array.isArray(paper.modules) ? paper.modules : []
    for (const one of modules)
      if (isLoops(one)) Object.assign(one.prefix, { start: BEGINS, end: ENDS })
    return options
  },
})

function isLoops(one: unknown): one is { prefix: object } {
  return (
    typeof one === 'object' &&
    one !== null &&
    'name' in one &&
    one.name === 'LoopModule' &&
    'prefix' in one &&
    typeof one.prefix === 'object'
  )
}

/** Composed letters, so that what was typed on another keyboard is the same word. */
function composed(template: Uint8Array): Buffer {
  const files = unzipSync(template)
  for (const [name, bytes] of Object.entries(files))
    if (WORDS.test(name)) files[name] = strToU8(strFromU8(bytes).normalize('NFC'))
  return Buffer.from(zipSync(files, { level: 1 }))
}

function valueOf(tag: string, filling: Filling, typed: string[]): Getter {
  const placeholder = readPlaceholder(decoded(tag))
  return (_, { scopeList }) => {
    const rows = scopeList.filter(isRow)
    return valueIn(placeholder, { tag: decoded(tag), rows, filling, typed })
  }
}

interface Place {
  tag: string
  rows: readonly Row[]
  filling: Filling
  typed: string[]
}

function valueIn(placeholder: Placeholder | { kind: 'unknown' }, place: Place): unknown {
  const { tag, rows, filling, typed } = place
  const scope = scopeOf(rows)
  if (placeholder.kind === 'figure') {
    const printed = filling.figure(placeholder, scope, tag.trim())
    typed.push(tag.trim())
    return `${MARK.from}${typed.length}${MARK.to}${printed}${MARK.end}`
  }
  if (placeholder.kind === 'text') {
    const { name } = placeholder
    const row = rows.findLast(({ texts }) => texts[name] !== undefined)
    const text = row?.texts[name] ?? filling.text(name)
    return isCapitals(tag) ? text.toLocaleUpperCase('vi') : text
  }
  if (placeholder.kind === 'own')
    return filling.own(placeholder.title).replace(/\s*\n\s*/gu, MARK.paragraph)
  if (placeholder.kind === 'qr') return MARK.qr
  if (placeholder.kind === 'loop') return filling.rows(placeholder.loop)
  if (placeholder.kind === 'if') return filling.holds(placeholder.test, scope) !== placeholder.isNot
  return ''
}

/** What the rows around it say together, the innermost last. */
function scopeOf(rows: readonly Row[]): RowScope {
  const unitId = rows.findLast((row) => row.unitId !== undefined)?.unitId ?? null
  return { unitId, parts: Object.assign({}, ...rows.map(({ parts = {} }) => parts)) }
}

function isRow(scope: unknown): scope is Row {
  return typeof scope === 'object' && scope !== null && 'isRow' in scope
}

/** A text named in capitals is printed in capitals. */
const isCapitals = (tag: string) => tag === tag.toLocaleUpperCase('vi') && /\p{L}/u.test(tag)

function notFillable(error: unknown): unknown {
  const isTemplate = error instanceof Error && 'properties' in error
  if (!isTemplate) return error
  return new AppError('rule', 'reports.template_broken', {
    vi: 'Không điền được mẫu này: một vòng lặp hoặc điều kiện đặt ở chỗ không lặp được (như giữa hai bảng). Hãy chuyển chỗ bắt đầu và chỗ kết thúc về cùng một đoạn, một dòng hoặc cùng ngoài bảng.',
    en: 'This template cannot be filled: a loop or condition stands where nothing can be repeated.',
  })
}
