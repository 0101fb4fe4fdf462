-- An act by which units and agencies are merged, split, renamed or ended, under a decision's number.
-- Its plan is what was chosen and answered, its report what moved. Nothing of the past is rewritten.
create table reorganisations (
  id uuid primary key,
  act text not null check (act <> ''), -- Nghị quyết số 1668/NQ-UBTVQH15
  decided_on date,
  on_day date not null, -- the first day on which it holds
  title text not null check (title <> ''),
  document_id uuid references documents,
  state text not null default 'draft' check (state in ('draft', 'applying', 'applied', 'undoing', 'undone')),
  plan jsonb not null,
  report jsonb,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  check ((state in ('applied', 'undoing', 'undone')) <= (applied_at is not null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index on reorganisations (on_day, id);
create index on reorganisations (document_id);

-- What an act did, row by row and in order, so that it can be undone from the last to the first.
create table reorganisation_effects (
  reorganisation_id uuid not null references reorganisations,
  seq int not null,
  module text not null,
  subject_id uuid not null,
  effect jsonb not null,
  primary key (reorganisation_id, seq)
);
create index on reorganisation_effects (subject_id);

-- A part passes over with the share that the act states (of people or of land, as it says); none
-- stated is not a half: it stays unknown until somebody states it.
alter table unit_successions
  add column share numeric(12, 10) check (share > 0 and share <= 1),
  add column is_estimate boolean not null default false, -- the share is not the act's own
  add column reorganisation_id uuid references reorganisations,
  add check (is_whole <= (share is null or share = 1));
create index on unit_successions (reorganisation_id);
alter table agency_successions
  add column duty text not null default '' , -- which duty passed over, where not all: đăng ký HTX
  add column reorganisation_id uuid references reorganisations;
create index on agency_successions (reorganisation_id);

-- "On the boundaries of day D" is one join: on which days what `origin_id` stated belongs to `unit_id`,
-- and with which share; null where a split states none. A unit belongs wholly to itself while it is, to
-- everything above it, and after its end to its successors and to all that is above these. Whole again
-- where all its parts come together. Kept by refresh_unit_parts().
create table unit_parts (
  origin_id uuid not null references units,
  unit_id uuid not null references units,
  from_on date not null,
  until_on date not null,
  share numeric(12, 10),
  is_estimate boolean not null default false,
  primary key (unit_id, origin_id, from_on)
);
create index on unit_parts (origin_id);

do $$
declare one text;
begin
  foreach one in array array['reorganisations', 'reorganisation_effects', 'unit_parts']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
  end loop;
end $$;
-- What is applied is public knowledge inside; drafts and the single effects are the administrator's.
create policy applied on reorganisations for select
  using (exists (select from signed_in) and state in ('applied', 'undoing', 'undone'));
create policy to_all on unit_parts for select using (exists (select from signed_in));

-- The register's narrow part: who it is and where it lies. A merger of units adds a place, never
-- another entity. Everything else about an entity belongs to the registry.
create table entities (
  id uuid primary key,
  kind text not null check (kind in ('group', 'cooperative', 'union', 'credit_fund')),
  name text not null check (name <> ''),
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  is_demo boolean not null default false,
  version int not null default 1,
  folded text generated always as (folded(name)) stored
);
create index on entities using gin (folded gin_trgm_ops);

create table entity_places (
  entity_id uuid not null references entities,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  unit_id uuid not null references units,
  address text,
  reorganisation_id uuid references reorganisations,
  primary key (entity_id, from_on),
  exclude using gist (entity_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index on entity_places (unit_id, from_on);
create index on entity_places (reorganisation_id);

-- Figures: one narrow fact with its versions. An average or a ratio is stored by its two sums, for
-- these are what adds up. Missing is no row; "không có số" is a row without a value.
create table indicators (
  id uuid primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  measure text not null check (measure <> ''), -- người, triệu đồng, %
  adds_up text not null check (adds_up in ('sum', 'mean', 'ratio', 'latest')),
  version int not null default 1
);

create table periods (
  id int generated always as identity primary key,
  kind text not null check (kind in ('day', 'month', 'quarter', 'half', 'nine_months', 'year')),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  unique (kind, from_on)
);

-- Combinations of breakdowns, interned: {"kind": "cooperative", "sex": "female"}. 0 is the total.
create table breakdowns (
  id int generated by default as identity primary key,
  parts jsonb not null unique
);
insert into breakdowns (id, parts) values (0, '{}');
select setval(pg_get_serial_sequence('breakdowns', 'id'), 1, false);

create table figures (
  unit_id uuid not null, -- who stated it, or in whose area the entity lay when it did
  entity_id uuid not null default '00000000-0000-0000-0000-000000000000', -- none: the unit itself
  indicator_id uuid not null,
  year smallint not null,
  period_id int not null,
  breakdown_id int not null default 0,
  seq int not null default 1 check (seq > 0), -- its versions: the highest holds
  is_last boolean not null default true,
  value numeric, -- of a mean or a ratio the numerator
  weight numeric, -- of a mean or a ratio the denominator
  state text not null check (state in ('stated', 'checked', 'published')),
  source jsonb not null,
  stated_by uuid not null,
  stated_at timestamptz not null default now(),
  primary key (unit_id, indicator_id, year, period_id, breakdown_id, entity_id, seq)
) partition by range (year);
create table figures_before partition of figures for values from (minvalue) to (2016);
do $$
begin
  for year in 2016..2035 loop
    execute format('create table figures_%s partition of figures for values from (%s) to (%s)', year, year, year + 1);
  end loop;
end $$;
create table figures_after partition of figures for values from (2036) to (maxvalue);
-- Every cell has one version that holds.
create unique index on figures (unit_id, indicator_id, year, period_id, breakdown_id, entity_id) where is_last;
create index on figures (indicator_id, period_id, breakdown_id, unit_id) include (value, weight) where is_last;
create index on figures (entity_id, indicator_id, period_id) where is_last;

-- Only through the parent: a partition alone is granted to nobody.
do $$
declare one text;
begin
  foreach one in array array['entities', 'entity_places', 'indicators', 'periods', 'breakdowns']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update on %I to hopluc_app', one);
  end loop;
  for one in select inhrelid::regclass::text from pg_inherits where inhparent = 'figures'::regclass
  loop
    execute format('alter table %I enable row level security', one);
  end loop;
end $$;
create policy to_all on indicators for select using (exists (select from signed_in));
create policy to_all on periods for select using (exists (select from signed_in));
create policy to_all on breakdowns for select using (exists (select from signed_in));

-- Units that the acting post works in: those of its agency and of the one it acts for, with all these
-- came from; a unit's own people read its register and its figures. A view reads with its owner's rights.
create view own_units as
select distinct v.unit_id from scope_agencies s join acting using (account_id, post_id)
join agency_versions v on v.agency_id = s.agency_id
where acting.today between s.from_on and s.until_on and acting.role is distinct from 'admin';
grant select on own_units to hopluc_app, hopluc_jobs;

create policy in_scope on entity_places for select using (
  unit_id in (select unit_id from visible_units) or unit_id in (select unit_id from own_units));
create policy in_scope on entities for select using (
  exists (select from entity_places p where p.entity_id = entities.id));

alter table figures enable row level security;
create policy in_scope on figures for select using (
  unit_id in (select unit_id from visible_units) or unit_id in (select unit_id from own_units));
create policy own on figures for insert with check (
  unit_id in (select unit_id from own_units) and stated_by = (select account_id from signed_in));
grant select, insert on figures to hopluc_app;
