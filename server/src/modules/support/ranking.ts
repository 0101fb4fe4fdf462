import type { Explained } from '@hopluc/shared/rules'
import type { SupportRanking } from '@hopluc/shared/support-views'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { type MeasuredEntity, measureNamed } from '../entity-measures/index.ts'
import { measure } from './eligibility.ts'
import { may } from './policy.ts'
import { asItem } from './present.ts'
import { getCall } from './programmes.ts'
import * as store from './store.ts'

/**
 * Applications of a call, for those who run and appraise it, in the order of its programme's priority
 * (Luật Hợp tác xã 2023, Điều 18, khoản 3: more members first, and so on): those whose conditions are met
 * first, what is not known last, else by the day of application. Each says what puts it after the one
 * above, and whether the call's money reaches it.
 */
export function ranking(context: Context, callId: Id): Promise<SupportRanking> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { call, programme } = await getCall(db, callId, today)
    assertAllowed(may(actor, 'support.appraise', programme.isAppraiser))
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
    let sum = 0
    return {
      programme: { id: programme.id, name: programme.name },
      call,
      measures: codes.map(measureNamed).filter((one) => one !== undefined),
      rows: ranked.map((one, at) => {
        sum += one.item.approved ?? one.item.asked
        const above = ranked[at - 1]
        return {
          ...one,
          place: at + 1,
          after: above ? afterBecause(above, one, codes) : null,
          sum,
          isWithinBudget: call.budget === null || sum <= call.budget,
        }
      }),
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

/** What puts one after another: its conditions, the first measure in which they differ, or nothing but the day. */
export function afterBecause(above: Ranked, one: Ranked, codes: readonly string[]): string {
  if (above.item.outcome !== one.item.outcome) return 'outcome'
  return codes.find((_, at) => above.values[at] !== one.values[at]) ?? 'day'
}
