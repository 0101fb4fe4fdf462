import type { DocumentKind } from '@hopluc/shared/finds'
import { outline } from './document-kind.ts'
import { type Flow, flowBuilder, type Piece } from './flow.ts'
import { type Role, roles } from './furniture.ts'
import { goesOn, type Line, printWidth, splitLines } from './lines.ts'
import { markerOf } from './markers.ts'
import { lower, type Source } from './normalise.ts'
import { type Column, type Table, tables } from './tables.ts'

export type BlockKind = 'head' | 'caption' | 'text' | 'row' | 'recipients' | 'furniture'

/** One paragraph, list item, table row or other piece of the page, in the flow's offsets. */
export interface Block extends Piece {
  kind: BlockKind
  /** First character after the item's number or dash. */
  body: number
  label: string | null
  /** Depth of the item, 0 for plain paragraphs. */
  level: number
  cells: { place: Piece; column: Column }[]
}

/** The text as blocks: what is read and what is set aside. */
export interface Layout {
  kind: DocumentKind
  flow: Flow
  blocks: Block[]
}

/** Second step: sets page furniture aside, re-joins broken lines, finds items and tables. */
export function layout(source: Source): Layout {
  const low = lower(source.text)
  const lines = splitLines(source.text, low)
  const shape = outline(lines)
  const role = roles(lines, shape.kind, shape.bodyLine)
  const found = new Map(tables(source.text, lines).map((table) => [table.firstLine, table]))
  const width = printWidth(lines)
  const builder = flowBuilder(source)
  const blocks: Block[] = []
  let index = 0
  while (index < lines.length) {
    const table = found.get(index)
    if (table) {
      addRows(table, builder, blocks)
      index = table.lastLine + 1
      continue
    }
    const first = lines[index]
    const kind = role[index]
    index += 1
    if (!first || kind === undefined || kind === 'blank') continue
    const pieces: Piece[] = [first]
    let last = first
    if (kind === 'text' || (kind === 'head' && index > shape.titleLine + 1)) {
      for (;;) {
        const next = continuation(lines, role, index, last, kind, width)
        if (next === undefined || found.has(next)) break
        last = lines[next] ?? last
        pieces.push(last)
        index = next + 1
      }
    }
    blocks.push(block(kind, first, builder.add(pieces).place))
  }
  return { kind: shape.kind, flow: builder.finish(), blocks }
}

/** The line that goes on with the paragraph: the next one, or the one after a page's number. */
function continuation(
  lines: readonly Line[],
  role: readonly Role[],
  index: number,
  last: Line,
  kind: Role,
  width: number | undefined,
): number | undefined {
  let next = index
  while (role[next] === 'furniture' && /^\d{1,3}$/.test(lines[next]?.text ?? '')) next += 1
  const line = lines[next]
  if (!line || role[next] !== kind || markerOf(line.text)) {
    return line && role[next] === kind && isBrokenDash(last, line, width) ? next : undefined
  }
  if (next > index && !/[\p{Ll},]$/u.test(last.text)) return undefined
  return goesOn(last, line, width) ? next : undefined
}

/** "giai đoạn 2021" and "- 2025" on the next line are no item. */
function isBrokenDash(last: Line, line: Line, width: number | undefined): boolean {
  return width !== undefined && /\d$/.test(last.text) && /^- ?\d{4}\b/.test(line.text)
}

function block(kind: BlockKind, first: Line, place: Piece): Block {
  const marker = kind === 'text' ? markerOf(first.text) : undefined
  return {
    kind,
    ...place,
    body: place.start + (marker ? (markerOf(first.text.replace(/\s+/g, ' '))?.length ?? 0) : 0),
    label: marker?.label ?? null,
    level: marker?.level ?? 0,
    cells: [],
  }
}

function addRows(table: Table, builder: ReturnType<typeof flowBuilder>, blocks: Block[]): void {
  for (const row of table.rows) {
    const { place, parts } = builder.add(row, '\t')
    const cells = parts.map((part, at) => ({ place: part, column: table.columns[at] ?? 'other' }))
    blocks.push({ kind: 'row', ...place, body: place.start, label: null, level: 0, cells })
  }
}
