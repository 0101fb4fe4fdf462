import { randomUUIDv7 as newId } from 'node:crypto'
import type {
  NewRound,
  RemindReturns,
  RemindReturnsResult,
  Round,
  RoundChange,
  RoundPage,
  RoundPreview,
  RoundQuery,
} from '@hopluc/shared/rounds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { withDaysOff } from '../calendar/index.ts'
import { breakdownIds, ensurePeriod, getPeriod } from '../figures/index.ts'
import { tell } from '../notices/index.ts'
import { formForRound, freezeForRound } from '../report-forms/index.ts'
import { breakdownsOf, countReturns } from '../returns/index.ts'
import { BASIS, daysOf, dueOf, type RoundDays, titleOf } from './domain.ts'
import { may } from './policy.ts'
import { daysWrong, nobodyAsked, notBelow, wrongParent } from './refusals.ts'
import * as store from './store.ts'

const NO_COUNTS = { asked: 0, open: 0, withLeader: 0, sent: 0, returned: 0, accepted: 0, late: 0 }

/** Rounds that the reader asks, is asked in, or oversees. */
export function list(context: Context, query: RoundQuery): Promise<RoundPage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const rows = await store.listRounds(db, today, query)
    const items = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? items.at(-1) : undefined
    return {
      items: await presentAll(db, context, items),
      next: last ? `${last.cutoffOn}_${last.id}` : null,
      mayOpen: may(actor, 'round.open', true),
    }
  })
}

export function get(context: Context, id: Id): Promise<Round> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, context: Context, id: Id): Promise<Round> {
  const row = await store.getRound(db, context.today, id)
  const [round] = await presentAll(db, context, [row])
  if (!round) throw new Error('a round that was read is presented')
  return round
}

async function presentAll(
  db: Reader,
  { actor, today }: Context,
  rows: readonly store.RoundRow[],
): Promise<Round[]> {
  const counts = await countReturns(
    db,
    today,
    rows.map(({ id }) => id),
  )
  return Promise.all(
    rows.map(async ({ isOwn, level: _level, ...row }) => ({
      ...row,
      deadlines: await withDaysOff(db, row.deadlines),
      counts: counts.get(row.id) ?? NO_COUNTS,
      allowed: [
        ...(may(actor, 'round.change', isOwn) ? (['change'] as const) : []),
        ...(may(actor, 'round.remind', isOwn) && row.state === 'open' ? (['remind'] as const) : []),
        ...(may(actor, 'round.close', isOwn) ? (['close'] as const) : []),
        ...(isOwn && row.state === 'open' ? (['accept'] as const) : []),
      ],
    })),
  )
}

const receiverOf = ({ actor }: Context, { receiverId }: NewRound): Id =>
  receiverId ?? actor.committeeId ?? actor.agencyId

/** Who is there to be asked: today, for who ended since the period has nobody to answer. */
const dayOfAsking = ({ today }: Context, { cutoffOn }: RoundDays): PlainDate =>
  cutoffOn < today ? cutoffOn : today

/** What opening would do: days, how many, who has nobody to answer, what was opened before. */
export function preview(context: Context, wanted: NewRound): Promise<RoundPreview> {
  assertAllowed(may(context.actor, 'round.open', true))
  return context.read(async (db) => {
    const { kind, year, part } = wanted.period
    const period = await getPeriod(db, kind, year, part)
    const form = await formForRound(db, context, wanted.formId)
    const days = daysOf(wanted, period, context.today)
    const on = dayOfAsking(context, days)
    const asked = await store.listAsked(db, wanted.asked, on)
    return {
      title: titleOf(wanted, form.name),
      period,
      opensOn: days.opensOn,
      cutoffOn: days.cutoffOn,
      estimateOn: days.estimateOn,
      deadlines: await withDaysOff(db, days.deadlines),
      checkDueOn: days.checkDueOn,
      basis: BASIS,
      asked: asked.length,
      withoutAgency: await store.withoutAgency(db, wanted.asked, on),
      already: await store.listAlready(
        db,
        wanted.formId,
        period.id,
        asked.map(({ agencyId }) => agencyId),
      ),
      parents: await parentsOf(db, wanted.asked, period.id),
    }
  })
}

/** Agencies by name stand at the unit that asks: nothing of theirs is added up into its own return. */
const parentsOf = (db: Reader, asked: NewRound['asked'], periodId: number) =>
  asked.by === 'level' && periodId > 0 ? store.listAbove(db, asked.unitId, periodId) : []

/**
 * Opens a round: the form's version is fixed, everyone asked gets a return and is told.
 * @throws AppError `rounds.nobody_asked`, `rounds.not_below`, `rounds.days`, `rounds.wrong_parent`
 */
