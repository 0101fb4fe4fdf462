import type { Explained, Outcome, Rule } from '@hopluc/shared/rules'
import type { SupportOfEntity } from '@hopluc/shared/support-views'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import {
  codesOfRule,
  explain,
  judging,
  type MeasuredEntity,
  measuresOf,
} from '../entity-measures/index.ts'
import { loansOfEntity } from '../loans/index.ts'
import { ownEntity } from './places.ts'
import { may } from './policy.ts'
import { asItem } from './present.ts'
import { listProgrammes } from './programmes.ts'
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

/** What is known of these for conditions, as of a day. */
export const measure = (
  db: Reader,
  entityIds: readonly Id[],
  codes: readonly string[],
  day: PlainDate,
) => measuresOf(db, { of: { entityIds }, asOf: day, year: yearBefore(day), codes })

/** What a cooperative may ask for now and why or why not, and all that it received; of one's own unsaid. */
export function ofEntity(context: Context, id?: Id): Promise<SupportOfEntity> {
  const { actor, today } = context
  return context.read(async (db) => {
    const entityId = id ?? (await ownEntity(db, actor.agencyId))
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
