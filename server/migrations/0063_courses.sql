-- Courses for people of cooperatives: the plan, who takes part, which sessions they came to, their
-- certificates, what it cost. Amounts are whole đồng.

create table courses (
  id uuid primary key,
  agency_id uuid not null references agencies, -- organises it
  unit_id uuid not null references units, -- for cooperatives there and below
  programme_id uuid references support_programmes,
  title text not null check (title <> ''),
  topic text not null default '',
  audience text not null default '', -- whom it is for
  place text not null default '',
  fund text not null default '', -- where the money comes from
  from_on date not null,
  until_on date not null,
  sessions int not null check (sessions between 1 and 60),
  places int not null check (places between 1 and 2000),
  planned_cost bigint check (planned_cost >= 0),
  cost bigint check (cost >= 0),
  is_cancelled boolean not null default false,
  enrolled int not null default 0, -- these three are counted from those who take part
  attended int not null default 0,
  certified int not null default 0,
  is_demo boolean not null default false,
  version int not null default 1,
  check (from_on <= until_on),
  check (enrolled <= places)
);
create index on courses (from_on desc, id desc);
create index on courses (agency_id);
create index on courses (unit_id);
create index on courses (programme_id);

create table course_people (
  id uuid primary key,
  course_id uuid not null references courses,
  entity_id uuid not null references entities,
  unit_id uuid not null references units, -- where the cooperative lay when it was entered
  name text not null check (name <> ''),
  post text not null default '',
  attended smallint[] not null default '{}', -- numbers of sessions
  certificate_no text check (certificate_no <> ''),
  certificate_on date,
  entered_by uuid not null references accounts,
  entered_agency_id uuid not null references agencies,
  check ((certificate_no is null) = (certificate_on is null))
);
create unique index on course_people (course_id, entity_id, lower(name), lower(post));
create index on course_people (entity_id);
create index on course_people (unit_id);
create index on course_people (entered_agency_id);
create unique index on course_people (course_id, certificate_no);

-- Counts are for all who read the course, names are not.
create function count_course_people() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update courses c set enrolled = p.enrolled, attended = p.attended, certified = p.certified
  from (select k.id, count(x.id)::int as enrolled, count(*) filter (where x.attended <> '{}')::int as attended,
      count(x.certificate_no)::int as certified
    from courses k left join course_people x on x.course_id = k.id
    where k.id in (select course_id from touched) group by k.id) p
  where c.id = p.id;
  return null;
end $$;
revoke execute on function count_course_people() from public;
create trigger counted_in after insert on course_people referencing new table as touched
  for each statement execute function count_course_people();
create trigger counted_again after update on course_people referencing new table as touched
  for each statement execute function count_course_people();
create trigger counted_out after delete on course_people referencing old table as touched
  for each statement execute function count_course_people();

create view run_courses as
select id from courses where agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing');
-- Of these cooperatives one enters people: one's own, or those of the commune that one works for.
create view enrolling_units as
select unit_id from own_units where (select role from signed_in) in ('officer', 'leader', 'standing');
grant select on run_courses, enrolling_units to hopluc_app;

alter table courses enable row level security;
alter table course_people enable row level security;

create policy readers on courses for select using (agency_id in (select acting_agencies())
  or unit_id in (select lending_units()) or unit_id in (select acting_area()));
create policy kept on courses for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units) and enrolled = 0 and attended = 0 and certified = 0
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on courses for update using (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on courses to hopluc_app;
grant update (programme_id, title, topic, audience, place, fund, from_on, until_on, sessions, places,
  planned_cost, cost, is_cancelled, version) on courses to hopluc_app;

-- Names are for who organises it, the cooperative itself and the authorities of its commune.
create policy readers on course_people for select using (entity_id in (select id from own_entities)
  or course_id in (select c.id from courses c where c.agency_id in (select acting_agencies()))
  or unit_id in (select unit_id from own_units) and (select role from signed_in) <> 'cooperative');
create policy entered on course_people for insert with check (attended = '{}' and certificate_no is null
  and entered_by = (select account_id from signed_in) and entered_agency_id in (select acting_agencies())
  and (course_id in (select id from run_courses)
    or (select role from signed_in) = 'cooperative' and entity_id in (select id from own_entities)
    or unit_id in (select unit_id from enrolling_units))
  and exists (select from courses c cross join acting t where c.id = course_id and not c.is_cancelled
    and (t.today <= c.until_on or course_id in (select id from run_courses)))
  and exists (select from entity_places p where p.entity_id = course_people.entity_id
    and p.unit_id = course_people.unit_id));
create policy marked on course_people for update using (course_id in (select id from run_courses))
  with check (course_id in (select id from run_courses));
create policy taken_out on course_people for delete using (attended = '{}' and certificate_no is null
  and (course_id in (select id from run_courses) or entered_agency_id in (select acting_agencies())));
grant select, insert, delete on course_people to hopluc_app;
grant update (attended, certificate_no, certificate_on) on course_people to hopluc_app;
