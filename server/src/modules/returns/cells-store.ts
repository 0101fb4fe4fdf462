import type { BreakdownParts, FormDefinition } from '@hopluc/shared/report-forms'
import type { CellSource } from '@hopluc/shared/returns'
import { UNIT_ROW } from '@hopluc/shared/returns'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'
import type { Head } from './head-store.ts'
import { breakdownsOf, codesOf, type EntityRow, type LaidIndicator, partsKey } from './layout.ts'

/** A cell as it is kept. */
export interface CellRow {
  row: Id
  indicatorId: Id
  breakdownId: number
  version: number
  value: number | null
  isNone: boolean
  isSame: boolean
  source: CellSource | null
  reason: string | null
  client: Id | null
  n: number | null
  byWords: string
  at: string
  isAccepted: boolean
  acceptedValue: number | null
  acceptedNone: boolean
  corrected: {
    value: number | null
    isNone: boolean
    number: string
    on: PlainDate
    reason: string
  } | null
}

/** Cells of a return in which something was said. */
export function listCells(db: Reader, { unitId, id }: Pick<Head, 'unitId' | 'id'>) {
  return rowsOf(
    db,
    sql<CellRow>`select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId", version,
        value::float8 as value, is_none as "isNone", is_same as "isSame", source, reason, client, n,
        by_words as "byWords", to_jsonb(stated_at) #>> '{}' as at, is_accepted as "isAccepted",
        accepted_value::float8 as "acceptedValue", accepted_none as "acceptedNone", corrected
      from return_cells where unit_id = ${unitId} and return_id = ${id}`,
  )
}

