import type { PlainDate } from '@hopluc/shared/values'
import { dayOfSerial } from './serial-day.ts'
import { flat } from './task-list-columns.ts'

export type Recurrence = 'week' | 'month' | 'quarter' | 'half_year' | 'year'

export interface ReadDue {
  dueOn: PlainDate | null
  /** "Thường xuyên": no day on purpose. */
  isStanding: boolean
  recurrence: Recurrence | null
  problem: 'date_impossible' | 'year_missing' | 'due_unreadable' | null
}

const NOTHING: ReadDue = { dueOn: null, isStanding: false, recurrence: null, problem: null }
const day = (dueOn: PlainDate): ReadDue => ({ ...NOTHING, dueOn })
const trouble = (problem: ReadDue['problem']): ReadDue => ({ ...NOTHING, problem })

/** A real day of the years 1990 to 2099, or null. */
export function realDay(year: number, month: number, date: number): PlainDate | null {
  const text = [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join(
    '-',
  )
  const at = new Date(Date.UTC(year, month - 1, date))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return isReal && year >= 1990 && year < 2100 ? text : null
}

function lastOfMonth(year: number, month: number): PlainDate | null {
  return realDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())
}

const FULL = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)/g
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g
const LONG = /ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})/g

type Found = { dueOn: PlainDate | null } | null

/** The last day that a text names: of "từ … đến …" the end. */
export function lastDay(text: string): Found {
  const days = [
    ...[...text.matchAll(ISO)].map(([, year, month, date]) => [year, month, date]),
    ...[...text.replace(ISO, '').matchAll(FULL)].map(([, date, month, year]) => [
      year,
      month,
      date,
    ]),
    ...[...flat(text).matchAll(LONG)].map(([, date, month, year]) => [year, month, date]),
  ].map((parts) => parts.map(Number))
  if (days.length === 0) return null
  const read = days.map(([year = 0, month = 0, date = 0]) =>
    realDay(year < 100 ? 2000 + year : year, month, date),
  )
  if (read.includes(null)) return { dueOn: null }
  return { dueOn: read.reduce((last, one) => ((one ?? '') > (last ?? '') ? one : last)) }
}

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

const RECURRENCES: readonly (readonly [RegExp, Recurrence])[] = [
  [/\b(?:hang|dinh ky|moi|dinh ky hang) tuan/, 'week'],
  [/\b(?:hang|dinh ky|moi|dinh ky hang) thang/, 'month'],
  [/\b(?:hang|dinh ky|moi|dinh ky hang) quy/, 'quarter'],
  [/\b(?:dinh ky|hang|moi|dinh ky hang) (?:6|06|sau) thang|6 thang va (?:ca )?nam/, 'half_year'],
  [/\b(?:hang|dinh ky|moi|dinh ky hang) nam/, 'year'],
]

/**
 * The term in a cell of a task list: a day in any of the usual ways, a serial number of Excel, the
 * last day of a month, quarter or year, "thường xuyên", or a recurrence.
 */
export function readDue(text: string): ReadDue {
  const words = flat(text)
  if (words === '') return NOTHING
  if (/^\d{5}(?:\.\d+)?$/.test(text.trim())) return serialDue(Number(text))
  const recurrence = RECURRENCES.find(([pattern]) => pattern.test(words))?.[1]
  if (recurrence !== undefined) return { ...NOTHING, recurrence }
  const found = lastDay(text)
  if (found !== null) return found.dueOn === null ? trouble('date_impossible') : day(found.dueOn)
  if (/thuong xuyen|lien tuc|\bhang ngay|khong thoi han/.test(words)) {
    return { ...NOTHING, isStanding: true }
  }
  return periodEnd(words)
}

function serialDue(serial: number): ReadDue {
  const on = dayOfSerial(serial)
  return on >= '1990' && on < '2100' ? day(on) : trouble('due_unreadable')
}

/** The last day of the period that words name. */
function periodEnd(words: string): ReadDue {
  const year = Number([...words.matchAll(/\b(20\d\d)\b/g)].at(-1)?.[1] ?? 0)
  const quarter = QUARTERS[/\b(?:quy|q) ?(i{1,3}|iv|[1-4])\b/.exec(words)?.[1] ?? '']
  const half = /\b(?:6|06|sau) thang (dau|cuoi) nam/.exec(words)?.[1]
  const nine = /\b(?:9|09|chin) thang\b/.test(words)
  const month = Number(
    /\bthang (\d{1,2})\b|^(\d{1,2}) 20\d\d$/.exec(words)?.slice(1).find(Boolean) ?? 0,
  )
  const last =
    quarter !== undefined
      ? quarter * 3
      : half !== undefined
        ? half === 'dau'
          ? 6
          : 12
        : nine
          ? 9
          : month > 0
            ? month
            : /\b(?:nam|giai doan)\b|^20\d\d$/.test(words) && year > 0
              ? 12
              : 0
  if (last === 0)
    return trouble(
      /^\d{1,2} \d{1,2}$|ngay \d{1,2} \d{1,2}\b/.test(words) ? 'year_missing' : 'due_unreadable',
    )
  if (year === 0) return trouble('year_missing')
  const on = lastOfMonth(year, last)
  return on === null || last > 12 ? trouble('date_impossible') : day(on)
}
