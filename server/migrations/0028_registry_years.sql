-- The work of a year round the register: what an entity proposes to change of its description, its yearly
-- confirmation, what a commune sets out to found, consolidate and dissolve; and filters kept under a name.

create table entity_proposals (
  id uuid primary key,
  entity_id uuid not null references entities,
  from_on date not null,
  attributes jsonb not null default '{}', -- what shall be said, by attribute
  place jsonb, -- the office, where it is proposed too
  seen jsonb not null, -- what held of these when it was proposed: {"attributes": {…}, "place": {…}}
  reason text not null check (reason <> ''),
  file_id uuid references files,
  state text not null default 'open' check (state in ('open', 'accepted', 'partly', 'rejected', 'withdrawn')),
  proposed_by uuid not null references accounts,
  proposed_words text not null,
  proposed_at timestamptz not null default now(),
  accepted text[] not null default '{}', -- attributes, and 'place'
  accepted_from date,
  decided_by uuid references accounts,
  decided_words text,
  decided_at timestamptz,
  decision_reason text,
  version int not null default 1,
  is_demo boolean not null default false,
  check ((state = 'open') = (decided_at is null))
);
create index on entity_proposals (entity_id, proposed_at);
create index on entity_proposals (proposed_at) where state = 'open';
create index on entity_proposals (file_id) where file_id is not null;

-- Days of the round, as month and day; the circular may change, so they are data.
create table confirmation_terms (
  from_year int primary key check (from_year between 1990 and 2100),
  window_from text not null check (window_from ~ '^[01][0-9]-[0-3][0-9]$'), -- of the year before
  window_until text not null check (window_until ~ '^[01][0-9]-[0-3][0-9]$'),
  entity_due text not null check (entity_due ~ '^[01][0-9]-[0-3][0-9]$'),
  commune_due text not null check (commune_due ~ '^[01][0-9]-[0-3][0-9]$'),
  province_due text not null check (province_due ~ '^[01][0-9]-[0-3][0-9]$'),
  basis text not null check (basis <> '')
);
insert into confirmation_terms values
  (2024, '12-15', '12-14', '12-15', '12-18', '12-21', 'Thông tư 09/2024/TT-BKHĐT, Điều 6 và Điều 7');

create table entity_confirmations (
  id uuid primary key,
  entity_id uuid not null references entities,
  year int not null check (year between 1990 and 2100),
  -- said by the entity itself, or by the commune on paper
  way text check (way in ('entity', 'commune')),
  confirmed_by uuid references accounts,
  confirmed_words text,
  confirmed_at timestamptz,
  note text,
  file_id uuid references files,
  national_on date, -- entered into the national information system on cooperatives
  national_words text,
  is_demo boolean not null default false,
  unique (entity_id, year),
  check ((way is null) = (confirmed_at is null))
);
create index on entity_confirmations (file_id) where file_id is not null;

create table commune_works (
  id uuid primary key,
  unit_id uuid not null references units,
  year int not null check (year between 1990 and 2100),
  kind text not null check (kind in ('found', 'congress', 'consolidate', 'dissolve', 'convert')),
  entity_id uuid references entities, -- of a founding only when it has been registered
  candidate_name text,
  founders int check (founders >= 0),
  advised_by text,
  state text not null default 'planned' check (state in ('planned', 'doing', 'done', 'dropped')),
  due_on date,
  note text,
  suggested_by text, -- the finding of the register from which it came
  event_id uuid references entity_events,
  version int not null default 1,
  is_demo boolean not null default false,
  updated_at timestamptz not null default now(),
  updated_by uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid,
  check (entity_id is not null or kind = 'found' and candidate_name is not null),
  check ((state = 'done') = (event_id is not null))
);
create unique index on commune_works (entity_id, year, kind) where entity_id is not null;
create index on commune_works (unit_id, year);
create index on commune_works (event_id) where event_id is not null;

