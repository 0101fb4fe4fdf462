import {
  AssessmentRound,
  AssessmentRoundItem,
  type AssessmentRoundList,
  type NewAssessmentRound,
} from '@hopluc/shared/assessments'
import { addDays, type Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { getCriteria, keptUnits } from '../criteria/index.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { allowedOnRound, may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './rounds-store.ts'

export function list(context: Context): Promise<AssessmentRoundList> {
  const { actor, today, read } = context
  return read(async (db) => {
    const rows = await store.listRounds(db)
    const units = may(actor, 'assessment.open', true) ? await keptUnits(db, today) : []
    return {
      items: rows.map((row) => AssessmentRoundItem.parse(row)),
      units,
      sets: units.length > 0 ? await store.issuedSets(db) : [],
    }
  })
}

export function get(context: Context, id: Id): Promise<AssessmentRound> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, { actor, today }: Context, id: Id): Promise<AssessmentRound> {
  const round = await store.getRound(db, id)
  const { bands } = await getCriteria(db, round.set.id)
  const rows = await store.tallyRows(db, id, today)
  const sets = await store.issuedSets(db)
  const units = new Map(rows.map(({ unit }) => [unit.id, unit]))
  const sectors = [...new Set(rows.map(({ sector }) => sector))]
  return AssessmentRound.parse({
    ...round,
    bands,
    total: store.tallyOf(rows),
    byUnit: [...units.values()].map((unit) => ({
      unit,
      ...store.tallyOf(rows.filter((row) => row.unit.id === unit.id)),
    })),
    bySector: sectors.map((sector) => ({
      sector,
      ...store.tallyOf(rows.filter((row) => row.sector === sector)),
    })),
    others: sets.filter((set) => set.id !== round.set.id),
    allowed: allowedOnRound(actor, round),
  })
}

/** Everyone of the unit whom the set is for is asked at once. */
export function open(context: Context, given: NewAssessmentRound): Promise<AssessmentRound> {
  const { actor, today } = context
  assertNoStateSecret(given.name)
  return context.write(async (tx) => {
    const units = await keptUnits(tx, today)
    assertAllowed(
      may(
        actor,
        'assessment.open',
        units.some(({ id }) => id === given.unitId),
      ),
    )
    const set = await getCriteria(tx, given.setId)
    if (set.state !== 'issued') throw refusals.notIssued()
    if (given.year < set.fromYear || (set.untilYear !== null && given.year > set.untilYear))
      throw refusals.wrongYear(set.fromYear, set.untilYear)
    if (given.selfUntilOn > given.communeUntilOn || given.communeUntilOn > given.untilOn)
      throw refusals.wrongDays()
    if (await store.hasRound(tx, given)) throw refusals.twice()
    const id = await store.insertRound(tx, given, actor, today)
    const count = await store.enrol(tx, id, given.unitId, set, today)
    if (count === 0) throw refusals.nobody()
    await audit.record(tx, actor, 'assessment.open', id, { ...given, count })
    return present(tx, context, id)
  })
}

/** From now on the result stands, may be appealed against for its term, and is a figure of the year. */
export function publish(context: Context, id: Id, version: number): Promise<AssessmentRound> {
  const { actor, today, now } = context
  return context.write(async (tx) => {
    const round = await store.getRound(tx, id)
    assertAllowed(may(actor, 'assessment.publish', round.isKept))
    if (round.state !== 'open') throw refusals.wrongState()
    if (round.version !== version) throw refusals.changed()
    if (round.decided < round.count) throw refusals.undecided(round.count - round.decided)
    const appealUntilOn = addDays(today, round.appealDays)
    await store.updateRound(tx, id, version, { publishedOn: today, appealUntilOn })
    await store.stateFigures(tx, id, actor.byWords, now)
    await audit.record(tx, actor, 'assessment.publish', id, { count: round.count, appealUntilOn })
    return present(tx, context, id)
  })
}
