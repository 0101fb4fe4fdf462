import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/** Of one entity as of the day; money in đồng. */
export interface RegisterRow {
  entityId: Id
  name: string
  unitId: Id
  isDemo: boolean
  kind: string
  status: string
  law: string | null
  governance: string | null
  field: string | null
  sector: string | null
  size: string | null
  lines: string[]
  commodities: string[]
  members: number | null
  linkedMembers: number | null
  workers: number | null
  capital: number | null
  ageMonths: number | null
  stoppedDays: number
  monthsSinceCongress: number | null
  congressInYear: boolean
  managers: number | null
  managersCollege: number | null
  managersIntermediate: number | null
  managersUnder40: number | null
  managersFemale: number | null
  debtsBy: number | null
  debtsByOverdue: number | null
  debtsTo: number | null
  ocopProducts: number
  ocopStars: number | null
  goodPractice: boolean
  traceability: boolean
  highTech: boolean
  trademark: boolean
  growingAreas: number
  valueLinks: number
  unionMember: boolean
  allianceMember: boolean
  /** Of the last year up to the one asked that was published. */
  rating: string | null
  isFair: boolean | null
  isEffective: boolean | null
}

/**
 * What the register says of these as of a day and in its year, in one statement however many they are;
 * who is not in the register on the day, or not readable, is left out. Only `fields` are read, and what no
 * field needs is not looked up; the others are undefined.
 */
