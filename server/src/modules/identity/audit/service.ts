import type { AuditEntry, AuditPage, AuditQuery } from '@hopluc/shared/audit'
import { Role } from '@hopluc/shared/session'
import type { Actor, Context } from '../../../platform/context.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { deedWords } from '../permissions.ts'
import { changesIn } from './domain.ts'
import * as store from './store.ts'

/** Who did what, when, on which record; row security decides which entries and which contents. */
export function list({ read, actor }: Context, query: AuditQuery): Promise<AuditPage> {
  assertAllowed(actor.role !== 'cooperative' || query.subject !== undefined)
  return read(async (db) => {
    const rows = await store.list(db, query, actor.role === 'admin')
    const items = rows.slice(0, query.limit).map((row) => present(row, actor))
    const last = rows.length > items.length ? items.at(-1) : undefined
    return { items, next: last ? `_${last.id}` : null }
  })
}

function present(
  { recordedAt, payload, role, address, sessionId, ...row }: store.AuditRow,
  reader: Actor,
): AuditEntry {
  const content: unknown = payload === null ? null : JSON.parse(payload)
  const seesFrom = reader.role === 'admin' || row.by.accountId === reader.accountId
  return {
    ...row,
    words: deedWords(row.event),
    role: Role.nullable().parse(role),
    from: seesFrom ? { address, sessionId } : null,
    recordedAt: recordedAt.toISOString(),
    changes: changesIn(content),
    payload: content,
  }
}
