-- Inspections and supervisions of cooperatives: a yearly plan over agencies, what was found, what was
-- concluded. Nothing of it is ever deleted: a plan that is given up is cancelled.

create table entity_checks (
  id uuid primary key,
  agency_id uuid not null references agencies, -- inspects
  entity_id uuid not null references entities,
  unit_id uuid not null references units, -- where the inspected one lay when it was planned
  kind text not null check (kind in ('inspection', 'supervision')),
  subject text not null check (subject <> ''),
  planned_on date not null,
  year int not null generated always as (extract(year from planned_on)::int) stored,
  plan_paper text,
  state text not null default 'planned'
    check (state in ('planned', 'recorded', 'concluded', 'closed', 'cancelled')),
  held_on date,
  planned_by uuid not null references accounts,
  planned_words text not null,
  is_demo boolean not null default false,
  version int not null default 1,
  check (state in ('planned', 'cancelled') or held_on is not null)
);
create index on entity_checks (planned_on desc, id desc);
create index on entity_checks (entity_id, year);
create index on entity_checks (unit_id, year);
create index on entity_checks (agency_id, year);

-- What was found and concluded stands in the trail: the inspected reads it once it is concluded.
create table entity_check_events (
  check_id uuid not null references entity_checks,
  seq int not null check (seq > 0),
  action text not null check (action in ('plan', 'move', 'record', 'conclude', 'close', 'cancel', 'assign')),
  on_day date not null,
  text text,
  members text, -- of a record: who inspected
  paper text,
  task_id uuid references tasks, -- what is to be put right
  made_by uuid not null references accounts,
  by_words text not null,
  made_at timestamptz not null,
  primary key (check_id, seq),
  check ((action = 'assign') = (task_id is not null))
);
create index on entity_check_events (task_id) where task_id is not null;

-- How often a cooperative may be inspected in a year, once a province has said so; empty: no limit is known,
-- and what is pointed out is a cooperative that several agencies inspect.
create table entity_check_limits (
  unit_id uuid primary key references units,
  most_a_year int check (most_a_year between 1 and 50),
  legal_basis text,
  version int not null default 1
);

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view readable_checks as
select i.id, i.state, i.entity_id in (select id from own_entities) as is_own from entity_checks i
where i.entity_id in (select id from own_entities) or i.agency_id in (select acting_agencies())
  or i.unit_id in (select acting_area());
create view handled_checks as
select id from entity_checks where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing');
grant select on readable_checks, handled_checks to hopluc_app;

alter table entity_checks enable row level security;
alter table entity_check_events enable row level security;
alter table entity_check_limits enable row level security;

create policy readers on entity_checks for select using (entity_id in (select id from own_entities)
  or agency_id in (select acting_agencies()) or unit_id in (select acting_area()));
create policy planned on entity_checks for insert with check (state = 'planned' and held_on is null
  and planned_by = (select account_id from signed_in) and agency_id in (select acting_agencies())
  and unit_id in (select acting_area())
  and exists (select from entity_places p where p.entity_id = entity_checks.entity_id
    and p.unit_id = entity_checks.unit_id)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy handled on entity_checks for update using (id in (select id from handled_checks));
grant select, insert on entity_checks to hopluc_app;
grant update (planned_on, state, held_on, version) on entity_checks to hopluc_app;

create policy readers on entity_check_events for select using (exists (select from readable_checks r
  where r.id = check_id and (not r.is_own or r.state in ('concluded', 'closed')
    or action in ('plan', 'move', 'cancel'))));
create policy recorded on entity_check_events for insert with check (
  made_by = (select account_id from signed_in)
  and exists (select from handled_checks h where h.id = check_id));
grant select, insert on entity_check_events to hopluc_app;

create policy readers on entity_check_limits for select using (unit_id in (select acting_area())
  or unit_id in (select lending_units()));
create policy kept on entity_check_limits
  using (unit_id in (select unit_id from own_units) and (select role from signed_in) = 'standing')
  with check (unit_id in (select unit_id from own_units) and (select role from signed_in) = 'standing');
grant select, insert, update on entity_check_limits to hopluc_app;

-- What a reorganisation would meet is counted by a job.
create policy by_jobs on entity_checks for select to hopluc_jobs using (true);
grant select on entity_checks to hopluc_jobs;
