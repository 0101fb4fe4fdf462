import {
  type FigureCell,
  FigureFrom,
  type FigureHistory,
  type FigureRow,
} from '@hopluc/shared/entity-parts-figures'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { CODES, type Indicator } from './domain.ts'

export function listIndicators(db: Reader): Promise<(Indicator & { id: Id })[]> {
  return rowsOf(
    db,
    sql<Indicator & { id: Id }>`select id, code, name, measure, adds_up as "addsUp" from indicators
      where code = any (${[...CODES]}::text[])`,
  )
}

/** Figures that came another way say where from in words of their own, or not at all. */
const SOURCE = sql`json_build_object(
  'from', case when f.source ->> 'from' = any (${[...FigureFrom.options]}::text[]) then f.source ->> 'from' end,
  'note', f.source ->> 'note')`

/** What kind of entity it was on the day. */
export async function findKind(db: Reader, entityId: Id, day: PlainDate): Promise<string | null> {
  const [row] = await rowsOf(
    db,
    sql<{ kind: string }>`select kind from entity_versions
      where entity_id = ${entityId} and ${day}::date between from_on and until_on`,
  )
  return row?.kind ?? null
}

interface CellRow extends Omit<FigureCell, 'key' | 'shown'> {
  code: string
  parts: Record<string, string>
  isMean: boolean
}

/** What stands, of calendar years; `until` is a year. */
export function listCells(
  db: Reader,
  entityId: Id,
  from: number,
  until: number,
): Promise<CellRow[]> {
  return rowsOf(
    db,
    sql<CellRow>`select i.code, b.parts, i.adds_up in ('mean', 'ratio') as "isMean", f.year::int as year,
      f.value::float8 as value, f.weight::float8 as weight, ${SOURCE} as source, f.seq,
      to_jsonb(f.stated_at) #>> '{}' as "statedAt", coalesce((f.source ->> 'isDemo')::boolean, false) as "isDemo"
      from figures f join indicators i on i.id = f.indicator_id join periods p on p.id = f.period_id
      join breakdowns b on b.id = f.breakdown_id
      where f.entity_id = ${entityId} and f.is_last and p.kind = 'year' and i.code = any (${[...CODES]}::text[])
        and f.year between ${from} and ${until}
      order by f.year, i.code`,
  )
}

/** All that was ever said of one cell, the last first. */
export function listHistory(
  db: Reader,
  entityId: Id,
  { code, breakdown }: FigureRow,
  year: number,
): Promise<FigureHistory['items']> {
  return rowsOf(
    db,
    sql<
      FigureHistory['items'][number]
    >`select f.value::float8 as value, f.weight::float8 as weight, ${SOURCE} as source, f.seq,
      to_jsonb(f.stated_at) #>> '{}' as "statedAt", a.name as by
      from figures f join indicators i on i.id = f.indicator_id join periods p on p.id = f.period_id
      join breakdowns b on b.id = f.breakdown_id left join accounts a on a.id = f.stated_by
      where f.entity_id = ${entityId} and i.code = ${code} and b.parts = ${JSON.stringify(breakdown)}::jsonb
        and p.kind = 'year' and f.year = ${year} order by f.seq desc`,
  )
}

/** Where it lies on the day: a figure keeps the unit in which it was stated. */
export async function unitOf(db: Reader, entityId: Id, day: PlainDate): Promise<Id | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id }>`select unit_id as id from entity_places where entity_id = ${entityId}
      and ${day}::date between from_on and until_on`,
  )
  return row?.id
}

export interface Statement {
  code: string
  parts: Record<string, string>
  year: number
  value: number | null
  weight: number | null
  /** The version that it takes the place of; 0 for none. */
  seq: number
}

/** One at a time for an entity: what was seen is what is replaced. */
export async function lock(tx: Tx, entityId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(2025, hashtext(${entityId}))`.execute(tx)
}

/**
 * New versions of cells, the earlier ones kept. A cell stated under an earlier unit keeps that unit: one
 * cell has one place, wherever the entity lies now.
 */
export async function state(
  tx: Tx,
  entityId: Id,
  unitId: Id,
  statements: readonly Statement[],
  source: object,
): Promise<void> {
  const cells = sql`jsonb_to_recordset(${JSON.stringify(statements)}::jsonb)
    as s (code text, parts jsonb, year int, value numeric, weight numeric, seq int)
    join indicators i on i.code = s.code join breakdowns b on b.parts = s.parts`
  await sql`update figures f set is_last = false from ${cells}
    join periods p on p.kind = 'year' and p.from_on = make_date(s.year, 1, 1)
    where f.entity_id = ${entityId} and f.indicator_id = i.id and f.breakdown_id = b.id and f.year = s.year
      and f.period_id = p.id and f.seq = s.seq and f.is_last`.execute(tx)
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value,
      weight, state, source, stated_by)
    select coalesce((select o.unit_id from figures o where o.entity_id = ${entityId} and o.indicator_id = i.id
        and o.breakdown_id = b.id and o.year = s.year and o.seq = s.seq
        and o.period_id = year_period(s.year) limit 1), ${unitId}),
      ${entityId}, i.id, s.year, year_period(s.year), b.id, s.seq + 1, s.value, s.weight, 'stated',
      ${JSON.stringify(source)}::jsonb, nullif(current_setting('hopluc.account', true), '')::uuid
    from ${cells}`.execute(tx)
}
