import type {
  EntityCheck,
  CheckBoard,
  CheckDeed,
  CheckItem,
  CheckLimit,
  CheckLimitEdit,
  CheckPage,
  CheckQuery,
  MadeChecks,
  NewChecks,
} from '@hopluc/shared/entity-checks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { allowedOn, fits, may, mayAssign } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

export function list(context: Context, query: CheckQuery): Promise<CheckPage> {
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, context.today)
    return { items: items.map(asItem), next }
  })
}

const asItem = ({ isOwn: _own, ...item }: store.Row): CheckItem => item

export function board(context: Context, given: number | undefined): Promise<CheckBoard> {
  const { actor, today } = context
  const year = given ?? Number(today.slice(0, 4))
  return context.read(async (db) => ({
    year,
    ...(await store.board(db, year, today)),
    units: await store.listUnits(db, 'commune', today),
    limits: await store.limits(db, today),
    mayPlan: may(actor, 'check.plan', true),
    mayLimit: may(actor, 'check.limit', true),
    isCooperative: actor.role === 'cooperative',
  }))
}

export function get(context: Context, id: Id): Promise<EntityCheck> {
  return context.read((db) => present(db, context, id))
}

async function find(db: Reader, id: Id, today: PlainDate): Promise<store.Row> {
  const [row] = await store.byIds(db, [id], today)
  if (!row) throw refusals.notFound()
  return row
}

async function present(db: Reader, { actor, today }: Context, id: Id): Promise<EntityCheck> {
  const row = await find(db, id, today)
  return {
    ...asItem(row),
    events: await store.listEvents(db, id, today),
    allowed: allowedOn(actor, row),
    mayAssign: mayAssign(actor, row),
  }
}

const by = ({ actor, now }: Context) => ({ ...actor, at: now })

/** Cooperatives of one's area, all on one day and matter. Sent twice, they are planned once. */
export function plan(context: Context, given: NewChecks): Promise<MadeChecks> {
  const { actor, today } = context
  const { items, kind, subject, plannedOn, planPaper } = given
  const ids = items.map(({ id }) => id)
  assertNoStateSecret(subject)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'check.plan', true))
    const known = await store.byIds(tx, ids, today)
    if (known.length > 0) {
      const isSame = known.every((row) => row.isOwn && row.subject === subject)
      if (!isSame || known.length < ids.length) throw refusals.usedId()
      return { items: known.map(asItem) }
    }
    if (plannedOn < today) throw refusals.past()
    const places = await store.placesOf(
      tx,
      items.map(({ entityId }) => entityId),
      today,
    )
    const unitOf = new Map(places.map(({ entityId, unitId }) => [entityId, unitId]))
    const rows = items.map(({ id, entityId }) => {
      const unitId = unitOf.get(entityId)
      if (!unitId) throw refusals.strangeEntity()
      return { id, entity_id: entityId, unit_id: unitId }
    })
    if (unitOf.size < items.length) throw refusals.twice()
    await tx
      .insertInto('entity_checks')
      .values(
        rows.map((row) => ({
          ...row,
          kind,
          subject,
          planned_on: plannedOn,
          plan_paper: planPaper,
          agency_id: actor.agencyId,
          planned_by: actor.accountId,
          planned_words: actor.byWords,
        })),
      )
      .execute()
    const step = { action: 'plan', onDay: plannedOn, paper: planPaper } as const
    await store.append(tx, ids, step, by(context))
    const after = { kind, subject, plannedOn, planPaper }
    const deeds = items.map(({ id, entityId }) => ({ subjectId: id, data: { entityId, after } }))
    await audit.recordMany(tx, actor, 'check.plan', deeds)
    return { items: (await store.byIds(tx, ids, today)).map(asItem) }
  })
}

