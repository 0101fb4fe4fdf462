import { type CooperativeLaw, LAW_SINCE } from '@hopluc/shared/entities'
import type { EntityQuery } from '@hopluc/shared/entity-lists'
import type { PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { matching } from '../registry-search/index.ts'
import type { Reader } from '../../platform/db.ts'
import { rowsOf, unitsUnder } from '../units/index.ts'
import { sizedOn } from './size.ts'

/** What chooses entities, wherever they are listed, counted or drawn. */
export type EntityFilters = Omit<
  EntityQuery,
  'sort' | 'order' | 'limit' | 'cursor' | 'totals' | 'format'
>

/** The law by which new ones are organised on a day. */
export function lawInForce(day: PlainDate): CooperativeLaw {
  const laws = ['2023', '2012'] as const
  return laws.find((law) => LAW_SINCE[law] <= day) ?? '2003'
}

/** The text as a pattern of `like`: what is special to it is plain. */
const plain = (words: string) => words.replace(/[\\%_]/g, String.raw`\$&`)

/** Conditions on `s` that hold on the day; with sizes it needs `spansFor(true)`. */
export function conditions(query: EntityFilters, day: PlainDate): RawBuilder<unknown>[] {
  const { q, unit, status, law, line, size } = query
  const found = [sql`s.until_on >= ${day}::date and s.from_on <= ${day}::date`]
  if (status) found.push(oneOf('status', status))
  else if (query.life === 'live') found.push(sql`s.is_live`)
  if (unit) found.push(sql`s.unit_id in ${unitsUnder(unit, day)}`)
  if (query.kind) found.push(oneOf('kind', query.kind))
  if (query.field) found.push(oneOf('field', query.field))
  if (query.sector) found.push(oneOf('sector', query.sector))
  if (law) found.push(sql`coalesce(s.law, 'none') = any (${law}::text[])`)
  if (query.notConverted !== undefined)
    found.push(
      sql`(s.law <> ${lawInForce(day)}) is ${query.notConverted ? sql`true` : sql`not true`}`,
    )
  if (query.governance) found.push(sql`s.governance = ${query.governance}`)
  if (query.commodity) found.push(sql`s.commodities && ${query.commodity}::text[]`)
  if (line) found.push(ofLine(line))
  found.push(...between(sql`s.members`, query.membersFrom, query.membersTo))
  found.push(...between(sql`s.capital`, query.capitalFrom, query.capitalTo))
  found.push(...between(sql`s.workers`, query.workersFrom, query.workersTo))
  if (query.revenueFrom !== undefined || query.revenueTo !== undefined)
    found.push(ofRevenue(query, day))
  if (query.hasCode !== undefined)
    found.push(query.hasCode ? sql`s.code is not null` : sql`s.code is null`)
  if (query.staleDays !== undefined)
    found.push(
      sql`s.updated_at < (${day}::date - ${query.staleDays}::int)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
    )
  if (query.noCongress) found.push(withoutCongress(day))
  if (query.certificate) found.push(withCertificate(query.certificate, day))
  if (query.memberOf) found.push(memberOf(query.memberOf, day))
  if (size) found.push(oneOf('size', size), sizedOn(day))
  if (q) found.push(sql`s.entity_id in ${matching(q, query.asOf)}`)
  return found
}

function oneOf(column: string, values: readonly string[]) {
  return sql`s.${sql.ref(column)} = any (${[...values]}::text[])`
}

function between(value: RawBuilder<unknown>, from?: number, to?: number): RawBuilder<unknown>[] {
  return [
    ...(from === undefined ? [] : [sql`${value} >= ${from}`]),
    ...(to === undefined ? [] : [sql`${value} <= ${to}`]),
  ]
}

/** Stated of the year before the day; whoever stated nothing is not found. */
function ofRevenue({ revenueFrom, revenueTo }: EntityFilters, day: PlainDate) {
  const year = Number(day.slice(0, 4)) - 1
  return sql`s.entity_id in (select entities_by_revenue(${year}::int, ${revenueFrom ?? null}::bigint, ${revenueTo ?? null}::bigint))`
}

/** Lines below it too; of a section (a letter) those of its divisions. */
function ofLine(line: string) {
  const prefixes = sql`array(select code || '%' from business_lines where parent_code = ${line}
    and ${line} ~ '^[A-Z]$') || ${`${plain(line)}%`}::text`
  return sql`exists (select from unnest(s.lines) one where one like any (${prefixes}))`
}

/** Law 17/2023/QH15: the general meeting is held every year; one registered within the year may wait. */
function withoutCongress(day: PlainDate) {
  return sql`s.kind <> 'group' and s.is_live and not exists (
    select from entity_events e where e.entity_id = s.entity_id and e.kind in ('congress', 'registered')
      and e.voided_at is null and e.on_day <= ${day}::date
      and e.on_day > (${day}::date - interval '1 year')::date)`
}

function withCertificate(kind: string, day: PlainDate) {
  return sql`exists (select from entity_certificates c where c.entity_id = s.entity_id
    and c.kind = ${kind} and ${holdsOn(day)})`
}

/** A certificate `c` that is in force on the day. */
export const holdsOn = (day: PlainDate) => sql`c.issued_on <= ${day}::date
  and coalesce(c.valid_until, '9999-12-31') >= ${day}::date
  and coalesce(c.revoked_on, '9999-12-31') > ${day}::date`

/** Of a union (an entity) or of an Alliance (an agency). */
function memberOf(id: string, day: PlainDate) {
  return sql`exists (select from entity_memberships m where m.entity_id = s.entity_id
    and ${id}::uuid in (m.union_id, m.alliance_id) and ${day}::date between m.from_on and m.until_on)`
}

/**
 * The area of the acting person as a condition of its own, where it is a part of the nation: the guard
 * in the view is one of several ways to be shown a row, which no index answers.
 */
export async function withinArea(db: Reader): Promise<RawBuilder<unknown>[]> {
  const [row] = await rowsOf(
    db,
    sql<{ isPart: boolean }>`select not sees_all_units() and not exists (select from own_entities)
      as "isPart"`,
  )
  return row?.isPart ? [sql`s.unit_id = any (array(select acting_area()))`] : []
}
