create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Lower case without diacritics: what search compares. 'Đ' has no decomposition, hence translate.
create function folded(words text) returns text
language sql immutable parallel safe
return translate(lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g')), 'đĐ', 'dd');

-- Units: an id that never changes; what the law called it on a day is a version.
create table units (
  id uuid primary key,
  version int not null default 1
);

create table unit_versions (
  unit_id uuid not null references units,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  level text not null check (level in ('nation', 'province', 'district', 'commune')),
  kind text not null, -- tỉnh, thành phố, huyện, xã, phường, thị trấn, đặc khu
  name text not null check (name <> ''), -- without the kind: Kế Sách
  code text,
  parent_id uuid references units,
  folded text generated always as (folded(kind || ' ' || name)) stored,
  primary key (unit_id, from_on),
  exclude using gist (unit_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index on unit_versions (parent_id);
create index on unit_versions (level);
create index on unit_versions using gin (folded gin_trgm_ops);

-- The only bridge between old and new.
create table unit_successions (
  from_id uuid not null references units,
  to_id uuid not null references units,
  on_day date not null,
  is_whole boolean not null default true,
  act text not null,
  primary key (from_id, to_id, on_day)
);
create index on unit_successions (to_id);

-- Who was below whom on which days, itself included: one look-up. Kept by refresh_ancestry().
create table unit_ancestry (
  ancestor_id uuid not null references units,
  descendant_id uuid not null references units,
  from_on date not null,
  until_on date not null,
  primary key (ancestor_id, descendant_id, from_on)
);
create index on unit_ancestry (descendant_id);

-- Agencies and other bodies: people's committees, departments, offices, committees, alliances …
create table agencies (
  id uuid primary key,
  is_demo boolean not null default false,
  version int not null default 1
);

create table agency_versions (
  agency_id uuid not null references agencies,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  unit_id uuid not null references units,
  kind text not null check (kind in (
    'people_committee', 'department', 'office', 'steering_committee', 'alliance', 'mass_organisation',
    'party', 'bank', 'fund', 'service', 'cooperative', 'ministry', 'other')),
  name text not null check (name <> ''), -- Phòng Tài chính - Kế hoạch huyện Kế Sách
  short_name text not null check (short_name <> ''), -- Phòng TC - KH
  symbol text, -- as in document symbols: TCKH
  -- giao to subordinates, đề nghị to equals; a party body issues and is never assigned
  manner text not null default 'assign' check (manner in ('assign', 'request', 'never')),
  acts_for_id uuid references agencies, -- Phòng Kinh tế acts for its UBND xã
  needs_approval boolean not null default false, -- its leader approves what leaves
  folded text generated always as (folded(name || ' | ' || short_name)) stored,
  primary key (agency_id, from_on),
  exclude using gist (agency_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index on agency_versions (unit_id);
create index on agency_versions (kind);
create index on agency_versions (acts_for_id);
create index on agency_versions using gin (folded gin_trgm_ops);

-- Other names by which documents call it.
create table agency_names (
  agency_id uuid not null references agencies,
  name text not null check (name <> ''),
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  folded text generated always as (folded(name)) stored,
  primary key (agency_id, name, from_on)
);
create index on agency_names using gin (folded gin_trgm_ops);

create table agency_successions (
  from_id uuid not null references agencies,
  to_id uuid not null references agencies,
  on_day date not null,
  act text not null,
  primary key (from_id, to_id, on_day)
);
create index on agency_successions (to_id);

-- The agency itself where it existed on the day, else the nearest of those it came from.
create function agency_on(agency uuid, day date) returns uuid
language sql stable
return (
  with recursive back (id, depth) as (
    select agency, 0
    union all
    select s.from_id, depth + 1 from back
    join agency_successions s on s.to_id = back.id and s.on_day > day
    where depth < 20
  )
  select id from back join agency_versions v on v.agency_id = id and day between v.from_on and v.until_on
  order by depth, id limit 1
);

-- A steering committee is an agency with a decision, a standing agency and members.
create table committee_versions (
  committee_id uuid not null references agencies,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  decision text not null,
  decided_on date not null,
  standing_agency_id uuid not null references agencies,
  primary key (committee_id, from_on),
  exclude using gist (committee_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index on committee_versions (standing_agency_id);

create table committee_members (
  id uuid primary key,
  committee_id uuid not null references agencies,
  name text not null, -- empty where the decision names the office alone
  office text not null check (office <> ''), -- the post held: Phó Chủ tịch UBND huyện
  part text not null check (part in ('head', 'standing_deputy', 'deputy', 'member', 'assistant')),
  agency_id uuid references agencies,
  in_charge_of text, -- areas and communes in charge
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on)
);
create index on committee_members (committee_id);
create index on committee_members (agency_id);

create table accounts (
  id uuid primary key,
  username text not null unique check (username = lower(username) and username <> ''),
  name text not null check (name <> ''),
  password_hash text,
  must_change_password boolean not null default true,
  is_active boolean not null default true,
  is_demo boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now()
);

-- Rights follow posts. One session acts under one post.
create table posts (
  id uuid primary key,
  account_id uuid not null references accounts,
  agency_id uuid not null references agencies,
  committee_id uuid references agencies, -- in whose name standing, chair and delegate act
  role text not null check (role in (
    'chair', 'delegate', 'standing', 'leader', 'clerk', 'officer', 'cooperative', 'observer', 'admin')),
  title text not null check (title <> ''),
  authority text, -- a delegate's written delegation: number and day
  from_on date not null,
  until_on date not null default '9999-12-31'
    check (until_on >= from_on - 1), -- the day before it begins: taken back, never held
  check ((role in ('chair', 'delegate', 'standing')) = (committee_id is not null)),
  check (role <> 'delegate' or authority is not null)
);
create index on posts (account_id);
create index on posts (agency_id);
create index on posts (committee_id) where committee_id is not null;

create view signed_in as select account_id, role from acting where account_id is not null;

-- Everyone signed in reads the organisation; the administrator of the installation changes it.
do $$
declare one text;
begin
  foreach one in array array['units', 'unit_versions', 'unit_successions', 'unit_ancestry', 'agencies',
    'agency_versions', 'agency_names', 'agency_successions', 'committee_versions', 'committee_members']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy to_all on %I for select using (exists (select from signed_in))', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
  end loop;
end $$;

-- The committee in whose name the acting post speaks today. A view reads with its owner's rights.
create view acting_committee as
select committee_id from posts join acting on posts.id = acting.post_id
where committee_id is not null and acting.role in ('standing', 'chair', 'delegate')
  and acting.today between posts.from_on and posts.until_on;

-- The committee's own people keep its decisions and its list of members.
create policy by_committee on committee_versions
  using (committee_id = (select committee_id from acting_committee))
  with check (committee_id = (select committee_id from acting_committee));
create policy by_committee on committee_members
  using (committee_id = (select committee_id from acting_committee))
  with check (committee_id = (select committee_id from acting_committee));
create policy by_committee on agencies for update
  using (id = (select committee_id from acting_committee))
  with check (id = (select committee_id from acting_committee));

alter table accounts enable row level security;
alter table posts enable row level security;
-- Colleagues in the authorities know each other; a cooperative's account sees itself.
create policy directory on accounts for select using (
  id = (select account_id from signed_in) or (select role from signed_in) <> 'cooperative');
create policy directory on posts for select using (
  account_id = (select account_id from signed_in) or (select role from signed_in) <> 'cooperative');
create policy by_admin on accounts using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
create policy by_admin on posts using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
grant select (id, username, name, must_change_password, is_active, is_demo, version, created_at) on accounts to hopluc_app;
grant insert, update (name, is_active, must_change_password, password_hash, version) on accounts to hopluc_app;
grant select, insert, update (until_on) on posts to hopluc_app; -- a post is ended, never moved to another

-- Intervals of "was below" made anew from the versions.
create function refresh_ancestry() returns void
language sql security definer set search_path = public
begin atomic
  select pg_advisory_xact_lock(2001); -- two at once would insert the same rows
  delete from unit_ancestry;
  insert into unit_ancestry (ancestor_id, descendant_id, from_on, until_on)
  with recursive up (ancestor_id, descendant_id, from_on, until_on) as (
    select unit_id, unit_id, from_on, until_on from unit_versions
    union
    select v.parent_id, up.descendant_id, greatest(up.from_on, v.from_on), least(up.until_on, v.until_on)
    from up join unit_versions v on v.unit_id = up.ancestor_id
      and v.from_on <= up.until_on and v.until_on >= up.from_on
    where v.parent_id is not null
  )
  select ancestor_id, descendant_id, min(from_on), max(until_on) from up group by 1, 2, from_on;
end;

-- What a post sees: its agency, the one it acts for, its committee, and all their predecessors; with
-- oversight (committee's officers, observers) also every unit below and the units these came from.
create function refresh_scopes(account uuid) returns void
language sql security definer set search_path = public
begin atomic
  select pg_advisory_xact_lock(2002, hashtext(account::text));
  delete from scope_agencies where account_id = account;
  delete from scope_units where account_id = account;
  insert into scope_agencies (account_id, post_id, agency_id, from_on, until_on)
  with recursive seen (post_id, agency_id, from_on, until_on) as (
    select p.id, a.agency_id, p.from_on, p.until_on
    from posts p cross join lateral (values (p.agency_id), (p.committee_id)) a (agency_id)
    where p.account_id = account and a.agency_id is not null
    union
    select seen.post_id, n.agency_id, seen.from_on, seen.until_on
    from seen cross join lateral (
      select from_id as agency_id from agency_successions where to_id = seen.agency_id
      union all
      select acts_for_id from agency_versions where agency_id = seen.agency_id and acts_for_id is not null
    ) n
  )
  select distinct account, post_id, agency_id, from_on, until_on from seen;
  insert into scope_units (account_id, post_id, unit_id, from_on, until_on)
  with recursive seen (post_id, unit_id, from_on, until_on) as (
    select p.id, v.unit_id, p.from_on, p.until_on
    from posts p join agency_versions v on v.agency_id in (p.agency_id, p.committee_id)
    where p.account_id = account and p.role in ('chair', 'delegate', 'standing', 'observer')
    union
    select seen.post_id, n.unit_id, seen.from_on, seen.until_on
    from seen cross join lateral (
      select from_id as unit_id from unit_successions where to_id = seen.unit_id
      union all
      select descendant_id from unit_ancestry where ancestor_id = seen.unit_id
    ) n
  )
  select distinct account, post_id, unit_id, from_on, until_on from seen;
end;
-- Those whose oversight reaches a unit that came, moved or ended, and those who act for an agency.
create function refresh_scopes_around(unit uuid, agency uuid) returns void
language sql security definer set search_path = public
begin atomic
  select refresh_scopes(account_id) from (
    select s.account_id from scope_units s join unit_ancestry a on a.ancestor_id = s.unit_id
    where a.descendant_id = unit
    union
    select account_id from scope_agencies where agency_id = agency
    union
    select account_id from posts where agency_id = agency or committee_id = agency) touched;
end;
revoke execute on function refresh_ancestry(), refresh_scopes(uuid), refresh_scopes_around(uuid, uuid)
  from public;
grant execute on function refresh_ancestry(), refresh_scopes(uuid), refresh_scopes_around(uuid, uuid)
  to hopluc_app;
grant select on signed_in, acting_committee to hopluc_app;
