-- Loans of funds that support cooperatives: what a fund lends by, what was asked for, lent and paid back.
-- All amounts are whole đồng. Nothing of it is ever deleted: a payment entered wrongly is taken back by
-- a line of its own.

create table loan_funds (
  id uuid primary key,
  agency_id uuid not null references agencies, -- runs it
  unit_id uuid not null references units, -- lends there and below
  name text not null check (name <> ''),
  legal_basis text,
  charter_capital bigint check (charter_capital > 0),
  own_percent int not null check (own_percent between 0 and 100),
  one_percent int check (one_percent between 0 and 100),
  max_amount bigint check (max_amount > 0),
  max_months int check (max_months > 0),
  yearly_rate int not null check (yearly_rate between 0 and 100000), -- thousandths of a percent
  late_percent int not null check (late_percent between 100 and 150),
  basis text not null check (basis in ('days365', 'days360', 'months')),
  group_days int[] check (cardinality(group_days) = 4),
  is_ended boolean not null default false,
  is_demo boolean not null default false,
  version int not null default 1
);
create index on loan_funds (agency_id);
create index on loan_funds (unit_id);

create table loans (
  id uuid primary key,
  fund_id uuid not null references loan_funds,
  entity_id uuid not null references entities,
  unit_id uuid not null references units, -- where the borrower lay when it asked
  purpose text not null check (purpose <> ''),
  project_total bigint not null check (project_total > 0),
  own_capital bigint not null check (own_capital >= 0),
  asked bigint not null check (asked > 0),
  collateral text,
  requested_on date not null,
  requested_agency_id uuid not null references agencies,
  requested_by uuid not null references accounts,
  requested_words text not null,
  state text not null default 'requested'
    check (state in ('requested', 'approved', 'running', 'closed', 'refused', 'withdrawn')),
  -- As it was asked for, then as it was approved.
  yearly_rate int not null check (yearly_rate between 0 and 100000),
  late_percent int not null check (late_percent between 100 and 150),
  basis text not null check (basis in ('days365', 'days360', 'months')),
  method text not null check (method in ('annuity', 'equal', 'bullet')),
  months int not null check (months > 0),
  every_months int not null check (every_months between 1 and 12),
  grace_months int not null check (grace_months >= 0),
  approved bigint check (approved > 0),
  -- Worked out from the events.
  disbursed bigint not null default 0,
  outstanding bigint not null default 0,
  is_restructured boolean not null default false,
  is_demo boolean not null default false,
  version int not null default 1,
  check (state not in ('approved', 'running', 'closed') or approved is not null),
  check (disbursed <= coalesce(approved, 0)),
  check (outstanding between 0 and disbursed)
);
create index on loans (fund_id, state);
create index on loans (entity_id);
create index on loans (unit_id);
create index on loans (requested_agency_id);
create index on loans (requested_on desc, id desc);

create table loan_events (
  loan_id uuid not null references loans,
  seq int not null check (seq > 0),
  action text not null,
  on_day date not null,
  amount bigint check (amount > 0),
  principal bigint check (principal between 0 and amount), -- of a payment: what of it was principal
  client_id uuid, -- of who sent it: a second sending is the same line
  paper text,
  text text,
  details jsonb not null default '{}',
  reverses int, -- the line that it takes back
  made_by uuid not null references accounts,
  by_words text not null,
  made_at timestamptz not null,
  primary key (loan_id, seq),
  unique (loan_id, client_id),
  unique (loan_id, reverses)
);

-- The instalments of now, worked out from the events: for lists of who is late, on whichever day.
create table loan_dues (
  loan_id uuid not null references loans,
  position int not null,
  due_on date not null,
  principal bigint not null check (principal >= 0),
  interest bigint not null check (interest >= 0),
  settled_on date,
  primary key (loan_id, position)
);
create index on loan_dues (due_on) where settled_on is null;

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view run_funds as
select id from loan_funds where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate');
create view readable_loans as
select l.id from loans l where l.entity_id in (select id from own_entities)
  or l.fund_id in (select f.id from loan_funds f where f.agency_id in (select acting_agencies()))
  or l.unit_id in (select acting_area());
create view handled_loans as
select id from loans where fund_id in (select id from run_funds);
create view requested_loans as
select id from loans where requested_agency_id in (select acting_agencies())
  or entity_id in (select id from own_entities);
