import type { PurgeGround, PurgeKind } from '@hopluc/shared/purges'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { refresh } from '../task-projection/index.ts'
import { lock } from '../task-records/index.ts'
import { storiesOf } from '../task-rows/index.ts'
import { destroyed } from './domain.ts'
import * as store from './store.ts'

/** What is to be destroyed, under which act, and whose decision it carries out. */
export interface Purge {
  kind: PurgeKind
  id: Id
  ground: PurgeGround
  act: string
  by: string
}

/**
 * Destroys a record's words wherever they are kept: rows, files and their content, the text index, the
 * payloads of the audit (Law on the protection of state secrets 29/2018/QH14, article 23). Number, day
 * and the trace of the act stay. As the owner, or as the system while it carries out a confirmed
 * decision; answers the rows by table.
 */
export async function carryOutPurge(tx: Tx, purge: Purge): Promise<store.Places> {
  const { places, ids } = await destroyRecord(tx, purge)
  const payloads = await sweepAudit(tx, ids, purge.act)
  return { ...places, ...(payloads > 0 && { audit_payloads: payloads }) }
}

/** All but the payloads of the audit: those that hold one of `ids` are still to be swept. */
export async function destroyRecord(
  tx: Tx,
  { kind, id, ground, act, by }: Purge,
): Promise<{ places: store.Places; ids: Id[] }> {
  const found = await store.reach(tx, kind, id, ground)
  if (!found) throw notFound()
  const places = await store.destroy(tx, found, destroyed(act))
  if (found.tasks.length > 0) {
    const tasks = await lock(tx, found.tasks)
    const stories = await storiesOf(tx, found.tasks)
    await refresh(
      tx,
      tasks.map((task) => ({ task, events: stories.get(task.id) ?? [] })),
    )
  }
  await audit.record(tx, audit.SYSTEM, 'record.destroy', id, { act, kind, by, places })
  return { places, ids: Object.values(found).flat() }
}

/** Takes the payloads that tell of destroyed records; answers how many, each with its trace. */
export async function sweepAudit(tx: Tx, ids: readonly Id[], act: string): Promise<number> {
  const payloads = await store.takePayloads(tx, ids)
  for (const entry of payloads) await audit.record(tx, audit.SYSTEM, 'audit.purge', entry, { act })
  return payloads.length
}

function notFound(): AppError {
  return new AppError('not_found', 'purges.not_found', {
    vi: 'Không có hồ sơ nào mang mã này. Hãy kiểm tra lại loại và mã hồ sơ.',
    en: 'There is no record of this id. Check kind and id.',
  })
}
