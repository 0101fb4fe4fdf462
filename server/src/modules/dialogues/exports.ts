import { type DialogueCell, DialogueQuery, type DialogueRow } from '@hopluc/shared/dialogues'
import { Cursor, Limit } from '@hopluc/shared/values'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { board } from './service.ts'

declareList({
  name: 'dialogues',
  query: DialogueQuery.extend({ cursor: Cursor.optional(), limit: Limit }),
  title: 'Gặp mặt, đối thoại với hợp tác xã, tổ hợp tác theo quý',
  sheetName: 'Gặp mặt HTX',
  columns: [
    { header: 'Xã, phường', key: 'unit', width: 30, kind: 'text' },
    { header: 'Quý I', key: 'q1', width: 22, kind: 'text' },
    { header: 'Quý II', key: 'q2', width: 22, kind: 'text' },
    { header: 'Quý III', key: 'q3', width: 22, kind: 'text' },
    { header: 'Quý IV', key: 'q4', width: 22, kind: 'text' },
    { header: 'Số kiến nghị đã nêu', key: 'raised', width: 20, kind: 'number' },
  ],
  rows: async (context, query) => ({
    items: (await board(context, query)).rows.map(asRow),
    next: null,
  }),
})

function asRow({ unit, cells }: DialogueRow): ExcelRow {
  return {
    unit: `${unit.kind} ${unit.name}`,
    raised: cells.reduce((sum, { raised }) => sum + raised, 0),
    ...Object.fromEntries(cells.map((cell) => [`q${cell.quarter}`, cellWords(cell)])),
  }
}

function cellWords({ meeting }: DialogueCell): string | null {
  if (!meeting?.heldOn) return null
  const [year, month, day] = meeting.heldOn.split('-')
  return `${meeting.state === 'planned' ? 'Dự kiến' : 'Đã tổ chức'} ${day}/${month}/${year}`
}
