-- An act of reorganisation is carried out by the system: nobody who keeps the installation reads the
-- work of the agencies, and yet all of it has to pass over in one transaction.

-- How far it is, written beside that transaction; and why it stopped, when it did.
create table reorganisation_progress (
  reorganisation_id uuid primary key references reorganisations,
  step int not null,
  steps int not null,
  doing jsonb not null, -- { vi, en }
  failure jsonb,
  at timestamptz not null default now()
);
alter table reorganisation_progress enable row level security;
create policy by_admin on reorganisation_progress for select
  using ((select role from signed_in) = 'admin');
grant select on reorganisation_progress to hopluc_app;

do $$
declare one text;
begin
  foreach one in array array['reorganisations', 'reorganisation_effects', 'reorganisation_progress',
    'units', 'unit_versions', 'unit_successions', 'agencies', 'agency_names', 'agency_successions',
    'committee_versions', 'committee_members', 'entity_places']
  loop
    execute format('create policy by_jobs on %I to hopluc_jobs using (true) with check (true)', one);
    execute format('grant select, insert, update, delete on %I to hopluc_jobs', one);
  end loop;
  foreach one in array array['unit_ancestry', 'unit_parts', 'entities', 'figures', 'accounts']
  loop
    execute format('create policy read_by_jobs on %I for select to hopluc_jobs using (true)', one);
  end loop;
  foreach one in array array['documents', 'directives', 'readings', 'meetings', 'meeting_attendees']
  loop
    execute format('create policy by_jobs on %I to hopluc_jobs using (true) with check (true)', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;
-- Only open work passes over, so only whose it is changes.
grant update (owner_id, owner_unit_id, issuer_id, issuer_name) on documents to hopluc_jobs;
grant update (owner_id, owner_unit_id) on directives to hopluc_jobs;
grant update (owner_id) on readings to hopluc_jobs;
grant update (agency_id, agency_unit_id) on meetings to hopluc_jobs;
grant update (agency_id) on meeting_attendees to hopluc_jobs;
grant insert, delete on opinions to hopluc_jobs;
grant delete on task_parties, task_persons to hopluc_jobs;
grant select on unit_ancestry, unit_parts, entities, figures, indicators, periods to hopluc_jobs;
grant select (id, username, name, is_active) on accounts to hopluc_jobs;

-- By jobs as by the administrator: versions of agencies, and posts, which are ended and never moved.
drop policy by_jobs on agency_versions;
create policy by_jobs on agency_versions to hopluc_jobs using (true) with check (true);
grant insert, update, delete on agency_versions to hopluc_jobs;
drop policy by_jobs on posts;
create policy by_jobs on posts to hopluc_jobs using (true) with check (true);
grant insert, update (until_on), delete on posts to hopluc_jobs;
-- Whoever is signed in under a post that passes over stays signed in.
create policy by_jobs on sessions to hopluc_jobs using (true) with check (true);
grant select (id, post_id, ended_at), update (post_id) on sessions to hopluc_jobs;
create policy by_jobs on settings to hopluc_jobs
  using (name like 'notice.template.%') with check (name like 'notice.template.%');
grant insert, update, delete on settings to hopluc_jobs;

alter table notices drop constraint notices_subject_kind_check;
alter table notices add constraint notices_subject_kind_check check (subject_kind in
  ('task', 'document', 'meeting', 'reading', 'digest', 'reorganisation'));

-- Scopes of many accounts at once, as refresh_scopes() makes them for one.
create function refresh_scopes_of(wanted uuid[]) returns void
language sql security definer set search_path = public
begin atomic
  select pg_advisory_xact_lock(2002, hashtext(one::text))
  from (select distinct one from unnest(wanted) one order by one) o;
  delete from scope_agencies where account_id = any (wanted);
  delete from scope_units where account_id = any (wanted);
  insert into scope_agencies (account_id, post_id, agency_id, from_on, until_on)
  with recursive seen (account_id, post_id, agency_id, from_on, until_on) as (
    select p.account_id, p.id, a.agency_id, p.from_on, p.until_on
    from posts p cross join lateral (values (p.agency_id), (p.committee_id)) a (agency_id)
    where p.account_id = any (wanted) and a.agency_id is not null
    union
    select seen.account_id, seen.post_id, n.agency_id, seen.from_on, seen.until_on
    from seen cross join lateral (
      select from_id as agency_id from agency_successions where to_id = seen.agency_id
      union all
      select acts_for_id from agency_versions where agency_id = seen.agency_id and acts_for_id is not null
    ) n
  )
  select distinct account_id, post_id, agency_id, from_on, until_on from seen;
  insert into scope_units (account_id, post_id, unit_id, from_on, until_on)
  with recursive seen (account_id, post_id, unit_id, from_on, until_on) as (
    select p.account_id, p.id, v.unit_id, p.from_on, p.until_on
    from posts p join agency_versions v on v.agency_id in (p.agency_id, p.committee_id)
    where p.account_id = any (wanted) and p.role in ('chair', 'delegate', 'standing', 'observer')
    union
    select seen.account_id, seen.post_id, n.unit_id, seen.from_on, seen.until_on
    from seen cross join lateral (
      select from_id as unit_id from unit_successions where to_id = seen.unit_id
      union all
      select descendant_id from unit_ancestry where ancestor_id = seen.unit_id
    ) n
  )
  select distinct account_id, post_id, unit_id, from_on, until_on from seen;
end;

-- Accounts whose scope these units and agencies, or what came of them, are part of.
create function accounts_around(touched_units uuid[], touched_agencies uuid[]) returns setof uuid
language sql stable security definer set search_path = public
begin atomic
  select s.account_id from scope_units s where s.unit_id = any (touched_units)
  union
  select s.account_id from scope_units s join unit_ancestry a on a.ancestor_id = s.unit_id
    where a.descendant_id = any (touched_units)
  union
  select account_id from scope_agencies where agency_id = any (touched_agencies)
  union
  select account_id from posts
    where agency_id = any (touched_agencies) or committee_id = any (touched_agencies);
end;

-- Who refers to these records, table by table: what would be left without them.
create function references_to(kind text, wanted uuid[])
returns table (referrer text, on_column text, rows bigint)
language plpgsql stable security definer set search_path = public as $$
declare one record;
begin
  if kind not in ('units', 'agencies', 'posts') then return; end if;
  for one in
    select c.conrelid::regclass::text as referrer, a.attname::text as on_column
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = kind::regclass and array_length(c.conkey, 1) = 1
      and not exists (select from pg_inherits i where i.inhrelid = c.conrelid)
  loop
    return query execute format('select %L::text, %L::text, count(*) from %I where %I = any ($1) having count(*) > 0',
      one.referrer, one.on_column, one.referrer, one.on_column) using wanted;
  end loop;
end $$;
revoke execute on function refresh_scopes_of(uuid[]), accounts_around(uuid[], uuid[]),
  references_to(text, uuid[]) from public;
grant execute on function refresh_scopes_of(uuid[]), accounts_around(uuid[], uuid[]),
  references_to(text, uuid[]), refresh_ancestry(), refresh_unit_parts(uuid[]) to hopluc_jobs;
