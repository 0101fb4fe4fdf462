import type { Id } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Planned } from './planned.ts'
import { recordset } from './recordset.ts'

/** Yearly figures of entities; a cell stated before keeps its unit and its earlier versions. */
export async function stateFigures(
  tx: Tx,
  entities: readonly (Pick<Planned, 'year' | 'figures'> & { id: Id; unitId: Id })[],
  { source, note }: { source: string; note: string | null },
  isFresh: boolean,
): Promise<void> {
  const cells = entities.flatMap(({ id, unitId, year, figures }) =>
    year === null
      ? []
      : Object.entries(figures).map(([code, value]) => ({
          entity_id: id,
          unit_id: unitId,
          code,
          year,
          value,
        })),
  )
  if (cells.length === 0) return
  const rows = recordset(cells, 'entity_id uuid, unit_id uuid, code text, year int, value numeric')
  const said = JSON.stringify({ from: source, note })
  // a period is made when somebody first states something for its year
  await sql`select year_period(year) from (select distinct year from ${rows}) y`.execute(tx)
  if (isFresh) await insertFirst(tx, rows, said)
  else await insertNext(tx, rows, said)
}

const CELLS = (rows: RawBuilder<unknown>) => sql`select r.*, i.id as indicator_id, p.id as period_id
  from ${rows} join indicators i on i.code = r.code
  join periods p on p.kind = 'year' and p.from_on = make_date(r.year, 1, 1)`
const BY = sql`nullif(current_setting('hopluc.account', true), '')::uuid`

/** Of entities that have just been entered: nothing was stated before. */
async function insertFirst(tx: Tx, rows: RawBuilder<unknown>, said: string): Promise<void> {
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value,
      state, source, stated_by)
    select g.unit_id, g.entity_id, g.indicator_id, g.year, g.period_id, 0, 1, g.value, 'stated', ${said}::jsonb, ${BY}
    from (${CELLS(rows)}) g`.execute(tx)
}

async function insertNext(tx: Tx, rows: RawBuilder<unknown>, said: string): Promise<void> {
  await sql`with given as materialized (${CELLS(rows)}), held as (
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
