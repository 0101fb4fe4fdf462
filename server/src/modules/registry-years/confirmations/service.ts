import type {
  Confirm,
  ConfirmationPage,
  ConfirmationProgress,
  ConfirmationQuery,
  ConfirmResult,
  EntityConfirmation,
  MarkNational,
  RemindMissing,
  RemindResult,
  TakeBackConfirmation,
} from '@hopluc/shared/entity-years'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import * as files from '../../../platform/files.ts'
import { type Telling, tell } from '../../notices/index.ts'
import { idOfCursor, pageOfRows } from '../../units/index.ts'
import { keeps, may } from '../policy.ts'
import * as refusals from '../refusals.ts'
import { roundOf, yearOf } from '../terms.ts'
import * as store from './store.ts'

/** What is alive today, by name, with who confirmed the year's data. */
export function list(context: Context, query: ConfirmationQuery): Promise<ConfirmationPage> {
  const { today, actor } = context
  const { year = yearOf(today), cursor, limit, ...filters } = query
  return context.read(async (db) => {
    const after = cursor === undefined ? undefined : idOfCursor(cursor)
    const rows = await store.list(db, { ...filters, year, day: today, limit: limit + 1, after })
    return {
      ...pageOfRows(rows, limit),
      round: await roundOf(db, year),
      totals: await store.total(db, year, today, filters),
      mayConfirm: keeps(actor),
    }
  })
}

/** How far each commune is. */
export function progress(
  { today, read }: Context,
  year = yearOf(today),
): Promise<ConfirmationProgress> {
  return read(async (db) => ({
    round: await roundOf(db, year),
    items: await store.byUnit(db, year, today),
  }))
}

export function getOf(
  context: Context,
  id: Id,
  year = yearOf(context.today),
): Promise<EntityConfirmation> {
  const { today, actor } = context
  return context.read(async (db) => {
    const row = await store.find(db, id, year, today)
    const [known] = await store.listKnown(db, [id], year, today)
    const isTheirs = known !== undefined && (known.isKept || known.isOwn)
    return {
      round: await roundOf(db, year),
      row: row ?? null,
      mayConfirm: may(actor, 'entity.confirm', isTheirs) && known?.isConfirmed === false,
      mayTakeBack: known?.isConfirmed === true && mayTakeBack(actor, known),
      mayMarkNational: may(actor, 'entity.mark_national', known?.isKept === true),
    }
  })
}

/** Those that the caller may answer for, all or none. */
async function known(tx: Tx, { today }: Context, ids: readonly Id[], year: number) {
  const found = await store.listKnown(tx, ids, year, today)
  if (found.length < new Set(ids).size) throw refusals.entitiesNotFound()
  if (year > yearOf(today)) throw refusals.yearAhead()
  return found
}

const rowsFor = (entities: readonly { id: Id }[]) =>
  entities.map(({ id }) => ({ id: newId(), entityId: id }))

/**
 * "Số liệu đúng" (TT 09/2024/TT-BKHĐT, Điều 6): by the entity of itself; by the commune on paper.
 * What was confirmed already stays as it was said.
 */
export function confirm(context: Context, command: Confirm): Promise<ConfirmResult> {
  const { actor, now } = context
  const { year, note, fileId } = command
  return context.write(async (tx) => {
    const entities = await known(tx, context, command.entityIds, year)
    const isOwn = actor.role === 'cooperative'
    assertAllowed(
      entities.every((one) => may(actor, 'entity.confirm', isOwn ? one.isOwn : one.isKept)),
    )
    if (!isOwn && !note && !fileId) throw refusals.noPaper()
    const fresh = entities.filter(({ isConfirmed }) => !isConfirmed)
    if (fresh.length === 0) return { changed: 0 }
    const way = isOwn ? ('entity' as const) : ('commune' as const)
    const { accountId, byWords } = actor
    const said = { year, way, byWords, accountId, at: now, note, fileId }
    const kept = await store.confirm(tx, rowsFor(fresh), said)
    if (fileId) for (const id of kept) await files.link(tx, fileId, 'confirmation', id)
    for (const { id } of fresh)
      await audit.record(tx, actor, 'entity.confirm', id, { year, way, note, fileId })
    return { changed: fresh.length }
  })
}

/** Who is not confirmed stays so; what was ticked of the national system stays too. */
export function takeBack(context: Context, command: TakeBackConfirmation): Promise<ConfirmResult> {
  const { actor } = context
  const { year, entityIds, reason } = command
  return context.write(async (tx) => {
    const entities = await known(tx, context, entityIds, year)
    assertAllowed(entities.every((one) => mayTakeBack(actor, one)))
    const before = await store.unconfirm(tx, entityIds, year)
    for (const { id, ...was } of before)
      await audit.record(tx, actor, 'entity.unconfirm', id, { year, before: was, reason })
    return { changed: before.length }
  })
}

/** The keeper of any; the entity of what it said itself. */
const mayTakeBack = (actor: Actor, { isKept, isOwn, way }: store.Known): boolean =>
  may(actor, 'entity.confirm', actor.role === 'cooperative' ? isOwn && way === 'entity' : isKept)

/** "Đã cập nhật Hệ thống thông tin quốc gia về HTX", with the day. */
export function markNational(context: Context, command: MarkNational): Promise<ConfirmResult> {
  const { actor, today } = context
  const { year, on } = command
  return context.write(async (tx) => {
    const entities = await known(tx, context, command.entityIds, year)
    assertAllowed(entities.every(({ isKept }) => may(actor, 'entity.mark_national', isKept)))
    if (on !== null && on > today) throw refusals.dayAhead('on')
    const { byWords } = actor
    const changed =
      on === null
        ? await store.unmarkNational(tx, command.entityIds, year)
        : await store.markNational(tx, rowsFor(entities), { year, on, byWords })
    if (changed > 0)
      for (const { id } of entities)
        await audit.record(tx, actor, 'entity.mark_national', id, { year, on })
    return { changed }
  })
}

/** Once a day to each: to the entity's own people, and to the commune's of those that do not sign in. */
export function remind(context: Context, { year, unit }: RemindMissing): Promise<RemindResult> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const all = await store.listKnown(tx, 'all', year, today, unit)
    const kept = all.filter(({ isKept }) => isKept)
    assertAllowed(may(actor, 'entity.remind_missing', kept.length > 0))
    const missing = kept.filter(({ isConfirmed }) => !isConfirmed)
    const { entityDue } = await roundOf(tx, year)
    const signingIn = missing.filter(({ agencyId }) => agencyId !== null)
    const communes = Map.groupBy(missing, ({ unitId }) => unitId)
    const params = { title: String(year), by: actor.byWords, dueOn: entityDue }
    const tellings: Telling[] = signingIn.map(({ id, agencyId }) => ({
      to: { agencyIds: agencyId ? [agencyId] : [], roles: ['cooperative'] },
      kind: 'entity.confirm',
      subjectKind: 'entity',
      subjectId: id,
      params,
      dedupe: `entity.confirm ${id} ${year} ${today}`,
    }))
    for (const [unitId, entities] of communes)
      tellings.push({
        to: { agencyIds: await store.keepersOf(tx, unitId, today) },
        kind: 'entity.confirm_all',
        subjectKind: 'register',
        subjectId: unitId,
        params: { ...params, count: entities.length },
        dedupe: `entity.confirm ${unitId} ${year} ${today}`,
      })
    await tell(tx, context, ...tellings)
    const told = { entities: signingIn.length, communes: communes.size }
    await audit.record(tx, actor, 'entity.remind_missing', actor.agencyId, { year, ...told })
    return told
  })
}
