import type {
  Activity,
  ActivityEdit,
  ActivityPage,
  ActivityQuery,
  ActivityWords,
  NewActivity,
} from '@hopluc/shared/activities'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

export function list(context: Context, query: ActivityQuery): Promise<ActivityPage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    const mayKeep = may(actor, 'activity.add', true)
    return { items: items.map((row) => present(context, row)), next, mayKeep }
  })
}

export function get(context: Context, id: Id): Promise<Activity> {
  return context.read((db) => read(db, context, id))
}

async function read(db: Reader, context: Context, id: Id): Promise<Activity> {
  const row = await store.find(db, id, context.today)
  if (!row) throw refusals.notFound()
  return present(context, row)
}

function present({ actor }: Context, { isOwn, ...row }: store.Row): Activity {
  return { ...row, mayEdit: may(actor, 'activity.edit', isOwn) }
}

/** In the name of one's own agency. Sent twice, it is one. */
export function add(context: Context, given: NewActivity): Promise<Activity> {
  const { actor, today } = context
  const { id, kind, entityId, ...said } = given
  assertSound(said)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'activity.add', true))
    const known = await store.find(tx, id, today)
    if (known) {
      if (known.title !== said.title || !known.isOwn) throw refusals.usedId()
      return present(context, known)
    }
    const entity = kind === 'advice' ? await store.findEntity(tx, entityId) : undefined
    if (kind === 'advice' && !entity) throw refusals.noEntity()
    const { unit_id: unitId } = await tx
      .selectFrom('agency_versions')
      .select('unit_id')
      .where('agency_id', '=', actor.agencyId)
      .where('from_on', '<=', today)
      .where('until_on', '>=', today)
      .executeTakeFirstOrThrow(refusals.notFound)
    await store.insert(tx, { ...said, id, kind, entity, unitId, agencyId: actor.agencyId })
    await audit.record(tx, actor, 'activity.add', id, { after: given })
    return read(tx, context, id)
  })
}

export function edit(context: Context, id: Id, given: ActivityEdit): Promise<Activity> {
  const { actor } = context
  const { version, ...said } = given
  assertSound(said)
  return context.write(async (tx) => {
    const before = await read(tx, context, id)
    assertAllowed(before.mayEdit)
    await store.update(tx, id, version, said)
    const { title, state, fromOn, untilOn } = before
    await audit.record(tx, actor, 'activity.edit', id, {
      before: { title, state, fromOn, untilOn },
      after: said,
    })
    return read(tx, context, id)
  })
}

function assertSound({ fromOn, untilOn, title, content }: ActivityWords): void {
  assertNoStateSecret(`${title}\n${content ?? ''}`)
  if (untilOn < fromOn) throw refusals.wrongDays()
}
