import {
  AlignmentType,
  BorderStyle,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { clean } from './words.ts'

// Measures of Decree 30/2020, Annex I: A4, top and bottom 20–25 mm, left 30–35, right 15–20.
const MARGIN = { top: 20, bottom: 20, left: 30, right: 20, header: 10 }
const PAGE = { short: 210, long: 297 }
export const FONT = 'Times New Roman'
export const BODY = 14
export const TABLE = 12
/** Width of the text of a page in millimetres. */
export const WIDTH = { portrait: 160, landscape: 247 }

/** Millimetres in the twentieths of a point that Word counts in. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

export type Orientation = 'portrait' | 'landscape'
export type Block = Paragraph | Table

interface TextStyle {
  size?: number
  bold?: boolean
  italics?: boolean
}

/** One run in the paper's typeface; `size` in points. */
export function run(text: string, { size = BODY, bold = false, italics = false }: TextStyle = {}) {
  return new TextRun({ text, font: FONT, size: size * 2, bold, italics })
}

interface LineStyle extends TextStyle {
  align?: 'left' | 'center' | 'right' | 'both'
  /** First line's indent in millimetres. */
  indent?: number
  /** Points before and after. */
  before?: number
  after?: number
  keepNext?: boolean
  pageBreakBefore?: boolean
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const

function shape(style: LineStyle): IParagraphOptions {
  const { align = 'left', indent = 0, before = 0, after = 0 } = style
  return {
    alignment: ALIGN[align],
    ...(indent > 0 && { indent: { firstLine: twips(indent) } }),
    spacing: { before: before * 20, after: after * 20 },
    keepNext: style.keepNext ?? false,
    pageBreakBefore: style.pageBreakBefore ?? false,
    widowControl: true,
  }
}

/** A line in one style. */
export function line(text: string, style: LineStyle = {}): Paragraph {
  return new Paragraph({ ...shape(style), children: [run(text, style)] })
}

/** A line whose parts differ in style. */
export function mixed(parts: readonly (readonly [string, TextStyle])[], style: LineStyle = {}) {
  const children = parts.map(([text, own]) => run(text, { ...style, ...own }))
  return new Paragraph({ ...shape(style), children })
}

const PROSE = { align: 'both', indent: 12.7, before: 6 } as const

/** Body text: justified, first line indented, 6 pt apart (Annex I, II.5). */
export function prose(text: string, style: LineStyle = {}): Paragraph {
  return line(clean(text), { ...PROSE, ...style })
}

/** Body text that opens with a bold part, such as "1. Giao Sở Tài chính:". */
export function proseWithLead(lead: string, text: string): Paragraph {
  return mixed([[lead, { bold: true }], ...(text === '' ? [] : [[` ${text}`, {}] as const])], PROSE)
}

/** A heading inside the body, kept with what follows. */
export function heading(text: string): Paragraph {
  return prose(text, { bold: true, keepNext: true, after: 3 })
}

/** A thin line, `length` millimetres long, in the middle of `width` millimetres. */
export function rule(length: number, width: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2))
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 50, after: 0, line: 80, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', font: FONT, size: 4 })],
  })
}

/** A mark in a frame, such as HỎA TỐC. */
export function framed(text: string, length: number, width: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2))
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 } as const
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: edge, bottom: edge, left: edge, right: edge },
    indent: { left: side, right: side },
    spacing: { before: 160, after: 60 },
    children: [run(text, { size: 13, bold: true })],
  })
}

/** About how wide a line of bold capitals is, in millimetres (Times bold, 0.6 em a letter). */
export function capsWidth(text: string, size: number): number {
  return text.length * size * 0.6 * 0.3528
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const RULED = { top: THIN, bottom: THIN, left: THIN, right: THIN }

export interface Column {
  /** Millimetres. */
  width: number
  children: Paragraph[]
}

/** Columns without borders; each row keeps together and starts level. */
export function columns(...rows: readonly (readonly Column[])[]): Table {
  const widths = (rows[0] ?? []).map(({ width }) => twips(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { ...BARE, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map((row) => {
      const cells = row.map(({ children }, index) => {
        const width = { size: widths[index] ?? 0, type: WidthType.DXA }
        return new TableCell({ width, borders: BARE, children })
      })
      return new TableRow({ cantSplit: true, children: cells })
    }),
  })
}

export interface GridColumn {
  header: string
  /** Millimetres. */
  width: number
  align?: 'left' | 'center' | 'right'
}

/** A row of cells, or one text across the whole width (a group's heading). */
export type GridRow = readonly string[] | { across: string }

interface GridCell {
  text: string
  size: number
  width: number
  align: 'left' | 'center' | 'right'
  bold: boolean
  span?: number
}

function gridCell({ text, size, width, align, bold, span }: GridCell): TableCell {
  const lines = text.split('\n').map(clean)
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    borders: RULED,
    verticalAlign: bold ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    ...(span !== undefined && { columnSpan: span }),
    children: lines.map((part) => line(part, { align, bold, size })),
  })
}

interface GridOptions {
  size?: number
  /** A line under the heads with the numbers of the columns, as registers carry. */
  isNumbered?: boolean
  /** Millimetres that a row has at least. */
  rowHeight?: number
}

/** A ruled table whose heads repeat on every page. */
export function grid(
  heads: readonly GridColumn[],
  rows: readonly GridRow[],
  { size = TABLE, isNumbered = false, rowHeight = 0 }: GridOptions = {},
): Table {
  const total = heads.reduce((sum, { width }) => sum + width, 0)
  const head = (text: string, width: number) =>
    gridCell({ text, size, width, align: 'center', bold: true })
  const top = [heads.map(({ header, width }) => head(header, width))]
  if (isNumbered) top.push(heads.map(({ width }, index) => head(`(${index + 1})`, width)))
  const body = rows.map((row) => {
    if ('across' in row) {
      const span = heads.length
      return [gridCell({ text: row.across, size, width: total, align: 'left', bold: true, span })]
    }
    return heads.map(({ width, align = 'left' }, index) =>
      gridCell({ text: row[index] ?? '', size, width, align, bold: false }),
    )
  })
  const height =
    rowHeight > 0 ? { height: { value: twips(rowHeight), rule: 'atLeast' as const } } : {}
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(total), type: WidthType.DXA },
    columnWidths: heads.map(({ width }) => twips(width)),
    rows: [
      ...top.map((children) => new TableRow({ tableHeader: true, cantSplit: true, children })),
      ...body.map((children) => new TableRow({ cantSplit: true, ...height, children })),
    ],
  })
}

/** One section: A4, its number in the middle of the top margin but on the first page. */
export function section(children: Block[], orientation: Orientation = 'portrait'): ISectionOptions {
  const isTall = orientation === 'portrait'
  const number = new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(PAGE.short),
          height: twips(PAGE.long),
          orientation: isTall ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(MARGIN.top),
          bottom: twips(MARGIN.bottom),
          left: twips(MARGIN.left),
          right: twips(MARGIN.right),
          header: twips(MARGIN.header),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [line('')] }),
      default: new Header({
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
      }),
    },
    children,
  }
}
