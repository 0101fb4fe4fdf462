-- Report forms, the rounds that ask for them, and the returns that answer, cell by cell. A return is its
-- unit's until it is sent; accepting one writes its figures. Large tables lead their keys with the unit.
create table report_forms (
  id uuid primary key,
  owner_id uuid not null references agencies,
  code text not null check (code <> ''), -- Biểu số
  name text not null check (name <> ''),
  is_retired boolean not null default false,
  is_demo boolean not null default false,
  version int not null default 1
);
create index on report_forms (owner_id);

create table report_form_versions (
  form_id uuid not null references report_forms,
  no int not null check (no > 0),
  definition jsonb not null, -- sections and checks: shared/src/report-forms.ts
  is_frozen boolean not null default false, -- a round uses it
  note text,
  made_by uuid not null,
  by_words text not null,
  made_at timestamptz not null default now(),
  primary key (form_id, no)
);

create table rounds (
  id uuid primary key,
  form_id uuid not null,
  form_no int not null,
  period_id int not null references periods,
  unit_id uuid not null references units, -- the area; of agencies by name the receiver's own
  level text check (level in ('nation', 'province', 'district', 'commune')), -- null: agencies by name
  receiver_id uuid not null references agencies, -- who asks and accepts
  checker_id uuid references agencies, -- the second line
  parent_id uuid references rounds,
  title text not null check (title <> ''),
  opens_on date not null,
  cutoff_on date not null,
  estimate_on date not null,
  deadlines jsonb not null, -- [{"level": "commune", "dueOn": "2026-06-16"}]
  check_due_on date,
  paper text, -- Báo cáo số …
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  is_demo boolean not null default false,
  version int not null default 1,
  foreign key (form_id, form_no) references report_form_versions
);
create index on rounds (form_id, form_no);
create index on rounds (receiver_id, cutoff_on);
create index on rounds (cutoff_on, id);
create index on rounds (unit_id);
create index on rounds (checker_id) where checker_id is not null;
create index on rounds (parent_id) where parent_id is not null;
create index on rounds (period_id);

create table returns (
  id uuid primary key,
  round_id uuid not null references rounds,
  unit_id uuid not null references units,
  agency_id uuid not null references agencies,
  receiver_id uuid not null references agencies,
  checker_id uuid references agencies,
  state text not null default 'open' check (state in ('open', 'with_leader', 'sent', 'returned', 'accepted')),
  check_state text check (check_state in ('waiting', 'checked', 'remarked')),
  due_on date not null,
  check_due_on date,
  correction jsonb, -- under way: {"number": …, "on": …, "reason": …}
  presented_words text, -- who drafted
  sent_at timestamptz,
  sent_words text, -- who approved
  accepted_at timestamptz,
  reminded_on date,
  is_demo boolean not null default false,
  version int not null default 1,
  unique (round_id, agency_id),
  -- one that was accepted opens again for a correction alone
  check (accepted_at is null or state = 'accepted' or correction is not null),
  check ((checker_id is null) = (check_state is null))
);
create index on returns (unit_id, round_id);
create index on returns (agency_id, state);
create index on returns (receiver_id, state);
create index on returns (checker_id, check_state) where checker_id is not null;

create table return_cells (
  unit_id uuid not null,
  return_id uuid not null references returns,
  entity_id uuid not null default '00000000-0000-0000-0000-000000000000', -- none: the unit, or its groups
  indicator_id uuid not null,
  breakdown_id int not null default 0,
  version int not null default 1,
  value numeric, -- as typed: of a mean the mean
  weight numeric, -- of a mean its denominator, settled when it is sent
  is_none boolean not null default false,
  is_same boolean not null default false,
  source text check (source in ('entity', 'self', 'estimate', 'register', 'paper', 'sum')),
  reason text,
  client uuid, -- who wrote it last, by the count of that browser
  n int,
  stated_by uuid not null,
  by_words text not null,
  stated_at timestamptz not null,
  is_accepted boolean not null default false, -- and with what:
  accepted_value numeric,
  accepted_none boolean not null default false,
  corrected jsonb, -- by the last correction: {"value": …, "isNone": …, "number": …, "on": …, "reason": …}
  primary key (unit_id, return_id, entity_id, indicator_id, breakdown_id),
  check (not is_none or value is null)
);

create table return_texts (
  unit_id uuid not null,
  return_id uuid not null references returns,
  key text not null,
  text text not null,
  version int not null default 1,
  client uuid,
  n int,
  stated_by uuid not null,
  by_words text not null,
  stated_at timestamptz not null,
  primary key (unit_id, return_id, key)
);

