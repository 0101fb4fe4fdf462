import type { Indicator } from '@hopluc/shared/indicators'
import type { Counted } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { listIndicators, parseFormula, quotientOf } from '../indicators/index.ts'
import { rowsOf } from '../units/index.ts'
import { indicatorOf, type Planned, plannedBy, type Quotient, type TargetRow } from './domain.ts'

export type { Planned } from './domain.ts'

/**
 * "Kế hoạch": what issued plans aim at for units, by indicator and year, in one query for all of them. Plans
 * have no other place where their values are read by indicator; what one may not read of them is no plan.
 * Without a day it is the one on which whoever asks acts; `known` is the catalogue, where it has been read.
 */
export async function plannedValues(
  db: Reader,
  unitIds: readonly Id[],
  on: PlainDate | null = null,
  known?: readonly Indicator[],
): Promise<(unitId: Id, code: string, year: number) => Planned | undefined> {
  if (unitIds.length === 0) return () => undefined
  const rows = await rowsOf(
    db,
    sql<TargetRow>`${PLANNED_ONCE} with today as (select coalesce(${on}::date, nullif(current_setting('hopluc.day', true), '')::date,
        (now() at time zone 'Asia/Ho_Chi_Minh')::date) as day),
      given as (
        select distinct on (a.target_id, a.unit_id) a.target_id, a.unit_id, a.amount
        from target_allotments a cross join today
        where a.unit_id = any (${[...unitIds]}::uuid[]) and a.on_day <= today.day
        order by a.target_id, a.unit_id, a.on_day desc
      ), found as (
        select t.id, p.unit_id, null::numeric as amount from plans p join targets t on t.plan_id = p.id
        where p.unit_id = any (${[...unitIds]}::uuid[])
        union all
        select g.target_id, g.unit_id, g.amount from given g where g.amount is not null
      )
      select t.id as "targetId", f.unit_id as "unitId", p.kind, extract(year from p.from_on)::int as "fromYear",
        extract(year from p.until_on)::int as "untilYear", t.expression, t.counted,
        case when t.whole_on <= today.day then t.whole end as whole, f.amount::float8 as amount
      from found f join targets t on t.id = f.id join plans p on p.id = t.plan_id cross join today
      where p.state = 'issued' and p.issued_on <= today.day
      order by p.issued_on desc, p.id, t.position`,
  )
  const indicators = known ?? (await listIndicators(db))
  const sums = new Set(indicators.flatMap(({ code, addsUp }) => (addsUp === 'sum' ? [code] : [])))
  return plannedBy(rows, (code) => sums.has(code), indicators.flatMap(quotientIn))
}

/** The indicators that tell how far targets have come, in their order; undefined where none does. */
export async function indicatorsOf(
  db: Reader,
  targets: readonly { counted: Counted; whole: number | null }[],
): Promise<(Pick<Indicator, 'id' | 'code'> | undefined)[]> {
  const indicators = await listIndicators(db)
  const quotients = indicators.flatMap(quotientIn)
  return targets.map(({ counted, whole }) => {
    const code = indicatorOf(counted, whole, quotients)?.code
    return indicators.find((one) => one.code === code)
  })
}

/** Of a formula that is a part over a whole. */
function quotientIn({ code, formula }: Indicator): Quotient[] {
  const quotient = formula === null ? undefined : quotientOf(parseFormula(formula))
  if (quotient?.over.kind !== 'value' || quotient.under.kind !== 'value') return []
  return [{ code, part: quotient.over.code, whole: quotient.under.code }]
}
