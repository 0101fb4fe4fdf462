-- The list is filtered by workers and by the revenue of a year.
alter table entity_spans add column workers int;
update entity_spans s set workers = v.workers from entity_versions v
where v.entity_id = s.entity_id and s.from_on between v.from_on and v.until_on and v.workers is not null;

drop index entity_spans_counted;
create index entity_spans_counted on entity_spans (until_on, from_on) include (unit_id, entity_id, is_live, kind,
  status, sector, field, law, commodities, members, capital, workers);

do $$
declare one text;
begin
  foreach one in array array['reachable_spans', 'sized_spans'] loop
    execute format('create or replace view %I as %s', one, regexp_replace(pg_get_viewdef(one::regclass), '\s+FROM ', ', s.workers FROM '));
  end loop;
end $$;

-- As before (0024), with the workers.
create or replace function refresh_entity_spans(wanted uuid[]) returns void
language sql security definer set search_path = public set enable_nestloop = off
set plan_cache_mode = force_custom_plan
begin atomic
  delete from entity_spans where entity_id = any (wanted);
  insert into entity_spans (entity_id, from_on, until_on, unit_id, kind, status, is_live, is_demo, name, words,
    code, law, governance, field, sector, lines, commodities, members, capital, representative, lat, lon, workers)
  with subjects as (
    select id, is_demo from entities where id = any (wanted) and merged_into_id is null
  ), turns as ( -- every event that begins or ends a status, and the next one of that status
    select e.entity_id, r.status, r.rank, r.opens, e.on_day, e.until_on,
      lead(e.on_day) over (partition by e.entity_id, r.status order by e.on_day, r.opens desc, e.id) as next_on
    from entity_events e join status_rules r on r.event = e.kind
    where e.entity_id = any (wanted) and e.voided_at is null
  ), states as (
    select entity_id, status, rank, on_day as from_on,
      least(coalesce(next_on - 1, '9999-12-31'), coalesce(until_on, '9999-12-31')) as until_on
    from turns where opens
  ), held as (
    select entity_id, status, rank, from_on, until_on from states where until_on >= from_on
  ), points as (
    select entity_id, from_on as at from held union select entity_id, until_on + 1 from held where until_on < '9999-12-31'
    union select entity_id, from_on from entity_versions where entity_id = any (wanted)
    union select entity_id, until_on + 1 from entity_versions where entity_id = any (wanted) and until_on < '9999-12-31'
    union select entity_id, from_on from entity_places where entity_id = any (wanted)
    union select entity_id, until_on + 1 from entity_places where entity_id = any (wanted) and until_on < '9999-12-31'
  ), stretches as (
    select entity_id, at as from_on,
      coalesce(lead(at) over (partition by entity_id order by at) - 1, '9999-12-31') as until_on
    from points
  ), mains as ( -- each line and each name once, not once a span
    select line, line_group('field', line) as field, line_group('sector', line) as sector
    from (select distinct lines[1] as line from entity_versions where entity_id = any (wanted)) l
  ), names as (
    select name, registry_words(name) as words
    from (select distinct name from entity_versions where entity_id = any (wanted)) n
  )
  select distinct on (s.entity_id, s.from_on) s.entity_id, s.from_on, s.until_on, p.unit_id, v.kind, h.status,
    h.status not in ('founding', 'ended'), e.is_demo, v.name, n.words, v.code, v.law, v.governance,
    coalesce(m.field, case v.kind when 'credit_fund' then 'finance' end),
    coalesce(m.sector, case v.kind when 'credit_fund' then 'credit' end),
    v.lines, v.commodities, v.official_members, v.charter_capital, v.representative, p.lat, p.lon, v.workers
  from stretches s join subjects e on e.id = s.entity_id
  join entity_versions v on v.entity_id = s.entity_id and s.from_on between v.from_on and v.until_on
    and v.entity_id = any (wanted)
  join entity_places p on p.entity_id = s.entity_id and s.from_on between p.from_on and p.until_on
    and p.entity_id = any (wanted)
  join held h on h.entity_id = s.entity_id and s.from_on between h.from_on and h.until_on
  join names n on n.name = v.name left join mains m on m.line = v.lines[1]
  order by s.entity_id, s.from_on, h.rank;
  update entities e set name = s.name, kind = s.kind, from_on = s.first_on
  from (
    select distinct on (entity_id) entity_id, name, kind, min(from_on) over (partition by entity_id) as first_on
    from entity_spans where entity_id = any (wanted) order by entity_id, from_on desc
  ) s
  where e.id = any (wanted) and e.id = s.entity_id and (e.name, e.kind, e.from_on) is distinct from (s.name, s.kind, s.first_on);
end;

-- Entities whose revenue (H10, triệu đồng) stated of a year lies between the two, of those that one may read; in
-- đồng. What may be read is asked here, or the policies would ask it of each figure of the nation.
create function entities_by_revenue(wanted int, low bigint, high bigint) returns setof uuid
language plpgsql stable security definer rows 20000 cost 1000 set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  area uuid[] := case when not sees_all_units() then array(select acting_area()) end;
  own uuid[] := array(select o.id from own_entities o);
  revenue uuid := (select i.id from indicators i where i.code = 'H10');
  period int := (select p.id from periods p where p.kind = 'year' and p.from_on = make_date(wanted, 1, 1));
begin
  if not exists (select from signed_in) then return; end if;
  return query
    select f.entity_id from figures f
    where f.indicator_id = revenue and f.year = wanted and f.period_id = period and f.breakdown_id = 0 and f.is_last
      and f.value * 1000000 between coalesce(low, 0) and coalesce(high, 9223372036854775807)
      and (area is null or f.unit_id = any (area) or f.entity_id = any (own));
end $$;
revoke execute on function entities_by_revenue(int, bigint, bigint) from public;
grant execute on function entities_by_revenue(int, bigint, bigint) to hopluc_app;
