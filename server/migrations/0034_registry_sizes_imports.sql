-- The size of an entity on every day, worked out beforehand; search that is made anew in a time that goes
-- with how many are asked for; imports that are told of.

-- By members AND (revenue of the year before OR capital) (Decree 113/2024/NĐ-CP, articles 4 and 5). Has a
-- row for every day of every span; null where it cannot be told. Never written but by refresh_entity_sizes.
create table entity_sizes (
  entity_id uuid not null references entities on delete cascade,
  from_on date not null,
  until_on date not null,
  size text check (size in ('micro', 'small', 'medium', 'large')),
  primary key (entity_id, from_on)
);
create index on entity_sizes (size, until_on, from_on) include (entity_id) where size in ('small', 'medium', 'large');

-- How many are wanted the planner cannot know: nested loops between what was cut down would take minutes.
create function refresh_entity_sizes(wanted uuid[]) returns void
language sql security definer set search_path = public set enable_nestloop = off
begin atomic
  delete from entity_sizes where entity_id = any (wanted);
  insert into entity_sizes (entity_id, from_on, until_on, size)
  with turns as ( -- days on which a threshold begins or ends
    select from_on as at from size_thresholds
    union select until_on + 1 from size_thresholds where until_on < '9999-12-31'
  ), limits as (
    select f.field, t.at as from_on,
      coalesce(lead(t.at) over (partition by f.field order by t.at) - 1, '9999-12-31') as until_on,
      max(z.members) filter (where z.size = 'small') as small_members,
      max(z.revenue) filter (where z.size = 'small') as small_revenue,
      max(z.capital) filter (where z.size = 'small') as small_capital,
      max(z.members) filter (where z.size = 'medium') as medium_members,
      max(z.revenue) filter (where z.size = 'medium') as medium_revenue,
      max(z.capital) filter (where z.size = 'medium') as medium_capital,
      max(z.members) filter (where z.size = 'large') as large_members,
      max(z.revenue) filter (where z.size = 'large') as large_revenue,
      max(z.capital) filter (where z.size = 'large') as large_capital
    from turns t cross join (select distinct field from size_thresholds) f
    left join size_thresholds z on z.field = f.field and t.at between z.from_on and z.until_on
    group by f.field, t.at
  ), spans as materialized (
    select entity_id, from_on, until_on, members, capital, field from entity_spans where entity_id = any (wanted)
  ), revenues as materialized ( -- indicator H10, triệu đồng
    select f.entity_id, f.year, f.value * 1000000 as value
    from figures f join periods p on p.id = f.period_id and p.kind = 'year'
    where f.entity_id = any (wanted) and f.is_last and f.breakdown_id = 0
      and f.indicator_id = (select id from indicators where code = 'H10')
  ), cuts as (
    select entity_id, from_on as at from spans
    union select entity_id, make_date(year + 1, 1, 1) from revenues
    union select entity_id, make_date(year + 2, 1, 1) from revenues
    union select e.entity_id, t.at from (select distinct entity_id from spans) e cross join turns t
  ), pieces as (
    select s.entity_id, c.at as from_on, s.members, s.capital, s.field,
      least(coalesce(lead(c.at) over (partition by c.entity_id order by c.at) - 1, '9999-12-31'), s.until_on) as until_on
    from cuts c join spans s on s.entity_id = c.entity_id and c.at between s.from_on and s.until_on
  ), sized as (
    select p.entity_id, p.from_on, p.until_on, case when p.members is null then null
      when p.members >= z.large_members and (r.value >= z.large_revenue or p.capital >= z.large_capital) then 'large'
      when z.medium_members is null then null
      when p.members >= z.medium_members and (r.value >= z.medium_revenue or p.capital >= z.medium_capital) then 'medium'
      when z.small_members is null then null
      when p.members >= z.small_members and (r.value >= z.small_revenue or p.capital >= z.small_capital) then 'small'
      else 'micro' end as size
    from pieces p
    left join limits z on z.field = p.field and p.from_on between z.from_on and z.until_on
    left join revenues r on r.entity_id = p.entity_id and r.year = extract(year from p.from_on)::int - 1
  ), marked as (
    select *, (size, from_on - 1) is distinct from (lag(size) over w, lag(until_on) over w) as is_new
    from sized window w as (partition by entity_id order by from_on)
  ), runs as (
    select *, count(*) filter (where is_new) over (partition by entity_id order by from_on) as run from marked
  )
  select entity_id, min(from_on), max(until_on), min(size) from runs group by entity_id, run;
