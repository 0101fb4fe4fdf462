-- What committees do: who is in charge of what, inspections, the year's programme; which communes need
-- a committee; and the boards of an Alliance, which are bodies with decisions and members like them.

-- A board of an Alliance (BCH, BTV, Ban Kiểm tra) is an agency that is never given tasks. What a notice
-- is about may be a unit's committee.
do $$
declare one record;
begin
  for one in select * from (values
    ('agency_versions', 'agency_versions_kind_check', '''people_committee''::text', '''board''::text'),
    ('notices', 'notices_subject_kind_check', '''task''::text', '''committee''::text')
  ) as wanted (of_table, named, known, added)
  loop
    declare before text := (select pg_get_constraintdef(oid) from pg_constraint
      where conname = one.named and conrelid = one.of_table::regclass);
    begin
      execute format('alter table %I drop constraint %I, add constraint %I %s', one.of_table, one.named,
        one.named, replace(before, one.known, one.added || ', ' || one.known));
    end;
  end loop;
end $$;

-- The paper behind a decision, and the working regulation that goes with it.
alter table committee_versions
  add column document_id uuid references documents,
  add column regulation text check (regulation <> ''),
  add column regulation_id uuid references documents;
create index on committee_versions (document_id);
create index on committee_versions (regulation_id);

-- A decision that is being prepared: who is to leave and to join by it.
create table committee_drafts (
  id uuid primary key,
  document_id uuid not null unique references documents,
  committee_id uuid not null references agencies,
  proposal jsonb not null
);
create index on committee_drafts (committee_id);

-- A seat stays the same while its rows change: the first row's id is the seat's.
alter table committee_members
  add column position int not null default 0, -- in the order in which the decision names them
  add column of_id uuid references committee_members,
  add column seat_id uuid not null generated always as (coalesce(of_id, id)) stored;
create index on committee_members (of_id);
create index on committee_members (seat_id);

create table boards (
  body_id uuid primary key references agencies,
  alliance_id uuid not null references agencies,
  kind text not null check (kind in ('executive', 'standing', 'inspection')), -- BCH, BTV, Ban Kiểm tra
  unique (alliance_id, kind)
);

-- Congresses (đại hội) and the terms that begin with them.
create table congresses (
  id uuid primary key,
  alliance_id uuid not null references agencies,
  number int not null check (number > 0), -- lần thứ, khóa
  term text not null check (term <> ''), -- 2020 - 2025
  held_on date not null,
  until_on date not null check (until_on >= held_on), -- to which the term is meant to last
  place text,
  delegates int check (delegates > 0),
  member_units int check (member_units >= 0), -- on the day
  resolution text,
  resolution_id uuid references documents,
  charter text, -- the charter or its amendment, as cited
  charter_id uuid references documents,
  charter_task_id uuid references tasks, -- carrying the amendment through
  is_demo boolean not null default false,
  version int not null default 1,
  unique (alliance_id, number)
);
create index on congresses (resolution_id);
create index on congresses (charter_id);
create index on congresses (charter_task_id);

-- Who is in charge of a unit or of a single cooperative: a member of a committee, or a leader of a
-- body without one.
create table duties (
  id uuid primary key,
  body_id uuid not null references agencies,
  seat_id uuid references committee_members,
  holder_name text not null default '',
  holder_office text check (holder_office <> ''),
  unit_id uuid references units,
  entity_id uuid references entities,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  decision text,
  is_demo boolean not null default false,
  version int not null default 1,
  created_by uuid not null references accounts,
  check ((unit_id is null) <> (entity_id is null)),
  check ((seat_id is null) = (holder_office is not null)),
  exclude using gist (seat_id with =, (coalesce(unit_id, entity_id)) with =,
    daterange(from_on, until_on, '[]') with &&) where (seat_id is not null)
);
create index on duties (body_id);
create index on duties (seat_id);
create index on duties (unit_id);
create index on duties (entity_id);

-- That a leader met the cooperative in their charge: once a quarter is asked for.
create table duty_meetings (
  id uuid primary key,
  duty_id uuid not null references duties,
  met_on date not null,
  place text,
  note text not null check (note <> ''),
  by_words text not null,
  is_demo boolean not null default false,
  created_by uuid not null references accounts,
  created_at timestamptz not null default now()
);
create index on duty_meetings (duty_id, met_on);

-- The year's work programme of a body, month by month. The state of an item follows from what was made
-- of it and is not stored.
create table programmes (
  id uuid primary key,
  body_id uuid not null references agencies,
  year int not null check (year between 1990 and 2200),
  paper text, -- the document that issued it: 02/CTr-BCĐ
  issued_on date,
  document_id uuid references documents,
  is_demo boolean not null default false,
  version int not null default 1,
  created_by uuid not null references accounts,
  unique (body_id, year)
);
create index on programmes (document_id);

create table programme_items (
  id uuid primary key,
  programme_id uuid not null references programmes,
  month int not null check (month between 1 and 12),
  kind text not null check (kind in ('meeting', 'inspection', 'report', 'task')),
  text text not null check (text <> ''),
  lead_id uuid references agencies,
  seat_id uuid references committee_members, -- the member who leads
  product text,
  due_on date not null,
  meeting_id uuid references meetings,
  task_id uuid references tasks,
  document_id uuid references documents,
  done_on date, -- noted by hand, with what shows it
  note text,
  cancelled_on date,
  position int not null,
  check (cancelled_on is null or note is not null),
  check (done_on is null or note is not null)
);
create index on programme_items (programme_id, month, position);
create index on programme_items (lead_id);
create index on programme_items (seat_id);
create index on programme_items (meeting_id);
create index on programme_items (task_id);
create index on programme_items (document_id);

-- How those in charge do it: planned for a day, then what was found.
create table inspections (
  id uuid primary key,
  body_id uuid not null references agencies,
  seat_id uuid references committee_members, -- who leads it
  unit_id uuid not null references units,
  entity_id uuid references entities,
  item_id uuid references programme_items,
  subject text not null check (subject <> ''),
  state text not null check (state in ('planned', 'made', 'cancelled')),
  planned_on date not null,
  made_on date,
  place text,
  present text, -- who was there
  findings text,
  next_on date,
  document_id uuid references documents,
  is_demo boolean not null default false,
  version int not null default 1,
  created_by uuid not null references accounts,
  check ((state = 'made') = (made_on is not null)),
  check (state <> 'made' or findings <> '')
);
create index on inspections (body_id, planned_on);
create index on inspections (seat_id);
create index on inspections (unit_id);
create index on inspections (entity_id);
create index on inspections (item_id);
create index on inspections (document_id);

-- What has to be put right, by whom until when; a task once it is given.
create table inspection_remedies (
  id uuid primary key,
  inspection_id uuid not null references inspections on delete cascade,
  text text not null check (text <> ''),
  agency_id uuid not null references agencies,
  due_on date not null,
  task_id uuid references tasks,
  position int not null
);
create index on inspection_remedies (inspection_id);
create index on inspection_remedies (agency_id);
create index on inspection_remedies (task_id);

-- Communes that were reminded of their committee, and by whom.
create table committee_reminders (
  id uuid primary key,
  body_id uuid not null references agencies, -- who reminded
  unit_id uuid not null references units,
  on_day date not null,
  lack text not null check (lack in ('missing', 'out_of_date')),
  note text,
  by_words text not null,
  is_demo boolean not null default false,
  created_by uuid not null references accounts
);
create index on committee_reminders (unit_id, on_day);
create index on committee_reminders (body_id);

-- The People's Committee of a commune in which the acting person works, themselves or in an office
-- that acts for it. A view reads with its owner's rights.
create view own_commune as
select u.unit_id, p.agency_id from acting
join agency_versions own on own.agency_id = acting.agency_id and acting.today between own.from_on and own.until_on
join agency_versions p on p.agency_id in (own.agency_id, own.acts_for_id) and p.kind = 'people_committee'
  and acting.today between p.from_on and p.until_on
join unit_versions u on u.unit_id = p.unit_id and u.level = 'commune'
  and acting.today between u.from_on and u.until_on
where acting.role in ('leader', 'clerk', 'officer')
  and own.agency_id in (select agency_id from visible_agencies);

-- Bodies that the acting person keeps: the committee in whose name one acts, the committee of one's own
-- commune, the boards of one's own Alliance.
create view kept_bodies as
select committee_id as body_id from acting_committee
union
select c.agency_id from own_commune o
join agency_versions c on c.unit_id = o.unit_id and c.kind = 'steering_committee'
union
select b.body_id from boards b join acting on acting.agency_id = b.alliance_id
where acting.role in ('leader', 'clerk', 'officer')
  and b.alliance_id in (select agency_id from visible_agencies);

-- Bodies whose work one reads: one's own with all before them, those in which one's agency sits (and of
-- a body that is over, sat), and those of units below.
create view read_bodies as
select agency_id as body_id from visible_agencies
union
select body_id from kept_bodies
union
select m.committee_id from committee_members m cross join acting
where m.agency_id in (select agency_id from visible_agencies)
  and (acting.today between m.from_on and m.until_on or not exists (
    select from agency_versions v where v.agency_id = m.committee_id and v.until_on >= acting.today))
union
select v.agency_id from agency_versions v
where v.kind in ('steering_committee', 'people_committee', 'board')
  and v.unit_id in (select unit_id from visible_units);

-- Seats that are held today by somebody of the acting person's agency.
create view own_seats as
select m.seat_id from committee_members m join acting on acting.agency_id = m.agency_id
where acting.role in ('leader', 'clerk', 'officer') and acting.today between m.from_on and m.until_on
  and m.agency_id in (select agency_id from visible_agencies);
grant select on own_commune, kept_bodies, read_bodies, own_seats to hopluc_app;

create policy by_keeper on committee_versions
  using (committee_id in (select body_id from kept_bodies))
  with check (committee_id in (select body_id from kept_bodies));
create policy by_keeper on committee_members
  using (committee_id in (select body_id from kept_bodies))
  with check (committee_id in (select body_id from kept_bodies));
create policy by_keeper on agencies for update
  using (id in (select body_id from kept_bodies))
  with check (id in (select body_id from kept_bodies));

-- A commune founds its own committee, an Alliance its boards; nobody else but the administrator makes
-- a body.
create function found_body(
  body uuid, of_unit uuid, alliance uuid, board text, called text, short text, its_symbol text, on_day date
) returns void
language plpgsql security definer set search_path = public as $$
begin
  if alliance is null and not exists (select from own_commune where unit_id = of_unit)
    or alliance is not null and not exists (select from acting
      join agency_versions v on v.agency_id = acting.agency_id and v.kind = 'alliance'
        and v.unit_id = of_unit and acting.today between v.from_on and v.until_on
      where acting.agency_id = alliance and acting.role in ('leader', 'clerk', 'officer')
        and alliance in (select agency_id from visible_agencies))
  then
    raise insufficient_privilege using message = 'new row violates row-level security policy for table "agencies"';
  end if;
  insert into agencies (id) values (body);
  insert into agency_versions (agency_id, from_on, unit_id, kind, name, short_name, symbol, manner)
    values (body, on_day, of_unit, case when alliance is null then 'steering_committee' else 'board' end,
      called, short, its_symbol, case when alliance is null then 'assign' else 'never' end);
  if alliance is not null then
    insert into boards (body_id, alliance_id, kind) values (body, alliance, board);
  end if;
end $$;
revoke execute on function found_body(uuid, uuid, uuid, text, text, text, text, date) from public;
grant execute on function found_body(uuid, uuid, uuid, text, text, text, text, date) to hopluc_app;

do $$
declare one text;
begin
  foreach one in array array['committee_drafts', 'boards', 'congresses', 'duties', 'duty_meetings', 'programmes',
    'programme_items', 'inspections', 'inspection_remedies', 'committee_reminders']
  loop
    execute format('alter table %I enable row level security', one);
  end loop;
end $$;

create policy by_keeper on committee_drafts
  using (committee_id in (select body_id from kept_bodies))
  with check (committee_id in (select body_id from kept_bodies));
grant select, insert on committee_drafts to hopluc_app;

create policy to_all on boards for select using (exists (select from signed_in));
create policy to_all on congresses for select using (exists (select from signed_in));
create policy by_alliance on congresses
  using (alliance_id = (select agency_id from acting where role in ('leader', 'clerk', 'officer'))
    and alliance_id in (select agency_id from visible_agencies))
  with check (alliance_id = (select agency_id from acting where role in ('leader', 'clerk', 'officer'))
    and alliance_id in (select agency_id from visible_agencies));
grant select on boards to hopluc_app;
grant select, insert, update on congresses to hopluc_app;

-- Who is in charge of a commune is known like the committee itself; of a cooperative, to those who see it.
create policy in_scope on duties for select using (
  (unit_id is not null and exists (select from signed_in))
  or body_id in (select body_id from read_bodies)
  or entity_id in (select id from entities));
create policy by_keeper on duties
  using (body_id in (select body_id from kept_bodies) or body_id in (select agency_id from own_commune))
  with check (body_id in (select body_id from kept_bodies) or body_id in (select agency_id from own_commune));
grant select, insert, update, delete on duties to hopluc_app;

create view kept_duties as
select id from duties where body_id in (select body_id from kept_bodies)
  or body_id in (select agency_id from own_commune) or seat_id in (select seat_id from own_seats);
grant select on kept_duties to hopluc_app;
create policy of_duty on duty_meetings for select using (
  duty_id in (select id from duties where body_id in (select body_id from read_bodies)
    or entity_id in (select id from entities)));
create policy by_keeper on duty_meetings for insert with check (
  duty_id in (select id from kept_duties)
  and created_by = (select account_id from signed_in));
create policy taken_back on duty_meetings for delete using (created_by = (select account_id from signed_in));
grant select, insert, delete on duty_meetings to hopluc_app;

create policy in_scope on programmes for select using (body_id in (select body_id from read_bodies));
create policy by_keeper on programmes
  using (body_id in (select body_id from kept_bodies))
  with check (body_id in (select body_id from kept_bodies));
create view kept_programmes as
select id from programmes where body_id in (select body_id from kept_bodies);
grant select on kept_programmes to hopluc_app;
create policy of_programme on programme_items for select
  using (programme_id in (select id from programmes));
create policy by_keeper on programme_items
  using (programme_id in (select id from kept_programmes))
  with check (programme_id in (select id from kept_programmes));
grant select, insert, update on programmes to hopluc_app;
grant select, insert, update, delete on programme_items to hopluc_app;

-- The body that inspects, those who sit in it and those above; the inspected, once it was made.
create policy in_scope on inspections for select using (
  body_id in (select body_id from read_bodies)
  or (state = 'made' and unit_id in (select unit_id from own_units)
    and (select role from signed_in) <> 'cooperative'));
create policy by_keeper on inspections for insert with check (
  (body_id in (select body_id from kept_bodies) or seat_id in (select seat_id from own_seats))
  and created_by = (select account_id from signed_in));
create policy change_by_keeper on inspections for update
  using (body_id in (select body_id from kept_bodies) or seat_id in (select seat_id from own_seats))
  with check (body_id in (select body_id from kept_bodies) or seat_id in (select seat_id from own_seats));
create view kept_inspections as
select id from inspections
where body_id in (select body_id from kept_bodies) or seat_id in (select seat_id from own_seats);
grant select on kept_inspections to hopluc_app;
create policy of_inspection on inspection_remedies for select
  using (inspection_id in (select id from inspections));
create policy by_keeper on inspection_remedies
  using (inspection_id in (select id from kept_inspections))
  with check (inspection_id in (select id from kept_inspections));
grant select, insert, update on inspections to hopluc_app;
grant select, insert, update, delete on inspection_remedies to hopluc_app;

create policy in_scope on committee_reminders for select using (
  body_id in (select body_id from read_bodies) or unit_id in (select unit_id from own_commune)
  or unit_id in (select unit_id from visible_units));
create policy by_committee on committee_reminders for insert with check (
  body_id = (select committee_id from acting_committee)
  and unit_id in (select unit_id from visible_units)
  and created_by = (select account_id from signed_in));
grant select, insert on committee_reminders to hopluc_app;

-- Whether the units below need a committee is the word of the committee above, from a day on, by a paper.
create policy of_own_committee on settings to hopluc_app
  using (name like 'committee.required.%'
    and substr(name, 20) in (select committee_id::text from acting_committee))
  with check (name like 'committee.required.%'
    and substr(name, 20) in (select committee_id::text from acting_committee));
