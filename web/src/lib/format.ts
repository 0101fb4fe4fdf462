import type { PlainDate } from '@hopluc/shared/values'
import { language, locale, t } from './i18n.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

/** 25/07/2018, as documents write it, in both languages. */
export function formatDate(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}

/** 09/07 for a day of the year of `today`, else 09/07/2018. */
export function formatDay(day: PlainDate, today: PlainDate): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDate(day).slice(0, 5) : formatDate(day)
}

/** Thứ Hai, 12/07/2021. */
export function formatWeekday(day: PlainDate): string {
  const name = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' })
  const weekday = name.format(new Date(`${day}T00:00:00Z`))
  return `${weekday.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())}, ${formatDate(day)}`
}

/** 05 – 11/07/2021, or with what differs: 28/06 – 11/07/2021. */
export function formatRange(from: PlainDate, to: PlainDate): string {
  if (from === to) return formatDate(from)
  const end = formatDate(to)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${from.slice(8)} – ${end}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${formatDate(from).slice(0, 5)} – ${end}`
  return `${formatDate(from)} – ${end}`
}

/** The calendar day in Vietnam of an instant, whatever the zone of the machine. */
export function dayOf(instant: string | number | Date): PlainDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(
    new Date(instant),
  )
}

/** 07:30, in Vietnam. */
export function formatTime(instant: string | number | Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(
    new Date(instant),
  )
}

/** 05/07 08:00, with the year when it is not that of `today`. */
export function formatInstant(instant: string | number | Date, today: PlainDate): string {
  return `${formatDay(dayOf(instant), today)} ${formatTime(instant)}`
}

/** 455.523 and −1,5; `digits` after the comma are fixed when given, else at most two. */
export function formatNumber(value: number, digits?: number): string {
  const text = new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 2,
  }).format(value)
  return text.replace('-', '−')
}

/** 70,5% of a share between 0 and 1. */
export function formatShare(share: number, digits = 1): string {
  return `${formatNumber(share * 100, digits)}%`
}

/** 1.342 triệu đồng, 2,4 tỷ đồng; below a million in đồng. */
export function formatMoney(dong: number): string {
  const size = Math.abs(dong)
  if (size >= 1e10) return t('money.billion', { amount: formatNumber(dong / 1e9, 1) })
  if (size >= 1e6) return t('money.million', { amount: formatNumber(Math.round(dong / 1e5) / 10) })
  return t('money.dong', { amount: formatNumber(dong) })
}

/** 1,2 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1e6) return `${formatNumber(Math.round(bytes / 1000))} kB`
  return `${formatNumber(bytes / 1e6, 1)} MB`
}

/** Quá hạn 12 ngày; the days are counted by the rule, on the server. */
export function formatLate(days: number): string {
  return t('days.late', { count: days })
}

/** Còn 3 ngày, or Hạn hôm nay. */
export function formatLeft(days: number): string {
  return days === 0 ? t('days.today') : t('days.left', { count: days })
}

const collators = new Map<string, Intl.Collator>()

/** Names in the order of Vietnamese, numbers by value: 2 tháng 9 before 19 tháng 5. */
export function compareNames(one: string, other: string): number {
  const key = language()
  const collator = collators.get(key) ?? new Intl.Collator('vi', { numeric: true })
  collators.set(key, collator)
  return collator.compare(one, other)
}

/** Initials of a Vietnamese name: the family's and the own, TH of Trần Thị Hạnh. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? ''
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