end;
-- Of all there are, after thresholds or groups of lines have changed; answers how many.
create function resize_entities() returns int
language plpgsql security definer set search_path = public as $$
declare
  all_ids uuid[] := array(select id from entities);
  count int := coalesce(array_length(all_ids, 1), 0);
begin
  if (select role from signed_in) is distinct from 'admin' then return 0; end if;
  for at in 1 .. count by 5000 loop
    perform refresh_entity_sizes(all_ids[at : at + 4999]);
  end loop;
  return count;
end $$;
revoke execute on function refresh_entity_sizes(uuid[]), resize_entities() from public;
grant execute on function resize_entities() to hopluc_app;

-- Whatever is worked out anew of spans, sizes follow: these are taken away and put in whole.
create function sizes_of_changed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform refresh_entity_sizes(array(select distinct entity_id from changed));
  return null;
end $$;
create trigger sizes_on_insert after insert on entity_spans referencing new table as changed
  for each statement execute function sizes_of_changed();
create function sizes_of_removed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from entity_sizes where entity_id in (select entity_id from changed);
  return null;
end $$;
create trigger sizes_on_delete after delete on entity_spans referencing old table as changed
  for each statement execute function sizes_of_removed();
create trigger sizes_on_update after update on entity_spans referencing new table as changed
  for each statement execute function sizes_of_changed();
-- Revenues count too; who writes thousands works the spans out at the end, and with them the sizes.
create function sizes_of_stated() returns trigger
language plpgsql security definer set search_path = public as $$
declare ids uuid[];
begin
  if current_setting('hopluc.spans', true) = 'later' then return null; end if;
  ids := array(select distinct entity_id from changed
    where entity_id <> '00000000-0000-0000-0000-000000000000' and breakdown_id = 0
      and indicator_id = (select id from indicators where code = 'H10'));
  if ids <> '{}' then perform refresh_entity_sizes(ids); end if;
  return null;
end $$;
create trigger entity_sizes_on_insert after insert on figures referencing new table as changed
  for each statement execute function sizes_of_stated();
create trigger entity_sizes_on_update after update on figures referencing new table as changed
  for each statement execute function sizes_of_stated();
revoke execute on function sizes_of_changed(), sizes_of_removed(), sizes_of_stated() from public;

alter table entity_sizes enable row level security;
create policy of_entity on entity_sizes for select using ((select sees_all_units())
  or exists (select from readable_entities r where r.id = entity_id));
grant select on entity_sizes to hopluc_app;
-- As reachable_spans, with the size and the days on which it holds.
create view sized_spans as
select s.*, e.updated_at, z.size, z.from_on as sized_from, z.until_on as sized_until
from entity_spans s join entity_sizes z on z.entity_id = s.entity_id left join entities e on e.id = s.entity_id
where (select sees_all_units()) or s.unit_id in (select acting_area()) or s.entity_id in (select id from own_entities);
grant select on sized_spans to hopluc_app;
drop view entity_revenues;
-- They follow from the spans: a merger of doubles does not hand them on.
create or replace function entity_pointers() returns table (held_by text, by_column text)
language sql stable security definer set search_path = public
begin atomic
  select c.conrelid::regclass::text, a.attname::text
  from pg_constraint c
  cross join lateral unnest(c.conkey, c.confkey) k(local, far)
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.local
  join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.far
  where c.contype = 'f' and c.conparentid = 0 and a.atttypid = 'uuid'::regtype
    and (c.confrelid = 'entities'::regclass or f.attname = 'entity_id')
    and c.conrelid <> all (array['entities', 'entity_versions', 'entity_places', 'entity_events', 'entity_spans',
      'entity_sizes', 'entity_search', 'entity_doubles', 'entity_merges']::regclass[])
  union select 'figures', 'entity_id'
  union select 'file_links', 'subject_id'
  order by 1, 2;
end;

do $$
declare all_ids uuid[] := array(select id from entities);
begin
  for at in 1 .. coalesce(array_length(all_ids, 1), 0) by 5000 loop
    perform refresh_entity_sizes(all_ids[at : at + 4999]);
  end loop;
end $$;

-- Called from where nested loops are forbidden, search looked through all units once for each entity.
alter function refresh_entity_search(uuid[]) set enable_nestloop = on;

