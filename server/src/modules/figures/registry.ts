import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/** Of which units the register is asked, and when. */
export interface RegistryQuery {
  unitIds: readonly Id[]
  /** Codes of indicators; those that do not come from the register give nothing. */
  codes: readonly string[]
  /** The day as of which is counted, usually the end of the window. */
  on: PlainDate
  /** From which day foundings and dissolutions count, usually the begin of the window. */
  from: PlainDate
  /** On which boundaries; else those of `on`. */
  boundariesOn?: PlainDate
}

/** A number of the register: the whole (`breakdown` is empty) or a part of it. */
export interface RegistryFigure {
  unitId: Id
  indicatorId: Id
  code: string
  breakdown: Record<string, string>
  value: number
}

/**
 * What the register says of units as of a day: one query for all units and indicators. A unit without
 * any entity has 0, for the register knows that; parts that are nothing are left out.
 */
export function registryFigures(db: Reader, query: RegistryQuery): Promise<RegistryFigure[]> {
  const { unitIds, codes, on, from, boundariesOn = on } = query
  return rowsOf(
    db,
    sql<RegistryFigure>`
    with asked as materialized (
      select u.unit_id, u.origin_id from unit_parts u
      where u.unit_id = any (${[...unitIds]}::uuid[]) and u.share = 1
        and ${on}::date between u.stated_from and u.stated_until
        and ${boundariesOn}::date between u.from_on and u.until_on
    ), wanted as materialized (
      select id, code, registry_rule as rule, entity_kinds as kinds, dims from indicators
      where origin = 'registry' and code = any (${[...codes]}::text[])
    ), now as materialized (
      select a.unit_id, s.entity_id, s.kind, s.sector, s.status, s.is_live
      from asked a join reachable_spans s on s.unit_id = a.origin_id
        and ${on}::date between s.from_on and s.until_on
    ), turned as materialized (
      select a.unit_id, s.entity_id, s.kind, s.sector, e.kind as event
      from entity_events e join reachable_spans s on s.entity_id = e.entity_id
        and e.on_day between s.from_on and s.until_on
      join asked a on a.origin_id = s.unit_id
      where e.on_day between ${from}::date and ${on}::date and e.voided_at is null
        and e.kind in ('registered', 'dissolved', 'bankrupt')
        and (exists (select from wanted where rule in ('founded', 'dissolved')))
        and not exists (select from entity_events b where b.entity_id = e.entity_id and b.kind = 'registered'
          and e.kind = 'registered' and b.voided_at is null and b.on_day < e.on_day)
    ), certified as materialized (
      select n.unit_id, n.entity_id, n.kind, c.kind as certificate, c.stars
      from now n join entity_certificates c on c.entity_id = n.entity_id and c.issued_on <= ${on}::date
        and coalesce(c.valid_until, 'infinity') >= ${on}::date
        and coalesce(c.revoked_on, 'infinity') > ${on}::date
      where n.is_live and exists (select from wanted where rule like 'certifi%')
    ), facts (unit_id, rule, kind, dim, part, entity_id) as (
      select unit_id, 'live', kind, 'sector', sector, entity_id from now where is_live
      union all select unit_id, 'active', kind, 'sector', sector, entity_id from now where status = 'active'
      union all select unit_id, 'stopped', kind, 'sector', sector, entity_id from now
        where is_live and status <> 'active'
      union all select unit_id, 'live:agriculture', kind, null, null, entity_id from now
        where is_live and sector = 'agriculture'
      union all select distinct unit_id, case event when 'registered' then 'founded' else 'dissolved' end,
        kind, 'sector', sector, entity_id from turned
      union all select distinct unit_id, 'certified:' || certificate, kind, null, null, entity_id
        from certified
      union all select unit_id, 'certificates:' || certificate, kind, 'stars', stars::text, entity_id
        from certified
      union all select n.unit_id, 'linked', n.kind, null, null, n.entity_id from now n
        where n.is_live and exists (select from value_links l where l.entity_id = n.entity_id
          and l.from_on <= ${on}::date and coalesce(l.until_on, 'infinity') >= ${on}::date)
      union all select n.unit_id, case when m.has_union then 'union_members' else 'alliance_members' end,
          n.kind, null, null, n.entity_id
        from now n join (select distinct entity_id, union_id is not null as has_union
          from entity_memberships where ${on}::date between from_on and until_on) m
          on m.entity_id = n.entity_id
        where n.is_live
    ), counted as (
      select f.unit_id, w.id, case when grouping(f.part) = 0 then f.dim end as dim,
        case when grouping(f.part) = 0 then f.part end as part, count(*)::int as value
      from facts f join wanted w on w.rule = f.rule
        and (f.kind = any (w.kinds) or f.rule = 'union_members' and f.kind in ('cooperative', 'credit_fund'))
      group by grouping sets ((f.unit_id, w.id, w.dims), (f.unit_id, w.id, w.dims, f.dim, f.part))
      having grouping(f.part) = 1 or f.part is not null and f.dim = any (w.dims)
    )
    select u.id as "unitId", w.id as "indicatorId", w.code, '{}'::jsonb as breakdown,
      coalesce(c.value, 0) as value
    from unnest(${[...unitIds]}::uuid[]) u (id) cross join wanted w
    left join counted c on c.unit_id = u.id and c.id = w.id and c.part is null
    union all
    select c.unit_id, w.id, w.code, jsonb_build_object(c.dim, c.part), c.value
    from counted c join wanted w on w.id = c.id where c.part is not null`,
  )
}
