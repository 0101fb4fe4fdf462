import type { PlainDate } from '@hopluc/shared/values'
import { agencyListAt } from './agencies.ts'
import type { Setting, State } from './directive.ts'
import type { Flow, Piece } from './flow.ts'
import type { Block } from './layout.ts'
import { trim } from './sentences.ts'
import { lastDay, type Term, terms } from './terms.ts'

/** A row of a table of tasks: its cells give task, lead, co-ordinators and term. */
export function readRow(flow: Flow, block: Block, setting: Setting, state: State): void {
  const task = block.cells.find((cell) => cell.column === 'task')
  if (!task || task.place.end <= task.place.start) return
  const leadCell = block.cells.find((cell) => cell.column === 'lead')
  const dueCell = block.cells.findLast((cell) => cell.column === 'due')
  const holder = leadCell ? agencyListAt(flow, leadCell.place.start, leadCell.place.end) : []
  const whole =
    leadCell && leadCell.place.end > leadCell.place.start
      ? [
          {
            ...leadCell.place,
            name: flow.text.slice(leadCell.place.start, leadCell.place.end),
            isGroup: false,
          },
        ]
      : []
  const coordinator = block.cells.find((cell) => cell.column === 'coordinator')?.place
  state.found.push({
    ...trim(flow, task.place),
    sentence: { start: block.start, end: block.end },
    holder: holder.length > 0 ? holder : whole,
    isCarried: false,
    coordinators: coordinator
      ? agencyListAt(flow, coordinator.start, coordinator.end).map((one) => one.name)
      : [],
    due: dueCell ? dueOfCell(flow, dueCell.place, setting.anchor) : null,
    word: null,
    item: flow.text.slice(block.start, block.cells[0]?.place.end ?? block.start) || null,
    code: 'row',
  })
}

/** A deadline cell is a term as it stands: "Quý I/2024", "30/11/2024", "Thường xuyên". */
function dueOfCell(flow: Flow, cell: Piece, anchor: PlainDate | null): Term | null {
  if (cell.end <= cell.start) return null
  const inside = terms(flow, cell, anchor)[0]
  if (inside) return { ...inside, start: cell.start, end: cell.end }
  const low = flow.low.slice(cell.start, cell.end)
  const isTerm = /\d|quý|năm|tháng/u.test(low)
  return {
    start: cell.start,
    end: cell.end,
    date: isTerm ? lastDay(low, anchor) : null,
    recurrence: null,
    code: isTerm ? 'dated' : 'event',
  }
}
