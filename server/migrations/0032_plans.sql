-- Plans with their targets: the words of the document, what they aim at, how it is counted; handed down
-- to units, registered by them; and what was asked of whom when a target is going to be missed.
create table plans (
  id uuid primary key,
  body_id uuid not null references agencies, -- the committee or office whose plan it is
  unit_id uuid not null references units, -- for whose area
  kind text not null check (kind in ('period', 'year')),
  title text not null check (title <> ''),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  state text not null default 'draft' check (state in ('draft', 'registering', 'submitted', 'issued')),
  document_id uuid references documents, -- the plan as a paper
  bases text, -- what it rests on and is no paper of the register
  note text,
  register_by date, -- until when units say what they take on
  parent_id uuid references plans, -- of a year: the plan of the period that it carries out
  opened_on date,
  submitted_on date,
  number text, -- number and symbol of the issued plan
  issued_on date,
  issued_by uuid references accounts,
  version int not null default 1,
  is_demo boolean not null default false,
  created_by uuid not null references accounts,
  check ((state = 'issued') = (issued_on is not null)),
  check (parent_id <> id)
);
create index on plans (body_id, until_on);
create index on plans (unit_id, until_on);
create index on plans (document_id) where document_id is not null;
create index on plans (parent_id) where parent_id is not null;

create table targets (
  id uuid primary key,
  plan_id uuid not null references plans,
  parent_id uuid references targets, -- "trong đó …"
  position int not null,
  words text not null check (words <> ''), -- as the document words it
  quote text, -- the sentence in which it stands
  start_at int, -- where, in the text of the plan's paper
  end_at int,
  measure text not null check (measure <> ''), -- HTX, %, triệu đồng
  expression jsonb not null,
  counted jsonb not null, -- by the register, by a figure, a share of a whole; or not yet
  whole int, -- which of several wholes counts; null while the text leaves it open
  whole_note text,
  whole_on date,
  whole_by uuid references accounts,
  is_registered boolean not null default false, -- units register numbers for it
  lead_id uuid references agencies, -- who answers for it
  adjusted text, -- the paper by which it was changed after the issue
  version int not null default 1,
  is_demo boolean not null default false,
  check ((start_at is null) = (end_at is null)),
  check (parent_id <> id)
);
create index on targets (plan_id, position);
create index on targets (parent_id) where parent_id is not null;
create index on targets (lead_id) where lead_id is not null;

-- What each unit is given of it, from a day on; null from the day on which it was taken back.
create table target_allotments (
  target_id uuid not null references targets on delete cascade,
  unit_id uuid not null references units,
  on_day date not null,
  amount numeric,
  note text,
  primary key (target_id, unit_id, on_day)
);
create index on target_allotments (unit_id);

-- What a unit takes on itself, as it said on a day; 0: none. Nothing said yet is no row.
create table target_registrations (
  id uuid primary key,
  target_id uuid not null references targets on delete cascade,
  unit_id uuid not null references units,
  on_day date not null,
  amount numeric not null check (amount >= 0),
  note text,
  registered_by uuid not null references accounts,
  registered_words text not null,
  registered_at timestamptz not null,
  is_demo boolean not null default false,
  unique (target_id, unit_id, on_day)
);
create index on target_registrations (unit_id);

-- Which cooperatives it means; of one that is still to be founded its name.
create table target_subjects (
  id uuid primary key,
  registration_id uuid not null references target_registrations on delete cascade,
  entity_id uuid references entities,
  name text not null check (name <> ''),
  expected_on date,
  position int not null
);
create index on target_subjects (registration_id);
create index on target_subjects (entity_id) where entity_id is not null;

create table target_tasks (
  target_id uuid not null references targets,
  task_id uuid not null references tasks,
  kind text not null check (kind in ('explanation', 'action')),
  unit_id uuid references units, -- of whom it was asked
  asked_words text not null,
  on_day date not null,
  primary key (target_id, task_id)
);
create index on target_tasks (task_id);

-- Whose plans the acting post draws up: of the committee and office one works for; in a commune its own.
create function planned_bodies() returns setof uuid
language plpgsql stable security definer rows 10 cost 200 set search_path = public as $$
declare role text := nullif(current_setting('hopluc.role', true), '');
begin
  if role in ('standing', 'chair', 'delegate') then
    return query select acting_agencies();
  elsif role in ('officer', 'leader', 'clerk') then
    return query select o.agency_id from own_commune o
      union select c.agency_id from own_commune o
      join agency_versions c on c.unit_id = o.unit_id and c.kind = 'steering_committee';
  end if;
