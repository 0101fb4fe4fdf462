-- The register of cooperatives, groups, unions and people's credit funds. Legal events are the truth of
-- a life, versions the truth of the description, places say where it lies; what holds on a day is
-- worked out from the three, in one place, into entity_spans.

-- Whose register a post reads: its own units, what these came from, and all below, then and now. A
-- cooperative's own account reads what is its own, by another policy.
create function acting_area() returns setof uuid
language plpgsql stable parallel safe security definer rows 500 cost 400 set search_path = public as $$
begin
  if current_setting('hopluc.role', true) = 'cooperative' then return; end if;
  return query
  with recursive own (unit_id) as (
    select o.unit_id from own_units o
    union
    select s.from_id from own join unit_successions s on s.to_id = own.unit_id
  )
  select * from acting_units() union select o.unit_id from own o
  union select a.descendant_id from own o join unit_ancestry a on a.ancestor_id = o.unit_id;
end $$;
-- The nation's own people and the administrator read all: asked once, before any unit is looked up.
create function sees_all_units() returns boolean
language plpgsql stable parallel safe security definer cost 400 set search_path = public as $$
begin
  return (select role from signed_in) = 'admin' or (select role from signed_in) <> 'cooperative' and exists (
    select from own_units o join unit_versions v on v.unit_id = o.unit_id where v.level = 'nation');
end $$;
-- Units whose register a post keeps: the people's committee of a commune and who acts for it, with what
-- it came from; who acts for a steering committee, all below it.
create function kept_units() returns setof uuid
language plpgsql stable parallel safe security definer rows 100 cost 400 set search_path = public as $$
declare role text := nullif(current_setting('hopluc.role', true), '');
begin
  if role in ('officer', 'leader', 'clerk') then
    return query
    with recursive kept (unit_id) as (
      select v.unit_id from scope_agencies s join acting a using (account_id, post_id)
      join agency_versions v on v.agency_id = s.agency_id and v.kind = 'people_committee'
      where a.today between s.from_on and s.until_on
        and exists (select from unit_versions u where u.unit_id = v.unit_id and u.level = 'commune')
      union
      select s.from_id from kept join unit_successions s on s.to_id = kept.unit_id
    )
    select k.unit_id from kept k;
  elsif role = 'standing' then
    return query select unit_id from own_units union select acting_units();
  end if;
end $$;
revoke execute on function acting_area(), sees_all_units(), kept_units() from public;
grant execute on function acting_area(), sees_all_units(), kept_units() to hopluc_app, hopluc_jobs;

-- A name as it is compared: without diacritics and marks, the usual abbreviations in one form.
create function registry_words(words text) returns text
language plpgsql immutable parallel safe set search_path = public as $$
declare
  said text := ' ' || regexp_replace(folded(words), '[^a-z0-9]+', ' ', 'g') || ' ';
  pair text[];
begin
  said := regexp_replace(said, ' (htx|tht)(nn|dv|sx|tm|ts)', ' \1 \2', 'g');
  said := regexp_replace(said, ' (dv|nn|sx|tm|th|ts|kd)(dv|nn|sx|tm|th|ts|kd)(dv|nn|sx|tm|th|ts|kd)?(?= )', ' \1 \2 \3', 'g');
  foreach pair slice 1 in array array[
    ['lien hiep hop tac xa', 'lhhtx'], ['lien hiep htx', 'lhhtx'], ['hop tac xa', 'htx'], ['to hop tac', 'tht'],
    ['quy tin dung nhan dan', 'qtdnd'], ['quy tin dung', 'qtdnd'], ['nong nghiep', 'nn'], ['dich vu', 'dv'],
    ['san xuat', 'sx'], ['thuong mai', 'tm'], ['kinh doanh', 'kd'], ['tong hop', 'th'], ['thuy san', 'ts'],
    ['chan nuoi', 'cn'], ['xay dung', 'xd'], ['van tai', 'vt'], ['tieu thu cong nghiep', 'ttcn'],
    ['cong nghe cao', 'cnc'], ['trach nhiem huu han', 'tnhh'], ['va', '']]
  loop
    said := replace(said, ' ' || pair[1] || ' ', ' ' || pair[2] || ' ');
    said := replace(said, ' ' || pair[1] || ' ', ' ' || pair[2] || ' '); -- two that touch share a space
  end loop;
  return btrim(regexp_replace(said, ' +', ' ', 'g'));
