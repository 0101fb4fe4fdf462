import type { PlainDate } from '@hopluc/shared/values'

interface DayParts {
  year: string
  month: string
  day: string
}

function parts(day: PlainDate): DayParts {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month, day: date }
}

/** `2026-02-05` → `05/02/2026`. */
export function slashDay(day: PlainDate): string {
  const { year, month, day: date } = parts(day)
  return `${date}/${month}/${year}`
}

/**
 * `2026-02-05` → `ngày 05 tháng 02 năm 2026`. Days under 10 and the months 1 and 2 carry a zero
 * (Decree 30/2020, Annex I, II.4).
 */
export function longDay(day: PlainDate): string {
  const { year, month, day: date } = parts(day)
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`
}

/** The date line of a paper; with room to write while the day is open. */
export function dateLine(place: string, on: PlainDate | null, year: number): string {
  const day = on === null ? `ngày${gap(6)}tháng${gap(6)}năm ${year}` : longDay(on)
  return place === '' ? day : `${place}, ${day}`
}

/** `Số: 05/TB-BCĐ`; a number under 10 carries a zero, an open number leaves room. */
export function numberLine(number: string | null, symbol: string): string {
  if (number === null || number.trim() === '') return `Số:${gap(6)}/${symbol}`
  return `Số: ${/^\d$/.test(number.trim()) ? '0' : ''}${number.trim()}/${symbol}`
}

/** Spaces that word processors keep. */
function gap(width: number): string {
  return '\u00a0'.repeat(width)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

export function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign
  }
  return text
}

const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ')

/** The letters by which decrees count points: a, b, c, d, đ, e, g …, then aa, ab. */
export function point(index: number): string {
  const turn = Math.floor(index / LETTERS.length)
  const letter = LETTERS[index % LETTERS.length] ?? ''
  return turn === 0 ? letter : `${LETTERS[turn - 1] ?? ''}${letter}`
}

/** Text in one form: NFC, no control characters, no half characters, single spaces. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\ufffe\uffff]+/gu, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** Without its final stop, so that more can follow. */
export function open(text: string): string {
  return text.trim().replace(/(?:\s*[.;,:/])+$/u, '')
}

export function joined(names: readonly string[]): string {
  return names.filter((name) => name.trim() !== '').join(', ')
}

/** `08:30` → `08 giờ 30 phút`; room to write when the hour is open. */
export function hourWords(time: string | null): string {
  if (time === null) return `${gap(6)}giờ${gap(6)}phút`
  const [hour = '', minute = ''] = time.split(':')
  return Number(minute) === 0 ? `${hour} giờ` : `${hour} giờ ${minute} phút`
}
