-- For how many of the awaited units a statement speaks is found out once for all of them: looked up again for each
-- unit that has stated something, it cost a third of a province's table.
do $$
declare
  name constant regprocedure := 'sums_of(uuid[], int[], uuid[], int[], date, date)';
  was constant text := pg_get_functiondef(name);
  covers constant text := substring(was from 'covers as materialized .*?group by 1, 2\s+\)');
begin
  if covers is null then raise exception 'sums_of is not what it was'; end if;
  execute replace(was, covers, $q$awaited as materialized (
    select distinct w.origin_id, w.period_id, w.until_on from awaited_of($1, $2, $5) w
  ), reached as materialized (
    select c.origin_id, c.period_id, a.descendant_id, a.from_on, a.until_on
    from (select distinct c.origin_id, c.period_id from cells c) c
    cross join lateral (select a.descendant_id, a.from_on, a.until_on from unit_ancestry a
      where a.ancestor_id = c.origin_id offset 0) a
  ), covers as materialized ( -- for how many of the awaited units it speaks
    select r.origin_id, r.period_id, count(distinct w.origin_id)::int as units
    from reached r join awaited w on w.origin_id = r.descendant_id and w.period_id = r.period_id
      and w.until_on between r.from_on and r.until_on
    group by 1, 2
  )$q$);
end $$;

-- Areas of which something has been stated for a period and not been added up yet.
create function areas_waiting(areas uuid[], of_period int) returns setof uuid
language sql stable security definer set search_path = public
begin atomic
  select u.id from unnest(readable_areas(areas)) u (id)
  where exists (select from stale_sums s where s.unit_id is null)
    or exists (select from stale_sums s join unit_ancestry a on a.descendant_id = s.unit_id
      where s.period_id = of_period and a.ancestor_id = u.id);
end;
revoke execute on function areas_waiting(uuid[], int) from public;
grant execute on function areas_waiting(uuid[], int) to hopluc_app;
