-- Where a difficulty was raised, and what was made of it: an item of a meeting's agenda, a task.
alter table difficulties
  add meeting_id uuid references meetings,
  add return_id uuid references returns;
create index on difficulties (meeting_id) where meeting_id is not null;
create index on difficulties (return_id) where return_id is not null;

create table difficulty_uses (
  difficulty_id uuid not null references difficulties,
  meeting_id uuid references meetings,
  task_id uuid references tasks,
  put_on date not null,
  put_by uuid not null references accounts,
  put_words text not null,
  check (num_nonnulls(meeting_id, task_id) = 1),
  unique nulls not distinct (difficulty_id, meeting_id, task_id)
);
create index on difficulty_uses (meeting_id) where meeting_id is not null;
create index on difficulty_uses (task_id) where task_id is not null;
alter table difficulty_uses enable row level security;
create policy readers on difficulty_uses for select using (
  exists (select from readable_difficulties r where r.id = difficulty_id));
create policy put on difficulty_uses for insert with check (put_by = (select account_id from signed_in)
  and (exists (select from handled_difficulties r where r.id = difficulty_id)
    or exists (select from steered_difficulties r where r.id = difficulty_id)));
grant select, insert on difficulty_uses to hopluc_app;

-- Which meetings of communes with their cooperatives fell into a span of days: the board reads them by unit.
create index on meetings (agency_unit_id, held_on) where kind = 'dialogue' and state <> 'cancelled';

-- Found by a part of their words.
create index on difficulties using gin (folded(text) gin_trgm_ops);
