import type {
  AllotFunds,
  ChoosePolicies,
  NeedsReminded,
  PlanNeeds,
  PlanNeedsQuery,
  StateNeeds,
} from '@hopluc/shared/plan-needs'
import { type Plan, PlanItem } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import {
  type Asked,
  askedAgencies,
  findPlan,
  lockPlan,
  presentPlan,
  updatePlan,
} from '../plans/index.ts'
import { linesOf, rollUp } from './domain.ts'
import * as policies from './policies-store.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import { yearsOf } from './years.ts'

export function get(context: Context, id: Id, query: PlanNeedsQuery): Promise<PlanNeeds> {
  return context.read((db) => present(db, context, id, query))
}

async function present(
  db: Reader,
  context: Context,
  id: Id,
  {
    unit: unitId,
    asOf = context.today,
  }: { unit?: Id | undefined; asOf?: PlainDate | undefined } = {},
): Promise<PlanNeeds> {
  const { actor, today } = context
  const { isOwn } = await findPlan(db, id, asOf)
  const plan = await presentPlan(db, context, id, asOf)
  if (plan.kind !== 'year') throw refusals.notYearly()
  const year = Number(plan.fromOn.slice(0, 4))
  const unit = unitOf(plan, unitId)
  const isNow = asOf >= today
  const asked = await askedAgencies(db, plan.unit.id, plan.units, asOf)
  const chosen = await store.policiesOf(db, id)
  const needs = await store.needsOf(db, id, asOf)
  const funds = await store.fundsOf(db, id, asOf)
  const mine = await store.ownAgencies(db)
  const own = asked.find((one) => mine.includes(one.id)) ?? null
  const mayState = isNow && plan.state === 'registering' && may(actor, 'need.state', own !== null)
  const mayChoose = isNow && plan.state !== 'issued' && may(actor, 'plan.choose_policies', isOwn)
  const mayAllot = isNow && may(actor, 'plan.allot_funds', isOwn)
  const silent = isOwn
    ? asked.filter((one) => !needs.some(({ agencyId }) => agencyId === one.id)).map(named)
    : []
  const mayRemind =
    isNow &&
    plan.state === 'registering' &&
    chosen.length > 0 &&
    silent.length > 0 &&
    may(actor, 'plan.remind_needs', isOwn)
  const knownOn = asOf < today ? asOf : null
  const ids = chosen.map((one) => one.id)
  return {
    plan: PlanItem.parse(plan),
    year,
    asOf,
    unit,
    units: [plan.unit, ...plan.units],
    targets: await yearsOf(db, plan, unit.id, { year, knownOn, today }),
    policies: rollUp(chosen, needs, funds),
    agencies: asked.flatMap(({ unitId: at, ...agency }) => {
      const said = needs.filter(({ agencyId }) => agencyId === agency.id)
      const given = funds.filter(({ agencyId }) => agencyId === agency.id)
      const last = said.toSorted((one, other) => Number(other.statedAt) - Number(one.statedAt))[0]
      const lines = linesOf(ids, said, given)
      if (lines.length === 0 && agency.id !== own?.id) return []
      const statedAt = last?.statedAt.toISOString() ?? null
      const where = [plan.unit, ...plan.units].find((one) => one.id === at) ?? null
      return [{ ...agency, unit: where, statedAt, byWords: last?.byWords ?? null, lines }]
    }),
    silent,
    isWhole: isOwn,
    own: own && named(own),
    choices: mayChoose ? await policies.list(db, today, plan.body.id) : [],
    allowed: [
      ...(mayChoose ? ['choose' as const] : []),
      ...(mayState ? ['state' as const] : []),
      ...(mayAllot ? ['allot' as const] : []),
      ...(mayRemind ? ['remind' as const] : []),
    ],
  }
}

const named = ({ id, name, shortName }: Asked) => ({ id, name, shortName })

/** Asked for, else one's own, else the whole. */
function unitOf({ unit, units, ownUnits }: Plan, asked: Id | undefined) {
  const wanted = asked ?? ownUnits[0]
  return [unit, ...units].find(({ id }) => id === wanted) ?? unit
}

