import type { PurgeKind } from '@hopluc/shared/purges'
import { Id, PlainDate } from '@hopluc/shared/values'

/** In place of what was destroyed. */
export function destroyed(act: string): string {
  return `Đã tiêu hủy theo ${act}`
}

/** Words of an event that people wrote; dates, ids and numbers stay, so that its clock does. */
const WORDS = ['text', 'reason', 'note', 'place', 'reply', 'title', 'item', 'dueText', 'number']

/** The same event without the words that anybody wrote into it. */
export function withoutWords(value: unknown, gone: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, gone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      WORDS.includes(key) && typeof one === 'string' && one !== '' ? gone : withoutWords(one, gone),
    ]),
  )
}

/** How what was destroyed is known again. */
export const GONE = destroyed('')

/** A line of the decision's list as it was typed. */
export type Line =
  | { by: 'address'; kind: PurgeKind; id: Id }
  | { by: 'number'; symbol: string; on: PlainDate | null }

const KINDS: Readonly<Record<string, PurgeKind>> = {
  documents: 'document',
  meetings: 'meeting',
  readings: 'reading',
  tasks: 'task',
  files: 'file',
}
const ADDRESS = /\b(documents|meetings|readings|tasks|files)\/([0-9a-f-]{36})\b/
const DAY = /[\s;,]*(?:ngày\s*)?(\d{1,2})[/-](\d{1,2})[/-](\d{4})\s*$/u

/** "Số 05/TB-BCĐ ngày 10/03/2026", "05/TB-BCĐ; 10/3/2026", or the address of a record's page. */
export function readLine(line: string): Line {
  const [, noun = '', id] = ADDRESS.exec(line) ?? []
  const kind = KINDS[noun]
  if (kind && id && Id.safeParse(id).success) return { by: 'address', kind, id }
  const [whole = '', day = '', month = '', year = ''] = DAY.exec(line) ?? []
  const on = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const symbol = on.success ? line.slice(0, line.length - whole.length) : line
  return { by: 'number', symbol: symbol.trim(), on: on.success ? on.data : null }
}

/** The last day on which a record of a day is kept. */
export function keptUntil(day: PlainDate, years: number): PlainDate {
  const [year = 0, ...rest] = day.split('-')
  const last = `${Number(year) + years}-${rest.join('-')}`
  return PlainDate.safeParse(last).success ? last : `${Number(year) + years}-02-28`
}
