-- Notices of assessments, loans and quarterly meetings; a fund's limit for customers that are related.

do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint
  where conname = 'notices_subject_kind_check' and conrelid = 'notices'::regclass);
begin
  alter table notices drop constraint notices_subject_kind_check;
  execute 'alter table notices add constraint notices_subject_kind_check ' || regexp_replace(kinds, 'ARRAY\[',
    'ARRAY[''assessment''::text, ''assessment_round''::text, ''dialogue''::text, ''loan''::text, ');
end $$;

do $$
declare one text;
begin
  foreach one in array array['assessment_rounds', 'assessment_steps', 'loan_funds', 'loan_dues']
  loop
    execute format('create policy by_jobs on %I for select to hopluc_jobs using (true)', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;

-- What the job of every morning looks through.
create index on assessment_steps (on_day) where action in ('send_back', 'decide');
create index on assessment_rounds (opened_on);
create index on assessment_rounds (published_on) where published_on is not null;

-- Customer and related customers together, in percent of the charter capital; empty: not limited.
alter table loan_funds add related_percent int check (related_percent between 0 and 100);
grant update (related_percent) on loan_funds to hopluc_app;

-- Borrowers that a fund knows to be related; each pair once. A merger of doubles may turn a pair round, or
-- make one of it that says nothing.
create table loan_relations (
  fund_id uuid not null references loan_funds,
  entity_id uuid not null references entities,
  other_id uuid not null references entities,
  primary key (fund_id, entity_id, other_id)
);
create index on loan_relations (fund_id, other_id);
alter table loan_relations enable row level security;
create policy readers on loan_relations for select using (
  fund_id in (select f.id from loan_funds f where f.agency_id in (select acting_agencies())));
create policy kept on loan_relations using (fund_id in (select id from run_funds))
  with check (fund_id in (select id from run_funds));
grant select, insert, delete on loan_relations to hopluc_app;
