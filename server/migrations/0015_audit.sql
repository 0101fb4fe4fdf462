-- The audit says more, is only ever appended to, and costs less: an entry is written by one call and
-- never touched again. What waits to be sealed stands in a narrow queue, and a batch names its members.
alter table audit_entries
  add column role text, -- under which the post acted, as of then
  add column address text, -- from which it was asked
  add column session_id uuid, -- the session or access token that asked
  add column document_id uuid; -- the paper on which the deed rests

alter table audit_batches
  -- Of each entry its agency, its id (16 bytes each) and the hash of its row (32), in order.
  add column members bytea not null default '';
-- Large batches lie beside the row, uncompressed: hashes do not shrink.
alter table audit_batches alter column members set storage external;

create table audit_open (
  agency_id uuid not null,
  entry_id uuid not null,
  recorded_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
alter table audit_open enable row level security;
create policy by_sealer on audit_open to hopluc_jobs using (true);
grant select, delete on audit_open to hopluc_jobs;

-- What is hashed of an entry: the words of a JSON list, then the payload's hash. The verification
-- computes the same in the program, so that neither is believed alone.
create function audit_leaf(entry audit_entries) returns bytea
language sql stable
return sha256('\x00'::bytea || convert_to(
  '["' || entry.id || '","' || entry.agency_id || '","' || entry.account_id || '",'
  || coalesce('"' || entry.post_id || '"', 'null') || ',' || to_json(entry.event) || ',"'
  || entry.subject_id || '","' || to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '"'
  || case when num_nonnulls(entry.role, entry.address, entry.session_id, entry.document_id) = 0 then ''
    else ',' || coalesce(to_json(entry.role)::text, 'null') || ',' || coalesce(to_json(entry.address)::text, 'null')
      || ',' || coalesce('"' || entry.session_id || '"', 'null')
      || ',' || coalesce('"' || entry.document_id || '"', 'null') end
  || ']', 'UTF8') || entry.payload_hash);
revoke execute on function audit_leaf(audit_entries) from public;
grant execute on function audit_leaf(audit_entries) to hopluc_jobs;

-- What was sealed before keeps its batches and roots.
update audit_batches b set members = m.members from (
  select batch, string_agg(uuid_send(agency_id) || uuid_send(id) || audit_leaf(e), ''::bytea order by position) as members
  from audit_entries e where batch is not null group by batch) m
where m.batch = b.seq;
insert into audit_open (agency_id, entry_id, recorded_at)
select agency_id, id, recorded_at from audit_entries where batch is null;
alter table audit_batches alter column members drop default;

create or replace function audit_oldest_unsealed() returns timestamptz
language sql stable security definer set search_path = public
return (select min(recorded_at) from audit_open);

drop policy own_insert on audit_entries;
drop policy own_insert on audit_payloads;
drop policy seal on audit_entries;
revoke insert on audit_entries, audit_payloads from hopluc_app, hopluc_jobs;
revoke update (batch, position) on audit_entries from hopluc_jobs;
alter table audit_entries drop column batch, drop column position; -- and their indexes
alter table audit_payloads drop constraint audit_payloads_agency_id_entry_id_fkey; -- the verification looks
drop index audit_entries_account_id_recorded_at_idx;
create index on audit_entries (account_id, id);

-- The only way to write the audit, for whoever acts in this transaction and nobody else: the names are
-- compared with those for which the transaction was opened.
create function audit_append(entry uuid, account uuid, post uuid, deed text, subject uuid, content text,
  from_address text, from_session uuid, paper uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  -- One statement, whose plan is kept: every deed pays for it.
  with said as (
    insert into audit_payloads (agency_id, entry_id, salt, payload)
    select coalesce(nullif(current_setting('hopluc.agency', true), '')::uuid, '00000000-0000-0000-0000-000000000000'),
      entry, uuid_send(gen_random_uuid()), content
    where account = nullif(current_setting('hopluc.account', true), '')::uuid
      and post is not distinct from nullif(current_setting('hopluc.post', true), '')::uuid
    returning agency_id, salt
  ), waits as (
    insert into audit_open (agency_id, entry_id, recorded_at) select agency_id, entry, now() from said
  )
  insert into audit_entries (agency_id, id, account_id, post_id, event, subject_id, payload_hash, recorded_at,
    role, address, session_id, document_id)
  select agency_id, entry, account, post, deed, subject, sha256(salt || convert_to(content, 'UTF8')), now(),
    nullif(current_setting('hopluc.role', true), ''), from_address, from_session, paper
  from said;
  if not found then
    raise exception 'the audit is written in one''s own name' using errcode = '42501';
  end if;
end $$;
revoke execute on function audit_append(uuid, uuid, uuid, text, uuid, text, text, uuid, uuid) from public;
grant execute on function audit_append(uuid, uuid, uuid, text, uuid, text, text, uuid, uuid) to hopluc_app, hopluc_jobs;

-- As before, and says which session it is: the audit names it.
drop function auth_session(bytea, timestamptz, date, boolean);
create function auth_session(wanted bytea, at timestamptz, day date, is_use boolean)
returns table (account_id uuid, post_id uuid, session_id uuid)
language plpgsql security definer set search_path = public as $$
declare
  session sessions;
begin
  select s.* into session from sessions s join accounts a on a.id = s.account_id
  where s.hash = wanted and s.ended_at is null and a.is_active
    and s.opened_at > at - make_interval(hours => setting_number('session.hours', day, 12))
    and s.last_seen_at > at - make_interval(mins => setting_number('session.idle_minutes', day, 30));
  if not found then return; end if;
  if is_use and session.last_seen_at < at - interval '1 minute' then
    update sessions set last_seen_at = at where id = session.id;
  end if;
  return query select session.account_id, session.post_id, session.id;
end $$;
revoke execute on function auth_session(bytea, timestamptz, date, boolean) from public;
grant execute on function auth_session(bytea, timestamptz, date, boolean) to hopluc_app;
