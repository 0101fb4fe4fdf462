/** What can be destroyed under an act. */
export const PURGE_KINDS = ['document', 'reading', 'file', 'task'] as const
export type PurgeKind = (typeof PURGE_KINDS)[number]

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
