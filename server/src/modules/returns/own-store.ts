import type { OwnAnswer, OwnReturn } from '@hopluc/shared/return-deeds'
import { FormDefinition } from '@hopluc/shared/report-forms'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { Maker } from './patch-store.ts'

export interface OwnRecord extends OwnReturn {
  unitId: Id
  periodId: number
}

/** Returns in which the account's own cooperative was asked to fill its row. */
export function listOwn(db: Reader, id?: Id, entityId?: Id): Promise<OwnRecord[]> {
  return rowsOf(
    db,
    sql<OwnRecord>`select o.return_id as id, o.unit_id as "unitId", o.period_id as "periodId",
        json_build_object('id', o.entity_id, 'name', o.entity_name) as entity, o.title,
        json_build_object('code', o.form_code, 'name', o.form_name) as form,
        coalesce((select u.kind || ' ' || u.name from unit_versions u where u.unit_id = o.unit_id
          order by u.from_on desc limit 1), '') as unit,
        o.due_on as "dueOn", o.cutoff_on as "cutoffOn", o.estimate_on as "estimateOn", o.is_open as "isOpen",
        to_jsonb(f.at) #>> '{}' as "filledAt", coalesce(f.taken, false) as "isTaken"
      from own_returns() o left join lateral (
        select max(r.offered_at) as at, bool_and(r.is_taken) as taken from return_offers r
        where r.unit_id = o.unit_id and r.return_id = o.return_id and r.entity_id = o.entity_id) f on true
      where ${id ? sql`o.return_id = ${id}` : sql`true`} and ${entityId ? sql`o.entity_id = ${entityId}` : sql`true`}
      order by o.is_open desc, o.due_on desc, o.return_id`,
  )
}

export async function definitionForOwn(db: Reader, id: Id): Promise<FormDefinition | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ definition: unknown }>`select own_return_definition(${id}) as definition`,
  )
  return row?.definition ? FormDefinition.parse(row.definition) : undefined
}

export interface OwnOffer {
  indicatorId: Id
  breakdownId: number
  value: number | null
  isNone: boolean
}

export function listOwnOffers(db: Reader, { unitId, id, entity }: OwnRecord): Promise<OwnOffer[]> {
  return rowsOf(
    db,
    sql<OwnOffer>`select indicator_id as "indicatorId", breakdown_id as "breakdownId", value::float8 as value,
        is_none as "isNone"
      from return_offers where unit_id = ${unitId} and return_id = ${id} and entity_id = ${entity.id}`,
  )
}

export async function offer(
  tx: Tx,
  { unitId, id, entity }: OwnRecord,
  cells: OwnAnswer['cells'],
  { accountId, byWords, now }: Maker,
): Promise<void> {
  const said = cells.map(({ indicatorId, breakdownId, value }) => ({
    indicatorId,
    breakdownId,
    value: value === 'none' ? null : value,
    isNone: value === 'none',
  }))
  await sql`insert into return_offers (unit_id, return_id, entity_id, indicator_id, breakdown_id, value, is_none,
      offered_by, by_words, offered_at)
    select ${unitId}, ${id}, ${entity.id}, c."indicatorId", c."breakdownId", c.value, c."isNone", ${accountId},
      ${byWords}, ${now}
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as c ("indicatorId" uuid, "breakdownId" int, value numeric,
      "isNone" boolean)
    on conflict (unit_id, return_id, entity_id, indicator_id, breakdown_id) do update
    set value = excluded.value, is_none = excluded.is_none, is_taken = false, offered_by = excluded.offered_by,
      by_words = excluded.by_words, offered_at = excluded.offered_at`.execute(tx)
}

/** What stood for the own cooperative in an earlier period. */
export function listOwnBefore(
  db: Reader,
  entityId: Id,
  indicatorIds: readonly Id[],
  periods: readonly { id: number; year: number }[],
): Promise<{ row: Id; indicatorId: Id; breakdownId: number; value: number | null }[]> {
  const [period] = periods
  if (!period || period.id === 0) return Promise.resolve([])
  return rowsOf(
    db,
    sql<{
      row: Id
      indicatorId: Id
      breakdownId: number
      value: number | null
    }>`select f.entity_id as row, f.indicator_id as "indicatorId", f.breakdown_id as "breakdownId",
        f.value::float8 as value
      from figures f where f.entity_id = ${entityId} and f.is_last and f.period_id = ${period.id}
        and f.year = ${period.year} and f.indicator_id = any (${[...indicatorIds]}::uuid[])`,
  )
}
