-- Support of cooperatives: programmes with whom they are for, calls, applications, what agencies say of
-- them, what was decided and paid out, what came of it. Amounts are whole đồng. Nothing is ever deleted.

create table support_programmes (
  id uuid primary key,
  agency_id uuid not null references agencies, -- runs it
  unit_id uuid not null references units, -- for cooperatives there and below
  kind text not null check (kind in ('machinery', 'investment', 'model', 'high_tech', 'ocop', 'trade', 'consulting',
    'extension', 'training', 'graduate')),
  name text not null check (name <> ''),
  legal_basis text not null check (legal_basis <> ''), -- by which paper; a period of its own
  from_on date not null,
  until_on date not null,
  sources jsonb not null default '[]', -- source of money and amount
  rule jsonb not null default '[]', -- whom it is for, over the measures of cooperatives
  priority text[] not null default '{}', -- measures by which those that qualify are put in order
  checklist text[] not null default '{}', -- papers of an application
  max_amount bigint check (max_amount > 0),
  is_ended boolean not null default false,
  is_demo boolean not null default false,
  version int not null default 1,
  check (from_on <= until_on)
);
create index on support_programmes (agency_id);
create index on support_programmes (unit_id);

-- Who else says something of applications, besides the agency that runs it.
create table support_appraisers (
  programme_id uuid not null references support_programmes,
  agency_id uuid not null references agencies,
  primary key (programme_id, agency_id)
);
create index on support_appraisers (agency_id);

create table support_calls (
  id uuid primary key,
  programme_id uuid not null references support_programmes,
  name text not null check (name <> ''),
  opens_on date not null,
  closes_on date not null, -- the last day
  budget bigint check (budget > 0),
  check (opens_on <= closes_on)
);
create index on support_calls (programme_id);

create table support_applications (
  id uuid primary key,
  call_id uuid not null references support_calls,
  programme_id uuid not null references support_programmes,
  entity_id uuid not null references entities,
  unit_id uuid not null references units, -- where it lay when it applied
  title text not null check (title <> ''),
  asked bigint not null check (asked > 0),
  own_capital bigint not null check (own_capital >= 0),
  checks jsonb not null default '[]', -- what of the checklist is there, with files
  eligibility jsonb not null, -- how the rule came out on the day
  applied_on date not null,
  applied_agency_id uuid not null references agencies,
  applied_by uuid not null references accounts,
  applied_words text not null,
  state text not null default 'submitted'
    check (state in ('submitted', 'approved', 'refused', 'withdrawn', 'running', 'accepted')),
  approved bigint check (approved > 0),
  decided_on date,
  disbursed bigint not null default 0,
  is_demo boolean not null default false,
  version int not null default 1,
  unique (call_id, entity_id),
  check (state not in ('approved', 'running', 'accepted') or approved is not null and decided_on is not null),
  check (disbursed between 0 and coalesce(approved, 0))
);
create index on support_applications (programme_id);
create index on support_applications (entity_id);
create index on support_applications (unit_id);
create index on support_applications (applied_agency_id);
create index on support_applications (applied_on desc, id desc);

-- One of each agency: two that appraise at once both stand.
create table support_opinions (
  application_id uuid not null references support_applications,
  agency_id uuid not null references agencies,
  is_for boolean not null,
  amount bigint check (amount > 0),
  text text not null check (text <> ''),
  on_day date not null,
  made_by uuid not null references accounts,
  by_words text not null,
  version int not null default 1,
  primary key (application_id, agency_id)
);
create index on support_opinions (agency_id);

create table support_events (
  application_id uuid not null references support_applications,
  seq int not null check (seq > 0),
  action text not null,
  on_day date not null,
  amount bigint check (amount > 0),
  client_id uuid, -- of who sent it: a second sending is the same line
  paper text,
  text text,
  made_by uuid not null references accounts,
  by_words text not null,
  made_at timestamptz not null,
  primary key (application_id, seq),
  unique (application_id, client_id)
);

create view run_programmes as
select id from support_programmes where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate');
create view appraised_programmes as
select id as programme_id from run_programmes
union select programme_id from support_appraisers where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate');
create view readable_supports as
select s.id from support_applications s where s.entity_id in (select id from own_entities)
  or s.programme_id in (select p.id from support_programmes p where p.agency_id in (select acting_agencies()))
  or s.programme_id in (select programme_id from appraised_programmes)
  or s.unit_id in (select acting_area());
create view handled_supports as
select id from support_applications where programme_id in (select id from run_programmes);
create view applied_supports as
select id from support_applications where applied_agency_id in (select acting_agencies())
  or entity_id in (select id from own_entities);