/** What the form's codes mean today. */
export async function indicatorsOf(
  db: Reader,
  definition: FormDefinition,
): Promise<Map<string, LaidIndicator>> {
  const rows = await rowsOf(
    db,
    sql<LaidIndicator>`select id, code, name, measure, adds_up as "addsUp", decimals, origin
      from indicators where code = any (${codesOf(definition)}::text[])`,
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** Ids of the form's breakdowns, made when its first round was opened. */
export async function breakdownIdsOf(
  db: Reader,
  definition: FormDefinition,
): Promise<Map<string, number>> {
  const wanted = JSON.stringify(breakdownsOf(definition))
  const rows = await rowsOf(
    db,
    sql<{ id: number; parts: BreakdownParts }>`select id, parts from breakdowns
      where parts in (select value from jsonb_array_elements(${wanted}::jsonb))`,
  )
  return new Map(rows.map(({ id, parts }) => [partsKey(parts), id]))
}

export interface Entities {
  entities: EntityRow[]
  groups: number
  /** Members, workers, charter capital (million đồng) as the register says them. */
  register: Map<Id, Record<string, number | null>>
}

/**
 * Who lay in the unit on the cut-off day, or stands in the return already; of groups only how many, where
 * they have one line. How a row's own people are reached only the unit itself is told.
 */
export async function entitiesOf(
  db: Reader,
  head: Pick<Head, 'unitId' | 'id' | 'cutoffOn' | 'isOwn'>,
  definition: FormDefinition,
): Promise<Entities> {
  const grids = definition.sections.flatMap((section) =>
    section.kind === 'grid' && section.rows === 'entities' ? [section] : [],
  )
  if (grids.length === 0) return { entities: [], groups: 0, register: new Map() }
  const kinds = [...new Set(grids.flatMap(({ entityKinds }) => entityKinds))]
  const { unitId, id, cutoffOn, isOwn } = head
  const rows = await rowsOf(
    db,
    sql<
      EntityRow & { members: number | null; capital: number | null; workers: number | null }
    >`select s.entity_id as id, s.name, s.kind,
        (select c.name from commodities c where c.code = s.commodities[1]) as detail,
        ${isOwn} and exists (select from entities e join posts p on p.agency_id = e.agency_id
          where e.id = s.entity_id and ${cutoffOn}::date <= p.until_on) as "hasAccount",
        (select i.invited_on from return_invites i where i.unit_id = ${unitId} and i.return_id = ${id}
          and i.entity_id = s.entity_id) as "invitedOn",
        s.members, s.capital::float8 as capital,
        (select v.workers from entity_versions v where v.entity_id = s.entity_id
          and ${cutoffOn}::date between v.from_on and v.until_on) as workers
      from entity_spans s
      where ${cutoffOn}::date between s.from_on and s.until_on and s.kind = any (${kinds}::text[])
        and (s.unit_id = ${unitId} and s.is_live or s.entity_id in (select c.entity_id from return_cells c
          where c.unit_id = ${unitId} and c.return_id = ${id} and (c.value is not null or c.is_none)))
      order by s.kind, s.name ${BY_NAME}, s.entity_id`,
  )
  const [groups] = grids.some(({ hasGroupLine }) => hasGroupLine)
    ? await rowsOf(
        db,
        sql<{ count: number }>`select count(*)::int as count from entity_spans
          where unit_id = ${unitId} and kind = 'group' and is_live
            and ${cutoffOn}::date between from_on and until_on`,
      )
    : []
  return {
    entities: rows.map(({ members: _m, capital: _c, workers: _w, ...row }) => row),
    groups: groups?.count ?? 0,
    register: new Map(
      rows.map(({ id: entityId, members, capital, workers }) => [
        entityId,
        { H8: members, H9: workers, H13: capital === null ? null : capital / 1_000_000 },
      ]),
    ),
  }
}

/** What stood in a cell in another period, under the key of the cell it is shown beside. */
export interface Before {
  row: Id
  indicatorId: Id
  breakdownId: number
  periodId: number
  value: number | null
  isNone: boolean
}

/** Figures that hold of these periods: of the unit itself and of the entities in its rows. */
export function listBefore(
  db: Reader,
  unitId: Id,
  entityIds: readonly Id[],
  indicatorIds: readonly Id[],
  periods: readonly { id: number; year: number }[],
): Promise<Before[]> {
  const known = periods.filter(({ id }) => id > 0)
  if (known.length === 0 || indicatorIds.length === 0) return Promise.resolve([])
  const ids = sql`any (${known.map(({ id }) => id)}::int[])`
  const years = sql`any (${[...new Set(known.map(({ year }) => year))]}::smallint[])`
  const columns = sql`f.entity_id as row, f.indicator_id as "indicatorId", f.breakdown_id as "breakdownId",
    f.period_id as "periodId", f.value is null as "isNone",
    (case when i.adds_up in ('mean', 'ratio') then f.value / nullif(f.weight, 0) else f.value end)::float8 as value`
  const from = (which: RawBuilder<unknown>) => sql`select ${columns} from figures f
    join indicators i on i.id = f.indicator_id
    where ${which} and f.is_last and f.period_id = ${ids} and f.year = ${years}
      and f.indicator_id = any (${[...indicatorIds]}::uuid[])`
  return rowsOf(
    db,
    sql<Before>`${from(sql`f.unit_id = ${unitId} and f.entity_id = ${UNIT_ROW}`)}
      union all ${from(sql`f.entity_id = any (${[...entityIds]}::uuid[])`)}`,
  )
}

export interface OfferRow {
  row: Id
  indicatorId: Id
  breakdownId: number
  value: number | null
  isNone: boolean
  byWords: string
  at: string
}

/** What cooperatives filled in and nobody has taken over yet. */
export function listOffers(db: Reader, { unitId, id }: Pick<Head, 'unitId' | 'id'>) {
  return rowsOf(
    db,
    sql<OfferRow>`select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId",
        value::float8 as value, is_none as "isNone", by_words as "byWords", to_jsonb(offered_at) #>> '{}' as at
      from return_offers where unit_id = ${unitId} and return_id = ${id} and not is_taken`,
  )
}
