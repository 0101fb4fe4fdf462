import type { AuditEntry, AuditPage, AuditQuery } from '@hopluc/shared/audit'
import type { Context } from '../../../platform/context.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { deedWords } from '../permissions.ts'
import * as store from './store.ts'

/** Who did what, when, on which record; row security decides which entries and which contents. */
export function list({ read, actor }: Context, query: AuditQuery): Promise<AuditPage> {
  assertAllowed(actor.role !== 'cooperative' || query.subject !== undefined)
  return read(async (db) => {
    const rows = await store.list(db, query, actor.role === 'admin')
    const items = rows.slice(0, query.limit).map(present)
    const last = rows.length > items.length ? items.at(-1) : undefined
    return { items, next: last ? `_${last.id}` : null }
  })
}

function present({ recordedAt, payload, ...row }: store.AuditRow): AuditEntry {
  const content: unknown = payload === null ? null : JSON.parse(payload)
  return {
    ...row,
    words: deedWords(row.event),
    recordedAt: recordedAt.toISOString(),
    payload: content,
  }
}