create table saved_views (
  id uuid primary key,
  list text not null check (list in ('registry')),
  name text not null check (name <> ''),
  search jsonb not null,
  account_id uuid not null references accounts,
  agency_id uuid not null references agencies,
  is_shared boolean not null default false,
  created_at timestamptz not null default now()
);
create index on saved_views (account_id, list);
create index on saved_views (agency_id, list) where is_shared;

-- What was planned in a unit that has merged is gone on with by the heir.
create function work_units() returns setof uuid
language sql stable security definer rows 100 cost 800 set search_path = public
begin atomic
  select kept_units() union
  select s.from_id from unit_successions s where s.to_id in (select kept_units());
end;
revoke execute on function work_units() from public;
grant execute on function work_units() to hopluc_app;

alter table entity_proposals enable row level security;
create policy readers on entity_proposals for select using (
  entity_id in (select id from own_entities)
  or exists (select from kept_entities k where k.id = entity_id));
create policy proposed on entity_proposals for insert with check (
  proposed_by = (select account_id from signed_in) and entity_id in (select id from own_entities)
  and state = 'open');
-- Who proposed takes it back; only the keeper accepts or rejects.
create policy withdrawn on entity_proposals for update using (entity_id in (select id from own_entities) and state = 'open')
  with check (entity_id in (select id from own_entities) and state = 'withdrawn');
create policy decided on entity_proposals for update using (exists (select from kept_entities k where k.id = entity_id))
  with check (exists (select from kept_entities k where k.id = entity_id));
grant select, insert on entity_proposals to hopluc_app;
grant update (state, accepted, accepted_from, decided_by, decided_words, decided_at, decision_reason, version)
  on entity_proposals to hopluc_app;

alter table confirmation_terms enable row level security;
create policy to_all on confirmation_terms for select using (exists (select from signed_in));
create policy by_admin on confirmation_terms using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
grant select, insert, update, delete on confirmation_terms to hopluc_app;

alter table entity_confirmations enable row level security;
create policy readers on entity_confirmations for select using ((select sees_all_units())
  or exists (select from readable_entities r where r.id = entity_id));
create policy confirmed on entity_confirmations for insert with check (
  (entity_id in (select id from own_entities) and way = 'entity' and national_on is null
    and confirmed_by = (select account_id from signed_in))
  or exists (select from kept_entities k where k.id = entity_id));
create policy completed on entity_confirmations for update using (
  entity_id in (select id from own_entities) or exists (select from kept_entities k where k.id = entity_id))
  with check ((entity_id in (select id from own_entities) and way = 'entity'
      and confirmed_by = (select account_id from signed_in))
    or exists (select from kept_entities k where k.id = entity_id));
grant select, insert, update on entity_confirmations to hopluc_app;

alter table commune_works enable row level security;
create policy readers on commune_works for select using ((select sees_all_units())
  or unit_id in (select acting_area()) or unit_id in (select work_units()));
create policy planned on commune_works for insert with check (unit_id in (select kept_units())
  and updated_by = (select account_id from signed_in));
create policy carried_on on commune_works for update using (unit_id in (select work_units()))
  with check (unit_id in (select work_units()) and updated_by = (select account_id from signed_in));
grant select, insert, update on commune_works to hopluc_app;

alter table saved_views enable row level security;
create policy readers on saved_views for select using (account_id = (select account_id from signed_in)
  or is_shared and agency_id in (select acting_agencies()));
create policy kept on saved_views for insert with check (account_id = (select account_id from signed_in)
  and agency_id in (select acting_agencies()));
create policy removed on saved_views for delete using (account_id = (select account_id from signed_in));
grant select, insert, delete on saved_views to hopluc_app;

create policy of_proposal on file_links for select
  using (subject_kind = 'proposal' and subject_id in (select id from entity_proposals));
create policy to_own_proposal on file_links for insert
  with check (subject_kind = 'proposal' and subject_id in (select id from entity_proposals));
