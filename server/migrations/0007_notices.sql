-- What a person is told in the app. The same thing is never told twice.
create table notices (
  id uuid primary key,
  account_id uuid not null references accounts,
  kind text not null, -- task.issued, task.due_soon, task.overdue, task.returned, mention, digest …
  subject_kind text not null check (subject_kind in ('task', 'document', 'meeting', 'reading', 'digest')),
  subject_id uuid,
  params jsonb not null default '{}', -- for the sentence: title, days …
  dedupe text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz,
  unique (account_id, dedupe)
);
create index on notices (account_id, created_at desc);

alter table notices enable row level security;
create policy own on notices using (account_id = (select account_id from signed_in));
-- Whoever acts tells others; only the addressee reads it.
create policy told on notices for insert with check (exists (select from signed_in));
grant select, insert, update (seen_at) on notices to hopluc_app;
create policy by_jobs on notices to hopluc_jobs using (true) with check (true);
grant select, insert on notices to hopluc_jobs;

-- Days off and days worked instead, by the yearly official list, over what the calendar gives.
create table holidays (
  on_day date primary key,
  name text not null,
  is_off boolean not null
);
alter table holidays enable row level security;
create policy to_all on holidays for select using (exists (select from signed_in));
create policy to_jobs on holidays for select to hopluc_jobs using (true);
create policy by_admin on holidays using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
grant select, insert, update, delete on holidays to hopluc_app;

grant select on holidays to hopluc_jobs;

-- The system finds who holds which post, to tell them.
create policy by_jobs on posts for select to hopluc_jobs using (true);
create policy by_jobs on agency_versions for select to hopluc_jobs using (true);
grant select on posts, agency_versions, signed_in to hopluc_jobs;
