import type { OrganisationChanges } from '@hopluc/shared/organisation-changes'
import type { AgencyPassage, UnitGroup, UnitSide } from '@hopluc/shared/reorganisations'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

export interface Passage {
  from: UnitGroup['from'][number]
  to: UnitSide | null
  isFounded: boolean
  onDay: PlainDate
  act: string
}

interface Branch {
  asOf: PlainDate
  against: PlainDate
  under: Id | null
}

function rowsOf<T extends object>(db: Reader, query: RawBuilder<T>) {
  return db.selectFrom(query.as<'found'>('found')).selectAll('found').execute()
}

/** A unit as it was called on a day, or nearest to it, with the one above. */
const side = (id: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('id', v.unit_id, 'level', v.level, 'kind', v.kind, 'name', v.name,
    'code', v.code, 'under', (select p.kind || ' ' || p.name from unit_versions p
      where p.unit_id = v.parent_id and p.level <> 'nation' and p.from_on <= v.until_on
        and p.until_on >= v.from_on
      order by (${day} between p.from_on and p.until_on) desc, p.from_on desc limit 1))
  from unit_versions v where v.unit_id = ${id}
  order by (${day} between v.from_on and v.until_on) desc,
    abs(${day} - case when v.until_on < ${day} then v.until_on else v.from_on end) limit 1)`

/** By name of the newer unit, in Vietnamese order, then of the older. */
export async function listPassages(
  db: Reader,
  { asOf, against, under }: Branch,
): Promise<Passage[]> {
  const rows = await rowsOf(
    db,
    sql<Passage>`(
      with reached as (
        select descendant_id as id from unit_ancestry where ancestor_id = ${under}::uuid
          and (${asOf}::date between from_on and until_on or ${against}::date between from_on and until_on)
      ), s as (
        select * from unit_successions
        where on_day > ${against}::date and on_day <= ${asOf}::date
          and (${under}::uuid is null or from_id in (select id from reached)
            or to_id in (select id from reached))
      )
      select ${side(sql`s.from_id`, sql`(s.on_day - 1)`)} || jsonb_build_object('isWhole', s.is_whole,
          'share', s.share::float, 'isEstimate', s.is_estimate) as "from",
        ${side(sql`s.to_id`, sql`s.on_day`)} as "to", s.on_day as "onDay", s.act,
        not exists (select from unit_versions v where v.unit_id = s.to_id and v.from_on < s.on_day) as "isFounded"
      from s
      union all
      select ${side(sql`e.unit_id`, sql`e.until_on`)}
          || '{"isWhole": true, "share": null, "isEstimate": false}', null, e.until_on + 1,
        coalesce((select min(r.act) from reorganisations r where r.on_day = e.until_on + 1 and r.state = 'applied'), ''), false
      from unit_versions e
      where e.until_on >= ${against}::date and e.until_on < ${asOf}::date
        and not exists (select from unit_versions n where n.unit_id = e.unit_id and n.from_on > e.until_on)
        and not exists (select from unit_successions o where o.from_id = e.unit_id)
        and (${under}::uuid is null or e.unit_id in (select id from reached))
    )`,
  )
  const order = new Intl.Collator('vi')
  const nameOf = ({ to, from }: Passage) => to?.name ?? from.name
  return rows.toSorted(
    (a, b) => order.compare(nameOf(a), nameOf(b)) || order.compare(a.from.name, b.from.name),
  )
}

export async function findSide(
  db: Reader,
  id: Id,
  days: readonly PlainDate[],
): Promise<UnitSide | null> {
  for (const day of days) {
    const [found] = await rowsOf(
      db,
      sql<{ side: UnitSide | null }>`(select ${side(sql`${id}::uuid`, sql`${day}::date`)} as side
        from unit_versions where unit_id = ${id} and ${day}::date between from_on and until_on)`,
    )
    if (found?.side) return found.side
  }
  return null
}

/** Days on which something was merged, split or ended; the act's title where it was applied here. */
export function listActs(db: Reader): Promise<OrganisationChanges['acts']> {
  return rowsOf(
    db,
    sql<OrganisationChanges['acts'][number]>`(
      select (array_agg(r.id order by r.id))[1] as id, d.on_day as "onDay",
        coalesce(min(r.act), min(d.act)) as act, coalesce(min(r.title), min(d.act)) as title
      from (
        select on_day, act, reorganisation_id from unit_successions
        union select on_day, act, reorganisation_id from agency_successions
        union select on_day, act, id from reorganisations where state = 'applied'
      ) d left join reorganisations r on r.id = d.reorganisation_id and r.state in ('applied', 'undoing')
      group by d.on_day order by d.on_day)`,
  )
}

/** Of the branch, and on the earlier day of those that it was made of. */
export function countLevels(
  db: Reader,
  { asOf, against, under }: Branch,
): Promise<OrganisationChanges['levels']> {
  const on = (day: PlainDate) => sql`${day}::date between v.from_on and v.until_on`
  return rowsOf(
    db,
    sql<OrganisationChanges['levels'][number]>`(
      with recursive roots (id) as (
        select ${under}::uuid
        union select s.from_id from roots join unit_successions s on s.to_id = roots.id
          and s.on_day > ${against}::date and s.on_day <= ${asOf}::date
      )
      select v.level, count(distinct v.unit_id) filter (where ${on(against)})::int as before,
        count(distinct v.unit_id) filter (where ${on(asOf)})::int as after
      from unit_versions v
      where v.level <> 'nation' and (${on(against)} or ${on(asOf)})
        and (${under}::uuid is null or v.unit_id in (
          select a.descendant_id from unit_ancestry a join roots on roots.id = a.ancestor_id))
      group by v.level
      order by array_position(array['province', 'district', 'commune'], v.level))`,
  )
}

export async function findNation(db: Reader, day: PlainDate): Promise<Id | undefined> {
  const row = await db
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('level', '=', 'nation')
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .limit(1)
    .executeTakeFirst()
  return row?.unit_id
}

/** Units that this one came from, however long ago, up to the day. */
export async function listPredecessors(db: Reader, id: Id, day: PlainDate): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`(
      with recursive back (id) as (
        select ${id}::uuid
        union select s.from_id from back join unit_successions s on s.to_id = back.id and s.on_day <= ${day}
      ) select id from back where id <> ${id}::uuid)`,
  )
  return rows.map((row) => row.id)
}

const named = (id: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('id', n.agency_id, 'name', n.name, 'shortName', n.short_name)
  from agency_versions n where n.agency_id = ${id}
  order by (${day} between n.from_on and n.until_on) desc, (n.from_on <= ${day}) desc, n.from_on desc
  limit 1)`