grant select on run_programmes, appraised_programmes, readable_supports, handled_supports, applied_supports
  to hopluc_app;

alter table support_programmes enable row level security;
alter table support_appraisers enable row level security;
alter table support_calls enable row level security;
alter table support_applications enable row level security;
alter table support_opinions enable row level security;
alter table support_events enable row level security;

create policy readers on support_programmes for select using (agency_id in (select acting_agencies())
  or unit_id in (select lending_units()) or unit_id in (select acting_area()));
create policy kept on support_programmes for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on support_programmes for update using (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on support_programmes to hopluc_app;
grant update (kind, name, legal_basis, from_on, until_on, sources, rule, priority, checklist, max_amount,
  is_ended, version) on support_programmes to hopluc_app;

create policy readers on support_appraisers for select using (
  exists (select from support_programmes p where p.id = programme_id));
create policy kept on support_appraisers using (programme_id in (select id from run_programmes))
  with check (programme_id in (select id from run_programmes));
grant select, insert, delete on support_appraisers to hopluc_app;

create policy readers on support_calls for select using (
  exists (select from support_programmes p where p.id = programme_id));
create policy kept on support_calls for insert with check (programme_id in (select id from run_programmes));
grant select, insert on support_calls to hopluc_app;

create policy readers on support_applications for select using (entity_id in (select id from own_entities)
  or programme_id in (select p.id from support_programmes p where p.agency_id in (select acting_agencies()))
  or programme_id in (select programme_id from appraised_programmes)
  or unit_id in (select acting_area()));
-- By a cooperative for itself, by an authority for one of its area; only while the call is open.
create policy applied on support_applications for insert with check (state = 'submitted' and approved is null
  and disbursed = 0 and applied_by = (select account_id from signed_in)
  and applied_agency_id in (select acting_agencies())
  and exists (select from support_calls c cross join acting t where c.id = call_id
    and c.programme_id = support_applications.programme_id and t.today between c.opens_on and c.closes_on)
  and exists (select from entity_places p where p.entity_id = support_applications.entity_id
    and p.unit_id = support_applications.unit_id)
  and case (select role from signed_in)
    when 'cooperative' then entity_id in (select id from own_entities)
    else (select role from signed_in) in ('officer', 'leader', 'standing') and unit_id in (select acting_area()) end);
create policy handled on support_applications for update using (programme_id in (select id from run_programmes))
  with check (programme_id in (select id from run_programmes) and state <> 'withdrawn');
create policy withdrawn on support_applications for update
  using (state = 'submitted' and (applied_agency_id in (select acting_agencies())
    or entity_id in (select id from own_entities)))
  with check (state = 'withdrawn');
grant select, insert on support_applications to hopluc_app;
grant update (state, approved, decided_on, disbursed, version) on support_applications to hopluc_app;

-- The cooperative does not read what is said of it before it is decided.
create policy readers on support_opinions for select using (
  exists (select from readable_supports r where r.id = application_id)
  and (select role from signed_in) <> 'cooperative');
create policy said on support_opinions for insert with check (made_by = (select account_id from signed_in)
  and agency_id in (select acting_agencies())
  and exists (select from support_applications s where s.id = application_id and s.state = 'submitted'
    and s.programme_id in (select programme_id from appraised_programmes)));
create policy said_again on support_opinions for update using (agency_id in (select acting_agencies())
    and exists (select from support_applications s where s.id = application_id and s.state = 'submitted'
      and s.programme_id in (select programme_id from appraised_programmes)))
  with check (made_by = (select account_id from signed_in) and agency_id in (select acting_agencies()));
grant select, insert on support_opinions to hopluc_app;
grant update (is_for, amount, text, on_day, made_by, by_words, version) on support_opinions to hopluc_app;

create policy readers on support_events for select using (
  exists (select from readable_supports r where r.id = application_id));
create policy recorded on support_events for insert with check (made_by = (select account_id from signed_in)
  and (exists (select from handled_supports h where h.id = application_id)
    or action in ('apply', 'withdraw') and exists (select from applied_supports a where a.id = application_id)));
grant select, insert on support_events to hopluc_app;

create policy of_support on file_links for select using (subject_kind = 'support'
  and exists (select from readable_supports r where r.id = subject_id));
create policy to_own_support on file_links for insert with check (subject_kind = 'support'
  and (exists (select from applied_supports a where a.id = subject_id)
    or exists (select from handled_supports h where h.id = subject_id)));

-- What a reorganisation would meet is counted by a job.
create policy by_jobs on support_applications for select to hopluc_jobs using (true);
grant select on support_applications to hopluc_jobs;
