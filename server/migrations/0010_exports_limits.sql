-- The Excel file of a long list is its owner's alone: the link names the account that asked.
create policy export_own on file_links to hopluc_app
  using (subject_kind = 'export' and subject_id = (select account_id from acting))
  with check (subject_kind = 'export' and subject_id = (select account_id from acting));
-- After seven days the file is nobody's, and the collector takes it away. With the owner's rights, for
-- the jobs' role does not read the records on which other files hang.
create function end_old_exports() returns int
language sql security definer set search_path = public
begin atomic
  with gone as (
    delete from file_links where subject_kind = 'export' and created_at < now() - interval '7 days'
    returning 1)
  select count(*)::int from gone;
end;
revoke execute on function end_old_exports() from public;
grant execute on function end_old_exports() to hopluc_jobs;

-- One is told of one's own file by the work that was done in one's name.
create policy export_told on notices for insert to hopluc_app with check (
  account_id = (select account_id from signed_in) and seen_at is null
  and kind in ('export.ready', 'export.failed') and subject_kind = 'digest'
);

-- What an account asked for in this minute, of requests that cost much. One row a kind, counted by
-- whichever process answers; lost with the server's memory, which harms nobody.
create unlogged table request_counts (
  account_id uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid,
  kind text not null check (kind <> ''),
  minute timestamptz not null,
  count int not null check (count > 0),
  primary key (account_id, kind)
);
alter table request_counts enable row level security;
create policy own on request_counts to hopluc_app
  using (account_id = (select account_id from acting))
  with check (account_id = (select account_id from acting));
grant select, insert, update on request_counts to hopluc_app;