-- What a browser sent, by its own count, with what was answered: sent again it is answered the same.
create table return_clients (
  unit_id uuid not null,
  return_id uuid not null references returns,
  client uuid not null,
  n int not null check (n > 0),
  answer jsonb not null,
  taken_at timestamptz not null,
  primary key (unit_id, return_id, client, n)
);

-- What a cooperative fills in of its own row; the unit takes it over or not.
create table return_offers (
  unit_id uuid not null,
  return_id uuid not null references returns,
  entity_id uuid not null references entities,
  indicator_id uuid not null,
  breakdown_id int not null,
  value numeric,
  is_none boolean not null default false,
  is_taken boolean not null default false,
  offered_by uuid not null,
  by_words text not null,
  offered_at timestamptz not null,
  primary key (unit_id, return_id, entity_id, indicator_id, breakdown_id)
);
create index on return_offers (entity_id);

create table return_invites (
  unit_id uuid not null,
  return_id uuid not null references returns,
  entity_id uuid not null references entities,
  invited_on date not null,
  primary key (unit_id, return_id, entity_id)
);
create index on return_invites (entity_id);

create table return_remarks (
  id uuid primary key,
  unit_id uuid not null,
  return_id uuid not null references returns,
  line text not null check (line in ('leader', 'receiver', 'checker')),
  entity_id uuid, -- with the next two: the cell; none of the three: the whole
  indicator_id uuid,
  breakdown_id int,
  text text not null check (text <> ''),
  is_answered boolean not null default false,
  made_by uuid not null,
  by_words text not null,
  made_at timestamptz not null,
  check (num_nonnulls(entity_id, indicator_id, breakdown_id) in (0, 3))
);
create index on return_remarks (unit_id, return_id);

create table return_events (
  unit_id uuid not null,
  return_id uuid not null references returns,
  seq int not null,
  action text not null,
  text text,
  details jsonb not null default '{}',
  file_id uuid references files,
  made_by uuid not null,
  by_words text not null,
  made_at timestamptz not null,
  primary key (unit_id, return_id, seq)
);
create index on return_events (file_id) where file_id is not null;

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view readable_returns as
select id from returns where agency_id in (select acting_agencies()) or receiver_id in (select acting_agencies())
  or checker_id in (select acting_agencies()) or unit_id in (select acting_units());
-- What a unit has not sent is its own.
create view readable_return_contents as
select id from returns where agency_id in (select acting_agencies())
  or state in ('sent', 'returned', 'accepted') and (receiver_id in (select acting_agencies())
    or checker_id in (select acting_agencies()) or unit_id in (select acting_units()));
create view own_return_ids as
select id from returns where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'clerk', 'standing');
create view editable_returns as
select id from returns where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'clerk', 'standing')
  and (state in ('open', 'returned') or state = 'with_leader' and (select role from signed_in) = 'leader');
create view received_returns as
select id, state from returns where receiver_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate');
create view checked_returns as
select id, state from returns where checker_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader');
create view readable_rounds as
select id, form_id from rounds where receiver_id in (select acting_agencies())
  or checker_id in (select acting_agencies()) or unit_id in (select acting_units())
  or exists (select from returns r where r.round_id = rounds.id and r.agency_id in (select acting_agencies()));
grant select on readable_returns, readable_return_contents, own_return_ids, editable_returns, received_returns,
  checked_returns, readable_rounds to hopluc_app, hopluc_jobs;

alter table report_forms enable row level security;
create policy readers on report_forms for select using (owner_id in (select acting_agencies())
  or exists (select from readable_rounds r where r.form_id = report_forms.id));