-- What was imported: by whom, from which file, what it did, and which lines stayed behind and why.
create table entity_imports (
  id uuid primary key,
  agency_id uuid not null references agencies, -- as whose people they acted
  file_id uuid references files on delete set null,
  file_name text not null check (file_name <> ''),
  source text not null check (source in ('import', 'national')),
  day date not null, -- as of which the list holds
  sheet text not null,
  is_partial boolean not null,
  counts jsonb not null, -- {"create": 1, "change": 0, "same": 0, "problem": 2}
  gone int not null default 0, -- that the national register no longer had
  rejected jsonb not null default '[]', -- [{"line": 7, "remark": "Cột C: …"}]
  imported_by uuid not null references accounts,
  imported_words text not null,
  imported_at timestamptz not null default now()
);
create index on entity_imports (agency_id, imported_at desc, id desc);
create index on entity_imports (imported_by);
create index on entity_imports (file_id) where file_id is not null;
alter table entity_imports enable row level security;
create policy of_agency on entity_imports for select using (agency_id in (select acting_agencies()));
create policy own on entity_imports for insert with check (
  imported_by = (select account_id from signed_in) and agency_id in (select acting_agencies()));
grant select, insert on entity_imports to hopluc_app;
create policy of_import on file_links for select using (subject_kind = 'entity_import'
  and exists (select from entity_imports i where i.id = subject_id));
create policy to_own_import on file_links for insert with check (subject_kind = 'entity_import'
  and exists (select from entity_imports i where i.id = subject_id
    and i.imported_by = (select account_id from signed_in)));

-- All that answers as of a past day: of what lay in the acting person's area on that day.
create function entity_matches_on(q text, day date) returns setof uuid
language plpgsql stable security definer rows 500 cost 1000 set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  said text := registry_words(q);
  digits text := regexp_replace(q, '\D', '', 'g');
  area uuid[] := case when not sees_all_units() then array(select acting_area()) end;
  own uuid[] := array(select id from own_entities);
  asked tsquery;
  before tsquery;
  by_name boolean;
begin
  if not exists (select from signed_in) then return; end if;
  if length(digits) > 2 and q ~ '^[0-9 .+-]+$' then
    return query select v.entity_id from entity_versions v
      where v.code like digits || '%' and day between v.from_on and v.until_on
        and lay_within(v.entity_id, area, own, day);
    if found then return; end if;
  end if;
  for stage in 1..4 loop
    asked := entity_terms(said, stage);
    continue when asked = before;
    before := asked;
    foreach by_name in array case when stage > 1 then array[true, false] else array[false] end loop
      return query select e from entities_asked(asked, by_name, null, own, null) e where lay_within(e, area, own, day);
      if found then return; end if;
    end loop;
  end loop;
end $$;
create function lay_within(entity uuid, area uuid[], own uuid[], day date) returns boolean
language sql stable set search_path = public
return area is null or entity = any (own) or exists (select from entity_places p
  where p.entity_id = entity and p.unit_id = any (area) and day between p.from_on and p.until_on);
revoke execute on function entity_matches_on(text, date), lay_within(uuid, uuid[], uuid[], date) from public;
grant execute on function entity_matches_on(text, date) to hopluc_app;

-- Where a merger brought an earlier registration, that one holds: the one that stood there is taken back
-- with it, and comes back when the merger is undone.
create function hold_first_registration(merge uuid, said text) returns void
language plpgsql security definer set search_path = public as $$
declare
  m entity_merges;
  first_on date;
  shown jsonb;
begin
  select * into m from entity_merges
  where id = merge and undone_at is null and merged_by = (select account_id from signed_in);
  if m.id is null or not exists (select from kept_entities k where k.id = m.kept_id) then return; end if;
  select min((f.after ->> 'on_day')::date) into first_on from entity_merge_effects f
  where f.merge_id = merge and f.held_by = 'entity_events' and f.after ->> 'kind' = 'registered';
  for shown in select to_jsonb(e) from entity_events e
    where e.entity_id = m.kept_id and e.kind = 'registered' and e.voided_at is null and e.on_day > first_on
      and not exists (select from entity_merge_effects f where f.merge_id = merge and f.after ->> 'id' = e.id::text)
  loop
    update entity_events set voided_by = m.merged_by, voided_at = m.merged_at, void_reason = said
    where id = (shown ->> 'id')::uuid;
    insert into entity_merge_effects (merge_id, held_by, before, after)
    values (merge, 'entity_events', shown, row_now('entity_events', shown));
  end loop;
end $$;
revoke execute on function hold_first_registration(uuid, text) from public;
grant execute on function hold_first_registration(uuid, text) to hopluc_app;
