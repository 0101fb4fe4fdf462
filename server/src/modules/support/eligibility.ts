import type { Explained, Measure, Outcome, Rule } from '@hopluc/shared/rules'
import type { SupportOfEntity, SupportRanking } from '@hopluc/shared/support'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import {
  codesOfRule,
  explain,
  judging,
  type MeasuredEntity,
  measureNamed,
  measuresOf,
} from '../entity-measures/index.ts'
import { loansOfEntity } from '../loans/index.ts'
import { may } from './policy.ts'
import { asItem } from './present.ts'
import { getCall, listProgrammes } from './programmes.ts'
import { noApplicant } from './refusals.ts'
import * as store from './store.ts'

/** Figures are of the last whole year. */
export const yearBefore = (day: PlainDate): number => Number(day.slice(0, 4)) - 1

/** How the conditions of programmes come out for many cooperatives: measured once, in no words. */
export function eligibilityOf(
  measured: readonly MeasuredEntity[],
  rules: readonly Rule[],
): Outcome[][] {
  const judge = judging(rules)
  return measured.map(({ measures }) => judge(measures))
}

/** Codes that any of the rules asks for. */
export const codesOf = (rules: readonly Rule[]): string[] => [
  ...new Set(rules.flatMap((rule) => codesOfRule(rule))),
]

/** How one cooperative stands to one rule today. */
export async function explainFor(
  db: Reader,
  entityId: Id,
  rule: Rule,
  day: PlainDate,
): Promise<Explained> {
  const [one] = await measure(db, [entityId], codesOf([rule]), day)
  if (!one) throw noApplicant()
  return explain(rule, one.measures)
}

const measure = (db: Reader, entityIds: readonly Id[], codes: readonly string[], day: PlainDate) =>
  measuresOf(db, { of: { entityIds }, asOf: day, year: yearBefore(day), codes })

/** What a cooperative may ask for now and why or why not, and all that it received; of one's own unsaid. */
export function ofEntity(context: Context, id?: Id): Promise<SupportOfEntity> {
  const { actor, today } = context
  return context.read(async (db) => {
    const entityId = id ?? (await store.ownEntity(db, actor.agencyId))
    if (entityId === undefined) throw noApplicant()
    const open = (await listProgrammes(db, today)).flatMap((programme) =>
      programme.calls
        .filter(({ isOpen }) => isOpen)
        .map((call) => ({ programme, call, rule: programme.rule })),
    )
    const [measured] = await measure(db, [entityId], codesOf(open.map(({ rule }) => rule)), today)
    if (!measured) throw noApplicant()
    const reached = new Set(await store.unitsAbove(db, measured.unitId, today))
    const received = await store.list(db, { entity: entityId, limit: 200, format: 'json' }, today)
    return {
      entity: { id: entityId, name: measured.name },
      year: yearBefore(today),
      open: open
        .filter(({ programme }) => reached.has(programme.unit.id))
        .map(({ programme, call, rule }) => ({
          call,
          programme: { ...programme, agency: programme.agency.name },
          explained: explain(rule, measured.measures),
          applicationId: received.items.find((one) => one.call.id === call.id)?.id ?? null,
        })),
      received: received.items.map(asItem),
      loans: await loansOfEntity(db, entityId),
      mayApply: may(actor, 'support.apply', true),
    }
  })
}

/**
 * Applications of a call in the order of its programme's priority (Luật Hợp tác xã 2023, Điều 18, khoản
 * 3: more members first, and so on): those whose conditions are met first. What is not known comes last.
 */
export function ranking(context: Context, callId: Id): Promise<SupportRanking> {
  const { today } = context
  return context.read(async (db) => {
    const { programme } = await getCall(db, callId, today)
    const rows = await store.listOfCall(db, callId, today)
    const codes = programme.priority
    const ids = rows.map(({ entity }) => entity.id)
    const measured = codes.length === 0 ? [] : await measure(db, ids, codes, today)
    const values = new Map(
      measured.map((one) => [one.entityId, codes.map((code) => numberOf(one, code))]),
    )
    const ranked = rows
      .map((row) => ({
        item: asItem(row),
        values: values.get(row.entity.id) ?? codes.map(() => null),
      }))
      .toSorted(byPriority)
    return {
      measures: codes.flatMap((code): Measure[] => {
        const named = measureNamed(code)
        return named ? [named] : []
      }),
      rows: ranked.map((one, at) => ({ ...one, place: at + 1 })),
    }
  })
}

function numberOf({ measures }: MeasuredEntity, code: string): number | null {
  const known = measures.get(code)
  return known && 'value' in known && typeof known.value === 'number' ? known.value : null
}

interface Ranked {
  item: { outcome: Explained['outcome'] }
  values: readonly (number | null)[]
}
const ORDER: Record<Explained['outcome'], number> = { met: 0, unknown: 1, not_met: 2 }

/** Who meets the conditions first, then by each measure in turn, the larger first. */
export function byPriority(one: Ranked, other: Ranked): number {
  const byOutcome = ORDER[one.item.outcome] - ORDER[other.item.outcome]
  if (byOutcome !== 0) return byOutcome
  for (const [at, value] of one.values.entries()) {
    const against = other.values[at] ?? null
    if (value === against) continue
    if (value === null) return 1
    if (against === null) return -1
    return against - value
  }
  return 0
}
