import type {
  Double,
  DoubleComparison,
  DoublePage,
  DoubleQuery,
  EntityMerge,
  KeepApart,
  MergedEntity,
  MergeUndo,
} from '@hopluc/shared/entity-doubles'
import type { EntityAttribute } from '@hopluc/shared/entities'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertLife, listEvents, lock as lockEntity, presentEntity } from '../registry/index.ts'
import { mayDecide } from './policy.ts'
import { decided, merged, notFound, notOfPair, notUndone } from './refusals.ts'
import * as store from './store.ts'

/** Pairs that may be one cooperative, likeliest first, within what the acting person reads. */
export function list(context: Context, query: DoubleQuery): Promise<DoublePage> {
  return context.read(async (db) => {
    const rows = await store.list(db, query, context.today)
    const items = rows.slice(0, query.limit).map((row) => presented(context, row))
    const last = rows.length > query.limit ? items.at(-1) : undefined
    const next = last ? `${last.score}_${last.id}` : null
    return { items, next, total: await store.count(db, query, context.today) }
  })
}

/** Both whole, side by side, with what hangs on each. */
export function compare(context: Context, id: Id): Promise<DoubleComparison> {
  return context.read(async (db) => {
    const double = await get(db, context, id)
    const [first, second] = [double.first.id, double.second.id]
    return {
      double,
      first: await presentEntity(db, context, first),
      second: await presentEntity(db, context, second),
      firstHolds: await store.held(db, first),
      secondHolds: await store.held(db, second),
    }
  })
}

/** States that they are two: the pair is not put forward again. */
export function keepApart(context: Context, id: Id, { reason }: KeepApart): Promise<Double> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const { first, second } = await decidable(tx, context, id)
    await decide(tx, context, id, 'open', 'distinct', reason)
    await audit.record(tx, actor, 'entity.keep_apart', first.id, {
      before: { state: 'open' },
      state: 'distinct',
      otherId: second.id,
      names: [first.name, second.name],
      reason,
      at: now,
    })
    return get(tx, context, id)
  })
}

/** One of the two stays and takes over what is chosen; the other leads to it from then on. */
export function merge(context: Context, id: Id, command: EntityMerge): Promise<MergedEntity> {
  const { actor, now } = context
  const { keptId, goneId, take, takePlace, events, reason } = command
  return context.write(async (tx) => {
    const double = await decidable(tx, context, id)
    const pair = [double.first.id, double.second.id]
    if (keptId === goneId || !pair.includes(keptId) || !pair.includes(goneId)) throw notOfPair()
    for (const [one, version] of [
      [keptId, command.keptVersion],
      [goneId, command.goneVersion],
    ] as const)
      await lockEntity(tx, one, version)
    const before = await presentEntity(tx, context, keptId)
    const gone = await presentEntity(tx, context, goneId)
    const mergeId = newId()
    const refused = await store.merge(tx, {
      mergeId,
      keptId,
      goneId,
      take: take.map(columnOf),
      takePlace,
      events,
      reason,
      byWords: actor.byWords,
      at: now,
    })
    if (refused === 'merged') throw merged()
    assertAllowed(refused === null)
    await store.holdFirstRegistration(tx, mergeId)
    await assertWholeLife(tx, keptId)
    await decide(tx, context, id, 'open', 'merged', reason)
    const effects = await store.effects(tx, mergeId)
    const after = await presentEntity(tx, context, keptId)
    await audit.record(tx, actor, 'entity.merge', keptId, {
      ...audit.changes(described(before), described(after)),
      mergeId,
      gone: { id: goneId, ...described(gone) },
      reason,
      effects,
    })
    return { id: mergeId, keptId, goneId, effects }
  })
}

/** What was brought must fit into the life of the one that stays. */
async function assertWholeLife(tx: Tx, id: Id): Promise<void> {
  const events = await listEvents(tx, id)
  assertLife(events.filter(({ voidReason }) => voidReason === null))
}

/** Puts both back as they were; refused where something newer rests on the merger. */
export function undo(context: Context, mergeId: Id, { reason }: MergeUndo): Promise<Double> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const known = await store.findMerge(tx, mergeId)
    if (!known) throw notFound()
    const { keptId, goneId } = known
    const before = await presentEntity(tx, context, keptId)
    const refused = await store.undo(tx, mergeId, { reason, byWords: actor.byWords, at: now })
    assertAllowed(refused !== 'forbidden' && mayDecide(actor, true))
    if (refused) throw notUndone(refused)
    const pair = { state: 'merged', entity: goneId, other: keptId, limit: 1 } as const
    const [row] = await store.list(tx, pair, context.today)
    if (row) await decide(tx, context, row.id, 'merged', 'open', null)
    const after = await presentEntity(tx, context, keptId)
    const back = await presentEntity(tx, context, goneId)
    await audit.record(tx, actor, 'entity.undo_merge', keptId, {
      ...audit.changes(described(before), described(after)),
      mergeId,
      back: { id: goneId, ...described(back) },
      reason,
    })
    if (!row) throw notFound()
    return get(tx, context, row.id)
  })
}

async function get(db: Reader, context: Context, id: Id): Promise<Double> {
  const row = await store.find(db, id, context.today)
  if (!row) throw notFound()
  return presented(context, row)
}

async function decidable(tx: Tx, { actor, today }: Context, id: Id) {
  const row = await store.find(tx, id, today)
  if (!row) throw notFound()
  assertAllowed(mayDecide(actor, row.keepsBoth))
  if (row.state !== 'open') throw decided()
  return row
}

async function decide(
  tx: Tx,
  { actor, now }: Context,
  id: Id,
  from: store.Decision['state'],
  state: store.Decision['state'],
  reason: string | null,
): Promise<void> {
  const { accountId, byWords } = actor
  const said = { state, accountId, byWords, at: now, reason }
  if (!(await store.decide(tx, id, from, said))) throw decided()
}

function presented({ actor }: Context, { keepsBoth, isUndoable, ...row }: store.DoubleRow): Double {
  const may = mayDecide(actor, keepsBoth)
  const allowed: Double['allowed'] = []
  if (may && row.state === 'open') allowed.push('keep_apart', 'merge')
  if (may && isUndoable) allowed.push('undo')
  return { ...row, allowed }
}

/** `officialMembers` is `official_members` in the register. */
function columnOf(attribute: EntityAttribute): string {
  return attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function described({ attributes, place, status }: Awaited<ReturnType<typeof presentEntity>>) {
  return { ...attributes, unitId: place.unitId, address: place.address, status }
}
