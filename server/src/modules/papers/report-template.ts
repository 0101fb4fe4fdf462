import {
  type Block,
  columns,
  grid,
  heading,
  line,
  mixed,
  prose,
  rule,
  section,
  WIDTH,
} from './layout.ts'
import { pack } from './pack.ts'

/** A part of a report whose values are still named in braces. */
export type ReportPart =
  | { kind: 'heading' | 'subheading' | 'prose' | 'control'; text: string }
  | { kind: 'annex'; number: string; text: string }
  | {
      kind: 'table'
      heads: readonly { header: string; width: number; align?: 'left' | 'center' | 'right' }[]
      rows: readonly (readonly string[])[]
    }

export interface ReportTemplateInput {
  /** Under "BÁO CÁO". */
  abstract: string
  parts: readonly ReportPart[]
}

const LEFT = 68
const RIGHT = WIDTH.portrait - LEFT
const CENTRED = { align: 'center' } as const
const CAPITALS = { ...CENTRED, bold: true } as const

/**
 * A template of a report in the layout of Decree 30/2020, Annex I, as officers get it to write on:
 * who issues, who signs and where it goes are named in braces, as the figures are.
 */
export function makeReportTemplate({ abstract, parts }: ReportTemplateInput): Promise<Buffer> {
  const children: Block[] = [
    head(),
    line('BÁO CÁO', { ...CAPITALS, before: 18, keepNext: true }),
    line(abstract, { ...CAPITALS, keepNext: true }),
    rule(50, WIDTH.portrait),
    line('', { size: 6 }),
    ...parts.flatMap(blocksOf),
  ]
  const end = parts.findIndex(({ kind }) => kind === 'annex')
  const body = end < 0 ? parts : parts.slice(0, end)
  children.splice(5 + body.flatMap(blocksOf).length, 0, ...foot())
  return pack(section(children), { title: abstract, author: 'Hợp Lực', on: '2026-01-01' })
}

function head(): Block {
  return columns(
    [
      {
        width: LEFT,
        children: [
          line('{{CƠ QUAN CẤP TRÊN}}', { ...CENTRED, size: 12 }),
          line('{{CƠ QUAN BAN HÀNH}}', { ...CAPITALS, size: 12 }),
          rule(24, LEFT),
        ],
      },
      {
        width: RIGHT,
        children: [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...CAPITALS, size: 12 }),
          line('Độc lập - Tự do - Hạnh phúc', { ...CAPITALS, size: 13 }),
          rule(56, RIGHT),
        ],
      },
    ],
    [
      {
        width: LEFT,
        children: [line('Số:        /{{ký hiệu}}', { ...CENTRED, size: 13, before: 6 })],
      },
      {
        width: RIGHT,
        children: [
          line('{{địa danh}}, ngày       tháng       năm {{năm ban hành}}', {
            ...CENTRED,
            size: 13,
            italics: true,
            before: 6,
          }),
        ],
      },
    ],
  )
}

function foot(): Block[] {
  const right = Math.round(WIDTH.portrait * 0.525)
  const sign = { ...CAPITALS, keepNext: true }
  return [
    line('', { size: 8, keepNext: true }),
    columns([
      {
        width: WIDTH.portrait - right,
        children: [
          line('Nơi nhận:', { size: 12, bold: true, italics: true }),
          line('{{nơi nhận}}', { size: 11 }),
          line('{{lưu}}', { size: 11 }),
          line('{{mã QR}}', { before: 10 }),
          line('Mã kiểm tra: {{mã kiểm tra}}', { size: 10 }),
        ],
      },
      {
        width: right,
        children: [
          line('{{THẨM QUYỀN KÝ}}', sign),
          line('{{CHỨC VỤ NGƯỜI KÝ}}', sign),
          ...[1, 2, 3, 4].map(() => line('', { keepNext: true })),
          line('{{CHỨC VỤ CHÍNH QUYỀN}}', CAPITALS),
        ],
      },
    ]),
  ]
}

function blocksOf(part: ReportPart): Block[] {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text)]
    case 'subheading':
      return [mixed([[part.text, { bold: true, italics: true }]], SUBHEADING)]
    case 'prose':
      return [prose(part.text)]
    case 'control':
      return [line(part.text)]
    case 'annex':
      return [
        line(part.number, { ...CAPITALS, pageBreakBefore: true, keepNext: true }),
        line(part.text, { ...CAPITALS, keepNext: true }),
        line(ANNEX_OF, { ...CENTRED, italics: true, size: 13, after: 6 }),
      ]
    case 'table':
      return [
        line('', { size: 4 }),
        grid(part.heads, part.rows, { size: 11 }),
        line('', { size: 4 }),
      ]
  }
}

const SUBHEADING = { align: 'both', indent: 12.7, before: 6, keepNext: true } as const
const ANNEX_OF =
  '(Kèm theo Báo cáo số        /{{ký hiệu}} ngày     /     /{{năm ban hành}} của {{cơ quan ban hành}})'
