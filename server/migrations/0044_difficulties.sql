-- Listening: what cooperatives find difficult or propose, which agency answers it by when, and whether the
-- answer helped. Nothing of it is ever deleted.

create table difficulty_topics (
  id uuid primary key,
  name text not null unique check (name <> ''),
  english text not null check (english <> ''),
  first_level text not null check (first_level in ('commune', 'department')), -- who takes it up first
  position int not null,
  is_ended boolean not null default false, -- no longer offered
  version int not null default 1
);

-- Which agency answers: of a topic, or of all that no rule of their own names, at a level, in a unit and
-- below. Where no rule says so, the commune's People's Committee, the standing agency, the province's own.
create table difficulty_rules (
  unit_id uuid not null references units,
  topic_id uuid references difficulty_topics,
  level text not null check (level in ('commune', 'department', 'province')),
  agency_id uuid not null references agencies,
  is_demo boolean not null default false,
  unique nulls not distinct (unit_id, topic_id, level)
);
create index on difficulty_rules (agency_id);
create index on difficulty_rules (topic_id);

-- Working days. Of passing on: at most five by Nghị định 20/2008/NĐ-CP, which holds for administrative rules
-- and is followed here.
create table difficulty_terms (
  level text primary key check (level in ('commune', 'department', 'province')),
  answer_days int not null check (answer_days between 1 and 200),
  transfer_days int not null check (transfer_days between 1 and 200)
);

create table difficulties (
  id uuid primary key,
  topic_id uuid not null references difficulty_topics,
  text text not null check (text <> ''),
  unit_id uuid not null references units, -- where
  entity_id uuid references entities, -- whose
  way text not null check (way in ('own', 'meeting', 'return', 'other')), -- how it came
  raised_on date not null,
  raised_agency_id uuid not null references agencies,
  raised_by uuid not null references accounts,
  raised_words text not null,
  recorded_at timestamptz not null default now(),
  level text not null check (level in ('commune', 'department', 'province')),
  handler_id uuid not null references agencies,
  received_on date not null, -- by the one who has it now
  transfer_until_on date not null,
  answer_due_on date not null,
  risen_on date, -- since when it lies with a superior because nobody answered
  state text not null default 'waiting' check (state in ('waiting', 'answered', 'solved')),
  answered_on date,
  version int not null default 1,
  is_demo boolean not null default false,
  check (state = 'waiting' or answered_on is not null)
);
create index on difficulties (unit_id, raised_on desc);
create index on difficulties (handler_id) where state = 'waiting';
create index on difficulties (raised_agency_id);
create index on difficulties (entity_id) where entity_id is not null;
create index on difficulties (topic_id);
create index on difficulties (answer_due_on) where state = 'waiting';
create index on difficulties (raised_on desc, id desc);

create table difficulty_events (
  difficulty_id uuid not null references difficulties,
  seq int not null check (seq > 0),
  action text not null,
  on_day date not null,
  text text,
  paper text, -- number and day of the paper that answers
  agency_id uuid references agencies, -- to whom it went, who answered
  details jsonb not null default '{}',
  made_by uuid not null references accounts,
  by_words text not null,
  made_at timestamptz not null,
  primary key (difficulty_id, seq)
);
create index on difficulty_events (agency_id) where agency_id is not null;

create table difficulty_files (
  difficulty_id uuid not null,
  seq int not null,
  position int not null,
  file_id uuid not null references files,
  primary key (difficulty_id, seq, position),
  foreign key (difficulty_id, seq) references difficulty_events
);
create index on difficulty_files (file_id);

-- Which agency has it at a level: nobody where the organisation has none there.
create function difficulty_handler(place uuid, topic uuid, wanted text, on_day date) returns uuid
language sql stable security definer set search_path = public
begin atomic
  select coalesce(
    (select r.agency_id from difficulty_rules r
      join unit_ancestry a on a.ancestor_id = r.unit_id and a.descendant_id = place
        and on_day between a.from_on and a.until_on
      where r.level = wanted and (r.topic_id = topic or r.topic_id is null)
        and exists (select from agency_versions v where v.agency_id = r.agency_id
          and on_day between v.from_on and v.until_on)
      order by (r.unit_id = place) desc, (r.topic_id is not null) desc, r.agency_id limit 1),
    case when wanted = 'commune' then (
      select v.agency_id from agency_versions v
      join unit_versions u on u.unit_id = v.unit_id and u.level = 'commune' and on_day between u.from_on and u.until_on
      where v.unit_id = place and v.kind = 'people_committee' and on_day between v.from_on and v.until_on limit 1)
    else (
      select case wanted when 'department' then (
          select c.standing_agency_id from committee_versions c
          join agency_versions b on b.agency_id = c.committee_id and b.unit_id = p.unit_id
            and b.kind = 'steering_committee' and on_day between b.from_on and b.until_on
          where on_day between c.from_on and c.until_on limit 1)
        else (
          select v.agency_id from agency_versions v where v.unit_id = p.unit_id and v.kind = 'people_committee'
            and on_day between v.from_on and v.until_on limit 1) end
      from unit_ancestry a
      join unit_versions p on p.unit_id = a.ancestor_id and p.level = 'province'
        and on_day between p.from_on and p.until_on
      where a.descendant_id = place and on_day between a.from_on and a.until_on limit 1) end);