export function registerRows(
  db: Reader,
  entityIds: readonly Id[],
  day: PlainDate,
  year: number,
  fields: ReadonlySet<string>,
): Promise<RegisterRow[]> {
  const wanted = sql.join(
    [...new Set([...KEPT, ...fields])].map((field) => sql.ref(`whole.${field}`)),
  )
  return rowsOf(
    db,
    sql<RegisterRow>`select ${wanted} from (
    with asked as materialized (
      select unnest(${[...entityIds]}::uuid[]) as id
    ), now as materialized (
      select s.entity_id, s.name, s.unit_id, s.is_demo, s.kind, s.status, s.law, s.governance, s.field, s.sector,
        s.lines, s.commodities, s.members, s.capital
      from reachable_spans s join asked a on a.id = s.entity_id
      where ${day}::date between s.from_on and s.until_on
    ), said as (
      select v.entity_id, v.linked_members, v.workers from entity_versions v join asked a on a.id = v.entity_id
      where ${day}::date between v.from_on and v.until_on
    ), events as (
      select e.entity_id, min(e.on_day) filter (where e.kind = 'registered') as registered_on,
        max(e.on_day) filter (where e.kind = 'congress') as congress_on
      from entity_events e join asked a on a.id = e.entity_id
      where e.kind in ('registered', 'congress') and e.voided_at is null and e.on_day <= ${day}::date
      group by 1
    ), stops as (
      select s.entity_id, sum(least(s.until_on, ${day}::date) - greatest(s.from_on, make_date(${year}, 1, 1)) + 1)::int as days
      from reachable_spans s join asked a on a.id = s.entity_id
      where s.status in ('suspended', 'tax_revoked', 'dissolving', 'bankruptcy')
        and s.until_on >= make_date(${year}, 1, 1) and s.from_on <= ${day}::date
      group by 1
    ), managers as (
      select m.entity_id, count(*)::int as managers,
        count(*) filter (where m.training in ('college', 'university', 'postgraduate'))::int as college,
        count(*) filter (where m.training in ('elementary', 'intermediate'))::int as intermediate,
        count(*) filter (where m.birth_year > extract(year from ${day}::date) - 40)::int as under_40,
        count(*) filter (where m.sex = 'female')::int as female, bool_and(m.sex is not null) as is_sex_known,
        bool_and(m.training is not null) as is_training_known,
        bool_and(m.birth_year is not null) as is_age_known
      from entity_managers m join asked a on a.id = m.entity_id
      where ${day}::date between m.from_on and m.until_on group by 1
    ), debts as (
      select d.entity_id,
        sum(d.amount - d.paid - d.written_off) filter (where d.direction = 'owed_by') as by_it,
        coalesce(sum(d.amount - d.paid - d.written_off) filter (where d.direction = 'owed_by'
          and d.due_on < ${day}::date), 0) as overdue,
        sum(d.amount - d.paid - d.written_off) filter (where d.direction = 'owed_to') as to_it
      from debts_on(${day}::date, ${entityIds.length === 1 ? entityIds[0] : null}::uuid) d
      join asked a on a.id = d.entity_id group by 1
    ), certified as (
      select c.entity_id, count(*) filter (where c.kind = 'ocop')::int as ocop, max(c.stars) as stars,
        bool_or(c.kind in ('vietgap', 'globalgap', 'organic')) as good_practice,
        bool_or(c.kind = 'traceability') as traceability, bool_or(c.kind = 'high_tech') as high_tech,
        bool_or(c.kind in ('trademark', 'indication')) as trademark
      from entity_certificates c join asked a on a.id = c.entity_id
      where c.issued_on <= ${day}::date and coalesce(c.valid_until, 'infinity') >= ${day}::date
        and coalesce(c.revoked_on, 'infinity') > ${day}::date group by 1
    ), areas as (
      select g.entity_id, count(*)::int as areas from growing_areas g join asked a on a.id = g.entity_id
      where g.issued_on <= ${day}::date and coalesce(g.revoked_on, 'infinity') > ${day}::date
        and coalesce(g.suspended_on, 'infinity') > ${day}::date group by 1
    ), links as (
      select l.entity_id, count(*)::int as links from value_links l join asked a on a.id = l.entity_id
      where l.from_on <= ${day}::date and coalesce(l.until_on, 'infinity') >= ${day}::date group by 1
    ), joined as (
      select m.entity_id, bool_or(m.union_id is not null) as in_union, bool_or(m.alliance_id is not null) as in_alliance
      from entity_memberships m join asked a on a.id = m.entity_id
      where ${day}::date between m.from_on and m.until_on group by 1
    ), rated as (
      select distinct on (r.entity_id) r.entity_id, case when r.not_rated is null then r.band else 'none' end as band,
        r.is_fair, r.is_effective
      from entity_ratings r join asked a on a.id = r.entity_id
      where r.year <= ${year} order by r.entity_id, r.year desc
    ), sizes as (
      select z.entity_id, z.size from entity_sizes z join asked a on a.id = z.entity_id
      where ${day}::date between z.from_on and z.until_on
    )
    select n.entity_id as "entityId", n.name, n.unit_id as "unitId", n.is_demo as "isDemo", n.kind, n.status, n.law,
      n.governance, n.field, n.sector, z.size, n.lines, n.commodities, n.members, n.capital::float8 as capital,
      v.linked_members as "linkedMembers", v.workers,
      ${monthsSince('e.registered_on', day)} as "ageMonths",
      coalesce(t.days, 0) as "stoppedDays", ${monthsSince('e.congress_on', day)} as "monthsSinceCongress",
      coalesce(e.congress_on >= make_date(${year}, 1, 1), false) as "congressInYear",
      m.managers, case when m.is_training_known then m.college end as "managersCollege",
      case when m.is_training_known then m.intermediate end as "managersIntermediate",
      case when m.is_age_known then m.under_40 end as "managersUnder40",
      case when m.is_sex_known then m.female end as "managersFemale",
      d.by_it::float8 as "debtsBy", case when d.by_it is not null then d.overdue::float8 end as "debtsByOverdue",
      d.to_it::float8 as "debtsTo", coalesce(c.ocop, 0) as "ocopProducts", c.stars::int as "ocopStars",
      coalesce(c.good_practice, false) as "goodPractice", coalesce(c.traceability, false) as traceability,
      coalesce(c.high_tech, false) as "highTech", coalesce(c.trademark, false) as trademark,
      coalesce(g.areas, 0) as "growingAreas", coalesce(l.links, 0) as "valueLinks",
      coalesce(j.in_union, false) as "unionMember", coalesce(j.in_alliance, false) as "allianceMember",
      r.band as rating, r.is_fair as "isFair", r.is_effective as "isEffective"
    from now n left join said v on v.entity_id = n.entity_id left join events e on e.entity_id = n.entity_id
    left join stops t on t.entity_id = n.entity_id left join managers m on m.entity_id = n.entity_id
    left join debts d on d.entity_id = n.entity_id left join certified c on c.entity_id = n.entity_id
    left join areas g on g.entity_id = n.entity_id left join links l on l.entity_id = n.entity_id
    left join joined j on j.entity_id = n.entity_id left join sizes z on z.entity_id = n.entity_id
    left join rated r on r.entity_id = n.entity_id
    ) whole`,
  )
}

/** Of every row. */
const KEPT = ['entityId', 'name', 'unitId', 'isDemo']

/** Whole months between two days of the calendar; null where there is no first. */
const monthsSince = (
  from: string,
  day: PlainDate,
) => sql`(extract(year from age(${day}::date, ${sql.ref(from)})) * 12
  + extract(month from age(${day}::date, ${sql.ref(from)})))::int`
