import { calendarDay } from '../../platform/clock.ts'
import type { Reader } from '../../platform/db.ts'
import type { ExcelRow, SheetToWrite } from '../../platform/excel.ts'
import { changesIn, deedWords } from '../identity/index.ts'
import { changeWords, csvRow } from './domain.ts'
import * as store from './store.ts'

/** Beyond that a file of one matter is no longer read by anybody. */
const MOST = 20_000

const COLUMNS = [
  { header: 'Thời điểm', key: 'at', width: 18, kind: 'text' },
  { header: 'Người thực hiện', key: 'by', width: 34, kind: 'text' },
  { header: 'Thao tác', key: 'deed', width: 32, kind: 'text' },
  { header: 'Hồ sơ', key: 'subject', width: 48, kind: 'text' },
  { header: 'Thay đổi', key: 'changes', width: 60, kind: 'text' },
] as const

/** `isCut`: there is more than the rows. */
export interface Deeds {
  rows: ExcelRow[]
  isCut: boolean
}

/** What was done to the records of a matter, in words, first deed first. */
export async function listDeeds(db: Reader, members: store.Members, most = MOST): Promise<Deeds> {
  const { documents, meetings, tasks, parts, directives } = members
  const all = [...documents, ...meetings, ...tasks, ...parts, ...directives]
  const rows = await store.listHistory(db, all, most + 1)
  const told = rows
    .slice(0, most)
    .map(({ recordedAt, event, name, post, subject, payload }) => ({
      at: instantWords(recordedAt),
      by: [name, post].filter(Boolean).join(', '),
      deed: deedWords(event)?.vi ?? event,
      subject,
      changes: payload === null ? '' : changeWords(changesIn(JSON.parse(payload))),
    }))
  return { rows: told, isCut: rows.length > most }
}

/** Said in the file itself: a history that ends early must not look whole. */
const cutWords = ({ rows }: Deeds) =>
  `Chỉ gồm ${rows.length.toLocaleString('vi-VN')} thao tác đầu; các thao tác sau xem trên hệ thống.`

/** "10/03/2026 08:30:05" in Vietnam. */
function instantWords(at: Date): string {
  const day = calendarDay(at).split('-').toReversed().join('/')
  const time = at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false })
  return `${day} ${time}`
}

export function deedSheet(title: string, deeds: Deeds, mark: string): SheetToWrite {
  const cut = deeds.isCut ? `. ${cutWords(deeds)}` : ''
  const { rows } = deeds
  return { sheetName: 'Nhật ký', title: `Nhật ký: ${title}${cut}`, mark, columns: COLUMNS, rows }
}

/** The same for whoever reads it without Excel; begins with the mark that Excel needs for UTF-8. */
export function deedText(deeds: Deeds, mark: string): Buffer {
  const heads = csvRow(COLUMNS.map(({ header }) => header))
  const lines = deeds.rows.map((row) => csvRow(COLUMNS.map(({ key }) => String(row[key] ?? ''))))
  const end = [...(deeds.isCut ? [cutWords(deeds)] : []), mark].map((line) => csvRow([line]))
  return Buffer.from(`\uFEFF${heads}${[...lines, ...end].join('')}`)
}
