import type { EntityPlace } from '@hopluc/shared/entities'
import type {
  NewProposal,
  Proposal,
  ProposalDecision,
  ProposalPage,
  Proposals,
  ProposalValues,
} from '@hopluc/shared/entity-proposals'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { tell } from '../notices/index.ts'
import { changeIn, lock, refresh } from '../registry/index.ts'
import { idOfCursor, pageOfRows } from '../units/index.ts'
import { chosenOf, differing, type Held, heldOf, stateAfter, subjectsOf } from './domain.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

export function listOf(context: Context, entityId: Id): Promise<Proposals> {
  return context.read(async (db) => {
    const { isOwn } = await store.standingOf(db, entityId)
    return {
      items: await present(db, context, await store.listOf(db, entityId)),
      mayPropose: may(context.actor, 'entity.propose', isOwn),
    }
  })
}

export function listOpen(
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<ProposalPage> {
  return context.read(async (db) => {
    const after = cursor === undefined ? undefined : idOfCursor(cursor)
    const { items, next } = pageOfRows(await store.listOpen(db, limit + 1, after), limit)
    return { items: await present(db, context, items), next }
  })
}

/**
 * By the entity's own people; the commune's keepers are told.
 * @throws AppError `proposals.nothing` where all of it holds already
 */
export function propose(context: Context, entityId: Id, given: NewProposal): Promise<Proposals> {
  const { actor, now, today } = context
  return context.write(async (tx) => {
    const { isOwn, name } = await store.standingOf(tx, entityId)
    assertAllowed(may(actor, 'entity.propose', isOwn))
    if (given.fromOn > today) throw refusals.notYet()
    const held = await heldOn(tx, entityId, given.fromOn)
    if (!held) throw refusals.notOnDay()
    const place = given.place ? { ...held.place, ...defined(given.place) } : null
    const wished = { attributes: given.attributes, place }
    const named = subjectsOf(wished)
    const fresh = differing(wished, heldOf(held, named), named)
    if (fresh.length === 0) throw refusals.nothing()
    const { attributes, place: freshPlace } = chosenOf(wished, fresh)
    const proposed = { attributes, place: freshPlace ?? null }
    const id = newId()
    await store.insert(tx, {
      id,
      entityId,
      fromOn: given.fromOn,
      proposed,
      seen: heldOf(held, fresh),
      reason: given.reason,
      fileId: given.fileId,
      by: actor,
      at: now,
    })
    if (given.fileId) await files.link(tx, given.fileId, 'proposal', id)
    await audit.record(tx, actor, 'entity.propose', entityId, {
      proposalId: id,
      fromOn: given.fromOn,
      before: heldOf(held, fresh),
      after: proposed,
      reason: given.reason,
    })
    await store.tellKeepers(tx, id, { title: name, by: actor.byWords }, now)
    return { items: await present(tx, context, await store.listOf(tx, entityId)), mayPropose: true }
  })
}

/**
 * Whoever keeps the register takes all, some or nothing of it; what is taken holds from the day named.
 * @throws AppError `entities.changed` where the entity is otherwise than the caller saw it
 */
export function decide(
  context: Context,
  entityId: Id,
  id: Id,
  decision: ProposalDecision,
): Promise<Proposal> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const { isKept, name } = await store.standingOf(tx, entityId)
    assertAllowed(may(actor, 'entity.decide_proposal', isKept))
    const row = await store.find(tx, entityId, id)
    if (!row) throw refusals.notFound()
    await store.lock(tx, id, decision.version)
    const proposed = { attributes: row.attributes, place: row.place }
    const subjects = subjectsOf(proposed)
    const accept = subjects.filter((subject) => decision.accept.includes(subject))
    if (accept.length < new Set(decision.accept).size) throw refusals.unknownSubject()
    const state = stateAfter(subjects, accept)
    if (state !== 'accepted' && !decision.reason) throw refusals.noReason()
    if (accept.length > 0) {
      await lock(tx, entityId, decision.entityVersion)
      const before = await heldOn(tx, entityId, decision.fromOn)
      const changes = await changeIn(tx, context, entityId, {
        ...chosenOf(proposed, accept),
        fromOn: decision.fromOn,
        source: { from: 'entity', on: decision.fromOn, documentId: null, note: null },
      })
      await refresh(tx, [entityId])
      await audit.record(tx, actor, 'entity.change', entityId, {
        ...changes,
        proposalId: id,
        held: before && heldOf(before, accept),
      })
    }
    await store.decide(tx, id, {
      state,
      accepted: accept,
      acceptedFrom: accept.length > 0 ? decision.fromOn : null,
      reason: decision.reason,
      by: actor,
      at: now,
    })
    await audit.record(tx, actor, 'entity.decide_proposal', entityId, {
      proposalId: id,
      state,
      accepted: accept,
      reason: decision.reason,
    })
    await tell(tx, context, {
      to: { accountIds: [row.proposedBy] },
      kind: `entity.${state === 'rejected' ? 'rejected' : 'accepted'}`,
      subjectKind: 'entity',
      subjectId: entityId,
      params: { title: name, by: actor.byWords, text: decision.reason },
      dedupe: `entity.decided ${id}`,
    })
    return presentOne(tx, context, entityId, id)
  })
}

