import type { FoundDirective, Span } from '@hopluc/shared/finds'
import type { PlainDate } from '@hopluc/shared/values'

const WRITTEN =
  /(?<before>[^\s]+\s+[^\s]+\s+)?(?:(?<d1>\d{1,2})[/.](?<m1>\d{1,2})[/.](?<y1>\d{4})|ngày\s+(?<d2>\d{1,2})\s+tháng\s+(?<m2>\d{1,2})\s+năm\s+(?<y2>\d{4}))/giu

/** Before a day these say that it is a term; "từ ngày" begins a range and is none. */
const TERM =
  /(?:trước|đến|chậm nhất|muộn nhất|hạn|xong|hoàn thành|trong|vào)\s+(?:\p{L}+\s+)?(?:ngày\s+)?$/iu
const BEGIN = /(?:từ|kể từ)\s+(?:ngày\s+)?$/iu

/**
 * The days that a directive's passage, and what follows it in its sentence, names as terms: `valid`
 * once each in the text's order, `wrong` as written where no calendar has them (31/02/2021). Days
 * inside cited documents are none.
 */
export function termDays(
  text: string,
  { start, end, due }: Pick<FoundDirective, 'start' | 'end' | 'due'>,
  references: readonly Span[],
): { valid: PlainDate[]; wrong: string[] } {
  const from = Math.min(start, due?.start ?? start)
  const until = Math.max(end, due?.end ?? end)
  const valid: PlainDate[] = []
  const wrong: string[] = []
  for (const match of text.slice(from, until).matchAll(WRITTEN)) {
    const { before = '', d1, m1, y1, d2, m2, y2 } = match.groups ?? {}
    const at = from + match.index + before.length
    const written = match[0].slice(before.length)
    const lead = text.slice(Math.max(0, at - 30), at)
    if (BEGIN.test(lead) || !TERM.test(lead)) continue
    if (references.some((one) => at >= one.start && at < one.end)) continue
    const day = calendarDay(y1 ?? y2 ?? '', m1 ?? m2 ?? '', d1 ?? d2 ?? '')
    if (!day) wrong.push(written)
    else if (!valid.includes(day)) valid.push(day)
  }
  return { valid, wrong }
}

function calendarDay(year: string, month: string, day: string): PlainDate | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  if (Number.isNaN(time)) return undefined
  return new Date(time).toISOString().slice(0, 10) === written ? written : undefined
}
