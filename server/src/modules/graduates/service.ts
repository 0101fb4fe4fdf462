import type {
  GraduateDeed,
  GraduatePage,
  GraduateQuery,
  GraduateWhole,
  NewGraduate,
} from '@hopluc/shared/graduates'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { isOfKind, placeUnder, unitOfAgency } from '../support/index.ts'
import { leastOf, monthOf, monthsOf } from './domain.ts'
import { floorOn, listFloors } from './floors.ts'
import { allowedOn, may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** Graduates that one reads, what was paid and what became of them. */
export function list(context: Context, query: GraduateQuery): Promise<GraduatePage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    return {
      items: items.map(asItem),
      next,
      sums: await store.sums(db, query),
      floors: await listFloors(db),
      mayKeep: may(actor, 'graduate.start', true),
    }
  })
}

function asItem(row: store.Row) {
  const { isPayer: _payer, birthYear: _born, decision: _paper, outcomeNote: _note, ...item } = row
  return item
}

export function get(context: Context, id: Id): Promise<GraduateWhole> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, context: Context, id: Id): Promise<GraduateWhole> {
  const { actor, today } = context
  const row = await store.get(db, id, today)
  const { isPayer, ...rest } = row
  const steps = await store.listSteps(db, id)
  const nextMonth = dueMonths(context, row).find((one) => !isPaid(steps, one)) ?? null
  return {
    ...rest,
    steps: steps.map(({ id: _client, ...step }) => step),
    nextMonth,
    allowed: allowedOn(actor, isPayer, { outcome: row.outcome, hasUnpaid: nextMonth !== null }),
  }
}

const isPaid = (steps: readonly store.StepRow[], month: string): boolean =>
  steps.some((step) => step.month === month)

/** Months of the term up to this one, or up to that in which the person left. */
function dueMonths({ today }: Context, { fromOn, untilOn, outcomeOn }: store.Row): string[] {
  const last = outcomeOn !== null && outcomeOn < today ? outcomeOn : today
  return monthsOf(fromOn, untilOn).filter((month) => month <= last)
}

/**
 * At a cooperative of one's area, by a decision. Sent twice, it is entered once.
 * @throws AppError `graduates.below_floor` where the support is below 1.5 times the minimum wage that is
 * kept for the region and the first day (Nghị định 113/2024/NĐ-CP, Điều 7)
 */
export function start(context: Context, given: NewGraduate): Promise<GraduateWhole> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'graduate.start', true))
    const known = await store.find(tx, given.id, today)
    if (known) {
      if (known.name !== given.name || !known.isPayer) throw refusals.usedId()
      return present(tx, context, given.id)
    }
    if (given.untilOn < given.fromOn) throw refusals.wrongDays()
    if (given.programmeId !== null && !(await isOfKind(tx, given.programmeId, 'graduate')))
      throw refusals.wrongProgramme()
    const above = await unitOfAgency(tx, actor.agencyId, today)
    const unitId = await placeUnder(tx, given.entityId, above, today)
    if (!unitId) throw refusals.noEntity()
    const wage = await wageFor(tx, unitId, given)
    await store.insert(tx, given, { agencyId: actor.agencyId, unitId, wage })
    const { id, fromOn, untilOn, monthly, decision: paper, ...after } = given
    const step = { action: 'start', on: fromOn, untilOn, amount: monthly, paper } as const
    await store.append(tx, id, 1, { ...step, id: randomUUIDv7() }, actor)
    await audit.record(tx, actor, 'graduate.start', id, {
      after: { ...after, fromOn, untilOn, monthly, decision: paper, wage },
    })
    return present(tx, context, id)
  })
}

/** The minimum wage that the support was compared with; null where none is kept. */
async function wageFor(
  tx: Tx,
  unitId: Id,
  { region, fromOn, monthly }: NewGraduate,
): Promise<number | null> {
  const floor = await floorOn(tx, { unitId, region }, fromOn)
  if (!floor) return null
  const least = leastOf(floor.monthly)
  if (monthly < least) throw refusals.belowFloor(least, floor.monthly, region, floor.legalBasis)
  return floor.monthly
}

/** One deed on a graduate's record. What was sent before, by its id, is answered as it stands. */
export function act(context: Context, id: Id, deed: GraduateDeed): Promise<GraduateWhole> {
  const { actor, today } = context
  const { version, ...said } = deed
  return context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, `graduate.${deed.action}`, row.isPayer))
    const steps = await store.listSteps(tx, id)
    const same = steps.find((step) => step.id === deed.id)
    if (same && same.action !== deed.action) throw refusals.usedId()
    if (same) return present(tx, context, id)
    if (row.version !== version) throw refusals.changed()
    if (deed.on < row.fromOn || deed.on > today) throw refusals.notYet()
    const { patch, step } = carryOut(context, row, steps, deed)
    await store.update(tx, id, version, patch)
    const seq = Math.max(0, ...steps.map((one) => one.seq)) + 1
    const { id: stepId, action, on } = deed
    await store.append(tx, id, seq, { ...step, id: stepId, action, on }, actor)
    await audit.record(tx, actor, `graduate.${action}`, id, said)
    return present(tx, context, id)
  })
}

type Carried = { patch: store.Patch; step: Omit<store.Step, 'id' | 'action' | 'on'> }

function carryOut(
  context: Context,
  row: store.Row,
  steps: readonly store.StepRow[],
  deed: GraduateDeed,
): Carried {
  if (deed.action === 'pay') {
    const month = monthOf(deed.month)
    if (!dueMonths(context, row).includes(month))
      throw refusals.outsideTerm(row.fromOn, row.untilOn)
    if (isPaid(steps, month)) throw refusals.paidBefore(month)
    if (deed.amount > row.monthly) throw refusals.aboveMonthly(row.monthly)
    const { amount, paper } = deed
    const patch = { paid_months: row.paidMonths + 1, paid: row.paid + amount }
    return { patch, step: { month, amount, paper } }
  }
  if (row.outcome !== 'working') throw refusals.wrongState()
  if (deed.action === 'extend') {
    const { untilOn, paper } = deed
    if (untilOn <= row.untilOn) throw refusals.notLater(row.untilOn)
    return { patch: { until_on: untilOn }, step: { untilOn, paper } }
  }
  const { outcome, on, text } = deed
  assertNoStateSecret(text)
  const later = steps.find(({ month }) => month !== null && month > monthOf(on))?.month
  if (later) throw refusals.paidLater(later)
  return { patch: { outcome, outcome_on: on, outcome_note: text }, step: { text, paper: null } }
}
