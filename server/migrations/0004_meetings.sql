create table meetings (
  id uuid primary key,
  agency_id uuid not null references agencies, -- the body that meets: a committee, a department
  agency_unit_id uuid not null references units,
  kind text not null check (kind in ('committee', 'working', 'conference', 'dialogue')),
  title text not null check (title <> ''),
  held_on date,
  starts_at time,
  place text,
  chair_name text,
  chair_title text,
  state text not null check (state in ('planned', 'held', 'concluded', 'cancelled')),
  agenda jsonb not null default '[]', -- [{ text, presenter }]
  course text, -- minutes: what was said
  conclusion text,
  secretary_name text,
  version int not null default 1,
  created_by uuid not null references accounts,
  created_at timestamptz not null default now()
);
create index on meetings (agency_id, held_on desc, id);
create index on meetings (agency_unit_id);

-- Invited and present; who comes in whose place.
create table meeting_attendees (
  id uuid primary key,
  meeting_id uuid not null references meetings,
  agency_id uuid references agencies,
  name text not null check (name <> ''), -- body or person as invited
  attendance text not null default 'invited'
    check (attendance in ('invited', 'present', 'absent', 'substituted')),
  person text, -- who came
  person_title text,
  note text,
  position int not null
);
create index on meeting_attendees (meeting_id);
create index on meeting_attendees (agency_id);

-- Papers before the meeting, the invitation, minutes and the notice after it.
create table meeting_files (
  meeting_id uuid not null references meetings,
  file_id uuid not null references files,
  position int not null,
  primary key (meeting_id, file_id)
);
create index on meeting_files (file_id);

alter table documents add foreign key (meeting_id) references meetings;
create index on documents (meeting_id);

alter table meetings enable row level security;
alter table meeting_attendees enable row level security;
alter table meeting_files enable row level security;

create view own_meetings as
select id from meetings where agency_id in (select agency_id from visible_agencies);
create view meetings_in_units as
select id from meetings where agency_unit_id in (select unit_id from visible_units);
grant select on own_meetings, meetings_in_units to hopluc_app;

create policy in_scope on meetings for select using (
  agency_id in (select agency_id from visible_agencies)
  or agency_unit_id in (select unit_id from visible_units)
  or id in (select meeting_id from meeting_attendees
            where agency_id in (select agency_id from visible_agencies)));
create policy own_insert on meetings for insert
  with check (agency_id in (select agency_id from visible_agencies));
create policy own_update on meetings for update
  using (agency_id in (select agency_id from visible_agencies))
  with check (agency_id in (select agency_id from visible_agencies));
create policy invited on meeting_attendees for select
  using (agency_id in (select agency_id from visible_agencies));
create policy of_own on meeting_attendees
  using (meeting_id in (select id from own_meetings))
  with check (meeting_id in (select id from own_meetings));
create policy of_unit on meeting_attendees for select using (meeting_id in
  (select id from meetings_in_units));
create policy of_meeting on meeting_files for select
  using (meeting_id in (select id from meetings));
create policy of_own on meeting_files
  using (meeting_id in (select id from own_meetings))
  with check (meeting_id in (select id from own_meetings));
create policy of_meeting on files for select using (id in (select file_id from meeting_files));
grant select, insert, update on meetings to hopluc_app;
grant select, insert, update, delete on meeting_attendees to hopluc_app;
grant select, insert, delete on meeting_files to hopluc_app;
