import type {
  Inspection,
  InspectionAction,
  InspectionCancel,
  InspectionChange,
  InspectionItem,
  InspectionQuery,
  InspectionRecord,
  NewInspection,
} from '@hopluc/shared/committee-work'
import { NewTask } from '@hopluc/shared/tasks'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { assertNoStateSecret } from '../../documents/index.ts'
import { create as giveTaskOf } from '../../task-giving/index.ts'
import { isKept } from '../../units/index.ts'
import { may } from '../policy.ts'
import { isOwnSeat, listPlaces } from '../reach.ts'
import { notToCome, remedyNotFound, unknownPlace, wrongState } from '../refusals.ts'
import * as store from './store.ts'

export function list(context: Context, query: InspectionQuery): Promise<Page<InspectionItem>> {
  return context.read((db) => store.list(db, query, query.asOf ?? context.today))
}

/** For a member's worklist. */
export async function listOfSeat(db: Reader, seatId: Id, day: PlainDate) {
  const query = { seat: seatId, limit: 50, format: 'json' } as const
  return (await store.list(db, query, day)).items
}

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Inspection> {
  return context.read((db) => present(db, context, id, asOf))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Inspection> {
  const { remedies: _count, tasks: _tasks, ...row } = await store.get(db, id, asOf)
  const remedies = row.madeOn === null ? [] : await store.listRemedies(db, id, asOf)
  const isOwn = asOf >= today && (await store.isKeptInspection(db, id))
  const allowed: InspectionAction[] = []
  if (row.state === 'planned' && may(actor, 'inspection.plan', isOwn)) allowed.push('edit')
  if (row.state !== 'cancelled' && may(actor, 'inspection.record', isOwn)) allowed.push('record')
  if (row.state === 'planned' && may(actor, 'inspection.cancel', isOwn)) allowed.push('cancel')
  const isCommittee = isOwn && actor.committeeId === row.body.id
  if (row.state === 'made' && may(actor, 'inspection.give_task', isCommittee))
    allowed.push('give_task')
  return { ...row, remedies, allowed }
}

/** An inspection to come, in a committee's name. */
export function plan(context: Context, bodyId: Id, input: NewInspection): Promise<Inspection> {
  const { actor } = context
  return context.write(async (tx) => {
    const isOwn =
      (await isKept(tx, bodyId)) || (input.seatId !== null && (await isOwnSeat(tx, input.seatId)))
    assertAllowed(may(actor, 'inspection.plan', isOwn))
    const id = await planIn(tx, context, bodyId, input)
    return present(tx, context, id)
  })
}

/** In the transaction of the caller, who has asked whether it may be done. */
export async function planIn(
  tx: Tx,
  { actor, today }: Context,
  bodyId: Id,
  input: NewInspection,
): Promise<Id> {
  assertNoStateSecret(input.subject)
  await assertPlace(tx, bodyId, input, today)
  const id = await store.insert(tx, { bodyId, ...input, by: actor.accountId })
  await audit.record(tx, actor, 'inspection.plan', id, { bodyId, ...input })
  return id
}

async function assertPlace(
  tx: Tx,
  bodyId: Id,
  { unitId, entityId }: { unitId: Id; entityId: Id | null },
  day: PlainDate,
): Promise<void> {
  const entityIds = entityId === null ? [] : [entityId]
  const known = await listPlaces(tx, bodyId, { unitIds: [unitId], entityIds }, day)
  if (known.length !== 1 + entityIds.length) throw unknownPlace()
}

export function change(
  context: Context,
  id: Id,
  { version, ...facts }: InspectionChange,
): Promise<Inspection> {
  return work(context, id, 'inspection.plan', version, async (tx, row) => {
    if (row.state !== 'planned') throw wrongState('inspections')
    const before = await store.get(tx, id, context.today)
    const place = {
      unitId: facts.unitId ?? before.unit.id,
      entityId: facts.entityId === undefined ? (before.entity?.id ?? null) : facts.entityId,
    }
    await assertPlace(tx, row.bodyId, place, context.today)
    await store.update(tx, id, {
      unit_id: place.unitId,
      entity_id: place.entityId,
      ...(facts.seatId !== undefined && { seat_id: facts.seatId }),
      ...(facts.subject !== undefined && { subject: facts.subject }),
      ...(facts.plannedOn !== undefined && { planned_on: facts.plannedOn }),
      ...(facts.place !== undefined && { place: facts.place }),
    })
    const was = {
      unitId: before.unit.id,
      entityId: before.entity?.id,
      seatId: row.seatId,
      subject: before.subject,
      plannedOn: before.plannedOn,
      place: before.place,
    }
    return audit.changes(was, facts)
  })
}

/** What was found, and what has to be put right; entered again, it corrects what was entered. */
export function record(context: Context, id: Id, input: InspectionRecord): Promise<Inspection> {
  const { version, remedies, ...facts } = input
  return work(context, id, 'inspection.record', version, async (tx, row) => {
    if (row.state === 'cancelled') throw wrongState('inspections')
    if (facts.madeOn > context.today) throw notToCome()
    assertNoStateSecret(facts.findings, facts.present)
    const was = await store.get(tx, id, '9999-12-31')
    await store.update(tx, id, {
      state: 'made',
      made_on: facts.madeOn,
      place: facts.place,
      present: facts.present,
      findings: facts.findings,
      next_on: facts.nextOn,
    })
    const all = await store.listRemedies(tx, id, context.today)
    const given = all.filter(({ task }) => task)
    const fresh = remedies.filter((remedy) => !given.some((one) => one.id === remedy.id))
    await store.replaceRemedies(tx, id, fresh)
    return audit.changes(
      { ...was, remedies: all.map(({ text }) => text) },
      { ...facts, remedies: remedies.map(({ text }) => text) },
    )
  })
}

export function cancel(
  context: Context,
  id: Id,
  { version, reason }: InspectionCancel,
): Promise<Inspection> {
  return work(context, id, 'inspection.cancel', version, async (tx, row) => {
    if (row.state !== 'planned') throw wrongState('inspections')
    await store.update(tx, id, { state: 'cancelled' })
    return { reason }
  })
}

/** A remedy becomes the draft of a task of the committee; the paper that is signed gives it. */
export function giveTask(
  context: Context,
  id: Id,
  remedyId: Id,
  version: number,
): Promise<Inspection> {
  return work(context, id, 'inspection.give_task', version, async (tx, row) => {
    if (row.state !== 'made') throw wrongState('inspections')
    const remedies = await store.listRemedies(tx, id, context.today)
    const remedy = remedies.find((one) => one.id === remedyId && one.task === null)
    if (!remedy) throw remedyNotFound()
    const input = NewTask.parse({
      issuerId: row.bodyId,
      title: remedy.text,
      content: `Khắc phục nội dung nêu tại biên bản: ${row.subject}.`,
      leadIds: [remedy.agency.id],
      dueOn: remedy.dueOn,
      dueSource: 'proposed',
      product: 'Báo cáo kết quả khắc phục',
    })
    const task = await giveTaskOf({ ...context, write: (inside) => inside(tx) }, input)
    await store.giveRemedy(tx, remedyId, task.id)
    await store.update(tx, id, {})
    return { remedyId, taskId: task.id }
  })
}

type Deed = 'inspection.plan' | 'inspection.record' | 'inspection.cancel' | 'inspection.give_task'

/** Lock, may I, can it, do it, record. */
async function work(
  context: Context,
  id: Id,
  deed: Deed,
  version: number,
  doIt: (tx: Tx, row: Awaited<ReturnType<typeof store.lock>>) => Promise<object>,
): Promise<Inspection> {
  const { actor } = context
  return context.write(async (tx) => {
    await store.get(tx, id, context.today)
    const isKeeper = await store.isKeptInspection(tx, id)
    assertAllowed(may(actor, deed, isKeeper))
    const row = await store.lock(tx, id, version)
    if (deed === 'inspection.give_task') assertAllowed(actor.committeeId === row.bodyId)
    const data = await doIt(tx, row)
    await audit.record(tx, actor, deed, id, data)
    return present(tx, context, id)
  })
}
