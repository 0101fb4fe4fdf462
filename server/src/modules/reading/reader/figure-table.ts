import type { Figure } from './figure-context.ts'
import { indicatorOf } from './figure-indicator.ts'
import type { Flow, Piece } from './flow.ts'
import type { Block } from './layout.ts'
import { COLUMN_MONEY } from './lexicon/units.ts'
import { multiplier, parse, quantities } from './numbers.ts'

/** Cells of a figures' table: "Doanh thu bình quân; tr.đ; 1.480; 1.625; 1.800". */
export function cellFigures(flow: Flow, block: Block): Figure[] {
  const label = block.cells.find((cell) => cell.column === 'indicator')?.place
  if (!label) return []
  const unitPlace = block.cells.find((cell) => cell.column === 'unit')?.place
  const unit = unitPlace ? flow.low.slice(unitPlace.start, unitPlace.end) : ''
  const isMoney = COLUMN_MONEY.test(unit)
  const probe = probed(
    flow.low.slice(label.start, label.end),
    isMoney ? 'triệu đồng' : unit || 'htx',
  )
  const found: Figure[] = []
  const isNumber = (words: string): boolean => /^\d[\d.,]*%?$/.test(words)
  for (const { place, column } of block.cells) {
    const words = flow.text.slice(place.start, place.end)
    if (!isNumber(words)) continue
    if (column === 'share') found.push(ofPlan(place, words))
    if (!['actual', 'estimate', 'target'].includes(column)) continue
    found.push({
      start: place.start,
      end: place.end,
      value:
        parse(words.replace('%', '')) * (isMoney ? multiplier(unit.replace(/\s?\/.+$/u, '')) : 1),
      valueMax: null,
      unit: isMoney ? 'đồng' : unitPlace ? flow.text.slice(unitPlace.start, unitPlace.end) : '',
      indicator: probe,
      qualifier: column === 'estimate' ? 'about' : 'exact',
      kind: column === 'target' ? 'target' : 'actual',
      rule: 'table',
      isInDirective: false,
    })
  }
  return found
}

/** A cell of the column "% KH": how much of the plan is reached. */
function ofPlan(place: Piece, words: string): Figure {
  return {
    ...place,
    value: parse(words.replace('%', '')),
    valueMax: null,
    unit: '%',
    indicator: 'other',
    qualifier: 'exact',
    kind: 'actual',
    rule: 'table',
    isInDirective: false,
  }
}

/** The indicator of a row, read as if label, one and unit were a clause. */
function probed(label: string, unit: string): Figure['indicator'] {
  const text = `${label} 1 ${unit}`
  const flow: Flow = { text, low: text, shown: text, startOf: (at) => at, endOf: (at) => at }
  const whole = { start: 0, end: text.length }
  const quantity = quantities(flow, whole).at(-1)
  if (!quantity) return 'other'
  const context = {
    flow,
    sentence: whole,
    clause: whole,
    quantity,
    before: [],
    nextStart: text.length,
    low: text,
    heading: '',
    lead: '',
    isOwn: false,
  }
  return indicatorOf(context).indicator
}
