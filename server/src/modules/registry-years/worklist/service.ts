import {
  DONE_BY,
  type NewWork,
  type Work,
  type WorkChange,
  type WorkDone,
  type WorkPage,
  type WorkQuery,
  type WorkSums,
} from '@hopluc/shared/entity-years'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { addEventIn, keptOf, listEvents, lock, refresh } from '../../registry/index.ts'
import { idOfCursor, pageOfRows } from '../../units/index.ts'
import { keeps, may } from '../policy.ts'
import * as refusals from '../refusals.ts'
import { yearOf } from '../terms.ts'
import * as store from './store.ts'

/** What is due first comes first. */
export function list(context: Context, query: WorkQuery): Promise<WorkPage> {
  const { today, actor } = context
  const { year = yearOf(today), cursor, limit, unit, kind, state } = query
  return context.read(async (db) => {
    const after = cursor === undefined ? undefined : idOfCursor(cursor)
    const filters = { year, unit, kind, state }
    const rows = await store.list(db, filters, { day: today, limit: limit + 1, after })
    const { items, next } = pageOfRows(rows, limit)
    return {
      items: items.map((row) => present(context, row)),
      next,
      year,
      counts: await store.counts(db, { year, unit }, today),
      mayAdd: keeps(actor),
    }
  })
}

/** For a province: what each commune has taken up and done. */
export function sums({ today, read }: Context, year = yearOf(today)): Promise<WorkSums> {
  return read(async (db) => ({ year, items: await store.countsByUnit(db, year, today) }))
}

function present({ actor, today }: Context, { isKept, ...row }: store.WorkRow): Work {
  const isOpen = row.state === 'planned' || row.state === 'doing'
  return {
    ...row,
    isLate: isOpen && row.dueOn !== null && row.dueOn < today,
    mayChange: row.state !== 'done' && may(actor, 'work.keep', isKept),
  }
}

async function shown(db: Reader, context: Context, id: Id): Promise<Work> {
  return present(context, await store.find(db, id, context.today))
}

/** A suggestion of the register is taken up, or declined, in the same way. */
export function add(context: Context, work: NewWork): Promise<Work> {
  const { actor, today, now } = context
  const { entityId, kind, candidateName } = work
  if (kind === 'found' ? !candidateName || !work.unitId || entityId : !entityId)
    throw refusals.workSubject()
  return context.write(async (tx) => {
    const unitId = entityId ? await store.unitOf(tx, entityId, today) : work.unitId
    if (!unitId) throw refusals.entitiesNotFound()
    const isKept = entityId
      ? (await keptOf(tx, [entityId])).has(entityId)
      : await store.isKeptUnit(tx, unitId)
    assertAllowed(may(actor, 'work.keep', isKept))
    if (await store.isTaken(tx, work)) throw refusals.workTwice()
    const id = newId()
    await store.insert(tx, actor, { ...work, id, unitId, at: now })
    await audit.record(tx, actor, 'work.add', id, { ...work, unitId })
    return shown(tx, context, id)
  })
}

export function change(context: Context, id: Id, given: WorkChange): Promise<Work> {
  const { actor, now } = context
  const { version, ...wanted } = given
  return context.write(async (tx) => {
    const before = await held(tx, context, id, version)
    if (before.kind === 'found' && !wanted.candidateName) throw refusals.workSubject()
    await store.update(tx, actor, id, { ...wanted, at: now })
    await audit.record(tx, actor, 'work.change', id, audit.changes(before, wanted))
    return shown(tx, context, id)
  })
}

/** Locked, kept by the caller, and not done yet. */
async function held(tx: Tx, context: Context, id: Id, version: number): Promise<store.WorkRow> {
  const row = await store.find(tx, id, context.today)
  assertAllowed(may(context.actor, 'work.keep', row.isKept))
  if (row.state === 'done') throw refusals.workDone()
  await store.lock(tx, id, version)
  return row
}

/**
 * Done by the legal event of its kind: one that is recorded already, or the one that is recorded now, in
 * the same transaction.
 * @throws AppError `works.event`, and what `addEventIn` throws
 */
export function finish(context: Context, id: Id, done: WorkDone): Promise<Work> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const row = await held(tx, context, id, done.version)
    const entityId = row.entity?.id ?? done.entityId
    if (!entityId) throw refusals.workEvent()
    assertAllowed((await keptOf(tx, [entityId])).has(entityId))
    const kind = DONE_BY[row.kind]
    if (done.event) await record(tx, context, entityId, kind, done.event)
    const events = await listEvents(tx, entityId)
    const fitting = events.filter((one) => one.kind === kind && one.voidReason === null)
    const event = done.event
      ? fitting.findLast(({ onDay }) => onDay === done.event?.onDay)
      : fitting.find((one) => one.id === done.eventId)
    if (!event) throw refusals.workEvent()
    await store.update(tx, actor, id, { state: 'done', eventId: event.id, entityId, at: now })
    await audit.record(tx, actor, 'work.done', id, { entityId, eventId: event.id })
    return shown(tx, context, id)
  })
}

async function record(
  tx: Tx,
  context: Context,
  entityId: Id,
  kind: (typeof DONE_BY)[keyof typeof DONE_BY],
  { entityVersion, ...said }: NonNullable<WorkDone['event']>,
): Promise<void> {
  await lock(tx, entityId, entityVersion)
  const event = { ...said, kind, untilOn: null, decidedOn: null, documentId: null, otherIds: [] }
  const touched = await addEventIn(tx, context, entityId, event)
  await audit.record(tx, context.actor, 'entity.add_event', entityId, event)
  await refresh(tx, touched)
}
