import { type Period, type PeriodKey, periodBefore, samePeriod } from '@hopluc/shared/periods'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { AppError } from '../../platform/errors.ts'
import { rowsOf } from '../units/index.ts'

const noSuchPeriod = () =>
  new AppError('rule', 'figures.no_such_period', {
    vi: 'Không có kỳ báo cáo này. Hãy chọn tháng, quý, 6 tháng, 9 tháng hoặc năm.',
    en: 'There is no such period. Choose a month, a quarter, six months, nine months or a year.',
  })

const COLUMNS = sql`id, kind, year, part, from_on as "fromOn", until_on as "untilOn",
  window_from as "windowFrom", window_until as "windowUntil"`

/**
 * The period with its days and the window of its data; reading makes no row, so its id is 0 until
 * something is stated for it.
 * @throws AppError `figures.no_such_period`
 */
export async function getPeriod(
  db: Reader,
  kind: Period['kind'],
  year: number,
  part = 1,
): Promise<Period> {
  const [period] = await getPeriods(db, [{ kind, year, part }])
  if (!period) throw noSuchPeriod()
  return period
}

/** Those that there are, in the order asked. */
export const getPeriods = (db: Reader, keys: readonly PeriodKey[]): Promise<Period[]> =>
  rowsOf(db, sql<Period>`${PLANNED_ONCE} ${periodsAt(keys)}`)

export const periodsAt = (
  keys: readonly PeriodKey[],
) => sql<Period>`select p.id, p.kind, p.year, p.part, p.from_on as "fromOn", p.until_on as "untilOn",
        p.window_from as "windowFrom", p.window_until as "windowUntil"
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (kind text, year int, part int)
      cross join lateral period_of(k.kind, k.year, k.part) p`

/** The same, with a row of its own from now on. */
export async function ensurePeriod(
  tx: Tx,
  kind: Period['kind'],
  year: number,
  part = 1,
): Promise<Period> {
  const [row] = await sql<{
    id: number | null
  }>`select ensure_period(${kind}, ${year}, ${part}) as id`
    .execute(tx)
    .then(({ rows }) => rows)
  if (!row?.id) throw noSuchPeriod()
  return getPeriod(tx, kind, year, part)
}

/** The period of the kind before it, of quarters the last of the year before. */
export function previousPeriod(db: Reader, period: PeriodKey): Promise<Period> {
  const { kind, year, part } = periodBefore(period)
  return getPeriod(db, kind, year, part)
}

/** The same period of the year before: "cùng kỳ". */
export function samePeriodBefore(db: Reader, period: PeriodKey): Promise<Period> {
  const { kind, year, part } = samePeriod(period)
  return getPeriod(db, kind, year, part)
}

/** A period by its id. */
export async function findPeriod(db: Reader, id: number): Promise<Period | undefined> {
  const [period] = await rowsOf(
    db,
    sql<Period>`${PLANNED_ONCE} select ${COLUMNS} from (select d.* from periods p
      cross join lateral period_of(p.kind, extract(year from p.from_on)::int,
        case p.kind when 'month' then extract(month from p.from_on)::int
          when 'quarter' then extract(quarter from p.from_on)::int
          when 'half' then (extract(month from p.from_on)::int + 5) / 6 else 1 end) d
      where p.id = ${id}) found`,
  )
  return period
}

/** Ids of combinations of breakdowns, in the order given; new ones are made. */
export async function breakdownIds(
  tx: Tx,
  parts: readonly Readonly<Record<string, string>>[],
): Promise<number[]> {
  if (parts.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    select ensure_breakdown(one.value) as id
    from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) with ordinality one (value, place)
    order by place`.execute(tx)
  return rows.map(({ id }) => id)
}
