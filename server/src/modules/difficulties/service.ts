import type {
  Difficulty,
  DifficultyChoices,
  DifficultyDeed,
  DifficultyItem,
  DifficultyLevel,
  DifficultyPage,
  DifficultyQuery,
  DifficultyWay,
  NewDifficulty,
} from '@hopluc/shared/difficulties'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { fits, isOverdue, levelOf, levelsFrom } from './domain.ts'
import { allowedOn, isTheirs, may, mayPut } from './policy.ts'
import * as places from './places.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import { withTerms } from './terms.ts'
import * as trail from './trail.ts'
import { usesOf } from './uses.ts'

export function list(context: Context, query: DifficultyQuery): Promise<DifficultyPage> {
  const { today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    return { items: items.map((row) => asItem(row, today)), next }
  })
}

export function choices(context: Context): Promise<DifficultyChoices> {
  const { actor, today } = context
  return context.read(async (db) => ({
    topics: await store.listTopics(db),
    units: await places.listUnits(db, today),
    mayRaise: may(actor, 'difficulty.raise', true),
    isCooperative: actor.role === 'cooperative',
  }))
}

export function get(context: Context, id: Id): Promise<Difficulty> {
  return context.read((db) => present(db, context, id))
}

/** As lists tell it. */
export function asItem(row: store.Row, today: string): DifficultyItem {
  const {
    isHandler: _handler,
    isRaiser: _raiser,
    isInArea: _area,
    transferUntilOn: _until,
    ...item
  } = row
  return { ...item, isOverdue: isOverdue(row, today) }
}

async function present(db: Reader, { actor, today }: Context, id: Id): Promise<Difficulty> {
  const row = await store.get(db, id, today)
  const allowed = allowedOn(actor, row, row, today)
  const others = allowed.includes('transfer')
    ? await places.listAgencies(db, row.unit.id, row.handler.id, today)
    : []
  return {
    ...asItem(row, today),
    transferUntilOn: row.transferUntilOn,
    uses: await usesOf(db, id, today),
    mayPut: row.state !== 'solved' && mayPut(actor, row),
    events: await store.listEvents(db, id, today),
    allowed,
    agencies: others.map(({ id: agencyId, name, shortName }) => ({
      id: agencyId,
      name,
      shortName,
    })),
  }
}

/**
 * By a cooperative for itself, or by an officer for one of the officer's area: it goes at once to the
 * agency that the rules name.
 */
export function raise(context: Context, given: NewDifficulty): Promise<Difficulty> {
  const { actor, today, now } = context
  assertNoStateSecret(given.text)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'difficulty.raise', true))
    const place = await placeOf(tx, context, given)
    const raisedOn = given.raisedOn ?? today
    if (raisedOn > today) throw refusals.notYet()
    const topic = (await store.listTopics(tx)).find(({ id }) => id === given.topicId)
    if (!topic) throw refusals.unknownTopic()
    const at = await firstPlace(tx, context, {
      unitId: place.unitId,
      topicId: topic.id,
      levels: levelsFrom(topic.firstLevel, place.isCommune),
    })
    const way = await wayOf(tx, context, given)
    const raised = { ...given, ...at, ...place, way, raisedOn }
    const id = await store.insert(tx, raised, actor)
    await trail.append(tx, id, {
      action: 'raise',
      on: raisedOn,
      at: now,
      by: actor,
      agencyId: at.handlerId,
      fileIds: given.fileIds,
    })
    await audit.record(tx, actor, 'difficulty.raise', id, { ...given, ...place, ...at, way })
    await tellOf(tx, context, id, 'handler', 'difficulty.raised')
    return present(tx, context, id)
  })
}

/** At a meeting or in a return that the person reads, else as they say. */
async function wayOf(
  tx: Tx,
  { actor }: Context,
  { meetingId, returnId, way }: NewDifficulty,
): Promise<DifficultyWay> {
  if (meetingId !== null && !(await places.isMeeting(tx, meetingId)))
    throw refusals.unknownMeeting()
  if (returnId !== null && !(await places.isReturn(tx, returnId))) throw refusals.unknownReturn()
  if (actor.role === 'cooperative') return 'own'
  return meetingId !== null ? 'meeting' : returnId !== null ? 'return' : way
}

async function placeOf(tx: Tx, { actor, today }: Context, given: NewDifficulty) {
  if (actor.role === 'cooperative') {
    const own = await places.ownPlace(tx, actor.agencyId, today)
    if (!own) throw refusals.noPlace()
    return { ...own, isCommune: true }
  }
  const unit = given.unitId === null ? undefined : await places.unitOnDay(tx, given.unitId, today)
  if (!unit) throw refusals.noPlace()
  const { entityId } = given
  if (entityId !== null && !(await places.liesIn(tx, entityId, unit.id, today)))
    throw refusals.strangeEntity()
  return { unitId: unit.id, entityId, isCommune: unit.level === 'commune' }
}

