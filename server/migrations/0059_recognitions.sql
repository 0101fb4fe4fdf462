-- Exemplary models and commendations: what is proposed about a cooperative to an agency of its province,
-- looked at there, and published or decided. Nothing is ever deleted.

-- What a province recognises: its kinds of models, its titles and forms of commendation, each with the
-- papers of a dossier. One row a province, replaced as a whole.
create table recognition_lists (
  id uuid primary key,
  unit_id uuid not null unique references units,
  models jsonb not null default '[]',
  commendations jsonb not null default '[]',
  is_demo boolean not null default false,
  version int not null default 1
);

create table recognitions (
  id uuid primary key,
  kind text not null check (kind in ('model', 'commendation')),
  entity_id uuid not null references entities,
  entity_name text not null check (entity_name <> ''), -- as it was called: read where the register is not
  unit_id uuid not null references units, -- where it lay
  province_id uuid not null references units,
  from_agency_id uuid not null references agencies, -- proposes
  to_agency_id uuid not null references agencies, -- looks at it
  form text not null check (form <> ''),
  title text not null check (title <> ''),
  story text not null check (story <> ''),
  year int not null, -- of the figures
  figures jsonb not null default '[]',
  pictures jsonb not null default '[]',
  checks jsonb not null default '[]',
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'returned', 'verified', 'published', 'decided', 'withdrawn')),
  changed_on date not null,
  submitted_on date, -- first; until then it is its own agency's alone, also when it is withdrawn
  decision_number text,
  decided_on date,
  decided_by text,
  is_demo boolean not null default false,
  version int not null default 1,
  check (kind = 'model' or state not in ('verified', 'published')),
  check ((state = 'decided') = (decision_number is not null and decided_on is not null and decided_by is not null)),
  check (kind = 'commendation' or state <> 'decided')
);
create index on recognitions (kind, changed_on desc, id desc);
create index on recognitions (entity_id);
create index on recognitions (unit_id);
create index on recognitions (from_agency_id);
create index on recognitions (to_agency_id);
create index on recognitions (province_id) where state = 'published';

create table recognition_events (
  recognition_id uuid not null references recognitions,
  seq int not null check (seq > 0),
  action text not null,
  on_day date not null,
  text text,
  made_by uuid not null references accounts,
  by_words text not null,
  made_at timestamptz not null,
  primary key (recognition_id, seq)
);

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view proposed_recognitions as
select id from recognitions where from_agency_id in (select acting_agencies())
  and (select role from signed_in) in ('cooperative', 'officer', 'leader', 'standing');
create view handled_recognitions as
select id from recognitions where submitted_on is not null and to_agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate');
-- Whose business it is: they read how it went and its papers. A draft is its own agency's.
create view known_recognitions as
select id from recognitions where from_agency_id in (select acting_agencies())
  or submitted_on is not null and (to_agency_id in (select acting_agencies())
    or unit_id in (select acting_area()) or entity_id in (select id from own_entities));
grant select on proposed_recognitions, handled_recognitions, known_recognitions to hopluc_app, hopluc_jobs;

alter table recognition_lists enable row level security;
alter table recognitions enable row level security;
alter table recognition_events enable row level security;

create policy readers on recognition_lists for select using (
  unit_id in (select lending_units()) or unit_id in (select acting_area()));
create policy kept on recognition_lists for insert with check (unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on recognition_lists for update using (unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on recognition_lists to hopluc_app;
grant update (models, commendations, version) on recognition_lists to hopluc_app;

-- What is published is for the whole province to see.
create policy readers on recognitions for select using (from_agency_id in (select acting_agencies())
  or submitted_on is not null and (to_agency_id in (select acting_agencies())
    or unit_id in (select acting_area()) or entity_id in (select id from own_entities))
  or state = 'published' and (province_id in (select lending_units())
    or province_id in (select s.from_id from unit_successions s where s.to_id in (select lending_units()))));
-- By a cooperative for itself, by an authority for one of its area; to an agency of their province.
create policy proposed on recognitions for insert with check (state = 'draft'
  and from_agency_id in (select acting_agencies())
  and exists (select from entity_places p where p.entity_id = recognitions.entity_id
    and p.unit_id = recognitions.unit_id)
  and exists (select from unit_ancestry a cross join acting t where a.descendant_id = recognitions.unit_id
    and a.ancestor_id = recognitions.province_id and t.today between a.from_on and a.until_on)
  and exists (select from agency_versions v cross join acting t where v.agency_id = to_agency_id
    and v.unit_id = recognitions.province_id and t.today between v.from_on and v.until_on)
  and case (select role from signed_in)
    when 'cooperative' then entity_id in (select id from own_entities)
    else (select role from signed_in) in ('officer', 'leader', 'standing') and unit_id in (select acting_area()) end);
create policy prepared on recognitions for update
  using (state in ('draft', 'returned') and id in (select id from proposed_recognitions))
  with check (state in ('draft', 'returned', 'submitted', 'withdrawn')
    and from_agency_id in (select acting_agencies()));
create policy handled on recognitions for update
  using (state in ('submitted', 'verified', 'published') and id in (select id from handled_recognitions))
  with check (state in ('verified', 'returned', 'published', 'decided', 'withdrawn')
    and to_agency_id in (select acting_agencies()));
grant select, insert on recognitions to hopluc_app;
grant update (to_agency_id, form, title, story, year, figures, pictures, checks, state, changed_on, submitted_on,
  decision_number, decided_on, decided_by, version) on recognitions to hopluc_app;

create policy readers on recognition_events for select using (
  exists (select from known_recognitions r where r.id = recognition_id));
create policy recorded on recognition_events for insert with check (
  made_by = (select account_id from signed_in)
  and (exists (select from proposed_recognitions r where r.id = recognition_id)
    or exists (select from handled_recognitions r where r.id = recognition_id)));
grant select, insert on recognition_events to hopluc_app;

-- Pictures are seen with what they show, papers of the dossier by whose business it is.
create policy of_recognition on file_links for select using (subject_kind = 'recognition'
  and exists (select from recognitions r where r.id = subject_id));
create policy of_recognition_paper on file_links for select using (subject_kind = 'recognition_paper'
  and exists (select from known_recognitions r where r.id = subject_id));
create policy to_own_recognition on file_links for insert with check (
  subject_kind in ('recognition', 'recognition_paper')
  and exists (select from proposed_recognitions r where r.id = subject_id));
create policy from_own_recognition on file_links for delete using (
  subject_kind in ('recognition', 'recognition_paper')
  and exists (select from proposed_recognitions p join recognitions r on r.id = p.id
    where r.id = subject_id and r.state in ('draft', 'returned')));

-- What a reorganisation would meet is counted by a job.
create policy by_jobs on recognitions for select to hopluc_jobs using (true);
grant select on recognitions to hopluc_jobs;
