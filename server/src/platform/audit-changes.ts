import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

/** Longer texts are told by their length and hash: the record itself keeps the words. */
const LONGEST = 10_000

/**
 * What a change says for `record`: the fields of `after` that differ, and under `before` what they
 * were. A field that `after` does not give is one that nobody touched.
 */
export function changes(before: object, after: object): object {
  const was = new Map<string, unknown>(Object.entries(before))
  const fields = Object.entries(after).filter(
    ([field, value]: [string, unknown]) =>
      value !== undefined && !isDeepStrictEqual(value, was.get(field) ?? null),
  )
  const old = fields.map(([field]) => [field, shown(was.get(field) ?? null)])
  const fresh = fields.map(([field, value]: [string, unknown]) => [field, shown(value)])
  return { before: Object.fromEntries(old), ...Object.fromEntries(fresh) }
}

function shown(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= LONGEST) return value
  const sha256 = createHash('sha256').update(value).digest('hex')
  return { length: value.length, sha256 }
}
