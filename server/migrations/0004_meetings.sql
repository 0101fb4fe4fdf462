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
  ends_at time,
  agenda jsonb not null default '[]', -- [{ text, presenter, fileIds, taskIds }]
  course text, -- minutes: what was said
  conclusion text,
  secretary_name text,
  secretary_title text,
  invited_on date, -- the day on which the invitation left
  note text,
  version int not null default 1,
  created_by uuid not null references accounts,
  created_at timestamptz not null default now(),
  listed_on date not null generated always as (coalesce(held_on, date '9999-12-31')) stored,
  folded text generated always as (folded(title || ' ' || coalesce(place, ''))) stored,
  search tsvector generated always as (
    setweight(search_words(title || ' ' || coalesce(place, '')), 'A') ||
    setweight(search_words(left(coalesce(course, '') || ' ' || coalesce(conclusion, ''), 400000)), 'B')) stored
);
create index on meetings (agency_id, listed_on desc, id desc);
create index on meetings using gin (search);
create index on meetings using gin (folded gin_trgm_ops);
create index on meetings (agency_unit_id);

-- Invited and present; who comes in whose place.
create table meeting_attendees (
  id uuid primary key,
  meeting_id uuid not null references meetings,
  agency_id uuid references agencies,
  name text not null check (name <> ''), -- body or person as invited
  title text, -- the post of a person who is invited by name
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

-- What became of it, for all who may read it.
create table meeting_steps (
  meeting_id uuid not null references meetings,
  seq int not null,
  action text not null check (action <> ''),
  note text,
  on_day date not null,
  by_words text not null,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  recorded_at timestamptz not null default now(),
  primary key (meeting_id, seq)
);

alter table documents add foreign key (meeting_id) references meetings;
create index on documents (meeting_id);

alter table meetings enable row level security;
alter table meeting_attendees enable row level security;
alter table meeting_files enable row level security;
alter table meeting_steps enable row level security;

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
create policy of_meeting on file_links for select
  using (subject_kind = 'meeting' and subject_id in (select id from meetings));
create policy to_own_meeting on file_links for insert
  with check (subject_kind = 'meeting' and subject_id in (select id from own_meetings));
create policy from_own_meeting on file_links for delete
  using (subject_kind = 'meeting' and subject_id in (select id from own_meetings));
create policy of_meeting on meeting_steps for select using (meeting_id in (select id from meetings));
create policy of_own on meeting_steps for insert with check (
  meeting_id in (select id from own_meetings)
  and (account_id, post_id) in (select account_id, post_id from acting));

-- As document_hits(): what answers a search among the meetings within scope.
create function meeting_hits(words text, part text, near text)
returns table (id uuid, rank real)
language sql stable security definer set search_path = public
begin atomic
  select m.id,
    ts_rank(m.search, to_tsquery('simple', words))
    + case when m.folded like part then 1 else 0 end
    + case when near <> '' then word_similarity(near, m.folded) else 0 end
  from meetings m
  where (m.search @@ to_tsquery('simple', words) or m.folded like part
      or (near <> '' and near <% m.folded))
    and (m.agency_id in (select agency_id from visible_agencies)
      or m.agency_unit_id in (select unit_id from visible_units)
      or m.id in (select a.meeting_id from meeting_attendees a
                  where a.agency_id in (select agency_id from visible_agencies)));
end;
revoke execute on function meeting_hits(text, text, text) from public;
grant execute on function meeting_hits(text, text, text) to hopluc_app;
grant select, insert, update on meetings to hopluc_app;
grant select, insert, update, delete on meeting_attendees to hopluc_app;
grant select, insert, delete on meeting_files to hopluc_app;
grant select, insert on meeting_steps to hopluc_app;
