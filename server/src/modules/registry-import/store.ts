import type { ImportField } from '@hopluc/shared/entity-import'
import { EntityImportResult } from '@hopluc/shared/entity-import'
import type { EntityAttributes, EntityStatus } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { plain } from './columns.ts'
import type { Lists } from './listed.ts'
import type { UnitsKnown } from './places.ts'
import { notFound } from './refusals.ts'

/** Some 14,000 versions of a nation, read once a list. */
export async function unitsKnown(db: Reader): Promise<UnitsKnown> {
  const versions = await rowsOf(
    db,
    sql<
      UnitsKnown['versions'][number]
    >`select unit_id as id, from_on as "fromOn", until_on as "untilOn",
      level, kind, name, code, parent_id as "parentId" from unit_versions`,
  )
  const successions = await rowsOf(
    db,
    sql<UnitsKnown['successions'][number]>`select distinct from_id as "fromId", to_id as "toId",
      on_day as "onDay" from unit_successions`,
  )
  const kept = await rowsOf(db, sql<{ id: Id }>`select kept_units() as id`)
  return { versions, successions, kept: new Set(kept.map(({ id }) => id)) }
}

export async function lists(db: Reader): Promise<Lists> {
  const commodities = await db
    .selectFrom('commodities')
    .select(['code', 'name', 'other_names as others'])
    .execute()
  const lines = await db.selectFrom('business_lines').select('code').execute()
  return {
    commodities: new Map(
      commodities.flatMap(({ code, name, others }) =>
        [...others, code, name].map((one): [string, string] => [plain(one), code]),
      ),
    ),
    lines: new Set(lines.map(({ code }) => code)),
  }
}

export interface Asked {
  line: number
  id: Id | null
  name: string | null
  code: string | null
  unitId: Id | null
  day: PlainDate
}

export interface Matched {
  line: number
  /** The name in its compared form. */
  words: string | null
  byId: Id | null
  byCode: { id: Id; name: string; place: string | null }[]
  byName: { id: Id; code: string | null }[]
}

/** Which entities some lines mean: by the code wherever it is, by name and commune as far as one sees. */
export async function match(db: Reader, asked: readonly Asked[]): Promise<Matched[]> {
  return rowsOf(
    db,
    sql<Matched>`with given as materialized (
        select line, id, code, "unitId" as unit_id, day, registry_words(name) as words
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
          as r (line int, id uuid, name text, code text, "unitId" uuid, day date)
      ), held as materialized (
        select * from code_holders(array(select code from given where code is not null))
      ), codes as (
        select code, jsonb_agg(jsonb_build_object('id', entity_id, 'name', name, 'place', place)) as found
        from held group by code
      ), names as (
        select g.line, jsonb_agg(jsonb_build_object('id', s.entity_id, 'code', s.code)) as found
        from given g join reachable_spans s on s.words = g.words and s.unit_id = g.unit_id
          and g.day between s.from_on and s.until_on
        group by g.line
      )
      select g.line, g.words, (select e.id from entities e where e.id = g.id and e.merged_into_id is null) as "byId",
        coalesce(c.found, '[]') as "byCode", coalesce(n.found, '[]') as "byName"
      from given g left join codes c on c.code = g.code left join names n on n.line = g.line`,
  )
}

/** What the register says of an entity on a day. */
export interface Known {
  id: Id
  line: number
  isKept: boolean
  attributes: EntityAttributes | null
  unitId: Id | null
  address: string | null
  lat: number | null
  lon: number | null
  status: EntityStatus | null
  foundedOn: PlainDate | null
  beginsOn: PlainDate | null
  /** Of the year asked for, by the indicator's code. */
  figures: Partial<Record<ImportField, number | null>>
}

export interface AskedState {
  line: number
  id: Id
  day: PlainDate
  year: number | null
}

export function statesOf(
  db: Reader,
  asked: readonly AskedState[],
  codes: readonly string[],
): Promise<Known[]> {
  return rowsOf(
    db,
    sql<Known>`with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r (line int, id uuid, day date, year int)
      ), kept as materialized (select id from kept_entities where id in (select id from given))
      select g.id, g.line, g.id in (select id from kept) as "isKept",
        case when v.entity_id is not null then json_build_object('name', v.name,
          'shortName', v.short_name, 'foreignName', v.foreign_name, 'kind', v.kind, 'code', v.code, 'law', v.law,
          'governance', v.governance, 'phone', v.phone, 'email', v.email, 'website', v.website, 'lines', v.lines,
          'commodities', v.commodities, 'charterCapital', v.charter_capital, 'officialMembers', v.official_members,
          'linkedMembers', v.linked_members, 'otherMembers', v.other_members, 'workers', v.workers,
          'representative', v.representative) end as attributes,
        p.unit_id as "unitId", p.address, p.lat::float8 as lat, p.lon::float8 as lon, s.status,
        (select min(e.on_day) from entity_events e where e.entity_id = g.id and e.kind = 'registered'
          and e.voided_at is null) as "foundedOn",
        (select min(b.from_on) from entity_versions b where b.entity_id = g.id) as "beginsOn",
        case when g.year is null then '{}'::json else coalesce((select json_object_agg(i.code, f.value::float8)
          from figures f join indicators i on i.id = f.indicator_id join periods t on t.id = f.period_id
          where f.entity_id = g.id and f.is_last and f.breakdown_id = 0 and f.year = g.year and t.kind = 'year'
            and i.code = any (${[...codes]}::text[])), '{}') end as figures
      from given g
      left join entity_versions v on v.entity_id = g.id and g.day between v.from_on and v.until_on
      left join entity_places p on p.entity_id = g.id and g.day between p.from_on and p.until_on
      left join entity_spans s on s.entity_id = g.id and g.day between s.from_on and s.until_on`,
  )
}

export interface GoneRow {
  id: Id
  name: string
  code: string
  unit: string
}

/** Living ones that the acting person keeps, with a code that the list does not have. */
export function listGone(
  db: Reader,
  day: PlainDate,
  codes: readonly string[],
  ids: readonly Id[],
): Promise<GoneRow[]> {
  return rowsOf(
    db,
    sql<GoneRow>`select s.entity_id as id, s.name, s.code,
        (select upper(left(u.kind, 1)) || substr(u.kind, 2) || ' ' || u.name from unit_versions u where u.unit_id = s.unit_id
          order by u.from_on desc limit 1) as unit
      from entity_spans s
      where ${day}::date between s.from_on and s.until_on and s.is_live and s.code is not null
        and s.entity_id in (select id from kept_entities)
        and not s.code = any (${[...codes]}::text[]) and not s.entity_id = any (${[...ids]}::uuid[])
      order by s.words, s.entity_id`,
  )
}

const Progress = EntityImportResult.shape.progress.catch(null)
const Counts = z.object({ counts: EntityImportResult.shape.counts }).nullable().catch(null)

export async function getJob(
  db: Reader,
  id: Id,
  names: readonly string[],
): Promise<EntityImportResult> {
  const job = await db
    .selectFrom('jobs')
    .select(['state', 'result', 'error', 'progress'])
    .where('id', '=', id)
    .where('name', 'in', [...names])
    .executeTakeFirst()
  if (!job) throw notFound()
  return {
    state: EntityImportResult.shape.state.parse(job.state),
    job: id,
    progress: Progress.parse(job.progress),
    counts: Counts.parse(job.result)?.counts ?? null,
    error: job.error,
  }
}
