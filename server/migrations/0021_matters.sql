-- Work in the background says how far it is.
alter table jobs add column progress jsonb; -- { done, total }

-- Who reads a record reads what was done to it: units, inspections, programmes and acts too.
create or replace function reads_record(wanted uuid) returns boolean
language sql stable set search_path = public
return exists (select from tasks where id = wanted)
  or exists (select from documents where id = wanted)
  or exists (select from meetings where id = wanted)
  or exists (select from readings where id = wanted)
  or exists (select from units where id = wanted)
  or exists (select from inspections where id = wanted)
  or exists (select from programmes where id = wanted)
  or exists (select from reorganisations where id = wanted);

-- How long records of a kind are kept before they may be destroyed: as the province's list says.
create table retention_rules (
  id uuid primary key,
  kind text not null check (kind in ('document', 'meeting', 'task')),
  paper_kind text, -- of documents: TB, CV …; null for all that have no rule of their own
  years int not null check (years between 1 and 100),
  basis text not null check (basis <> ''), -- the list of retention periods that says so
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  exclude using gist (kind with =, coalesce(paper_kind, '') with =, daterange(from_on, until_on, '[]') with &&)
);

-- A decision to destroy records, and what it does to which of them. No words of a record stand here.
create table purges (
  id uuid primary key,
  decision text not null check (decision <> ''), -- number and symbol
  decided_on date not null,
  decided_by text not null check (decided_by <> ''), -- the authority
  ground text not null check (ground in ('expired', 'secret', 'personal')),
  file_id uuid not null references files, -- the decision itself
  chosen jsonb not null, -- { lines, ruleIds }: as asked for
  state text not null default 'draft' check (state in ('draft', 'waiting', 'running', 'done', 'failed')),
  agency_id uuid not null references agencies, -- in whose name the minutes are taken
  made_by uuid not null references accounts,
  made_at timestamptz not null default now(),
  confirmed_by uuid references accounts,
  confirmed_at timestamptz,
  ended_at timestamptz,
  version int not null default 1,
  check ((state = 'draft') = (confirmed_by is null))
);
create index on purges (made_at desc);

create table purge_items (
  purge_id uuid not null references purges on delete cascade,
  position int not null,
  kind text not null check (kind in ('document', 'meeting', 'reading', 'task', 'file')),
  record_id uuid, -- null where nothing was found
  label text not null, -- number and day, or the line as it was typed
  issuer text,
  on_day date,
  takes jsonb not null default '{}', -- what goes with it: { documents, tasks, files … }
  kept text, -- why it stays
  kept_until date,
  places jsonb, -- what was done, table by table
  reached uuid[], -- ids whose payloads go from the audit when all is done
  done_at timestamptz,
  primary key (purge_id, position)
);
create index on purge_items (record_id);

do $$
declare one text;
begin
  foreach one in array array['retention_rules', 'purges', 'purge_items']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy by_admin on %I to hopluc_app
      using ((select role from signed_in) = ''admin'') with check ((select role from signed_in) = ''admin'')', one);
    execute format('create policy by_jobs on %I to hopluc_jobs using (true) with check (true)', one);
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;
grant update (state, ended_at, version) on purges to hopluc_jobs;
grant update (kept, kept_until, places, reached, done_at) on purge_items to hopluc_jobs;
-- The decision is kept with what it decided.
create policy of_purge on file_links to hopluc_app
  using (subject_kind = 'purge' and (select role from acting) = 'admin')
  with check (subject_kind = 'purge' and (select role from acting) = 'admin');

-- The system destroys only while it carries out a confirmed decision that it names.
create function purge_under_way() returns boolean
language sql stable security definer set search_path = public
return exists (select from purges
  where id = nullif(current_setting('hopluc.purge', true), '')::uuid and state = 'running');
revoke execute on function purge_under_way() from public;
grant execute on function purge_under_way() to hopluc_jobs;

do $$
declare one text;
begin
  foreach one in array array['idempotency_keys', 'finds', 'conclusion_notices', 'committee_drafts', 'document_files',
    'document_steps', 'document_links', 'task_comments', 'self_reviews', 'meeting_files', 'meeting_steps', 'file_links']
  loop
    execute format('create policy purge on %I to hopluc_jobs
      using ((select purge_under_way())) with check ((select purge_under_way()))', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;
-- The policies of these tables for people read these views; of the system they hold nothing.
grant select on own_documents, own_meetings, meetings_in_units, invitations, kept_bodies, own_rounds
  to hopluc_jobs;
-- To count before it is decided.
create policy count_by_jobs on document_files for select to hopluc_jobs using (true);
create policy count_by_jobs on meeting_files for select to hopluc_jobs using (true);
create policy count_by_jobs on conclusion_notices for select to hopluc_jobs using (true);

grant delete on notices, idempotency_keys, finds, conclusion_notices, committee_drafts, document_files,
  readings, meeting_files, file_links to hopluc_jobs;
grant update (note) on document_steps, meeting_steps, task_dunnings, self_reviews to hopluc_jobs;
grant update (words) on document_links to hopluc_jobs;
grant update (text, quote, lead_words, due_text, product, proposed, asked_back, start_at, end_at, reading_id)
  on directives to hopluc_jobs;
grant update (abstract, text, text_hash, note, content, is_stub, version) on documents to hopluc_jobs;
grant update (title, place, agenda, course, conclusion, note, chair_name, chair_title, secretary_name,
  secretary_title, version) on meetings to hopluc_jobs;
grant update (name, title, person, person_title, note) on meeting_attendees to hopluc_jobs;
grant update (text) on task_comments to hopluc_jobs;
grant update (title) on task_milestones to hopluc_jobs;
grant update (remarks) on opinions to hopluc_jobs;
grant update (title, text, file_id) on opinion_rounds to hopluc_jobs;
grant update (event) on task_events to hopluc_jobs;
