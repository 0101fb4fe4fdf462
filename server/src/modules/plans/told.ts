import {
  boundWords,
  finalBound,
  type Light,
  type TargetRow,
  type Verdict,
} from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { rowsOf } from '../units/index.ts'
import { presentPlan } from './service.ts'
import { numberWords, readingWords, verdictWords } from './words.ts'

/** A target as a report tells it; numbers in words. */
export interface ToldTarget {
  plan: string
  words: string
  measure: string
  bound: string
  done: string
  forecast: string
  verdict: string
  kind: Verdict['kind']
  light: Light
  lead: string
}

/**
 * Targets of the issued plans of a unit that hold at some time of the span, as they stand at its end: the
 * plan that ends first comes first.
 */
export async function targetsTold(
  context: Context,
  unitId: Id,
  { fromOn, untilOn }: { fromOn: PlainDate; untilOn: PlainDate },
): Promise<ToldTarget[]> {
  return context.read(async (db) => {
    const plans = await rowsOf(
      db,
      sql<{ id: Id }>`select id from plans where unit_id = ${unitId} and state = 'issued'
        and issued_on <= ${untilOn}::date and from_on <= ${untilOn}::date and until_on >= ${fromOn}::date
        order by until_on, from_on desc, id`,
    )
    const told: ToldTarget[] = []
    for (const { id } of plans) {
      const plan = await presentPlan(db, context, id, untilOn)
      told.push(...plan.rows.map((row) => toldOf(row, plan.title)))
    }
    return told
  })
}

function toldOf(row: TargetRow, plan: string): ToldTarget {
  const { expression, readings, forecast, verdict, lead } = row
  const bound = finalBound(expression)
  const unit = expression.as === 'share' ? '%' : ''
  const value = (one: number | null) => (one === null ? '…' : `${numberWords(one)}${unit}`)
  const isOpen = readings.length > 1 && readings.some((one) => one.value !== null)
  return {
    plan,
    words: `${row.parentId === null ? '' : '- '}${row.words}`,
    measure: row.measure,
    bound: bound ? boundWords(bound, expression.as) : '…',
    done: isOpen ? readings.map(readingWords).join('; ') : value(readings[0]?.value ?? null),
    forecast: value(forecast.value),
    verdict: verdictWords(row),
    kind: verdict.kind,
    light: verdict.light,
    lead: lead?.name ?? '',
  }
}
