-- What a commune shows for the criteria of new rural areas that concern cooperatives. The criteria are a
-- province's own data; until it has some, lines without thresholds come with the program.
create table rural_criteria (
  id uuid not null, -- of one that comes with the program, the same in every province
  unit_id uuid not null references units,
  position int not null,
  name text not null check (name <> ''),
  legal_basis text,
  threshold text, -- in the paper's words; empty while nobody has filled it in
  source text check (source in ('active', 'rated', 'links', 'ocop')), -- what the program counts for it
  is_ended boolean not null default false,
  is_demo boolean not null default false,
  version int not null default 1,
  primary key (unit_id, id)
);
create index on rural_criteria (unit_id, position) where not is_ended;

create table rural_evidence (
  unit_id uuid not null references units,
  year int not null check (year between 2000 and 2100),
  criterion_id uuid not null, -- of the province, or of those that come with the program
  state text not null check (state in ('met', 'not_met', 'unknown')),
  note text,
  entered_on date not null,
  entered_by uuid not null references accounts,
  entered_words text not null,
  is_demo boolean not null default false,
  version int not null default 1,
  primary key (unit_id, year, criterion_id)
);

alter table rural_criteria enable row level security;
alter table rural_evidence enable row level security;

-- The standing agency's own province; communes read what is fixed above them.
create policy readers on rural_criteria for select using (unit_id in (select acting_area())
  or unit_id in (select lending_units()));
create policy kept on rural_criteria using (unit_id in (select unit_id from own_units)
    and (select role from signed_in) = 'standing')
  with check (unit_id in (select unit_id from own_units) and (select role from signed_in) = 'standing');
grant select, insert, update on rural_criteria to hopluc_app;

create policy readers on rural_evidence for select using (unit_id in (select acting_area()));
create policy kept on rural_evidence using (unit_id in (select unit_id from own_commune)
    and (select role from signed_in) in ('officer', 'leader', 'clerk'))
  with check (unit_id in (select unit_id from own_commune) and entered_by = (select account_id from signed_in)
    and (select role from signed_in) in ('officer', 'leader', 'clerk'));
grant select, insert, update on rural_evidence to hopluc_app;
