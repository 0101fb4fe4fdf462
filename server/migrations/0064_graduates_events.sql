-- Young graduates who work at a cooperative with support of the state, and the minimum wages of regions
-- below which that may not lie; events of trade promotion. Amounts are whole đồng.

-- As the province keeps them with their legal basis: none are shipped.
create table wage_floors (
  id uuid primary key,
  unit_id uuid not null references units,
  agency_id uuid not null references agencies,
  region int not null check (region between 1 and 4),
  from_on date not null,
  monthly bigint not null check (monthly > 0),
  legal_basis text not null check (legal_basis <> ''),
  is_demo boolean not null default false,
  unique (unit_id, region, from_on)
);
create index on wage_floors (agency_id);

create table graduates (
  id uuid primary key,
  agency_id uuid not null references agencies, -- pays the support
  entity_id uuid not null references entities,
  unit_id uuid not null references units, -- where the cooperative lay then
  programme_id uuid references support_programmes,
  name text not null check (name <> ''),
  birth_year smallint check (birth_year between 1900 and 2100),
  training text not null default '',
  post text not null check (post <> ''), -- what the person does there
  decision text not null check (decision <> ''), -- number and day of the paper
  from_on date not null,
  until_on date not null,
  region int not null check (region between 1 and 4),
  monthly bigint not null check (monthly > 0),
  wage bigint check (wage > 0), -- the minimum wage it was compared with; null where none was kept
  outcome text not null default 'working' check (outcome in ('working', 'stayed', 'left')),
  outcome_on date,
  outcome_note text,
  paid_months int not null default 0, -- these two are kept with the payments
  paid bigint not null default 0,
  is_demo boolean not null default false,
  version int not null default 1,
  check (from_on <= until_on),
  check ((outcome = 'working') = (outcome_on is null)),
  check (wage is null or monthly * 2 >= wage * 3) -- Nghị định 113/2024/NĐ-CP, Điều 7
);
create index on graduates (from_on desc, id desc);
create index on graduates (agency_id);
create index on graduates (entity_id);
create index on graduates (unit_id);
create index on graduates (programme_id);

create table graduate_steps (
  id uuid primary key, -- of who sent it: a second sending is the same
  graduate_id uuid not null references graduates,
  seq int not null check (seq > 0),
  action text not null check (action in ('start', 'pay', 'extend', 'end')),
  on_day date not null,
  month date check (month = date_trunc('month', month)::date),
  amount bigint check (amount > 0),
  until_on date,
  paper text,
  text text,
  made_by uuid not null references accounts,
  by_words text not null,
  unique (graduate_id, seq),
  unique (graduate_id, month)
);

create view run_graduates as
select id from graduates where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing');
grant select on run_graduates to hopluc_app;

alter table wage_floors enable row level security;
alter table graduates enable row level security;
alter table graduate_steps enable row level security;

create policy readers on wage_floors for select using (unit_id in (select lending_units())
  or unit_id in (select acting_area()));
create policy kept on wage_floors for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units)
  and exists (select from unit_versions u cross join acting t where u.unit_id = wage_floors.unit_id
    and u.level in ('nation', 'province') and t.today between u.from_on and u.until_on)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy taken_out on wage_floors for delete using (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert, delete on wage_floors to hopluc_app;

-- A person's pay is for who pays it, the cooperative itself and the authorities of its commune.
create policy readers on graduates for select using (entity_id in (select id from own_entities)
  or agency_id in (select acting_agencies())
  or unit_id in (select unit_id from own_units) and (select role from signed_in) <> 'cooperative');
create policy kept on graduates for insert with check (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing') and unit_id in (select acting_area())
  and outcome = 'working' and paid_months = 0 and paid = 0
  and exists (select from entity_places p where p.entity_id = graduates.entity_id
    and p.unit_id = graduates.unit_id));
create policy changed on graduates for update using (id in (select id from run_graduates))
  with check (agency_id in (select acting_agencies()));
grant select, insert on graduates to hopluc_app;
grant update (until_on, outcome, outcome_on, outcome_note, paid_months, paid, version) on graduates to hopluc_app;

create policy readers on graduate_steps for select using (
  exists (select from graduates g where g.id = graduate_id));
create policy recorded on graduate_steps for insert with check (made_by = (select account_id from signed_in)
  and graduate_id in (select id from run_graduates));
grant select, insert on graduate_steps to hopluc_app;

create table trade_events (
  id uuid primary key,
  agency_id uuid not null references agencies, -- organises it, or takes cooperatives there
  unit_id uuid not null references units,
  programme_id uuid references support_programmes,
  name text not null check (name <> ''),
  kind text not null check (kind in ('fair', 'supply_demand', 'mission', 'online', 'other')),
  place text not null default '',
  fund text not null default '',
  from_on date not null,
  until_on date not null,
  cost bigint check (cost >= 0),
  note text not null default '',
  is_demo boolean not null default false,
  version int not null default 1,
  check (from_on <= until_on)
);
create index on trade_events (from_on desc, id desc);
create index on trade_events (agency_id);
create index on trade_events (unit_id);
create index on trade_events (programme_id);

create table trade_participants (
  event_id uuid not null references trade_events,
  entity_id uuid not null references entities,
  unit_id uuid not null references units,
  products text not null default '',
  agreements int not null default 0 check (agreements >= 0), -- in writing, not binding yet
  contracts int not null default 0 check (contracts >= 0),
  value bigint not null default 0 check (value >= 0), -- of the contracts
  is_demo boolean not null default false,
  primary key (event_id, entity_id),
  check (contracts > 0 or value = 0)
);
create index on trade_participants (entity_id);
create index on trade_participants (unit_id);

create view run_trade_events as
select id from trade_events where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing');
grant select on run_trade_events to hopluc_app;

alter table trade_events enable row level security;
alter table trade_participants enable row level security;

create policy readers on trade_events for select using (agency_id in (select acting_agencies())
  or unit_id in (select lending_units()) or unit_id in (select acting_area()));
create policy kept on trade_events for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on trade_events for update using (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on trade_events to hopluc_app;
grant update (programme_id, name, kind, place, fund, from_on, until_on, cost, note, version)
  on trade_events to hopluc_app;

-- What one won is for itself and for authorities; the other cooperatives do not read it.
create policy readers on trade_participants for select using (entity_id in (select id from own_entities)
  or event_id in (select e.id from trade_events e where e.agency_id in (select acting_agencies()))
  or unit_id in (select acting_area()));
create policy kept on trade_participants for insert with check (event_id in (select id from run_trade_events)
  and exists (select from entity_places p where p.entity_id = trade_participants.entity_id
    and p.unit_id = trade_participants.unit_id));
create policy changed on trade_participants for update using (event_id in (select id from run_trade_events));
create policy taken_out on trade_participants for delete using (event_id in (select id from run_trade_events));
grant select, insert, delete on trade_participants to hopluc_app;
grant update (products, agreements, contracts, value) on trade_participants to hopluc_app;
