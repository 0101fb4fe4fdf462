import type { FigureOrigin } from '@hopluc/shared/figures'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'
import { statedBy } from './areas.ts'

/** A cell: whose, of what, of when. */
export interface CellKey {
  unitId: Id
  indicatorId: Id
  periodId: number
  breakdownId: number
  /** As it was known at the end of that past day. */
  knownOn?: PlainDate | null | undefined
}

/** Of figures `f` the versions that there were; of all of these the last one holds. */
const holding = (knownOn: PlainDate | null = null) =>
  knownOn === null
    ? sql`f.is_last`
    : sql`${statedBy(knownOn)} and not exists (select from figures n
        where n.unit_id = f.unit_id and n.indicator_id = f.indicator_id and n.year = f.year
          and n.period_id = f.period_id and n.breakdown_id = f.breakdown_id
          and n.entity_id = f.entity_id and n.seq > f.seq
          and n.stated_at < (${knownOn}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A version with where it comes from; words of persons as they were written down then. */
const ORIGIN = sql`json_build_object('value', f.value::float8, 'weight', f.weight::float8, 'seq', f.seq,
  'state', f.state, 'statedAt', to_jsonb(f.stated_at) #>> '{}',
  'statedBy', coalesce(f.source ->> 'statedWords', a.name),
  'isDemo', coalesce((f.source ->> 'isDemo')::boolean, false),
  'source', json_build_object('from', coalesce(f.source ->> 'said', f.source ->> 'from'),
    'note', coalesce(f.source ->> 'note', f.source ->> 'title'), 'returnId', f.source ->> 'returnId',
    'approvedBy', f.source ->> 'approvedWords', 'approvedAt', f.source ->> 'sentAt',
    'acceptedBy', f.source ->> 'acceptedWords', 'acceptedAt', f.source ->> 'acceptedAt',
    'paper', f.source #>> '{correction,number}', 'reason', f.source #>> '{correction,reason}',
    'documentId', f.source ->> 'documentId'))`

const at = ({ unitId, indicatorId, periodId, breakdownId }: CellKey) => sql`
  f.unit_id = ${unitId} and f.indicator_id = ${indicatorId} and f.period_id = ${periodId}
  and f.breakdown_id = ${breakdownId}`

/** All that a unit itself ever stated in a cell, or one of its entities did; the last first. */
export async function versionsOf(
  db: Reader,
  key: CellKey,
  entityId: Id = NOBODY,
): Promise<FigureOrigin[]> {
  const rows = await rowsOf(
    db,
    sql<{ origin: FigureOrigin }>`select ${ORIGIN} as origin from figures f
      left join accounts a on a.id = f.stated_by
      where ${at(key)} and f.entity_id = ${entityId}
        and ${key.knownOn ? statedBy(key.knownOn) : sql`true`} order by f.seq desc`,
  )
  return rows.map(({ origin }) => origin)
}

interface EntityLine {
  entityId: Id
  name: string
  value: number | null
  weight: number | null
  share: null
  isCorrected: boolean
  origin: FigureOrigin
}

/** What entities stated in a cell; those alone whose kind counts under the indicator. */
export function entitiesOf(db: Reader, key: CellKey): Promise<EntityLine[]> {
  return rowsOf(
    db,
    sql<EntityLine>`select f.entity_id as "entityId", coalesce(s.name, e.name, '') as name,
        f.value::float8 as value, f.weight::float8 as weight, null::float8 as share,
        f.source ? 'correction' as "isCorrected", ${ORIGIN} as origin
      from indicators i
      join figures f on f.indicator_id = coalesce(i.stated_as, i.id) and f.unit_id = ${key.unitId}
        and f.period_id = ${key.periodId} and f.breakdown_id = ${key.breakdownId} and ${holding(key.knownOn)}
        and f.entity_id <> ${NOBODY}
      join periods p on p.id = f.period_id
      left join entity_spans s on s.entity_id = f.entity_id and p.until_on between s.from_on and s.until_on
      left join entities e on e.id = f.entity_id
      left join accounts a on a.id = f.stated_by
      where i.id = ${key.indicatorId} and coalesce(coalesce(s.kind, e.kind) = any (i.entity_kinds), true)
      order by coalesce(s.name, e.name, '') ${BY_NAME}, f.entity_id`,
  )
}

/** Of units, which have a correction in the cell they stated themselves. */
export async function correctedOf(
  db: Reader,
  { indicatorId, periodId, breakdownId, knownOn }: CellKey,
  unitIds: readonly Id[],
): Promise<Set<Id>> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select distinct f.unit_id as id from figures f
      where f.unit_id = any (${[...unitIds]}::uuid[]) and f.indicator_id = ${indicatorId}
        and f.period_id = ${periodId} and f.breakdown_id = ${breakdownId} and ${holding(knownOn)}
        and f.source ? 'correction'`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Parts of a combination of breakdowns. */
export async function breakdownOf(db: Reader, id: number): Promise<Record<string, string>> {
  const [row] = await rowsOf(
    db,
    sql<{ parts: Record<string, string> }>`select parts from breakdowns where id = ${id}`,
  )
  return row?.parts ?? {}
}

/** Ids of combinations that are there, by their parts. */
export async function breakdownsBy(
  db: Reader,
  parts: readonly Record<string, string>[],
): Promise<(one: Record<string, string>) => number | undefined> {
  const rows = await rowsOf(
    db,
    sql<{ id: number; parts: Record<string, string> }>`select id, parts from breakdowns
      where parts in (select jsonb_array_elements(${JSON.stringify(parts)}::jsonb))`,
  )
  const key = (one: Record<string, string>) =>
    JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const ids = new Map(rows.map((row) => [key(row.parts), row.id]))
  return (one) => ids.get(key(one))
}