/** The first of these levels at which the rules know an agency, with its terms from today. */
async function firstPlace(
  tx: Tx,
  context: Context,
  { levels, ...where }: { unitId: Id; topicId: Id; levels: readonly DifficultyLevel[] },
): Promise<store.Placed> {
  for (const level of levels) {
    const handlerId = await places.handlerAt(tx, { ...where, level }, context.today)
    if (handlerId) return withTerms(tx, context.today, level, handlerId)
  }
  throw refusals.noHandler()
}

/**
 * Passes it on, answers it, rates the answer. What is rated as not solved waits again where it was
 * answered, with a new term.
 */
export function act(context: Context, id: Id, deed: DifficultyDeed): Promise<Difficulty> {
  return context.write(async (tx) => {
    const also = deed.action === 'answer' ? deed.also : []
    const all = new Map(
      [...also, { id, version: deed.version }].map((one) => [one.id, one.version]),
    )
    // In one order, so that two who answer the same ones wait for each other.
    const inOrder = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1))
    for (const [oneId, version] of inOrder) await actOn(tx, context, oneId, { ...deed, version })
    return present(tx, context, id)
  })
}

async function actOn(tx: Tx, context: Context, id: Id, deed: DifficultyDeed): Promise<void> {
  const { actor, today } = context
  const { action, version, ...said } = deed
  const row = await store.get(tx, id, today)
  assertAllowed(may(actor, `difficulty.${action}`, isTheirs(action, row)))
  if (row.version !== version) throw refusals.changed()
  if (!fits(action, row, today))
    throw action === 'transfer' && row.state === 'waiting'
      ? refusals.transferOver()
      : refusals.wrongState()
  await store.lock(tx, id, version)
  const before = { state: row.state, handlerId: row.handler.id }
  if (deed.action === 'transfer') await transfer(tx, context, row, deed)
  else if (deed.action === 'answer') await answer(tx, context, row, deed)
  else await rate(tx, context, row, deed)
  await audit.record(tx, actor, `difficulty.${action}`, id, { before, ...said })
}

type Deed<Action extends DifficultyDeed['action']> = Extract<DifficultyDeed, { action: Action }>

async function transfer(tx: Tx, context: Context, row: store.Row, deed: Deed<'transfer'>) {
  const { actor, today, now } = context
  const others = await places.listAgencies(tx, row.unit.id, row.handler.id, today)
  const to = others.find(({ id }) => id === deed.agencyId)
  if (!to) throw refusals.strangeAgency()
  assertNoStateSecret(deed.reason)
  await trail.append(tx, row.id, {
    action: 'transfer',
    on: today,
    at: now,
    by: actor,
    text: deed.reason,
    agencyId: to.id,
    details: { fromId: row.handler.id },
  })
  await store.update(tx, row.id, { at: await withTerms(tx, context.today, levelOf(to), to.id) })
  await tellOf(tx, context, row.id, 'handler', 'difficulty.transferred')
}

async function answer(tx: Tx, context: Context, row: store.Row, deed: Deed<'answer'>) {
  const { actor, today, now } = context
  assertNoStateSecret(deed.text)
  await trail.append(tx, row.id, {
    action: 'answer',
    on: today,
    at: now,
    by: actor,
    text: deed.text,
    paper: deed.paper,
    agencyId: row.handler.id,
    fileIds: deed.fileIds,
    ...(deed.also.length > 0 && { details: { together: deed.also.length + 1 } }),
  })
  await store.update(tx, row.id, { state: 'answered', answeredOn: today })
  await tellOf(tx, context, row.id, 'raiser', 'difficulty.answered')
}

async function rate(tx: Tx, context: Context, row: store.Row, deed: Deed<'rate'>) {
  const { actor, today, now } = context
  const { isSolved, text } = deed
  if (!isSolved && text === null) throw refusals.noReason()
  assertNoStateSecret(text)
  const details = { isSolved }
  await trail.append(tx, row.id, { action: 'rate', on: today, at: now, by: actor, text, details })
  if (isSolved) await store.update(tx, row.id, { state: 'solved' })
  else {
    const at = await withTerms(tx, context.today, row.level, row.handler.id)
    await store.update(tx, row.id, { state: 'waiting', at, risenOn: null })
  }
  await tellOf(
    tx,
    context,
    row.id,
    'handler',
    isSolved ? 'difficulty.solved' : 'difficulty.unsolved',
  )
}

type Told = 'raised' | 'transferred' | 'answered' | 'solved' | 'unsolved'

async function tellOf(
  tx: Tx,
  { actor, now, today }: Context,
  id: Id,
  side: 'handler' | 'raiser',
  kind: `difficulty.${Told}`,
): Promise<void> {
  const { text, answerDueOn } = await store.get(tx, id, today)
  await trail.tell(tx, id, side, {
    kind,
    params: { title: store.titleOf(text), by: actor.byWords, dueOn: answerDueOn },
    at: now,
  })
}
