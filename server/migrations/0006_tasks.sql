-- A task is the fold of task_events. `version`, `state` and task_spans are a projection of them.
create table tasks (
  id uuid primary key,
  issuer_id uuid not null references agencies, -- the body in whose name it is given
  issuer_unit_id uuid not null references units,
  year int not null,
  number int not null, -- "Nhiệm vụ số 11/2021" of the issuer
  part_no text not null default '' check (part_no ~ '^(\d+(\.\d+)*)?$'), -- a part's: 11.3/2021
  parent_id uuid references tasks, -- part of: a commune's copy, an agency's sub-task
  part_kind text check (part_kind in ('copy', 'subtask', 'instance')),
  directive_id uuid references directives,
  document_id uuid references documents, -- the paper that gives it
  item text, -- its item there: mục 11
  title text not null check (title <> ''),
  content text,
  product text,
  manner text not null check (manner in ('assign', 'request')),
  origin text not null check (origin in ('document', 'spoken', 'import', 'mirror')),
  due_text text, -- the words of the document
  due_source text check (due_source in ('document', 'proposed')),
  text_due_on date, -- what these words mean: a proposed term is never earlier
  recurrence jsonb, -- a standing duty's rule; its instances are parts
  period text, -- of an instance: 2026-Q3
  lead_id uuid not null references agencies, -- as of now, of a container its issuer; task_parties has the history
  directed_by text, -- who gave it: post and name
  tracker_code text, -- its code in the province's official tracker
  is_container boolean not null default false, -- has parts and no clock of its own
  is_given boolean not null default false, -- no longer a draft, which is the issuer's alone
  version int not null default 0,
  state jsonb not null default '{}',
  own_spans jsonb not null default '[]', -- what its own events say, before its parts are heard
  folded text generated always as (folded(title || ' ' || coalesce(content, ''))) stored,
  created_by uuid not null references accounts,
  created_at timestamptz not null default now(),
  unique (issuer_id, year, number, part_no)
);
create unique index on tasks (parent_id, period) where period is not null;
create unique index on tasks (issuer_id, tracker_code, lead_id) where tracker_code is not null and part_no = '';
create index on tasks (created_at) where recurrence is not null;
create index on tasks (parent_id);
create index on tasks (directive_id);
create index on tasks (document_id);
create index on tasks (lead_id);
create index on tasks (issuer_unit_id);
create index on tasks using gin (folded gin_trgm_ops);

-- The last number given by an issuer in a year.
create table task_numbers (
  issuer_id uuid not null references agencies,
  year int not null,
  last int not null,
  primary key (issuer_id, year)
);

create table task_parties (
  task_id uuid not null references tasks,
  agency_id uuid not null references agencies,
  part text not null check (part in ('lead', 'co')),
  from_on date not null,
  until_on date not null default '9999-12-31',
  primary key (task_id, agency_id, part, from_on)
);
create index on task_parties (agency_id, task_id);

create table task_events (
  task_id uuid not null references tasks,
  seq int not null,
  event jsonb not null,
  account_id uuid not null references accounts,
  post_id uuid references posts, -- null for what the system records
  by_words text not null, -- name and post as of then
  recorded_at timestamptz not null default now(),
  primary key (task_id, seq)
);

-- The status and due day on every day: a list or a count as of any day is one range.
create table task_spans (
  task_id uuid not null references tasks,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  status text not null,
  due_on date,
  lead_id uuid not null references agencies, -- each agency answers for its own days
  is_own_late boolean not null default false, -- the lead is late itself, and did not inherit it
  ends_stint boolean not null default false, -- the next day another agency leads
  primary key (task_id, from_on)
);
create index on task_spans (status, from_on, until_on);
create index on task_spans (lead_id, from_on, until_on);
create index on task_spans (lead_id, until_on) where ends_stint and is_own_late;

-- The persons to whom an agency's clerk has passed it, and whether they have seen it.
create table task_persons (
  task_id uuid not null references tasks,
  post_id uuid not null references posts,
  account_id uuid not null references accounts,
  agency_id uuid not null references agencies,
  passed_at timestamptz not null default now(),
  passed_by uuid not null references accounts,
  note text,
  seen_at timestamptz,
  ended_at timestamptz,
  primary key (task_id, post_id)
);
create index on task_persons (account_id);

create table task_comments (
  id uuid primary key,
  task_id uuid not null references tasks,
  account_id uuid not null references accounts,
  by_words text not null,
  text text not null check (text <> ''),
  mentions uuid[] not null default '{}', -- accounts
  kind text not null default 'exchange' check (kind in ('exchange', 'direction', 'explanation', 'reminder')),
  created_at timestamptz not null default now()
);
create index on task_comments (task_id, created_at);

create table task_milestones (
  id uuid primary key,
  task_id uuid not null references tasks,
  title text not null check (title <> ''),
  due_on date not null,
  done_on date,
  position int not null
);
create index on task_milestones (task_id);