/** An agency says what it needs: whole, so that what it leaves out it has not said. */
export function state(context: Context, id: Id, said: StateNeeds): Promise<PlanNeeds> {
  const { actor, today, now } = context
  return context.write(async (tx) => {
    const plan = await findPlan(tx, id, today)
    const mine = await store.ownAgencies(tx)
    assertAllowed(may(actor, 'need.state', mine.includes(said.agencyId)))
    if (plan.kind !== 'year') throw refusals.notYearly()
    if (plan.state !== 'registering') throw refusals.notOpen()
    const { unit, units } = await presentPlan(tx, context, id)
    const asked = await askedAgencies(tx, unit.id, units, today)
    if (!asked.some((one) => one.id === said.agencyId)) throw refusals.strangeAgency()
    const chosen = new Set((await store.policiesOf(tx, id)).map((one) => one.id))
    if (said.lines.some(({ policyId }) => !chosen.has(policyId))) throw refusals.strangePolicy()
    assertNoStateSecret(...said.lines.map(({ note }) => note))
    const last = await store.holdStatement(tx, id, said.agencyId)
    if ((last?.toISOString() ?? null) !== said.seenAt) throw refusals.statedMeanwhile()
    const before = (await store.needsOf(tx, id, today)).filter(
      ({ agencyId }) => agencyId === said.agencyId,
    )
    await store.state(tx, actor, id, { ...said, on: today, at: now })
    await audit.record(tx, actor, 'need.state', id, {
      agencyId: said.agencyId,
      ...audit.changes({ lines: before.map(lineOf) }, { lines: said.lines.map(lineOf) }),
    })
    return present(tx, context, id)
  })
}

const lineOf = (line: {
  policyId: Id
  thisYear: number | null
  amount: number
  note: string | null
}) => ({ policyId: line.policyId, thisYear: line.thisYear, amount: line.amount, note: line.note })

/** Tells those that have not said what they need, in a notice a day at most; says whom it could not reach. */
export function remind(context: Context, id: Id): Promise<NeedsReminded> {
  const { actor, today, now } = context
  return context.write(async (tx) => {
    const plan = await findPlan(tx, id, today)
    assertAllowed(may(actor, 'plan.remind_needs', plan.isOwn))
    if (plan.kind !== 'year') throw refusals.notYearly()
    if (plan.state !== 'registering') throw refusals.notOpen()
    const { silent } = await present(tx, context, id)
    const agencyIds = silent.map((one) => one.id)
    const params = { title: plan.title, by: actor.byWords }
    const reminded = await store.remind(tx, id, agencyIds, params, now)
    await audit.record(tx, actor, 'plan.remind_needs', id, { agencyIds })
    return { reminded, withoutAccount: agencyIds.length - reminded }
  })
}

/** For which policies the plan asks; none is taken off for which somebody has said something. */
export function choose(
  context: Context,
  id: Id,
  { version, policyIds }: ChoosePolicies,
): Promise<PlanNeeds> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const plan = await findPlan(tx, id, today)
    assertAllowed(may(actor, 'plan.choose_policies', plan.isOwn))
    const { state: stands } = await lockPlan(tx, id, version)
    if (plan.kind !== 'year') throw refusals.notYearly()
    if (stands === 'issued') throw refusals.notOpen()
    const there = new Set((await policies.list(tx, today, plan.body.id)).map((one) => one.id))
    if (policyIds.some((one) => !there.has(one))) throw refusals.strangePolicy()
    const before = (await store.policiesOf(tx, id)).map((one) => one.id)
    const said = await store.needsOf(tx, id, today)
    const gone = before.filter((one) => !policyIds.includes(one))
    if (said.some(({ policyId }) => gone.includes(policyId))) throw refusals.policyStated()
    await store.choose(tx, id, [...new Set(policyIds)])
    await updatePlan(tx, id, {})
    const change = audit.changes({ policyIds: before }, { policyIds })
    await audit.record(tx, actor, 'plan.choose_policies', id, change)
    return present(tx, context, id)
  })
}

/** The money that there is, and what each agency is allotted of it. */
export function allot(
  context: Context,
  id: Id,
  { version, items }: AllotFunds,
): Promise<PlanNeeds> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const plan = await findPlan(tx, id, today)
    assertAllowed(may(actor, 'plan.allot_funds', plan.isOwn))
    await lockPlan(tx, id, version)
    if (plan.kind !== 'year') throw refusals.notYearly()
    const chosen = new Set((await store.policiesOf(tx, id)).map((one) => one.id))
    if (items.some(({ policyId }) => !chosen.has(policyId))) throw refusals.strangePolicy()
    const { unit, units } = await presentPlan(tx, context, id)
    const known = await askedAgencies(tx, unit.id, units, today)
    const isKnown = (agencyId: Id | null) =>
      agencyId === null || known.some((one) => one.id === agencyId)
    if (!items.every(({ agencyId }) => isKnown(agencyId))) throw refusals.strangeAgency()
    const before = await store.fundsOf(tx, id, today)
    const amountOf = (item: { policyId: Id; agencyId: Id | null }) =>
      before.find((one) => one.policyId === item.policyId && one.agencyId === item.agencyId)
        ?.amount ?? null
    const changed = items.filter((item) => amountOf(item) !== item.amount)
    await store.allot(tx, id, changed, today)
    await updatePlan(tx, id, {})
    await audit.record(tx, actor, 'plan.allot_funds', id, {
      before: changed.map((item) => ({ ...item, amount: amountOf(item) })),
      after: changed,
    })
    return present(tx, context, id)
  })
}
