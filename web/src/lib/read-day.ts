import type { PlainDate } from '@hopluc/shared/values'

/** `25/07/2018`, `25-7-2018`, `25.7.2018` or `2018-07-25` as a day; undefined when it is none. */
export function readDay(text: string): PlainDate | undefined {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text)
  const day = parts
    ? `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`
    : text.trim()
  const time = Date.parse(`${day}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time)
  return isDay && new Date(time).toISOString().startsWith(day) ? day : undefined
}