-- Co-ordinators are asked for their opinion on a text, until a day.
create table opinion_rounds (
  id uuid primary key,
  task_id uuid not null references tasks,
  title text not null check (title <> ''),
  text text not null,
  file_id uuid references files,
  opened_on date not null,
  until_on date not null,
  closed_on date,
  version int not null default 1,
  created_by uuid not null references accounts
);
create index on opinion_rounds (task_id);

create table opinions (
  round_id uuid not null references opinion_rounds,
  agency_id uuid not null references agencies,
  answer text check (answer in ('agree', 'remarks')),
  remarks jsonb not null default '[]', -- [{ place, text, reply, isTaken }]
  answered_on date,
  paper text, -- number and day of its letter
  by_words text,
  primary key (round_id, agency_id)
);
create index on opinions (agency_id);

-- Quarterly self-review of an agency's open tasks (rà soát).
create table self_reviews (
  agency_id uuid not null references agencies,
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  task_id uuid not null references tasks,
  verdict text not null check (verdict in ('valid', 'stop', 'join', 'done')),
  note text,
  by_words text not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, quarter, task_id)
);
create index on self_reviews (task_id);

-- Rungs of dunning, each with its paper.
create table task_dunnings (
  id uuid primary key,
  task_id uuid not null references tasks,
  rung text not null check (rung in ('reminder', 'letter', 'report', 'agenda')),
  on_day date not null,
  document_id uuid references documents,
  note text,
  by_words text not null
);
create index on task_dunnings (task_id);

do $$
declare one text;
begin
  foreach one in array array['tasks', 'task_numbers', 'task_parties', 'task_events', 'task_spans', 'task_persons',
    'task_comments', 'task_milestones', 'opinion_rounds', 'opinions', 'self_reviews', 'task_dunnings']
  loop
    execute format('alter table %I enable row level security', one);
  end loop;
end $$;

-- A draft is its issuer's alone: those above see what was given, and parties are entered then.
create policy in_scope on tasks for select using (
  issuer_id in (select agency_id from visible_agencies)
  or (is_given and issuer_unit_id in (select unit_id from visible_units))
  or id in (select task_id from task_parties
            where agency_id in (select agency_id from visible_agencies)));
create policy own on task_numbers
  using (issuer_id in (select agency_id from visible_agencies))
  with check (issuer_id in (select agency_id from visible_agencies));
-- Given by the issuer's people; a task handed down is given by the agency that leads the whole.
create policy given on tasks for insert
  with check (issuer_id in (select agency_id from visible_agencies));
create policy acted on tasks for update using (
  issuer_id in (select agency_id from visible_agencies)
  or id in (select task_id from task_parties
            where agency_id in (select agency_id from visible_agencies)));

-- Views read with their owner's rights, so that policies do not circle.
create view reachable_tasks as
select id from tasks where issuer_id in (select agency_id from visible_agencies)
  or (is_given and issuer_unit_id in (select unit_id from visible_units))
union
select task_id from task_parties where agency_id in (select agency_id from visible_agencies);
-- Those on which the acting person's own bodies work or which they give: these may write to it.
create view own_tasks as
select id from tasks where issuer_id in (select agency_id from visible_agencies)
union
select task_id from task_parties where agency_id in (select agency_id from visible_agencies);
grant select on reachable_tasks, own_tasks to hopluc_app;

create policy of_task on task_parties for select using (task_id in (select id from reachable_tasks));
create policy of_own on task_parties for insert with check (task_id in (select id from own_tasks));
create policy of_own_change on task_parties for update using (task_id in (select id from own_tasks));

create policy of_task on task_events for select using (task_id in (select id from reachable_tasks));
create policy of_own on task_events for insert with check (
  task_id in (select id from own_tasks)
  and (account_id, post_id) in (select account_id, post_id from acting));

do $$
declare one text;
begin
  foreach one in array array['task_spans', 'task_persons', 'task_comments', 'task_milestones',
    'opinion_rounds', 'task_dunnings']
  loop
    execute format('create policy of_task on %I for select using (task_id in (select id from reachable_tasks))', one);
    execute format('create policy of_own on %I for insert with check (task_id in (select id from own_tasks))', one);
    execute format('create policy of_own_change on %I for update using (task_id in (select id from own_tasks))', one);
    execute format('create policy of_own_removal on %I for delete using (task_id in (select id from own_tasks))', one);
  end loop;
end $$;

-- Nobody speaks for another.
create policy own_words on task_comments as restrictive for insert to hopluc_app
  with check (account_id = (select account_id from acting));

-- The lead asks and replies, each agency answers for itself; whoever reads the round reads them all.
create policy of_round on opinions for select using (round_id in (select id from opinion_rounds));
create view own_rounds as
select id from opinion_rounds where task_id in (
  select id from tasks where lead_id in (select agency_id from visible_agencies));