create policy made on report_forms for insert with check (owner_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on report_forms for update using (owner_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on report_forms to hopluc_app;
grant update (code, name, is_retired, version) on report_forms to hopluc_app;

alter table report_form_versions enable row level security;
create policy readers on report_form_versions for select using (
  exists (select from report_forms f where f.id = form_id));
create policy made on report_form_versions for insert with check (made_by = (select account_id from signed_in)
  and exists (select from report_forms f where f.id = form_id and f.owner_id in (select acting_agencies())));
-- What a round uses is never changed.
create policy changed on report_form_versions for update using (not is_frozen
    and exists (select from report_forms f where f.id = form_id and f.owner_id in (select acting_agencies())))
  with check (exists (select from report_forms f where f.id = form_id and f.owner_id in (select acting_agencies())));
grant select, insert on report_form_versions to hopluc_app;
grant update (definition, is_frozen, note, made_by, by_words, made_at) on report_form_versions to hopluc_app;

alter table rounds enable row level security;
create policy readers on rounds for select using (receiver_id in (select acting_agencies())
  or checker_id in (select acting_agencies()) or unit_id in (select acting_units())
  or id in (select round_id from returns where agency_id in (select acting_agencies())));
create policy opened on rounds for insert with check (opened_by = (select account_id from signed_in)
  and receiver_id in (select acting_agencies()) and unit_id in (select acting_area())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on rounds for update using (receiver_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on rounds to hopluc_app;
grant update (title, deadlines, check_due_on, paper, state, version) on rounds to hopluc_app;

alter table returns enable row level security;
create policy readers on returns for select using (agency_id in (select acting_agencies())
  or receiver_id in (select acting_agencies()) or checker_id in (select acting_agencies())
  or unit_id in (select acting_units()));
create policy asked on returns for insert with check (state = 'open' and correction is null
  and receiver_id in (select acting_agencies()) and unit_id in (select acting_area())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
-- The unit's own: what leaves an agency whose leader approves leaves with the leader.
create policy by_unit on returns for update using (agency_id in (select acting_agencies())
    and (select role from signed_in) in ('officer', 'leader', 'clerk', 'standing'))
  with check (agency_id in (select acting_agencies()) and (state in ('open', 'with_leader')
    or state = 'sent' and ((select role from signed_in) = 'leader' or not exists (
      select from agency_versions v, acting a where v.agency_id = returns.agency_id and v.needs_approval
        and a.today between v.from_on and v.until_on))));
-- Who asked gives back; accepting and moving days are functions.
create policy by_receiver on returns for update using (state = 'sent' and receiver_id in (select acting_agencies())
    and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate'))
  with check (state = 'returned' and receiver_id in (select acting_agencies()));
create policy by_checker on returns for update using (checker_id in (select acting_agencies())
    and (select role from signed_in) in ('officer', 'leader') and state in ('sent', 'accepted'))
  with check (checker_id in (select acting_agencies()) and state in ('sent', 'accepted'));
grant select, insert on returns to hopluc_app;
grant update (state, check_state, correction, presented_words, sent_at, sent_words, version) on returns to hopluc_app;

do $$
declare one text;
begin
  foreach one in array array['return_cells', 'return_texts']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy readers on %I for select using (
      exists (select from readable_return_contents r where r.id = return_id))', one);
    execute format('create policy stated on %I for insert with check (
      stated_by = (select account_id from signed_in) and exists (select from editable_returns r where r.id = return_id))', one);
    execute format('create policy changed on %I for update using (
      exists (select from editable_returns r where r.id = return_id))', one);
  end loop;
end $$;
grant select on return_cells, return_texts to hopluc_app;
grant insert, update on return_texts to hopluc_app;
-- What was accepted is written by accepting alone.
grant insert (unit_id, return_id, entity_id, indicator_id, breakdown_id, version, value, weight, is_none, is_same,
  source, reason, client, n, stated_by, by_words, stated_at) on return_cells to hopluc_app;
grant update (version, value, weight, is_none, is_same, source, reason, client, n, stated_by, by_words, stated_at)
  on return_cells to hopluc_app;

alter table return_clients enable row level security;
create policy own on return_clients for select using (exists (select from own_return_ids r where r.id = return_id));
create policy taken on return_clients for insert with check (
  exists (select from editable_returns r where r.id = return_id));
grant select, insert on return_clients to hopluc_app;

alter table return_invites enable row level security;
create policy readers on return_invites for select using (entity_id in (select id from own_entities)
  or exists (select from own_return_ids r where r.id = return_id));
create policy invited on return_invites for insert with check (
  exists (select from editable_returns r where r.id = return_id)
  and exists (select from kept_entities k where k.id = entity_id));
create policy again on return_invites for update using (exists (select from editable_returns r where r.id = return_id));
grant select, insert on return_invites to hopluc_app;
grant update (invited_on) on return_invites to hopluc_app;

-- An entity's own people fill its row while the unit has it open and asked for it.
create function is_open_for_own(wanted uuid, entity uuid) returns boolean
language sql stable security definer set search_path = public
return exists (select from returns r join return_invites i on i.unit_id = r.unit_id and i.return_id = r.id
  where r.id = wanted and i.entity_id = entity and r.state in ('open', 'returned')
    and i.entity_id in (select id from own_entities));
revoke execute on function is_open_for_own(uuid, uuid) from public;
grant execute on function is_open_for_own(uuid, uuid) to hopluc_app;

alter table return_offers enable row level security;
create policy readers on return_offers for select using (entity_id in (select id from own_entities)
  or exists (select from own_return_ids r where r.id = return_id));
create policy offered on return_offers for insert with check (not is_taken
  and offered_by = (select account_id from signed_in) and is_open_for_own(return_id, entity_id));
create policy again on return_offers for update using (is_open_for_own(return_id, entity_id))
  with check (not is_taken and offered_by = (select account_id from signed_in));
create policy taken on return_offers for update using (exists (select from editable_returns r where r.id = return_id));
grant select, insert on return_offers to hopluc_app;
grant update (value, is_none, is_taken, offered_by, by_words, offered_at) on return_offers to hopluc_app;

alter table return_remarks enable row level security;
create policy readers on return_remarks for select using (case when line = 'leader'
  then exists (select from own_return_ids r where r.id = return_id)
  else exists (select from readable_return_contents r where r.id = return_id) end);
create policy made on return_remarks for insert with check (made_by = (select account_id from signed_in)
  and case line
    when 'leader' then (select role from signed_in) = 'leader'
      and exists (select from own_return_ids r where r.id = return_id)
    when 'receiver' then exists (select from received_returns r where r.id = return_id and r.state in ('sent', 'returned'))
    else exists (select from checked_returns r where r.id = return_id and r.state in ('sent', 'accepted')) end);
create policy answered on return_remarks for update using (exists (select from own_return_ids r where r.id = return_id));
grant select, insert on return_remarks to hopluc_app;
grant update (is_answered) on return_remarks to hopluc_app;

alter table return_events enable row level security;
create policy readers on return_events for select using (exists (select from readable_returns r where r.id = return_id));
create policy recorded on return_events for insert with check (made_by = (select account_id from signed_in)
  and exists (select from readable_returns r where r.id = return_id)
  and (exists (select from own_return_ids r where r.id = return_id)
    or exists (select from received_returns r where r.id = return_id)
    or exists (select from checked_returns r where r.id = return_id)));
grant select, insert on return_events to hopluc_app;

-- Takes a return that was sent: what differs from the figures that hold becomes their next version, in
-- two statements however many cells there are, and the sums above are marked to be made anew. Who accepts
-- keeps nothing of that unit, hence the owner's rights; what is taken is what the unit itself sent.
create function accept_return(wanted uuid, words text, at timestamptz) returns int
language plpgsql security definer set search_path = public as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  one record;
  taken int;
begin
  select r.*, o.period_id, extract(year from p.from_on)::smallint as year, o.title, o.is_demo as is_made_up
    into one from returns r join rounds o on o.id = r.round_id join periods p on p.id = o.period_id
    where r.id = wanted and r.state = 'sent' and exists (select from received_returns m where m.id = wanted)
    for update of r;
  if not found then return -1; end if;
  update figures f set is_last = false
  from return_cells c
  where c.unit_id = one.unit_id and c.return_id = wanted and (c.value is not null or c.is_none)
    and f.is_last and f.year = one.year and f.period_id = one.period_id and f.entity_id = c.entity_id
    and f.indicator_id = c.indicator_id and f.breakdown_id = c.breakdown_id
    and (f.unit_id = one.unit_id or c.entity_id <> nobody)
    and (f.value is distinct from c.value * coalesce(c.weight, 1) or f.weight is distinct from
      case when c.is_none then null else c.weight end or f.state = 'stated');
  insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value, weight, state,
    source, stated_by, stated_at)
  select coalesce(b.unit_id, one.unit_id), c.entity_id, c.indicator_id, one.year, one.period_id, c.breakdown_id,
    coalesce(b.seq, 0) + 1, c.value * coalesce(c.weight, 1), case when c.is_none then null else c.weight end, 'checked',
    jsonb_strip_nulls(jsonb_build_object('from', 'return', 'returnId', wanted, 'title', one.title,
      'said', c.source, 'note', c.reason, 'statedWords', c.by_words, 'statedAt', c.stated_at,
      'approvedWords', one.sent_words, 'sentAt', one.sent_at, 'acceptedWords', words, 'acceptedAt', at,
      'isDemo', case when one.is_made_up then true end,
      'correction', case when c.is_accepted then one.correction
        || jsonb_build_object('old', c.accepted_value, 'wasNone', c.accepted_none) end)),
    c.stated_by, at
  from return_cells c
  left join lateral (
    select f.unit_id, f.seq from figures f
    where f.year = one.year and f.period_id = one.period_id and f.entity_id = c.entity_id
      and f.indicator_id = c.indicator_id and f.breakdown_id = c.breakdown_id
      and (f.unit_id = one.unit_id or c.entity_id <> nobody)
    order by f.seq desc limit 1) b on true
  where c.unit_id = one.unit_id and c.return_id = wanted and (c.value is not null or c.is_none)
    and not exists (select from figures f
      where f.is_last and f.year = one.year and f.period_id = one.period_id and f.entity_id = c.entity_id
        and f.indicator_id = c.indicator_id and f.breakdown_id = c.breakdown_id
        and (f.unit_id = one.unit_id or c.entity_id <> nobody));
  get diagnostics taken = row_count;
  update return_cells c set is_accepted = true, accepted_value = c.value, accepted_none = c.is_none,
    corrected = case when c.is_accepted and one.correction is not null
        and (c.accepted_value is distinct from c.value or c.accepted_none <> c.is_none)
      then one.correction || jsonb_build_object('value', c.accepted_value, 'isNone', c.accepted_none)
      else c.corrected end
  where c.unit_id = one.unit_id and c.return_id = wanted and (c.value is not null or c.is_none);
  update returns set state = 'accepted', accepted_at = at, correction = null, version = version + 1 where id = wanted;
  perform mark_sums_stale(one.unit_id, one.period_id);
  return taken;
end $$;

-- A correction that is given up: what was accepted stands again.
create function drop_correction(wanted uuid) returns boolean
language plpgsql security definer set search_path = public as $$
declare unit uuid;
begin
  update returns r set state = 'accepted', correction = null, version = version + 1
  where r.id = wanted and r.state in ('open', 'returned') and r.accepted_at is not null
    and exists (select from own_return_ids o where o.id = wanted) returning r.unit_id into unit;
  if not found then return false; end if;
  update return_cells c set value = c.accepted_value, is_none = c.accepted_none, version = c.version + 1,
    client = null, n = null
  where c.unit_id = unit and c.return_id = wanted and c.is_accepted
    and (c.value is distinct from c.accepted_value or c.is_none <> c.accepted_none);
  update return_cells c set value = null, is_none = false, version = c.version + 1, client = null, n = null
  where c.unit_id = unit and c.return_id = wanted and not c.is_accepted and (c.value is not null or c.is_none);
  return true;
end $$;

-- Those of a round that have not sent are reminded, once a day each; answers which.
create function remind_returns(wanted uuid, chosen uuid[]) returns setof uuid
language sql security definer set search_path = public
begin atomic
  update returns r set reminded_on = a.today from acting a
  where r.round_id = wanted and (chosen is null or r.id = any (chosen)) and r.state in ('open', 'with_leader', 'returned')
    and r.reminded_on is distinct from a.today and exists (select from received_returns m where m.id = r.id)
  returning r.id;
end;
-- New days of a round hold for those that have not sent.
create function move_return_days(wanted uuid) returns void
language sql security definer set search_path = public
begin atomic
  update returns r set check_due_on = o.check_due_on, due_on = case
      when r.state in ('open', 'with_leader', 'returned') then coalesce((
        select (d ->> 'dueOn')::date from jsonb_array_elements(o.deadlines) d
        where d ->> 'level' = coalesce(o.level, 'department')), r.due_on)
      else r.due_on end
  from rounds o
  where o.id = wanted and r.round_id = o.id and exists (select from received_returns m where m.id = r.id);
end;

-- What an entity's own people see of the returns in which its row stands: nothing of the others' rows.
create function own_returns() returns table (return_id uuid, unit_id uuid, round_id uuid, entity_id uuid,
  entity_name text, title text, form_id uuid, form_no int, form_code text, form_name text, period_id int,
  due_on date, cutoff_on date, estimate_on date, is_open boolean)
language sql stable security definer set search_path = public
begin atomic
  select r.id, r.unit_id, o.id, e.id, e.name, o.title, f.id, o.form_no, f.code, f.name, o.period_id, r.due_on,
    o.cutoff_on, o.estimate_on, r.state in ('open', 'returned')
  from own_entities w join entities e on e.id = w.id
  join return_invites i on i.entity_id = e.id
  join returns r on r.unit_id = i.unit_id and r.id = i.return_id
  join rounds o on o.id = r.round_id join report_forms f on f.id = o.form_id;
end;
create function own_return_definition(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
return (select v.definition from own_returns() o
  join report_form_versions v on v.form_id = o.form_id and v.no = o.form_no where o.return_id = wanted limit 1);
revoke execute on function accept_return(uuid, text, timestamptz), drop_correction(uuid), own_returns(),
  own_return_definition(uuid), remind_returns(uuid, uuid[]), move_return_days(uuid) from public;
grant execute on function accept_return(uuid, text, timestamptz), drop_correction(uuid), own_returns(),
  own_return_definition(uuid), remind_returns(uuid, uuid[]), move_return_days(uuid) to hopluc_app;

create policy of_return on file_links for select
  using (subject_kind = 'return' and exists (select from readable_return_contents r where r.id = subject_id));
create policy to_own_return on file_links for insert
  with check (subject_kind = 'return' and exists (select from own_return_ids r where r.id = subject_id));

-- Who reads a return or its round reads what was done to it.
create or replace function reads_record(wanted uuid) returns boolean
language sql stable set search_path = public
return exists (select from tasks where id = wanted)
  or exists (select from documents where id = wanted)
  or exists (select from meetings where id = wanted)
  or exists (select from readings where id = wanted)
  or exists (select from units where id = wanted)
  or exists (select from inspections where id = wanted)
  or exists (select from programmes where id = wanted)
  or exists (select from reorganisations where id = wanted)
  or exists (select from readable_return_contents r where r.id = wanted)
  or exists (select from rounds where id = wanted)
  or exists (select from report_forms where id = wanted);

-- The people of a unit and of who asked it are told of a return; a cooperative's own of its row.
alter table notices drop constraint notices_subject_kind_check;
alter table notices add constraint notices_subject_kind_check check (subject_kind in
  ('task', 'document', 'meeting', 'reading', 'committee', 'digest', 'reorganisation', 'entity', 'register', 'return'));
create or replace function is_concerned(person uuid, kind text, subject uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  bodies uuid[] := case
    -- of nothing that is kept yet: colleagues
    when subject is null then array(select agency_id from visible_agencies)
    when kind = 'task' then array(
      select unnest(array[issuer_id, lead_id]) from tasks where id = subject
      union all select agency_id from task_parties where task_id = subject)
    when kind = 'document' then array(
      select owner_id from documents where id = subject
      union all select agency_id from document_readers where document_id = subject)
    when kind = 'meeting' then array(
      select agency_id from meetings where id = subject
      union all select agency_id from meeting_attendees where meeting_id = subject)
    when kind = 'reading' then array(select owner_id from readings where id = subject)
    when kind = 'committee' then array( -- a body, or the unit that has to have one
      select agency_id from agency_versions where agency_id = subject or unit_id = subject)
    when kind = 'entity' then array(
      select agency_id from entities where id = subject and agency_id is not null
      union all select v.agency_id from agency_versions v
        join entity_places p on p.unit_id = v.unit_id and p.entity_id = subject)
    when kind = 'register' then array(select agency_id from agency_versions where unit_id = subject)
    when kind = 'return' then array(
      select unnest(array[agency_id, receiver_id, checker_id]) from returns where id = subject
      union all select e.agency_id from return_invites i join entities e on e.id = i.entity_id
        where i.return_id = subject and e.agency_id is not null)
  end;
begin
  return exists (
    select from scope_agencies s join acting on acting.today between s.from_on and s.until_on
    where s.account_id = person and s.agency_id = any (bodies));
end $$;
create or replace function may_tell(person uuid, kind text, subject uuid) returns boolean
language plpgsql stable set search_path = public as $$
begin
  return person = (select account_id from acting) or is_concerned(person, kind, subject) and case
    when subject is null then kind <> 'digest'
    when kind = 'task' then exists (select from tasks where id = subject)
    when kind = 'document' then exists (select from documents where id = subject)
    when kind = 'meeting' then exists (select from meetings where id = subject)
    when kind = 'reading' then exists (select from readings where id = subject)
    when kind = 'committee' then subject in (
      select agency_id from visible_agencies union all select unit_id from visible_units)
    when kind = 'entity' then exists (select from own_entities where id = subject)
      or exists (select from kept_entities where id = subject)
    when kind = 'register' then subject in (select kept_units())
    when kind = 'return' then exists (select from readable_returns where id = subject)
    else false end;
end $$;