end $$;

alter table entities
  add column agency_id uuid references agencies, -- as which its own people sign in
  add column merged_into_id uuid references entities, -- a double that was merged into another
  add column updated_at timestamptz not null default now(),
  add column updated_by uuid;
create unique index on entities (agency_id) where agency_id is not null;
create index on entities (merged_into_id) where merged_into_id is not null;
create index on entities (updated_at, id);

alter table entity_places
  add column lat numeric(8, 6) check (lat between -90 and 90),
  add column lon numeric(9, 6) check (lon between -180 and 180),
  add check ((lat is null) = (lon is null));

-- Lists that a province keeps: what the law or the practice of a place may want otherwise.
create table business_lines (
  code text primary key check (code ~ '^([A-Z]|[0-9]{2,5})$'), -- VSIC: a section's letter, then digits
  name text not null check (name <> ''),
  parent_code text references business_lines,
  from_on date not null default '0001-01-01',
  until_on date not null default '9999-12-31' check (until_on >= from_on)
);
-- The longest code that a line begins with decides: '0893' before '08'.
create table line_groups (
  grouping text not null check (grouping in ('field', 'sector')),
  code text not null references business_lines,
  value text not null,
  primary key (grouping, code)
);
create table commodities (
  code text primary key check (code ~ '^[a-z0-9-]+$'),
  name text not null check (name <> ''),
  family text not null check (family <> ''), -- cây lương thực, rau màu, thủy sản
  other_names text[] not null default '{}',
  is_active boolean not null default true
);
-- Size by official members AND (revenue OR capital), in đồng; a field without rows cannot be told.
create table size_thresholds (
  field text not null,
  size text not null check (size in ('small', 'medium', 'large')),
  members int not null check (members > 0),
  revenue bigint not null check (revenue > 0),
  capital bigint not null check (capital > 0),
  basis text not null check (basis <> ''),
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  primary key (field, size, from_on)
);
create table member_minimums (
  kind text not null,
  law text not null,
  members int not null check (members > 0),
  basis text not null check (basis <> ''),
  primary key (kind, law)
);

-- Whoever changes a list says which one they saw.
create table registry_lists (
  name text primary key check (name in ('lines', 'groups', 'commodities', 'sizes', 'minimums')),
  version int not null default 1
);
insert into registry_lists (name) values ('lines'), ('groups'), ('commodities'), ('sizes'), ('minimums');

create function line_group(asked text, line text) returns text
language sql stable parallel safe set search_path = public
return (select value from line_groups where grouping = asked and line like code || '%'
  order by length(code) desc limit 1);