end $$;
-- Units whose plans one reads: one's own with what they came from, all above these, and all in reach.
create function plan_area() returns setof uuid
language plpgsql stable security definer rows 500 cost 400 set search_path = public as $$
begin
  if current_setting('hopluc.role', true) = 'cooperative' then return; end if;
  return query
  with recursive own (unit_id) as (
    select o.unit_id from own_units o
    union
    select s.from_id from own join unit_successions s on s.to_id = own.unit_id
  )
  select acting_units() union select o.unit_id from own o
  union select a.ancestor_id from own o join unit_ancestry a on a.descendant_id = o.unit_id;
end $$;
revoke execute on function planned_bodies(), plan_area() from public;
grant execute on function planned_bodies(), plan_area() to hopluc_app, hopluc_jobs;

alter table plans enable row level security;
-- A draft is its body's alone.
create policy in_scope on plans for select using (body_id in (select acting_agencies())
  or body_id in (select planned_bodies())
  or state <> 'draft' and unit_id in (select plan_area()));
create policy drawn_up on plans for insert with check (body_id in (select planned_bodies())
  and created_by = (select account_id from signed_in) and state = 'draft');
create policy kept on plans for update using (body_id in (select planned_bodies()))
  with check (body_id in (select planned_bodies()));
create policy dropped on plans for delete using (body_id in (select planned_bodies()) and state = 'draft');
grant select, insert, update, delete on plans to hopluc_app;

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view readable_plans as
select id from plans p where p.body_id in (select acting_agencies()) or p.body_id in (select planned_bodies())
  or p.state <> 'draft' and p.unit_id in (select plan_area());
create view kept_plans as select id from plans where body_id in (select planned_bodies());
create view readable_targets as
select t.id from targets t where exists (select from readable_plans r where r.id = t.plan_id);
create view kept_targets as
select t.id from targets t where exists (select from kept_plans k where k.id = t.plan_id);
-- Targets for which units may say what they take on.
create view open_targets as
select t.id from targets t join plans p on p.id = t.plan_id where p.state <> 'draft' and t.is_registered;
grant select on readable_plans, kept_plans, readable_targets, kept_targets to hopluc_app, hopluc_jobs;

alter table targets enable row level security;
create policy in_scope on targets for select using (exists (select from readable_plans r where r.id = plan_id));
create policy by_keeper on targets using (exists (select from kept_plans k where k.id = plan_id))
  with check (exists (select from kept_plans k where k.id = plan_id));
grant select, insert, update, delete on targets to hopluc_app;

alter table target_allotments enable row level security;
create policy of_target on target_allotments for select
  using (exists (select from readable_targets r where r.id = target_id));
create policy by_keeper on target_allotments using (exists (select from kept_targets k where k.id = target_id))
  with check (exists (select from kept_targets k where k.id = target_id));
grant select, insert, update, delete on target_allotments to hopluc_app;

alter table target_registrations enable row level security;
create policy of_target on target_registrations for select
  using (exists (select from readable_targets r where r.id = target_id));
-- A unit speaks for itself.
create function may_register(target uuid, unit uuid) returns boolean
language sql stable security definer set search_path = public
return exists (select from own_commune o where o.unit_id = unit)
  and exists (select from open_targets t where t.id = target)
  and exists (select from readable_targets r where r.id = target);
revoke execute on function may_register(uuid, uuid) from public;
grant execute on function may_register(uuid, uuid) to hopluc_app;
create policy own on target_registrations for insert with check (
  may_register(target_id, unit_id) and registered_by = (select account_id from signed_in));
create policy said_anew on target_registrations for update using (may_register(target_id, unit_id))
  with check (may_register(target_id, unit_id) and registered_by = (select account_id from signed_in));
grant select, insert, update on target_registrations to hopluc_app;

alter table target_subjects enable row level security;
create policy of_registration on target_subjects for select
  using (registration_id in (select id from target_registrations));
create view own_registrations as
select r.id from target_registrations r join own_commune o on o.unit_id = r.unit_id;
grant select on own_registrations to hopluc_app;
create policy own on target_subjects using (registration_id in (select id from own_registrations))
  with check (registration_id in (select id from own_registrations));
grant select, insert, delete on target_subjects to hopluc_app;

alter table target_tasks enable row level security;
create policy of_target on target_tasks for select
  using (exists (select from readable_targets r where r.id = target_id));
create policy by_keeper on target_tasks for insert
  with check (exists (select from kept_targets k where k.id = target_id));
create policy taken_off on target_tasks for delete
  using (exists (select from kept_targets k where k.id = target_id));