create policy of_lead on opinions for insert with check (round_id in (select id from own_rounds));
create policy of_either on opinions for update using (
  agency_id in (select agency_id from visible_agencies)
  or round_id in (select id from own_rounds));
create policy of_task on self_reviews for select using (task_id in (select id from own_tasks));
create policy own on self_reviews
  using (agency_id in (select agency_id from visible_agencies))
  with check (agency_id in (select agency_id from visible_agencies));
-- A file is read by whoever reads the task it is evidence of.
create policy of_task on file_links for select
  using (subject_kind = 'task' and subject_id in (select id from tasks));
create policy to_own_task on file_links for insert
  with check (subject_kind = 'task' and subject_id in (select id from own_tasks));

grant select on own_rounds to hopluc_app;
grant select, insert, update on task_numbers, self_reviews, task_persons to hopluc_app;
-- Whose a task, a round or an opinion is never changes.
grant select, insert on tasks, opinion_rounds, opinions, task_parties to hopluc_app;
grant update (title, content, manner, due_text, due_source, text_due_on, product, directed_by, item,
  document_id, version, state, own_spans, lead_id, is_given) on tasks to hopluc_app;
grant update (closed_on, version) on opinion_rounds to hopluc_app;
grant update (answer, remarks, answered_on, paper, by_words) on opinions to hopluc_app;
grant update (until_on) on task_parties to hopluc_app;
grant select, insert on task_events, task_comments, task_dunnings to hopluc_app; -- appended, never changed
grant select, insert, update, delete on task_spans, task_milestones to hopluc_app;

-- A commune that hands in its part changes how the whole stands, though it may not see the whole.
-- Only for parents of tasks on which the acting person works, and only to make the projection anew.
create function is_parent_of_own(parent uuid) returns boolean
language sql stable security definer set search_path = public
return exists (
  select from tasks where parent_id = parent and id in (select id from own_tasks)
  union all select from own_tasks where id = parent
  union all select from acting where account_id = '00000000-0000-7000-8000-000000000001'
);

-- Locks the whole, and answers what it is made of.
create function whole_of_parts(parent uuid)
returns table (id uuid, parent_id uuid, lead_id uuid, own_spans jsonb, parts jsonb)
language plpgsql security definer set search_path = public as $$
begin
  if not is_parent_of_own(parent) then return; end if;
  perform from tasks t where t.id = parent for update;
  return query
  select t.id, t.parent_id, t.lead_id, t.own_spans, coalesce((
    select jsonb_agg(p.spans) from (
      select jsonb_agg(jsonb_build_object('fromOn', s.from_on, 'untilOn', s.until_on, 'status', s.status,
        'dueOn', s.due_on, 'leadId', s.lead_id, 'isOwnLate', s.is_own_late, 'endsStint', s.ends_stint)
        order by s.from_on) as spans
      from tasks c join task_spans s on s.task_id = c.id
      where c.parent_id = parent and c.part_kind <> 'instance'
      group by c.id
    ) p), '[]')
  from tasks t where t.id = parent and t.recurrence is null;
end $$;

create function put_spans(parent uuid, spans jsonb) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not is_parent_of_own(parent) then
    raise exception 'not a parent of own tasks' using errcode = '42501';
  end if;
  delete from task_spans where task_id = parent;
  insert into task_spans (task_id, from_on, until_on, status, due_on, lead_id, is_own_late, ends_stint)
  select parent, "fromOn", "untilOn", status, "dueOn", "leadId", "isOwnLate", "endsStint"
  from jsonb_to_recordset(spans) as s ("fromOn" date, "untilOn" date, status text, "dueOn" date,
    "leadId" uuid, "isOwnLate" boolean, "endsStint" boolean);
end $$;
revoke execute on function is_parent_of_own(uuid), whole_of_parts(uuid), put_spans(uuid, jsonb) from public;
grant execute on function is_parent_of_own(uuid), whole_of_parts(uuid), put_spans(uuid, jsonb)
  to hopluc_app, hopluc_jobs;

-- The system's jobs remind, make the instances of standing duties, and hand over after a reorganisation.
do $$
declare one text;
begin
  foreach one in array array['tasks', 'task_numbers', 'task_parties', 'task_events', 'task_spans',
    'task_persons', 'task_milestones', 'opinion_rounds', 'opinions', 'task_dunnings']
  loop
    execute format('create policy by_jobs on %I to hopluc_jobs using (true) with check (true)', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;
grant insert, update on tasks, task_numbers, task_persons to hopluc_jobs;
grant insert on task_events to hopluc_jobs;
grant insert, update on task_parties to hopluc_jobs;
grant insert, update, delete on task_spans to hopluc_jobs;
grant select on reachable_tasks, own_tasks to hopluc_jobs;

-- Under whom the system itself records: nobody signs in with it.
insert into accounts (id, username, name, is_active, must_change_password)
values ('00000000-0000-7000-8000-000000000001', 'system', 'Hệ thống', false, false)
on conflict do nothing;