export function open(context: Context, wanted: NewRound): Promise<Round> {
  const { actor, today, now } = context
  assertAllowed(may(actor, 'round.open', true))
  return context.write(async (tx) => {
    const { kind, year, part } = wanted.period
    const period = await ensurePeriod(tx, kind, year, part)
    const form = await freezeForRound(tx, context, wanted.formId)
    await breakdownIds(tx, breakdownsOf(form.definition))
    const days = daysOf(wanted, period, today)
    const dueOn = dueOf(wanted.asked, days)
    if (days.cutoffOn > dueOn || days.opensOn > dueOn) throw daysWrong()
    const asked = await store.listAsked(tx, wanted.asked, dayOfAsking(context, days))
    const receiverId = receiverOf(context, wanted)
    const unitId =
      wanted.asked.by === 'level' ? wanted.asked.unitId : await store.unitOf(tx, receiverId, today)
    if (asked.length === 0 || !unitId) throw nobodyAsked()
    const units = [unitId, ...asked.map((one) => one.unitId)]
    if ((await store.countOutside(tx, units)) > 0) throw notBelow()
    const { parentId } = wanted
    const parents = parentId === null ? [] : await parentsOf(tx, wanted.asked, period.id)
    if (parentId !== null && !parents.some(({ id }) => id === parentId)) throw wrongParent()
    const round: store.RoundToOpen = {
      ...days,
      id: newId(),
      formId: wanted.formId,
      formNo: form.no,
      period,
      unitId,
      level: wanted.asked.by === 'level' ? wanted.asked.level : null,
      receiverId,
      checkerId: wanted.checkerId,
      parentId,
      title: titleOf(wanted, form.name),
      paper: wanted.paper,
      openedBy: actor.accountId,
      now,
    }
    await store.insertRound(tx, round)
    await store.insertReturns(tx, round, asked, dueOn)
    await audit.record(tx, actor, 'round.open', round.id, {
      after: { title: round.title, period: wanted.period, asked: wanted.asked, ...days },
      returns: asked.length,
    })
    await tellAsked(tx, context, round, dueOn)
    return present(tx, context, round.id)
  })
}

/** Everyone is told of their own return. */
async function tellAsked(
  tx: Tx,
  context: Context,
  { id, title }: store.RoundToOpen,
  dueOn: PlainDate,
): Promise<void> {
  const rows = await tx
    .selectFrom('returns')
    .select(['id', 'agency_id'])
    .where('round_id', '=', id)
    .execute()
  const by = context.actor.byWords
  await tell(
    tx,
    context,
    ...rows.map(({ id: returnId, agency_id: agencyId }) => ({
      to: { agencyIds: [agencyId] },
      kind: 'return.asked' as const,
      subjectKind: 'return' as const,
      subjectId: returnId,
      params: { title, by, dueOn },
      dedupe: `return.asked ${returnId}`,
    })),
  )
}

/** New deadlines hold for those that have not sent. */
export function change(
  context: Context,
  id: Id,
  { version, title, deadlines, checkDueOn, paper }: RoundChange,
): Promise<Round> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.getRound(tx, today, id)
    assertAllowed(may(actor, 'round.change', before.isOwn))
    await store.lock(tx, id, version)
    if (deadlines.some(({ dueOn }) => dueOn < before.cutoffOn)) throw daysWrong()
    await store.change(tx, id, {
      title,
      deadlines: JSON.stringify(deadlines),
      check_due_on: checkDueOn,
      paper,
    })
    await store.moveDays(tx, id)
    await audit.record(tx, actor, 'round.change', id, {
      before: { title: before.title, deadlines: before.deadlines, paper: before.paper },
      after: { title, deadlines, checkDueOn, paper },
    })
    return present(tx, context, id)
  })
}

export function close(
  context: Context,
  id: Id,
  version: number,
  isClosed: boolean,
): Promise<Round> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.getRound(tx, today, id)
    assertAllowed(may(actor, 'round.close', before.isOwn))
    await store.lock(tx, id, version)
    const state = isClosed ? 'closed' : 'open'
    await store.change(tx, id, { state })
    await audit.record(tx, actor, 'round.close', id, {
      before: { state: before.state },
      after: { state },
    })
    return present(tx, context, id)
  })
}

/** Reminds those that have not sent, once a day each; says whom it could not reach. */
export function remind(
  context: Context,
  id: Id,
  { returnIds }: RemindReturns,
): Promise<RemindReturnsResult> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const round = await store.getRound(tx, today, id)
    assertAllowed(may(actor, 'round.remind', round.isOwn))
    const unreached = await store.countUnreached(tx, id, today, returnIds)
    const reminded = await store.markReminded(tx, id, returnIds)
    await tell(
      tx,
      context,
      ...reminded.map(({ id: returnId, agencyId }) => ({
        to: { agencyIds: [agencyId] },
        kind: 'return.reminded' as const,
        subjectKind: 'return' as const,
        subjectId: returnId,
        params: { title: round.title, by: actor.byWords },
        dedupe: `return.reminded ${returnId} ${today}`,
      })),
    )
    await audit.record(tx, actor, 'round.remind', id, { returnIds: reminded.map((one) => one.id) })
    return { reminded: reminded.length - unreached.withoutAccount, ...unreached }
  })
}