grant select, insert, delete on target_tasks to hopluc_app;

-- Whoever reads a plan reads its numbers, by unit: of other communes no more than how many. `units` are
-- those of its columns and its own.
create function readable_columns(units uuid[]) returns setof uuid
language sql stable security definer set search_path = public
begin atomic
  select distinct u from unnest(units) u
  join unit_ancestry a on a.descendant_id = u
  join plans p on p.unit_id = a.ancestor_id
  where exists (select from readable_plans r where r.id = p.id);
end;

-- One row a cooperative: since `from_day` for what happens, on `day` for what is there.
create function register_counts(rule text, kinds text[], units uuid[], from_day date, day date)
returns table (unit_id uuid, on_day date)
language sql stable security definer set search_path = public
begin atomic
  with columns as materialized (select u as id from readable_columns(units) u), happened as (
    select e.entity_id, min(e.on_day) as on_day from entity_events e join entities x on x.id = e.entity_id
    where e.kind = case rule when 'founded' then 'registered' when 'dissolved' then 'dissolved'
        when 'consolidated' then 'consolidated' when 'congress' then 'congress' end
      and e.voided_at is null and e.on_day between from_day and day
      and x.merged_into_id is null and x.kind = any (kinds)
    group by 1
  ), holds as (
    select s.entity_id, s.unit_id,
      (select min(c.issued_on) from entity_certificates c where c.entity_id = s.entity_id and c.kind = rule
        and c.issued_on <= day and coalesce(c.valid_until, '9999-12-31') >= day
        and coalesce(c.revoked_on, '9999-12-31') > day) as on_day
    from entity_spans s
    where day between s.from_on and s.until_on and s.is_live and s.kind = any (kinds)
      and (rule = 'active' and s.status = 'active' or rule in ('ocop', 'vietgap', 'organic', 'high_tech'))
  )
  select u.unit_id, h.on_day
  from happened h join entity_places p on p.entity_id = h.entity_id and h.on_day between p.from_on and p.until_on
  join unit_parts u on u.origin_id = p.unit_id and u.unit_id in (select id from columns)
    and day between u.from_on and u.until_on and h.on_day between u.stated_from and u.stated_until and u.share = 1
  union all
  select a.ancestor_id, h.on_day
  from holds h join unit_ancestry a on a.descendant_id = h.unit_id and day between a.from_on and a.until_on
    and a.ancestor_id in (select id from columns)
  where rule = 'active' or h.on_day is not null;
end;

-- What was stated by the day, on the boundaries of the day; what a unit states itself stands in place of
-- what its cooperatives did.
create function plan_figures(codes text[], units uuid[], day date)
returns table (code text, unit_id uuid, origin_id uuid, until_on date, kind text, is_estimate boolean,
  value numeric, weight numeric)
language sql stable security definer set search_path = public
begin atomic
  with columns as materialized (select u as id from readable_columns(units) u), stated as materialized (
    select i.code, u.unit_id, f.unit_id as origin_id, f.entity_id, p.until_on, p.kind,
      b.parts <> '{}' as is_estimate, f.value, f.weight
    from indicators i join figures f on f.indicator_id = i.id and f.is_last
    join periods p on p.id = f.period_id and p.kind <> 'day' and p.from_on <= day
    join breakdowns b on b.id = f.breakdown_id and b.parts in ('{}', '{"as": "estimate"}')
    join unit_parts u on u.origin_id = f.unit_id and u.unit_id in (select id from columns)
      and day between u.from_on and u.until_on and p.until_on between u.stated_from and u.stated_until and u.share = 1
    where i.code = any (codes) and f.stated_at < (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
  )
  select s.code, s.unit_id, s.origin_id, s.until_on, s.kind, s.is_estimate, sum(s.value), sum(s.weight)
  from stated s
  where s.entity_id = '00000000-0000-0000-0000-000000000000' or not exists (
    select from stated o where o.code = s.code and o.unit_id = s.unit_id and o.origin_id = s.origin_id
      and o.until_on = s.until_on and o.kind = s.kind and o.is_estimate = s.is_estimate
      and o.entity_id = '00000000-0000-0000-0000-000000000000')
  group by 1, 2, 3, 4, 5, 6;
end;
revoke execute on function readable_columns(uuid[]), register_counts(text, text[], uuid[], date, date),
  plan_figures(text[], uuid[], date) from public;
grant execute on function readable_columns(uuid[]), register_counts(text, text[], uuid[], date, date),
  plan_figures(text[], uuid[], date) to hopluc_app;