end;
revoke execute on function difficulty_handler(uuid, uuid, text, date) from public;
grant execute on function difficulty_handler(uuid, uuid, text, date) to hopluc_app, hopluc_jobs;

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view readable_difficulties as
select id from difficulties where raised_agency_id in (select acting_agencies())
  or handler_id in (select acting_agencies())
  or entity_id in (select id from own_entities)
  or unit_id in (select acting_area());
-- One's own: raised by one's agency, or about one's cooperative.
create view raised_difficulties as
select id from difficulties where raised_agency_id in (select acting_agencies())
  or entity_id in (select id from own_entities);
create view handled_difficulties as
select id from difficulties where handler_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate');
-- A committee's people may take what its units raise before a meeting, and make it a task.
create view steered_difficulties as
select id from difficulties where (select role from signed_in) in ('standing', 'chair', 'delegate')
  and unit_id in (select acting_area());
grant select on readable_difficulties, raised_difficulties, handled_difficulties, steered_difficulties to hopluc_app;

alter table difficulty_topics enable row level security;
alter table difficulty_rules enable row level security;
alter table difficulty_terms enable row level security;
alter table difficulties enable row level security;
alter table difficulty_events enable row level security;
alter table difficulty_files enable row level security;

do $$
declare one text;
begin
  foreach one in array array['difficulty_topics', 'difficulty_terms'] loop
    execute format('create policy to_all on %I for select using (exists (select from signed_in))', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update on %I to hopluc_app', one);
    execute format('create policy by_jobs on %I for select to hopluc_jobs using (true)', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;
-- Whoever acts for a province's committee says who answers there; so does the administrator.
create policy readers on difficulty_rules for select using ((select sees_all_units())
  or unit_id in (select acting_area()));
create policy kept on difficulty_rules
  using ((select role from signed_in) = 'admin' or (select role from signed_in) = 'standing' and unit_id in (select acting_area()))
  with check ((select role from signed_in) = 'admin' or (select role from signed_in) = 'standing' and unit_id in (select acting_area()));
grant select, insert, update, delete on difficulty_rules to hopluc_app;

create policy readers on difficulties for select using (raised_agency_id in (select acting_agencies())
  or handler_id in (select acting_agencies())
  or entity_id in (select id from own_entities)
  or unit_id in (select acting_area()));
-- By a cooperative for itself, by an authority for a unit of its own; it goes where the rules send it.
create policy raised on difficulties for insert with check (state = 'waiting'
  and raised_by = (select account_id from signed_in) and raised_agency_id in (select acting_agencies())
  and handler_id = difficulty_handler(unit_id, topic_id, level, (select today from acting))
  and case (select role from signed_in)
    when 'cooperative' then (entity_id is null or entity_id in (select id from own_entities))
      and (unit_id in (select unit_id from own_units)
        or exists (select from entity_places p where p.entity_id = difficulties.entity_id
          and p.unit_id = difficulties.unit_id))
    else (select role from signed_in) in ('officer', 'leader', 'clerk', 'standing')
      and unit_id in (select acting_area()) end);
create policy handled on difficulties for update
  using (handler_id in (select acting_agencies())
    and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate'))
  with check (state in ('waiting', 'answered')
    and (select role from signed_in) in ('officer', 'leader', 'standing', 'chair', 'delegate'));
create policy rated on difficulties for update
  using (state = 'answered'
    and (raised_agency_id in (select acting_agencies()) or entity_id in (select id from own_entities)))
  with check (state in ('waiting', 'solved')
    and (raised_agency_id in (select acting_agencies()) or entity_id in (select id from own_entities)));
create policy by_jobs on difficulties to hopluc_jobs using (true) with check (true);
grant select, insert on difficulties to hopluc_app;
grant update (level, handler_id, received_on, transfer_until_on, answer_due_on, risen_on, state, answered_on, version)
  on difficulties to hopluc_app, hopluc_jobs;
grant select on difficulties to hopluc_jobs;

create policy readers on difficulty_events for select using (
  exists (select from readable_difficulties r where r.id = difficulty_id));
create policy recorded on difficulty_events for insert with check (made_by = (select account_id from signed_in)
  and (exists (select from raised_difficulties r where r.id = difficulty_id)
    or exists (select from handled_difficulties r where r.id = difficulty_id)
    or exists (select from steered_difficulties r where r.id = difficulty_id)));
create policy by_jobs on difficulty_events to hopluc_jobs using (true) with check (true);
grant select, insert on difficulty_events to hopluc_app, hopluc_jobs;

create policy readers on difficulty_files for select using (
  exists (select from readable_difficulties r where r.id = difficulty_id));
create policy added on difficulty_files for insert with check (exists (select from difficulty_events e
  where e.difficulty_id = difficulty_files.difficulty_id and e.seq = difficulty_files.seq
    and e.made_by = (select account_id from signed_in)));
grant select, insert on difficulty_files to hopluc_app;

create policy of_difficulty on file_links for select using (subject_kind = 'difficulty'
  and exists (select from readable_difficulties r where r.id = subject_id));
create policy to_own_difficulty on file_links for insert with check (subject_kind = 'difficulty'
  and (exists (select from raised_difficulties r where r.id = subject_id)
    or exists (select from handled_difficulties r where r.id = subject_id)));

-- What one may be told of, beside what was named before.
do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint
  where conname = 'notices_subject_kind_check' and conrelid = 'notices'::regclass);
begin
  alter table notices drop constraint notices_subject_kind_check;
  execute 'alter table notices add constraint notices_subject_kind_check '
    || regexp_replace(kinds, 'ARRAY\[', 'ARRAY[''difficulty''::text, ');
end $$;
-- A cooperative's people do not see who holds which post: the database tells for them, and of what they
-- read alone. To the people of the agency that has it, or to those who raised it.
create function tell_of_difficulty(difficulty uuid, side text, kind text, params jsonb, at timestamptz) returns void
language sql security definer set search_path = public
begin atomic
  insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
  select distinct on (h.account_id) gen_random_uuid(), h.account_id, tell_of_difficulty.kind, 'difficulty', d.id,
    tell_of_difficulty.params, tell_of_difficulty.kind || ' ' || d.id || ' ' || d.version, at
  from difficulties d cross join acting a
  join posts h on a.today between h.from_on and h.until_on and case side
    when 'handler' then h.role in ('leader', 'officer', 'clerk', 'standing', 'chair')
      and (h.agency_id = d.handler_id or h.agency_id in (select v.agency_id from agency_versions v
        where v.acts_for_id = d.handler_id and a.today between v.from_on and v.until_on))
    else h.account_id = d.raised_by
      or h.agency_id = (select e.agency_id from entities e where e.id = d.entity_id) end
  where d.id = difficulty and h.account_id is distinct from a.account_id
    and (a.account_id = '00000000-0000-7000-8000-000000000001'
      or exists (select from readable_difficulties r where r.id = d.id))
  on conflict do nothing;
end;
revoke execute on function tell_of_difficulty(uuid, text, text, jsonb, timestamptz) from public;
grant execute on function tell_of_difficulty(uuid, text, text, jsonb, timestamptz) to hopluc_app, hopluc_jobs;

insert into difficulty_terms (level, answer_days, transfer_days) values
  ('commune', 10, 5), ('department', 10, 5), ('province', 15, 5);
insert into difficulty_topics (id, name, english, first_level, position) values
  ('01980000-0000-7000-8000-0000000000d1', 'Vốn, tín dụng', 'Capital and credit', 'department', 1),
  ('01980000-0000-7000-8000-0000000000d2', 'Đất đai, trụ sở', 'Land and premises', 'commune', 2),
  ('01980000-0000-7000-8000-0000000000d3', 'Hạ tầng sản xuất', 'Roads, water, power', 'commune', 3),
  ('01980000-0000-7000-8000-0000000000d4', 'Tiêu thụ sản phẩm, thị trường', 'Sales and markets', 'department', 4),
  ('01980000-0000-7000-8000-0000000000d5', 'Vật tư, máy móc', 'Supplies and machinery', 'commune', 5),
  ('01980000-0000-7000-8000-0000000000d6', 'Kỹ thuật, dịch bệnh', 'Techniques, pests and diseases', 'department', 6),
  ('01980000-0000-7000-8000-0000000000d7', 'Nhân lực, đào tạo', 'Staff and training', 'department', 7),
  ('01980000-0000-7000-8000-0000000000d8', 'Tổ chức, quản lý HTX', 'Organisation and management', 'commune', 8),
  ('01980000-0000-7000-8000-0000000000d9', 'Thuế, kế toán', 'Tax and accounts', 'department', 9),
  ('01980000-0000-7000-8000-0000000000da', 'Chính sách hỗ trợ', 'Support policies', 'department', 10),
  ('01980000-0000-7000-8000-0000000000df', 'Nội dung khác', 'Other matters', 'commune', 99);
