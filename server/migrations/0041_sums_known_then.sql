-- Sums as they were known at the end of a past day: of every cell the last version that had been stated by
-- then. Nothing else differs from what is added up now; refresh_figure_sums calls it as before.

drop function sums_of(uuid[], int[], uuid[], int[], date);
create function sums_of(units uuid[], of_periods int[], wanted uuid[] default null, parts int[] default null,
  boundaries_on date default null, known_on date default null)
returns table (unit_id uuid, period_id int, indicator_id uuid, breakdown_id int, value numeric, weight numeric,
  reported int, is_estimate boolean, is_incomplete boolean, is_split boolean)
language plpgsql stable set search_path = public set jit = off set work_mem = '32MB' set enable_nestloop = off as $fn$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  years smallint[];
  sources uuid[];
begin
  select array_agg(distinct extract(year from p.from_on)::smallint) into years from periods p where p.id = any (of_periods);
  if wanted is not null then
    select array_agg(distinct s) into sources from indicators i cross join lateral (values (i.id), (i.stated_as)) v (s)
    where i.id = any (wanted) and s is not null;
  end if;
  return query execute format($q$
  with asked as materialized (
    select u.unit_id, u.origin_id, u.share, p.id as period_id, p.until_on
    from unit_parts u join periods p on p.id = any ($2) and p.until_on between u.stated_from and u.stated_until
      and coalesce($5, p.until_on) between u.from_on and u.until_on
    where u.unit_id = any ($1)
  ), given as materialized (
    select a.origin_id, a.period_id, f.entity_id, f.indicator_id, f.breakdown_id, f.value, f.weight
    from (select distinct a.origin_id, a.period_id from asked a) a
    cross join lateral (
      select f.entity_id, f.indicator_id, f.breakdown_id, f.value, f.weight from figures f
      where f.unit_id = a.origin_id and f.period_id = a.period_id and %s and f.year = any ($6) %s %s
      offset 0) f
  ), kinds as materialized (
    select g.entity_id, g.period_id, coalesce(s.kind, e.kind) as kind
    from (select distinct g.entity_id, g.period_id from given g where g.entity_id <> $7) g
    join periods p on p.id = g.period_id
    left join entity_spans s on s.entity_id = g.entity_id and p.until_on between s.from_on and s.until_on
    left join entities e on e.id = g.entity_id
  ), cells as materialized ( -- of its entities a unit makes one row
    select g.origin_id, g.period_id, g.indicator_id, g.breakdown_id, g.value, g.weight, false as of_entities
    from given g where g.entity_id = $7 %s
    union all
    select g.origin_id, g.period_id, i.id, g.breakdown_id, sum(g.value),
      case when i.adds_up in ('mean', 'ratio') then sum(g.weight) else count(g.value) end, true
    from given g join kinds k using (entity_id, period_id)
    join indicators i on coalesce(i.stated_as, i.id) = g.indicator_id and coalesce(k.kind = any (i.entity_kinds), true) %s
    where g.entity_id <> $7
    group by 1, 2, 3, 4
  ), stated as materialized (
    select a.unit_id, a.share, a.period_id, a.until_on, c.origin_id, c.of_entities, c.indicator_id, c.breakdown_id,
      c.value, c.weight
    from asked a join cells c using (origin_id, period_id)
  ), wide as materialized ( -- units that state in place of others
    select distinct c.origin_id from cells c where c.of_entities
    union
    select c.origin_id from (select distinct c.origin_id from cells c where not c.of_entities) c
    cross join lateral (select from unit_ancestry a
      where a.ancestor_id = c.origin_id and a.descendant_id <> a.ancestor_id limit 1) a
  ), below as materialized (
    select t.unit_id, t.period_id, t.indicator_id, t.breakdown_id, t.origin_id, t.share,
      s.origin_id as below_id, s.of_entities
    from (select * from stated t where not t.of_entities and t.origin_id in (select w.origin_id from wide w)) t
    cross join lateral (select a.descendant_id from unit_ancestry a
      where a.ancestor_id = t.origin_id and t.until_on between a.from_on and a.until_on offset 0) a
    join stated s on s.unit_id = t.unit_id and s.period_id = t.period_id and s.indicator_id = t.indicator_id
      and s.breakdown_id = t.breakdown_id and s.origin_id = a.descendant_id
      and (s.origin_id <> t.origin_id or s.of_entities)
  ), covered as (
    select b.unit_id, b.period_id, b.indicator_id, b.breakdown_id, b.below_id as origin_id, b.of_entities
    from below b where b.share = 1
    union
    select b.unit_id, b.period_id, b.indicator_id, b.breakdown_id, b.origin_id, false
    from below b where b.share is distinct from 1
  ), covers as materialized ( -- for how many of the awaited units it speaks
    select c.origin_id, c.period_id, count(distinct e.origin_id)::int as units
    from (select distinct c.origin_id, c.period_id from cells c) c
    cross join lateral (select a.descendant_id, a.from_on, a.until_on from unit_ancestry a
      where a.ancestor_id = c.origin_id offset 0) a
    join (select distinct w.origin_id, w.period_id, w.until_on from awaited_of($1, $2, $5) w) e
      on e.origin_id = a.descendant_id and e.period_id = c.period_id and e.until_on between a.from_on and a.until_on
    group by 1, 2
  )
  select s.unit_id, s.period_id, s.indicator_id, s.breakdown_id,
    sum(s.value * s.share) filter (where c.unit_id is null),
    case when not bool_or(s.value is not null and s.weight is null and c.unit_id is null)
      then sum(s.weight * s.share) filter (where c.unit_id is null) end,
    coalesce(sum(v.units) filter (where c.unit_id is null and (s.share > 0 or s.share is null)), 0)::int,
    bool_or(s.share < 1 and c.unit_id is null) is true, bool_or(s.share is null and c.unit_id is null) is true,
    bool_or(s.share is distinct from 1)
  from stated s left join covered c using (unit_id, period_id, indicator_id, breakdown_id, origin_id, of_entities)
  left join covers v using (origin_id, period_id)
  group by 1, 2, 3, 4 having bool_or(c.unit_id is null)
  $q$,
    case when known_on is null then 'f.is_last' else $k$f.stated_at < ($9 + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and not exists (select from figures n where n.unit_id = f.unit_id and n.indicator_id = f.indicator_id
          and n.year = f.year and n.period_id = f.period_id and n.breakdown_id = f.breakdown_id
          and n.entity_id = f.entity_id and n.seq > f.seq
          and n.stated_at < ($9 + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')$k$ end,
    case when sources is not null then 'and f.indicator_id = any ($8)' else '' end,
    case when parts is not null then 'and f.breakdown_id = any ($4)' else '' end,
    case when wanted is not null then 'and g.indicator_id = any ($3)' else '' end,
    case when wanted is not null then 'and i.id = any ($3)' else '' end)
  using units, of_periods, wanted, parts, boundaries_on, years, nobody, sources, known_on;
end $fn$;
revoke execute on function sums_of(uuid[], int[], uuid[], int[], date, date) from public;
grant execute on function sums_of(uuid[], int[], uuid[], int[], date, date) to hopluc_app;