/** Moves it, records what was found, concludes, confirms that it was put right, or cancels it. */
export function act(context: Context, id: Id, deed: CheckDeed): Promise<EntityCheck> {
  const { actor, today } = context
  const { action, version, ...said } = deed
  return context.write(async (tx) => {
    const row = await find(tx, id, today)
    assertAllowed(may(actor, `check.${action}`, row.isOwn))
    if (row.version !== version) throw refusals.changed()
    if (!fits(action, row.state)) throw refusals.wrongState()
    await store.lock(tx, id, version)
    const { step, patch } = effectOf(deed, row, await lastDay(tx, id, today), today)
    assertNoStateSecret(step.text ?? null)
    await store.append(tx, [id], step, by(context))
    await store.update(tx, id, patch)
    const before = { state: row.state, plannedOn: row.plannedOn }
    await audit.record(tx, actor, `check.${action}`, id, { before, ...said })
    return present(tx, context, id)
  })
}

/** Of the last step that says what was done, not what is meant to be. */
async function lastDay(tx: Tx, id: Id, today: PlainDate): Promise<PlainDate | undefined> {
  const events = await store.listEvents(tx, id, today)
  return events.findLast(({ action }) => action === 'record' || action === 'conclude')?.onDay
}

function effectOf(
  deed: CheckDeed,
  { plannedOn }: store.Row,
  last: PlainDate | undefined,
  today: PlainDate,
): { step: store.Step; patch: store.Patch } {
  const { action } = deed
  if (action === 'cancel')
    return { step: { action, onDay: today, text: deed.reason }, patch: { state: 'cancelled' } }
  const onDay = deed.on
  if (action === 'move') {
    if (onDay < today) throw refusals.past()
    const text = `${plannedOn.split('-').toReversed().join('/')}: ${deed.reason}`
    return { step: { action, onDay, text }, patch: { planned_on: onDay } }
  }
  if (onDay > today) throw refusals.notYet()
  if (last && onDay < last) throw refusals.outOfOrder(last)
  switch (action) {
    case 'record':
      return {
        step: { action, onDay, text: deed.findings, members: deed.members },
        patch: { state: 'recorded', held_on: onDay },
      }
    case 'conclude':
      return {
        step: { action, onDay, text: deed.text, paper: deed.paper },
        patch: { state: 'concluded' },
      }
    default:
      return { step: { action, onDay, text: deed.text }, patch: { state: 'closed' } }
  }
}

/** Says in the transaction of the caller that a task is to put right what was found. */
export async function putRight(tx: Tx, context: Context, id: Id, taskId: Id): Promise<void> {
  const { actor, today } = context
  const row = await find(tx, id, today)
  assertAllowed(may(actor, 'check.assign', row.isOwn))
  if (!mayAssign(actor, row)) throw refusals.wrongState()
  await store.lock(tx, id, row.version)
  await store.append(tx, [id], { action: 'assign', onDay: today, taskId }, by(context))
  await audit.record(tx, actor, 'check.assign', id, { taskId })
}

/** A province's own rule, by its standing agency. */
export function setLimit(
  context: Context,
  { unitId, mostAYear, legalBasis, version }: CheckLimitEdit,
): Promise<{ items: CheckLimit[] }> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'check.limit', true))
    const before = (await store.limits(tx, today)).find(({ unit }) => unit.id === unitId)
    if (!before) throw refusals.notFound()
    const values = { most_a_year: mostAYear, legal_basis: legalBasis, version: version + 1 }
    const kept = await tx
      .insertInto('entity_check_limits')
      .values({ unit_id: unitId, ...values })
      .onConflict((on) =>
        on.column('unit_id').doUpdateSet(values).where('entity_check_limits.version', '=', version),
      )
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows !== 1n) throw refusals.changed()
    const { mostAYear: was, legalBasis: basis } = before
    const now = { mostAYear, legalBasis }
    const of = audit.changes({ mostAYear: was, legalBasis: basis }, now)
    // A subject of its own: everybody reads what is told of a unit.
    await audit.record(tx, actor, 'check.limit', randomUUIDv7(), { unitId, ...of })
    return { items: await store.limits(tx, today) }
  })
}
