-- What row security asks for every row is asked cheaply. The scope comes from functions: a planner
-- that saw through them planned the same join a dozen times in a query, which cost more than the rows.
create function acting_agencies() returns setof uuid
language plpgsql stable parallel safe security definer rows 20 cost 50 set search_path = public as $$
begin
  return query select s.agency_id from scope_agencies s join acting a using (account_id, post_id)
    where a.today between s.from_on and s.until_on and a.role is distinct from 'admin';
end $$;
create function acting_units() returns setof uuid
language plpgsql stable parallel safe security definer rows 500 cost 200 set search_path = public as $$
begin
  return query select s.unit_id from scope_units s join acting a using (account_id, post_id)
    where a.today between s.from_on and s.until_on and a.role is distinct from 'admin';
end $$;
revoke execute on function acting_agencies(), acting_units() from public;
grant execute on function acting_agencies(), acting_units() to hopluc_app, hopluc_jobs;
create or replace view visible_agencies as select acting_agencies() as agency_id;
create or replace view visible_units as select acting_units() as unit_id;

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view party_tasks as
select task_id from task_parties where agency_id = any (array(select acting_agencies()));
create view reader_documents as
select document_id from document_readers where agency_id = any (array(select acting_agencies()));
grant select on party_tasks, reader_documents to hopluc_app, hopluc_jobs;

alter policy in_scope on tasks using (
  issuer_id in (select agency_id from visible_agencies)
  or (is_given and issuer_unit_id in (select unit_id from visible_units))
  or id in (select task_id from party_tasks));
create or replace view reachable_tasks as
select id from tasks where issuer_id in (select agency_id from visible_agencies)
  or (is_given and issuer_unit_id in (select unit_id from visible_units))
  or id in (select task_id from party_tasks);
create or replace view own_tasks as
select id from tasks where issuer_id in (select agency_id from visible_agencies)
  or id in (select task_id from party_tasks);
alter policy in_scope on documents using (
  owner_id in (select agency_id from visible_agencies)
  -- A draft is its body's alone: those above see what was issued.
  or (owner_unit_id in (select unit_id from visible_units) and not is_internal
    and state in ('issued', 'replaced', 'expired'))
  -- Those to whom it is made known see it when it goes round for opinions and once it is issued.
  or (state in ('opinions', 'issued', 'replaced', 'expired')
    and id in (select document_id from reader_documents)));

-- What hangs on one task or document is asked of that one, not of all that can be reached.
do $$
declare one text;
begin
  foreach one in array array['task_parties', 'task_events', 'task_persons', 'task_comments',
    'task_milestones', 'opinion_rounds', 'task_dunnings']
  loop
    execute format('alter policy of_task on %I using (exists (select from reachable_tasks r where r.id = task_id))', one);
  end loop;
  foreach one in array array['document_files', 'document_steps']
  loop
    execute format('alter policy of_document on %I using (exists (select from documents d where d.id = document_id))', one);
  end loop;
end $$;

-- Every list of tasks reads the spans of a day, thousands at once: each carries whose it is.
alter table task_spans
  add column issuer_id uuid,
  add column issuer_unit_id uuid,
  add column is_given boolean not null default false;
create function span_of_task() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  select t.issuer_id, t.issuer_unit_id, t.is_given
  into new.issuer_id, new.issuer_unit_id, new.is_given from tasks t where t.id = new.task_id;
  return new;
end $$;
create trigger span_of_task before insert on task_spans
  for each row execute function span_of_task();
create function spans_follow_task() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update task_spans set is_given = new.is_given where task_id = new.id;
  return null;
end $$;
create trigger spans_follow_task after update of is_given on tasks
  for each row when (old.is_given is distinct from new.is_given) execute function spans_follow_task();
revoke execute on function span_of_task(), spans_follow_task() from public;
update task_spans s set issuer_id = t.issuer_id, issuer_unit_id = t.issuer_unit_id, is_given = t.is_given
from tasks t where t.id = s.task_id;
alter policy of_task on task_spans using (
  issuer_id in (select agency_id from visible_agencies)
  or (is_given and issuer_unit_id in (select unit_id from visible_units))
  or task_id in (select task_id from party_tasks));
