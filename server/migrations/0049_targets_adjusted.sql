-- How great a gap is small is the committee's to say, plan by plan; and what a target read before it was
-- adjusted stays readable.
alter table plans add near_percent int not null default 10 check (near_percent between 0 and 50);

-- What a target was until the day on which it was adjusted, by whom, by which paper and why.
create table target_wordings (
  id uuid primary key,
  target_id uuid not null references targets on delete cascade,
  changed_on date not null,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts,
  changed_words text not null,
  paper text not null check (paper <> ''), -- by which it was adjusted
  note text,
  words text not null,
  measure text not null,
  expression jsonb not null,
  adjusted text -- the paper by which it had been adjusted before
);
create index on target_wordings (target_id, changed_on);

alter table target_wordings enable row level security;
create policy of_target on target_wordings for select
  using (exists (select from readable_targets r where r.id = target_id));
create policy by_keeper on target_wordings for insert
  with check (exists (select from kept_targets k where k.id = target_id)
    and changed_by = (select account_id from signed_in));
grant select, insert on target_wordings to hopluc_app;
