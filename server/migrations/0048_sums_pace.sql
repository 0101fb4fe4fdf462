-- Whether somebody may read an area's figures is asked once for the area; then they are added up with their
-- owner's rights. Asked figure by figure, and planned into a statement of twelve parts each time, the same
-- question cost more than the sums.
create function readable_areas(units uuid[]) returns uuid[]
language sql stable security definer set search_path = public
return case when sees_all_units() then units
  else array(select u from unnest(units) u where u in (select acting_area())) end;

create function area_sums(units uuid[], of_periods int[], wanted uuid[], parts int[], boundaries_on date, known_on date)
returns table (unit_id uuid, period_id int, indicator_id uuid, breakdown_id int, value numeric, weight numeric,
  reported int, is_estimate boolean, is_incomplete boolean, is_split boolean)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select * from sums_of(readable_areas(units), of_periods, wanted, parts, boundaries_on, known_on);
end $$;

create function area_awaited(units uuid[], of_periods int[], boundaries_on date)
returns table (unit_id uuid, period_id int, origin_id uuid, until_on date)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select * from awaited_of(readable_areas(units), of_periods, boundaries_on);
end $$;

-- Of the units that are awaited below an area, those that have stated nothing, themselves or through one above.
create function area_missing(area uuid, of_period int, boundaries_on date, known_on date)
returns table (unit_id uuid, until_on date)
language plpgsql stable security definer set search_path = public as $$
declare
  begun smallint := (select extract(year from p.from_on) from periods p where p.id = of_period);
  known timestamptz := (known_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
  return query
  with silent as materialized (
    select w.origin_id, w.until_on from awaited_of(readable_areas(array[area]), array[of_period], boundaries_on) w
    where not case when known is null
      then exists (select from figures f where f.unit_id = w.origin_id and f.period_id = of_period and f.year = begun
        and f.is_last)
      else exists (select from figures f where f.unit_id = w.origin_id and f.period_id = of_period and f.year = begun
        and f.stated_at < known) end
  ), wide as materialized ( -- what is above them and has stated something
    select a.id from (select distinct t.ancestor_id as id from silent s join unit_ancestry t on t.descendant_id = s.origin_id
      where t.ancestor_id <> t.descendant_id and s.until_on between t.from_on and t.until_on) a
    where exists (select from figures f where f.unit_id = a.id and f.period_id = of_period and f.year = begun
      and case when known is null then f.is_last else f.stated_at < known end)
  )
  select s.origin_id, s.until_on from silent s
  where not exists (select from unit_ancestry t join wide w on w.id = t.ancestor_id
    where t.descendant_id = s.origin_id and s.until_on between t.from_on and t.until_on);
end $$;

-- Whether what was stated for a period is made up: one statement tells it of all.
create function area_is_made_up(area uuid, of_period int) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  begun smallint := (select extract(year from p.from_on) from periods p where p.id = of_period);
begin
  return coalesce((
    select (f.source ->> 'isDemo')::boolean
    from unit_parts u cross join lateral (select g.source from figures g
      where g.unit_id = u.origin_id and g.period_id = of_period and g.year = begun and g.is_last limit 1) f
    where u.unit_id = any (readable_areas(array[area])) limit 1), false);
end $$;
revoke execute on function readable_areas(uuid[]), area_sums(uuid[], int[], uuid[], int[], date, date),
  area_awaited(uuid[], int[], date), area_missing(uuid, int, date, date), area_is_made_up(uuid, int) from public;
grant execute on function area_sums(uuid[], int[], uuid[], int[], date, date), area_awaited(uuid[], int[], date),
  area_missing(uuid, int, date, date), area_is_made_up(uuid, int) to hopluc_app;

-- Who is awaited is looked up unit by unit: of a province and of the nation alike that is less than putting
-- together all the units there have ever been.
create or replace function awaited_of(units uuid[], of_periods int[], boundaries_on date default null)
returns table (unit_id uuid, period_id int, origin_id uuid, until_on date)
language sql stable set search_path = public
begin atomic
  with communes as materialized (
    select u.unit_id, p.id as period_id, u.origin_id, p.until_on,
      (select true from expected_reporters r where r.period_id = p.id and r.unit_id = u.origin_id) as is_asked
    from unit_parts u join periods p on p.id = any (of_periods) and p.until_on between u.stated_from and u.stated_until
      and coalesce(boundaries_on, p.until_on) between u.from_on and u.until_on
    cross join lateral (select v.level, v.until_on from unit_versions v -- the last that had begun
      where v.unit_id = u.origin_id and v.from_on <= p.until_on order by v.from_on desc limit 1) v
    where u.unit_id = any (units) and v.level = 'commune' and v.until_on >= p.until_on
  ), asked as materialized (
    select distinct c.period_id from communes c where c.is_asked
  )
  select c.unit_id, c.period_id, c.origin_id, c.until_on from communes c
  where c.is_asked or c.period_id not in (select a.period_id from asked a);
end;

-- A year's figures lie together: of several periods each is looked for in its own year alone, and of units
-- that have stated nothing, as most of those from which others came, only whether they have.
do $$
declare
  name constant regprocedure := 'sums_of(uuid[], int[], uuid[], int[], date, date)';
  was constant text := pg_get_functiondef(name);
  next text := was;
begin
  next := replace(next, 'from (select distinct a.origin_id, a.period_id from asked a) a',
    'from (select distinct a.origin_id, a.period_id, extract(year from a.until_on)::smallint as year from asked a) a');
  next := replace(next, 'f.year = any ($6) %s %s', 'f.year = any ($6) and f.year = a.year %s %s');
  next := replace(next, 'offset 0) f', 'offset 0) f
    where (select true from figures g where g.unit_id = a.origin_id and g.period_id = a.period_id and g.year = a.year
      and g.is_last limit 1)');
  if length(next) <> length(was) + 216 then raise exception 'sums_of is not what it was'; end if;
  execute next;
end $$;
