import type { Id } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { FIELDS, isFigure } from './columns.ts'
import type { Planned } from './planned.ts'
import { asJson, recordset } from './recordset.ts'

/** Yearly figures of entities; a cell stated before keeps its unit and its earlier versions. */
export async function stateFigures(
  tx: Tx,
  entities: readonly (Pick<Planned, 'year' | 'figures'> & { id: Id; unitId: Id })[],
  { source, note }: { source: string; note: string | null },
  isFresh: boolean,
): Promise<void> {
  const stated = entities.filter(
    ({ year, figures }) => year !== null && Object.keys(figures).length > 0,
  )
  if (stated.length === 0) return
  const codes = FIELDS.filter(isFigure)
  const rows = stated.map(({ id, unitId, year, figures }) => ({
    entity_id: id,
    unit_id: unitId,
    year,
    values: codes.map((code) => figures[code] ?? null),
  }))
  const said = JSON.stringify({ from: source, note })
  // a period is made when somebody first states something for its year
  const years = [...new Set(stated.map(({ year }) => year))]
  await sql`select year_period(year) from unnest(${years}::int[]) year`.execute(tx)
  // of entities that have just been entered nothing was stated before
  if (isFresh)
    await sql`select enter_first_figures(${asJson(rows)}::json, ${codes}::text[], ${said}::jsonb)`.execute(
      tx,
    )
  else await insertNext(tx, cellsOf(rows, codes), said)
}

function cellsOf(rows: readonly object[], codes: readonly string[]): RawBuilder<unknown> {
  return sql`select r.entity_id, r.unit_id, r.year, c.value, i.id as indicator_id, p.id as period_id
    from ${recordset(rows, 'entity_id uuid, unit_id uuid, year int, "values" numeric[]')}
    cross join lateral unnest(r."values", ${[...codes]}::text[]) c (value, code) join indicators i on i.code = c.code
    join periods p on p.kind = 'year' and p.from_on = make_date(r.year, 1, 1) where c.value is not null`
}

const BY = sql`nullif(current_setting('hopluc.account', true), '')::uuid`

async function insertNext(tx: Tx, cells: RawBuilder<unknown>, said: string): Promise<void> {
  await sql`with given as materialized (${cells}), held as (
      update figures f set is_last = false from given g
      where f.entity_id = g.entity_id and f.indicator_id = g.indicator_id and f.year = g.year
        and f.period_id = g.period_id and f.breakdown_id = 0 and f.is_last
      returning f.unit_id, f.entity_id, f.indicator_id, f.year, f.seq
    )
    insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value, state,
      source, stated_by)
    select coalesce(h.unit_id, g.unit_id), g.entity_id, g.indicator_id, g.year, g.period_id, 0,
      coalesce(h.seq, 0) + 1, g.value, 'stated', ${said}::jsonb, ${BY}
    from given g left join held h on h.entity_id = g.entity_id and h.indicator_id = g.indicator_id
      and h.year = g.year`.execute(tx)
}