/** By the entity's own people, while nobody has decided. */
export function withdraw(
  context: Context,
  entityId: Id,
  id: Id,
  version: number,
): Promise<Proposal> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const { isOwn } = await store.standingOf(tx, entityId)
    assertAllowed(may(actor, 'entity.propose', isOwn))
    if (!(await store.find(tx, entityId, id))) throw refusals.notFound()
    await store.lock(tx, id, version)
    await store.decide(tx, id, {
      state: 'withdrawn',
      accepted: [],
      acceptedFrom: null,
      reason: null,
      by: actor,
      at: now,
    })
    await audit.record(tx, actor, 'entity.withdraw_proposal', entityId, { proposalId: id })
    return presentOne(tx, context, entityId, id)
  })
}

async function presentOne(db: Reader, context: Context, entityId: Id, id: Id): Promise<Proposal> {
  const row = await store.find(db, entityId, id)
  const [one] = row ? await present(db, context, [row]) : []
  if (!one) throw refusals.notFound()
  return one
}

async function heldOn(db: Reader, entityId: Id, day: PlainDate): Promise<Held | undefined> {
  return (await store.heldOn(db, [{ key: entityId, entityId, day }])).get(entityId)
}

async function present(
  db: Reader,
  { actor }: Context,
  rows: readonly store.ProposalRow[],
): Promise<Proposal[]> {
  const open = rows.filter(({ state }) => state === 'open')
  const held = await store.heldOn(
    db,
    open.map(({ id, entityId, fromOn }) => ({ key: id, entityId, day: fromOn })),
  )
  const drawn = rows.map((row) => {
    const { attributes, place, isKept, isOwn, proposedBy: _by, unitId: _unit, ...rest } = row
    const proposed: ProposalValues = { attributes, place }
    const subjects = subjectsOf(proposed)
    const today = held.get(row.id)
    const now = today ? heldOf(today, subjects) : row.seen
    const isOpen = row.state === 'open'
    return {
      ...rest,
      subjects,
      proposed,
      now,
      stale: differing(row.seen, now, subjects),
      mayDecide: isOpen && may(actor, 'entity.decide_proposal', isKept),
      mayWithdraw: isOpen && may(actor, 'entity.propose', isOwn),
    }
  })
  const unitsIn = ({ proposed, seen, now }: (typeof drawn)[number]) =>
    [proposed, seen, now].flatMap((one) => one.place?.unitId ?? [])
  const names = await store.unitsOf(db, [...new Set(drawn.flatMap(unitsIn))])
  return drawn.map((one) => ({
    ...one,
    units: Object.fromEntries(unitsIn(one).flatMap((id) => (names[id] ? [[id, names[id]]] : []))),
  }))
}

type SomePlace = { [Name in keyof EntityPlace]?: EntityPlace[Name] | undefined }

function defined(place: SomePlace): Partial<EntityPlace> {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
}