/** Who took over what from agencies of these units, and of the districts around them. */
export function listAgencyPassages(
  db: Reader,
  id: Id,
  before: readonly Id[],
  day: PlainDate,
): Promise<AgencyPassage[]> {
  return rowsOf(
    db,
    sql<AgencyPassage>`(
      with places as (
        select unnest(${[id, ...before]}::uuid[]) as id
        union select a.ancestor_id from unit_ancestry a
          join unit_versions v on v.unit_id = a.ancestor_id and v.level = 'district'
          where a.descendant_id = any (${[...before]}::uuid[])
      )
      select ${named(sql`s.from_id`, sql`(s.on_day - 1)`)} as "from",
        ${named(sql`s.to_id`, sql`s.on_day`)} as "to", s.duty, s.on_day as "onDay"
      from agency_successions s
      where s.on_day <= ${day} and exists (select from agency_versions v
        where v.agency_id in (s.from_id, s.to_id) and v.unit_id in (select id from places)
          and (v.agency_id = s.from_id or v.unit_id = ${id}))
      order by s.on_day desc, 1, 2)`,
  )
}

/** Agencies of these units, and of the districts around them, that ended and left tasks open. */
export function listLeft(
  db: Reader,
  unitIds: readonly Id[],
  day: PlainDate,
): Promise<{ agencyId: Id; name: string; tasks: number }[]> {
  return rowsOf(
    db,
    sql<{ agencyId: Id; name: string; tasks: number }>`(
      with places as (
        select unnest(${[...unitIds]}::uuid[]) as id
        union select a.ancestor_id from unit_ancestry a
          join unit_versions v on v.unit_id = a.ancestor_id and v.level = 'district'
          where a.descendant_id = any (${[...unitIds]}::uuid[])
      ), gone as (
        select v.agency_id, max(v.until_on) as until_on from agency_versions v
        where v.unit_id in (select id from places) group by 1 having max(v.until_on) < ${day}::date
      )
      select g.agency_id as "agencyId", (select v.name from agency_versions v
          where v.agency_id = g.agency_id order by v.from_on desc limit 1) as name, count(*)::int as tasks
      from gone g join tasks t on t.lead_id = g.agency_id and not t.is_container
        and t.state->>'phase' not in ('confirmed', 'cancelled')
      group by g.agency_id)`,
  )
}

export async function committeeOf(
  db: Reader,
  id: Id,
  day: PlainDate,
): Promise<{ isCommune: boolean; hasCommittee: boolean }> {
  const [found] = await rowsOf(
    db,
    sql<{ isCommune: boolean; hasCommittee: boolean }>`(
      select exists (select from unit_versions where unit_id = ${id} and level = 'commune'
          and ${day}::date between from_on and until_on) as "isCommune",
        exists (select from agency_versions where unit_id = ${id} and kind = 'steering_committee'
          and ${day}::date between from_on and until_on) as "hasCommittee")`,
  )
  return found ?? { isCommune: false, hasCommittee: false }
}