grant select on run_funds, readable_loans, handled_loans, requested_loans to hopluc_app;

-- What a fund's people and the borrower's area know of it: it lends there.
create function lending_units() returns setof uuid
language sql stable security definer set search_path = public
begin atomic
  select distinct a.ancestor_id from own_units o join unit_ancestry a on a.descendant_id = o.unit_id
  cross join acting t where t.today between a.from_on and a.until_on;
end;
revoke execute on function lending_units() from public;
grant execute on function lending_units() to hopluc_app;

-- What a borrower owes a fund or is approved for, though not every loan of the fund can be read.
create function owed_to_fund(fund uuid, entity uuid, besides uuid) returns bigint
language sql stable security definer set search_path = public
begin atomic
  select coalesce(sum(case when l.state = 'approved' then l.approved
    else l.outstanding + l.approved - l.disbursed end), 0)::bigint
  from loans l where l.fund_id = fund and l.entity_id = entity and l.id <> besides
    and l.state in ('approved', 'running')
    and (fund in (select id from run_funds) or entity in (select id from own_entities));
end;
revoke execute on function owed_to_fund(uuid, uuid, uuid) from public;
grant execute on function owed_to_fund(uuid, uuid, uuid) to hopluc_app;

alter table loan_funds enable row level security;
alter table loans enable row level security;
alter table loan_events enable row level security;
alter table loan_dues enable row level security;

create policy readers on loan_funds for select using (agency_id in (select acting_agencies())
  or unit_id in (select lending_units()) or unit_id in (select acting_area()));
create policy kept on loan_funds for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on loan_funds for update using (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on loan_funds to hopluc_app;
grant update (name, legal_basis, charter_capital, own_percent, one_percent, max_amount, max_months,
  yearly_rate, late_percent, basis, group_days, is_ended, version) on loan_funds to hopluc_app;

create policy readers on loans for select using (entity_id in (select id from own_entities)
  or fund_id in (select f.id from loan_funds f where f.agency_id in (select acting_agencies()))
  or unit_id in (select acting_area()));
-- By a cooperative for itself, by the fund or the borrower's commune for it.
create policy requested on loans for insert with check (state = 'requested'
  and approved is null and disbursed = 0 and outstanding = 0
  and requested_by = (select account_id from signed_in) and requested_agency_id in (select acting_agencies())
  and fund_id in (select f.id from loan_funds f where not f.is_ended)
  and exists (select from entity_places p where p.entity_id = loans.entity_id and p.unit_id = loans.unit_id)
  and exists (select from loan_funds f join unit_ancestry a on a.ancestor_id = f.unit_id
    where f.id = loans.fund_id and a.descendant_id = loans.unit_id)
  and case (select role from signed_in)
    when 'cooperative' then entity_id in (select id from own_entities)
    else (select role from signed_in) in ('officer', 'leader', 'standing')
      and (unit_id in (select acting_area()) or fund_id in (select id from run_funds)) end);
create policy handled on loans for update using (fund_id in (select id from run_funds))
  with check (fund_id in (select id from run_funds) and state <> 'withdrawn');
create policy withdrawn on loans for update
  using (state = 'requested' and (requested_agency_id in (select acting_agencies())
    or entity_id in (select id from own_entities)))
  with check (state = 'withdrawn');
grant select, insert on loans to hopluc_app;
grant update (state, yearly_rate, late_percent, basis, method, months, every_months, grace_months,
  approved, disbursed, outstanding, is_restructured, version) on loans to hopluc_app;

create policy readers on loan_events for select using (
  exists (select from readable_loans r where r.id = loan_id));
create policy recorded on loan_events for insert with check (made_by = (select account_id from signed_in)
  and (exists (select from handled_loans h where h.id = loan_id)
    or action in ('request', 'withdraw') and exists (select from requested_loans r where r.id = loan_id)));
grant select, insert on loan_events to hopluc_app;

create policy readers on loan_dues for select using (
  exists (select from readable_loans r where r.id = loan_id));
create policy kept on loan_dues using (exists (select from handled_loans h where h.id = loan_id))
  with check (exists (select from handled_loans h where h.id = loan_id));
grant select, insert, delete on loan_dues to hopluc_app;

-- What a reorganisation would meet is counted by a job.
create policy by_jobs on loans for select to hopluc_jobs using (true);
grant select on loans to hopluc_jobs;