create policy of_confirmation on file_links for select
  using (subject_kind = 'confirmation' and subject_id in (select id from entity_confirmations));
create policy to_own_confirmation on file_links for insert
  with check (subject_kind = 'confirmation' and subject_id in (select id from entity_confirmations));

-- Notices about an entity go to its own people and to the commune's; about a unit's register to the latter.
alter table notices drop constraint notices_subject_kind_check;
alter table notices add constraint notices_subject_kind_check check (subject_kind in
  ('task', 'document', 'meeting', 'reading', 'committee', 'digest', 'reorganisation', 'entity', 'register'));

create or replace function is_concerned(person uuid, kind text, subject uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  bodies uuid[] := case
    -- of nothing that is kept yet: colleagues
    when subject is null then array(select agency_id from visible_agencies)
    when kind = 'task' then array(
      select unnest(array[issuer_id, lead_id]) from tasks where id = subject
      union all select agency_id from task_parties where task_id = subject)
    when kind = 'document' then array(
      select owner_id from documents where id = subject
      union all select agency_id from document_readers where document_id = subject)
    when kind = 'meeting' then array(
      select agency_id from meetings where id = subject
      union all select agency_id from meeting_attendees where meeting_id = subject)
    when kind = 'reading' then array(select owner_id from readings where id = subject)
    when kind = 'committee' then array( -- a body, or the unit that has to have one
      select agency_id from agency_versions where agency_id = subject or unit_id = subject)
    when kind = 'entity' then array(
      select agency_id from entities where id = subject and agency_id is not null
      union all select v.agency_id from agency_versions v
        join entity_places p on p.unit_id = v.unit_id and p.entity_id = subject)
    when kind = 'register' then array(select agency_id from agency_versions where unit_id = subject)
  end;
begin
  return exists (
    select from scope_agencies s join acting on acting.today between s.from_on and s.until_on
    where s.account_id = person and s.agency_id = any (bodies));
end $$;
create or replace function may_tell(person uuid, kind text, subject uuid) returns boolean
language plpgsql stable set search_path = public as $$
begin
  return person = (select account_id from acting) or is_concerned(person, kind, subject) and case
    when subject is null then kind <> 'digest'
    when kind = 'task' then exists (select from tasks where id = subject)
    when kind = 'document' then exists (select from documents where id = subject)
    when kind = 'meeting' then exists (select from meetings where id = subject)
    when kind = 'reading' then exists (select from readings where id = subject)
    when kind = 'committee' then subject in (
      select agency_id from visible_agencies union all select unit_id from visible_units)
    when kind = 'entity' then exists (select from own_entities where id = subject)
      or exists (select from kept_entities where id = subject)
    when kind = 'register' then subject in (select kept_units())
    else false end;
end $$;

-- An entity's own people do not see who holds which post: the database tells the commune for them, and
-- of a proposal of theirs alone.
create function tell_of_proposal(proposal uuid, params jsonb, at timestamptz) returns void
language sql security definer set search_path = public
begin atomic
  insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
  select distinct on (h.account_id) gen_random_uuid(), h.account_id, 'entity.proposed', 'entity', p.entity_id,
    tell_of_proposal.params, 'entity.proposed ' || p.id, at
  from entity_proposals p cross join acting a
  join entity_places e on e.entity_id = p.entity_id and a.today between e.from_on and e.until_on
  join agency_versions v on v.unit_id = e.unit_id and a.today between v.from_on and v.until_on
    and (v.kind = 'people_committee' or v.acts_for_id is not null)
  join posts h on h.agency_id = v.agency_id and a.today between h.from_on and h.until_on
    and h.role in ('leader', 'clerk', 'officer')
  where p.id = proposal and p.proposed_by = (select account_id from signed_in) and p.state = 'open'
  on conflict do nothing;
end;
revoke execute on function tell_of_proposal(uuid, jsonb, timestamptz) from public;
grant execute on function tell_of_proposal(uuid, jsonb, timestamptz) to hopluc_app;
