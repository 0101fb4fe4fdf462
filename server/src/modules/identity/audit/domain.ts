import type { AuditEntry } from '@hopluc/shared/audit'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'

const Fields = z.record(z.string(), z.unknown())
/** A change is recorded as its new fields, with those of before under `before`. */
const Change = Fields.and(z.object({ before: Fields }))

/** What a recorded change changed, field by field; empty where before was not recorded. */
export function changesIn(payload: unknown): AuditEntry['changes'] {
  const { data } = Change.safeParse(payload)
  if (!data) return []
  const { before, ...after } = data
  return Object.entries(after).flatMap(([field, value]) => {
    if (!(field in before) || value === undefined) return []
    const was = before[field]
    return isDeepStrictEqual(was, value) ? [] : [{ field, before: was ?? null, after: value }]
  })
}