create table entity_versions (
  entity_id uuid not null references entities,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  name text not null check (name <> ''),
  short_name text,
  foreign_name text,
  kind text not null check (kind in ('group', 'cooperative', 'union', 'credit_fund')),
  code text check (code ~ '^[0-9]{10}(-[0-9]{3})?$'), -- mã số = mã số thuế; none yet for many
  law text check (law in ('2003', '2012', '2023')), -- under which it is organised; unknown: null
  governance text check (governance in ('full', 'reduced')),
  phone text, -- of the office: open
  email text,
  website text,
  lines text[] not null default '{}', -- business lines, the first is the main one
  commodities text[] not null default '{}',
  charter_capital bigint check (charter_capital >= 0), -- đồng
  official_members int check (official_members >= 0),
  linked_members int check (linked_members >= 0), -- contributing capital
  other_members int check (other_members >= 0), -- linked without capital
  workers int check (workers >= 0),
  representative text, -- legal representative, public by the decree on registration
  -- by attribute: {"name": {"from": "certificate", "on": "2020-01-02", "documentId": null, "note": null}}
  sources jsonb not null default '{}',
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (entity_id, from_on),
  exclude using gist (entity_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index on entity_versions (code) where code is not null;

create table entity_events (
  id uuid primary key,
  entity_id uuid not null references entities,
  kind text not null check (kind in (
    'canvassed', 'founders_found', 'conference_held', 'filed', 'registered', 'congress', 'law_changed',
    'kind_changed', 'consolidated', 'suspended', 'resumed', 'not_at_address', 'at_address', 'dissolving',
    'dissolving_revoked', 'certificate_revoked', 'tax_revoked', 'restored', 'bankruptcy_opened',
    'bankruptcy_closed', 'dissolved', 'bankrupt', 'absorbed', 'absorbs', 'amalgamated', 'divided', 'separated',
    'relocated', 'reorganised')),
  on_day date not null,
  -- suspended: the day it was announced to end; congress: yearly, term, extraordinary; and so on
  details jsonb not null default '{}',
  until_on date check (until_on >= on_day),
  decided_by text, -- Đại hội thành viên, Phòng Kinh tế xã …
  decision_no text,
  decided_on date,
  document_id uuid references documents,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  voided_by uuid,
  voided_at timestamptz,
  void_reason text,
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
);
create index on entity_events (entity_id, on_day);
create index on entity_events (kind, on_day);
create index on entity_events (document_id) where document_id is not null;

-- Who came from whom: merged, divided, separated, formed together.
create table entity_successions (
  from_id uuid not null references entities,
  to_id uuid not null references entities,
  on_day date not null,
  kind text not null check (kind in ('absorbed', 'amalgamated', 'divided', 'separated')),
  event_id uuid not null references entity_events,
  primary key (from_id, to_id, event_id),
  check (from_id <> to_id)
);
create index on entity_successions (to_id);
create index on entity_successions (event_id);

-- What holds from a day to a day. Never written but by refresh_entity_spans.
create table entity_spans (
  entity_id uuid not null references entities,
  from_on date not null,
  until_on date not null,
  unit_id uuid not null,
  kind text not null,
  status text not null check (status in ('ended', 'bankruptcy', 'dissolving', 'tax_revoked', 'suspended',
    'not_at_address', 'active', 'founding')),
  is_live boolean not null, -- neither being founded nor ended
  is_demo boolean not null,
  name text not null,
  words text not null,
  code text,
  law text,
  governance text,
  field text,
  sector text,
  lines text[] not null,
  commodities text[] not null,
  members int,
  capital bigint,
  representative text,
  lat float4, -- where it is on the map
  lon float4,
  primary key (entity_id, from_on)
);
create index on entity_spans (unit_id, until_on);
create index on entity_spans (words, entity_id);
create index on entity_spans (coalesce(members, -1), entity_id);
create index on entity_spans (coalesce(capital, -1), entity_id);
create index on entity_spans using gin (words gin_trgm_ops);
create index on entity_spans using gin (commodities);
create index on entity_spans (code) where code is not null;
create index on entity_spans (status, until_on) where status not in ('active', 'ended');
-- What counts of any day read, and nothing else.
create index entity_spans_counted on entity_spans (until_on, from_on) include (unit_id, entity_id, is_live, kind,
  status, sector, field, law, commodities, members, capital);

-- What an event begins and ends for the status, in the order in which the stronger covers the weaker.
create table status_rules (
  event text not null,
  status text not null,
  rank int not null,
  opens boolean not null,
  primary key (event, status)
);
insert into status_rules (event, status, rank, opens) values
  ('dissolved', 'ended', 1, true), ('bankrupt', 'ended', 1, true), ('absorbed', 'ended', 1, true),
  ('amalgamated', 'ended', 1, true), ('divided', 'ended', 1, true), ('restored', 'ended', 1, false),
  ('bankruptcy_opened', 'bankruptcy', 2, true), ('bankruptcy_closed', 'bankruptcy', 2, false),
  ('dissolving', 'dissolving', 3, true), ('certificate_revoked', 'dissolving', 3, true),
  ('dissolving_revoked', 'dissolving', 3, false), ('restored', 'dissolving', 3, false),
  ('tax_revoked', 'tax_revoked', 4, true), ('restored', 'tax_revoked', 4, false),
  ('suspended', 'suspended', 5, true), ('resumed', 'suspended', 5, false),
  ('not_at_address', 'not_at_address', 6, true), ('at_address', 'not_at_address', 6, false),
  ('registered', 'active', 7, true),
  ('canvassed', 'founding', 8, true), ('founders_found', 'founding', 8, true),
  ('conference_held', 'founding', 8, true), ('filed', 'founding', 8, true);

-- Works out, anew and for many at once, what holds of these on every day. How many are wanted the planner
-- cannot know: nested loops over thousands would take minutes, so every table is cut down by `wanted`.
create function refresh_entity_spans(wanted uuid[]) returns void
language sql security definer set search_path = public set enable_nestloop = off
begin atomic
  delete from entity_spans where entity_id = any (wanted);
  insert into entity_spans (entity_id, from_on, until_on, unit_id, kind, status, is_live, is_demo, name, words,
    code, law, governance, field, sector, lines, commodities, members, capital, representative, lat, lon)
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
    v.lines, v.commodities, v.official_members, v.charter_capital, v.representative, p.lat, p.lon
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
revoke execute on function refresh_entity_spans(uuid[]) from public;
grant execute on function refresh_entity_spans(uuid[]) to hopluc_app;

-- After lines have been grouped otherwise: only what is now in another group is written. Answers how many.
create function regroup_entity_spans() returns int
language plpgsql security definer set search_path = public as $$
declare count int;
begin
  if (select role from signed_in) is distinct from 'admin' then return 0; end if;
  update entity_spans s set field = g.field, sector = g.sector
  from (
    select line, kind, coalesce(line_group('field', line), case kind when 'credit_fund' then 'finance' end) as field,
      coalesce(line_group('sector', line), case kind when 'credit_fund' then 'credit' end) as sector
    from (select distinct lines[1] as line, kind from entity_spans) d
  ) g
  where g.kind = s.kind and g.line is not distinct from s.lines[1]
    and (s.field, s.sector) is distinct from (g.field, g.sector);
  get diagnostics count = row_count;
  return count;
end $$;

-- A code is issued once and for all; names and seats of registered entities are public (Decree 92/2024,
-- article 29), so whoever enters one is told who bears it, wherever that is.
create function code_holders(wanted text[]) returns table (code text, entity_id uuid, name text, place text)
language sql stable security definer set search_path = public
begin atomic
  select distinct on (v.code, v.entity_id) v.code, v.entity_id, v.name,
    (select u.kind || ' ' || u.name from entity_places p join unit_versions u on u.unit_id = p.unit_id
      where p.entity_id = v.entity_id order by p.from_on desc, u.from_on desc limit 1)
  from entity_versions v join entities e on e.id = v.entity_id
  where v.code = any (wanted) and e.merged_into_id is null and exists (select from signed_in)
  order by v.code, v.entity_id, v.from_on desc;
end;
revoke execute on function regroup_entity_spans(), code_holders(text[]) from public;
grant execute on function regroup_entity_spans(), code_holders(text[]) to hopluc_app;

-- Whoever writes, by whatever way, the spans follow; who writes thousands refreshes them once, at the end.
create function spans_of_changed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if current_setting('hopluc.spans', true) = 'later' then return null; end if;
  perform refresh_entity_spans(array(select distinct entity_id from changed));
  return null;
end $$;
create function spans_of_removed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if current_setting('hopluc.spans', true) = 'later' then return null; end if;
  perform refresh_entity_spans(array(select distinct entity_id from gone));
  return null;
end $$;
revoke execute on function spans_of_changed(), spans_of_removed() from public;
do $$
declare one text;
begin
  foreach one in array array['entity_versions', 'entity_places', 'entity_events']
  loop
    execute format('create trigger spans_on_insert after insert on %I referencing new table as changed
      for each statement execute function spans_of_changed()', one);
    execute format('create trigger spans_on_update after update on %I referencing new table as changed
      for each statement execute function spans_of_changed()', one);
    execute format('create trigger spans_on_delete after delete on %I referencing old table as gone
      for each statement execute function spans_of_removed()', one);
  end loop;
end $$;

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view own_entities as
select id from entities where agency_id in (select acting_agencies());
create view readable_entities as
select entity_id as id from entity_places where unit_id in (select acting_area())
union all select id from own_entities;
create view kept_entities as
select p.entity_id as id from entity_places p, acting a
where a.today between p.from_on and p.until_on and p.unit_id in (select kept_units());
-- Just entered, by whoever asks: it lies nowhere yet.
create function lies_nowhere(entity uuid) returns boolean
language sql stable security definer set search_path = public
return exists (select from entities e where e.id = entity and e.updated_by = (select account_id from signed_in))
  and not exists (select from entity_places p where p.entity_id = entity);
revoke execute on function lies_nowhere(uuid) from public;
grant execute on function lies_nowhere(uuid) to hopluc_app;
create view kept_places as
select entity_id, from_on, until_on from entity_places where unit_id in (select kept_units());
-- What lists and counts read: what lay in the area on the day. A view with the guard in it lets an index
-- be used also for what the guard does not trust (like, arrays).
create view reachable_spans as
select s.*, e.updated_at from entity_spans s left join entities e on e.id = s.entity_id
where (select sees_all_units()) or s.unit_id in (select acting_area()) or s.entity_id in (select id from own_entities);
grant select on own_entities, readable_entities, kept_entities, kept_places, reachable_spans
  to hopluc_app, hopluc_jobs;

drop policy in_scope on entity_places;
drop policy in_scope on entities;
create policy in_scope on entities for select using ((select sees_all_units())
  or exists (select from readable_entities r where r.id = entities.id));
-- One that has just been entered lies nowhere yet: only who enters it sees it until its place is in.
create policy entered on entities for select using (updated_by = (select account_id from signed_in)
  and not exists (select from entity_places p where p.entity_id = entities.id));
create policy by_keeper on entities for update using (exists (select from kept_entities k where k.id = entities.id));
create policy begun on entities for insert with check (
  exists (select kept_units()) and updated_by = (select account_id from signed_in));
-- As which account its people sign in, and into which other it was merged, is not the keeper's to write.
revoke insert, update on entities from hopluc_app;
grant insert (id, kind, name, from_on, updated_at, updated_by), update (updated_at, updated_by, version)
  on entities to hopluc_app;
-- Whoever reads an entity reads its whole story; lists and counts go by where it lay on the day.
create policy in_scope on entity_places for select using ((select sees_all_units())
  or unit_id in (select acting_area()) or exists (select from readable_entities r where r.id = entity_id));
-- Who kept it until the day before may hand it over to another commune.
create policy by_keeper on entity_places for insert with check (unit_id in (select kept_units())
  and (exists (select from kept_entities k where k.id = entity_id)
    or lies_nowhere(entity_id))
  or exists (select from kept_places k where k.entity_id = entity_places.entity_id
    and k.until_on = entity_places.from_on - 1));
create policy moved on entity_places for update using (unit_id in (select kept_units()))
  with check (unit_id in (select kept_units()));

alter table entity_spans enable row level security;
create policy in_scope on entity_spans for select using ((select sees_all_units())
  or unit_id in (select acting_area()) or exists (select from readable_entities r where r.id = entity_id));
grant select on entity_spans to hopluc_app;

do $$
declare one text;
begin
  foreach one in array array['entity_versions', 'entity_events']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy of_entity on %I for select using ((select sees_all_units())
      or exists (select from readable_entities r where r.id = entity_id))', one);
    execute format('create policy by_keeper on %I for insert
      with check (exists (select from kept_entities k where k.id = entity_id))', one);
    execute format('create policy changed on %I for update
      using (exists (select from kept_entities k where k.id = entity_id))', one);
    execute format('grant select, insert, update on %I to hopluc_app', one);
  end loop;
  foreach one in array array['business_lines', 'line_groups', 'commodities', 'size_thresholds', 'member_minimums', 'registry_lists',
    'status_rules']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy to_all on %I for select using (exists (select from signed_in))', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
  end loop;
end $$;
revoke insert, update, delete on status_rules from hopluc_app;
revoke insert, delete on registry_lists from hopluc_app;
-- A version is taken back when a correction replaces it.
create policy replaced on entity_versions for delete using (exists (select from kept_entities k where k.id = entity_id));
grant delete on entity_versions to hopluc_app;

alter table entity_successions enable row level security;
create policy of_entity on entity_successions for select using (
  exists (select from readable_entities r where r.id = from_id)
  or exists (select from readable_entities r where r.id = to_id));
create policy by_keeper on entity_successions for insert with check (
  exists (select from kept_entities k where k.id = from_id)
  or exists (select from kept_entities k where k.id = to_id));
create policy by_admin on entity_successions for select using ((select role from signed_in) = 'admin');
grant select, insert on entity_successions to hopluc_app;

-- The yearly revenue (indicator H10, triệu đồng) decides about the size; read where the entity itself is.
create view entity_revenues as
select f.entity_id, f.year, f.period_id, (f.value * 1000000)::bigint as value
from figures f
where f.indicator_id = (select id from indicators where code = 'H10') and f.is_last and f.breakdown_id = 0
  and f.entity_id <> '00000000-0000-0000-0000-000000000000'
  and ((select sees_all_units()) or f.unit_id in (select acting_area()) or f.entity_id in (select id from own_entities));
grant select on entity_revenues to hopluc_app;

-- Sections and divisions by which the lines are grouped. The list is to be completed and checked
-- against the classification in force by an import; only what the grouping needs comes with the program.
insert into business_lines (code, name, parent_code) values
  ('A', 'Nông nghiệp, lâm nghiệp và thủy sản', null), ('B', 'Khai khoáng', null),
  ('C', 'Công nghiệp chế biến, chế tạo', null),
  ('D', 'Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí', null),
  ('E', 'Cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải', null), ('F', 'Xây dựng', null),
  ('G', 'Bán buôn và bán lẻ; sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác', null),
  ('H', 'Vận tải kho bãi', null), ('I', 'Dịch vụ lưu trú và ăn uống', null),
  ('K', 'Hoạt động tài chính, ngân hàng và bảo hiểm', null), ('N', 'Hoạt động hành chính và dịch vụ hỗ trợ', null),
  ('S', 'Hoạt động dịch vụ khác', null);
insert into business_lines (code, name, parent_code) values
  ('01', 'Nông nghiệp và hoạt động dịch vụ có liên quan', 'A'),
  ('02', 'Lâm nghiệp và hoạt động dịch vụ có liên quan', 'A'), ('03', 'Khai thác, nuôi trồng thủy sản', 'A'),
  ('08', 'Khai khoáng khác', 'B'), ('10', 'Sản xuất, chế biến thực phẩm', 'C'), ('11', 'Sản xuất đồ uống', 'C'),
  ('13', 'Dệt', 'C'), ('14', 'Sản xuất trang phục', 'C'), ('16', 'Chế biến gỗ và sản phẩm từ gỗ, tre, nứa', 'C'),
  ('20', 'Sản xuất hóa chất và sản phẩm hóa chất', 'C'), ('23', 'Sản xuất sản phẩm từ khoáng phi kim loại khác', 'C'),
  ('25', 'Sản xuất sản phẩm từ kim loại đúc sẵn', 'C'), ('31', 'Sản xuất giường, tủ, bàn, ghế', 'C'),
  ('32', 'Công nghiệp chế biến, chế tạo khác', 'C'), ('35', 'Sản xuất và phân phối điện, khí đốt, nước nóng', 'D'),
  ('36', 'Khai thác, xử lý và cung cấp nước', 'E'), ('37', 'Thoát nước và xử lý nước thải', 'E'),
  ('38', 'Thu gom, xử lý và tiêu hủy rác thải; tái chế phế liệu', 'E'), ('41', 'Xây dựng nhà các loại', 'F'),
  ('42', 'Xây dựng công trình kỹ thuật dân dụng', 'F'), ('43', 'Hoạt động xây dựng chuyên dụng', 'F'),
  ('45', 'Bán, sửa chữa ô tô, mô tô, xe máy', 'G'), ('46', 'Bán buôn', 'G'), ('47', 'Bán lẻ', 'G'),
  ('49', 'Vận tải đường sắt, đường bộ', 'H'), ('50', 'Vận tải đường thủy', 'H'),
  ('52', 'Kho bãi và hoạt động hỗ trợ cho vận tải', 'H'), ('55', 'Dịch vụ lưu trú', 'I'),
  ('56', 'Dịch vụ ăn uống', 'I'), ('64', 'Hoạt động dịch vụ tài chính', 'K'), ('65', 'Bảo hiểm', 'K'),
  ('66', 'Hoạt động tài chính khác', 'K'), ('79', 'Đại lý du lịch, điều hành tua', 'N'),
  ('81', 'Vệ sinh, chăm sóc cảnh quan', 'N'), ('96', 'Hoạt động dịch vụ phục vụ cá nhân khác', 'S');
insert into business_lines (code, name, parent_code) values
  ('0111', 'Trồng lúa', '01'), ('0118', 'Trồng rau, đậu các loại và trồng hoa', '01'),
  ('0121', 'Trồng cây ăn quả', '01'), ('0130', 'Nhân và chăm sóc cây giống', '01'), ('0145', 'Chăn nuôi lợn', '01'),
  ('0146', 'Chăn nuôi gia cầm', '01'), ('0161', 'Hoạt động dịch vụ trồng trọt', '01'),
  ('0311', 'Khai thác thủy sản biển', '03'), ('0321', 'Nuôi trồng thủy sản biển', '03'),
  ('0322', 'Nuôi trồng thủy sản nội địa', '03'), ('0893', 'Khai thác muối', '08'),
  ('3811', 'Thu gom rác thải không độc hại', '38'), ('4933', 'Vận tải hàng hóa bằng đường bộ', '49'),
  ('6419', 'Hoạt động trung gian tiền tệ khác', '64');
insert into line_groups (grouping, code, value)
select 'field', code, case when code in ('01', '02', '03', '0893') then 'agriculture'
    when code in ('64', '65', '66') then 'finance' when code < '44' then 'industry' else 'trade' end
from business_lines where length(code) = 2 or code = '0893';
insert into line_groups (grouping, code, value)
select 'sector', code, case when code in ('01', '02', '03', '0893') then 'agriculture'
    when code in ('36', '37', '38', '81') then 'environment' when code < '36' then 'industry'
    when code < '44' then 'construction' when code in ('64', '65', '66') then 'credit'
    when code in ('45', '46', '47', '55', '56') then 'trade' when code in ('49', '50', '52') then 'transport'
    else 'other' end
from business_lines where length(code) = 2 or code = '0893';
-- Decree 113/2024, articles 4 and 5, as far as published summaries give it; the rest is for the province.
insert into size_thresholds (field, size, members, revenue, capital, basis, from_on) values
  ('agriculture', 'large', 300, 50000000000, 10000000000, 'Nghị định 113/2024/NĐ-CP', '2024-11-01'),
  ('agriculture', 'medium', 200, 10000000000, 5000000000, 'Nghị định 113/2024/NĐ-CP', '2024-11-01'),
  ('agriculture', 'small', 50, 2000000000, 1000000000, 'Nghị định 113/2024/NĐ-CP', '2024-11-01'),
  ('industry', 'large', 100, 80000000000, 20000000000, 'Nghị định 113/2024/NĐ-CP', '2024-11-01');
insert into member_minimums (kind, law, members, basis) values
  ('group', '2023', 2, 'Luật Hợp tác xã số 17/2023/QH15, Điều 4'),
  ('cooperative', '2023', 5, 'Luật Hợp tác xã số 17/2023/QH15, Điều 4'),
  ('cooperative', '2012', 7, 'Luật Hợp tác xã năm 2012'),
  ('union', '2023', 3, 'Luật Hợp tác xã số 17/2023/QH15, Điều 4');
insert into commodities (code, name, family, other_names) values
  ('lua', 'Lúa', 'Cây lương thực', '{"lúa gạo","lúa giống"}'), ('ngo', 'Ngô', 'Cây lương thực', '{}'),
  ('rau', 'Rau các loại', 'Rau màu', '{"rau màu","rau an toàn"}'), ('toi', 'Tỏi', 'Rau màu', '{}'),
  ('hanh', 'Hành', 'Rau màu', '{"hành tím","hành lá"}'), ('mang-tay', 'Măng tây', 'Rau màu', '{"măng tây xanh"}'),
  ('khoai-tay', 'Khoai tây', 'Rau màu', '{}'), ('nam', 'Nấm', 'Rau màu', '{}'), ('hoa', 'Hoa, cây cảnh', 'Rau màu', '{}'),
  ('cay-an-trai', 'Cây ăn trái', 'Cây ăn trái', '{"cây ăn quả","trái cây"}'), ('buoi', 'Bưởi', 'Cây ăn trái', '{}'),
  ('cam', 'Cam', 'Cây ăn trái', '{"cam sành"}'), ('sau-rieng', 'Sầu riêng', 'Cây ăn trái', '{}'),
  ('xoai', 'Xoài', 'Cây ăn trái', '{}'), ('nhan', 'Nhãn', 'Cây ăn trái', '{}'), ('chom-chom', 'Chôm chôm', 'Cây ăn trái', '{}'),
  ('vu-sua', 'Vú sữa', 'Cây ăn trái', '{"vú sữa tím"}'), ('nho', 'Nho', 'Cây ăn trái', '{}'), ('tao', 'Táo', 'Cây ăn trái', '{}'),
  ('cay-giong', 'Cây giống', 'Giống', '{}'), ('tom', 'Tôm', 'Thủy sản', '{}'), ('ngao', 'Ngao', 'Thủy sản', '{"nghêu"}'),
  ('ca', 'Cá', 'Thủy sản', '{}'), ('lon', 'Lợn', 'Chăn nuôi', '{"heo"}'), ('bo', 'Bò', 'Chăn nuôi', '{}'),
  ('de-cuu', 'Dê, cừu', 'Chăn nuôi', '{}'), ('gia-cam', 'Gia cầm', 'Chăn nuôi', '{}'), ('muoi', 'Muối', 'Diêm nghiệp', '{}'),
  ('che', 'Chè', 'Cây công nghiệp', '{}'), ('ca-phe', 'Cà phê', 'Cây công nghiệp', '{}'), ('tieu', 'Hồ tiêu', 'Cây công nghiệp', '{}'),
  ('go', 'Gỗ rừng trồng', 'Lâm nghiệp', '{}'), ('dich-vu', 'Dịch vụ nông nghiệp', 'Dịch vụ', '{"dịch vụ thủy nông","bơm tưới"}'),
  ('thu-cong', 'Hàng thủ công', 'Tiểu thủ công nghiệp', '{"thủ công mỹ nghệ","mây tre đan"}');
