import type { PlainDate } from '@hopluc/shared/values'
import { type Block, columns, grid, line, section, WIDTH } from './layout.ts'
import { pack } from './pack.ts'
import { signatures, title } from './parts.ts'
import { clean, dateLine } from './words.ts'

export interface ReturnTable {
  title: string
  nameHead: string
  /** Null where the measure stands in the heads. */
  measureHead: string | null
  heads: readonly string[]
  /** The line "Tổng số", where there is one. */
  total: readonly string[] | null
  rows: readonly { name: string; measure: string | null; values: readonly string[] }[]
}

export interface ReturnPaperInput {
  /** "Biểu số 02". */
  form: string
  /** "Báo cáo số 12/BC-UBND ngày …"; null leaves room to fill in. */
  attachedTo: string | null
  title: string
  abstract: string
  /** Who reports, and to whom. */
  from: string
  to: string
  notes: readonly string[]
  tables: readonly ReturnTable[]
  texts: readonly { title: string; lines: readonly { asked: string | null; answer: string }[] }[]
  place: string
  on: PlainDate
}

const NUMBER = 12
const NAME = 62
const MEASURE = 30

/** A statistical return as it is printed and signed: who reports, to whom, the tables, two signatures. */
export function makeReturnPaper(input: ReturnPaperInput): Promise<Buffer> {
  const width = WIDTH.landscape
  const children: Block[] = [
    ...heading(input, width),
    ...title(input.title, input.abstract, width),
    ...input.notes.map((note) => line(clean(note), { italics: true, align: 'center', size: 12 })),
    ...input.tables.flatMap((table) => [
      line(clean(table.title), { bold: true, before: 6, after: 3, keepNext: true, size: 13 }),
      tableOf(table, width),
    ]),
    ...input.texts.flatMap(({ title: asked, lines }) => [
      line(clean(asked), { bold: true, before: 6, after: 3, keepNext: true, size: 13 }),
      ...lines.flatMap((one) => [
        ...(one.asked === null
          ? []
          : [line(clean(one.asked), { italics: true, size: 13, keepNext: true })]),
        ...one.answer.split('\n').map((part) => line(clean(part), { size: 13 })),
      ]),
    ]),
    line(dateLine(input.place, input.on, Number(input.on.slice(0, 4))), {
      italics: true,
      align: 'right',
      before: 10,
    }),
    ...signatures(
      [
        { role: 'Người lập biểu', name: null },
        { role: 'Thủ trưởng đơn vị', name: null },
      ],
      width,
    ),
  ]
  const { from, on, abstract } = input
  return pack(section(children, 'landscape'), { title: abstract, author: from, on })
}

function heading({ form, attachedTo, from, to }: ReturnPaperInput, width: number): Block[] {
  const half = Math.floor(width / 2)
  return [
    columns([
      {
        width: half,
        children: [
          line(clean(form), { bold: true, size: 13 }),
          line(clean(`(Kèm theo ${attachedTo ?? 'Báo cáo số ……… ngày ………'})`), {
            italics: true,
            size: 12,
          }),
        ],
      },
      {
        width: width - half,
        children: [
          line(clean(`Đơn vị báo cáo: ${from}`), { size: 12 }),
          line(clean(`Đơn vị nhận: ${to}`), { size: 12 }),
        ],
      },
    ]),
  ]
}

function tableOf({ nameHead, measureHead, heads, total, rows }: ReturnTable, width: number) {
  const taken = NUMBER + NAME + (measureHead === null ? 0 : MEASURE)
  const each = Math.max(14, Math.floor((width - taken) / Math.max(1, heads.length)))
  const measured = (measure: string | null) => (measureHead === null ? [] : [measure ?? ''])
  return grid(
    [
      { header: 'STT', width: NUMBER, align: 'center' },
      { header: nameHead, width: NAME },
      ...(measureHead === null
        ? []
        : [{ header: measureHead, width: MEASURE, align: 'center' as const }]),
      ...heads.map((header) => ({ header, width: each, align: 'right' as const })),
    ],
    [
      ...(total === null ? [] : [['', 'Tổng số', ...measured(''), ...total]]),
      ...rows.map(({ name, measure, values }, index) => [
        String(index + 1),
        name,
        ...measured(measure),
        ...values,
      ]),
    ],
    { size: 11 },
  )
}
