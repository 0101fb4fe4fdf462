-- What the service's policies say once more for the tables themselves: whoever may read a task, tell a
-- person or upload a file may not therefore write what is another's.

-- The acting person's post as it is kept, whatever the transaction says of itself.
create view acting_post as
select p.id, p.account_id, p.agency_id, p.committee_id, p.role, acting.today
from posts p join acting on acting.post_id = p.id and acting.account_id = p.account_id
where acting.today between p.from_on and p.until_on;

-- The agency of that post, and the one for which it acts today. Unlike visible_agencies without the
-- bodies they came from: history is read, and not written.
create view own_agencies as
select agency_id from acting_post
union
select v.acts_for_id from acting_post p join agency_versions v on v.agency_id = p.agency_id
where v.acts_for_id is not null and p.today between v.from_on and v.until_on;

-- Who may do what: MAY of the module task-rights, row by row. A test compares them.
create table task_rights (
  action text not null,
  capacity text not null,
  primary key (action, capacity)
);
alter table task_rights enable row level security;
insert into task_rights (action, capacity)
select action, capacity from (values
  ('{start_by_word,issue,answer,return,confirm,propose,edit_draft,remind}'::text[],
    '{standing,chair,delegate,issuer_leader,issuer_officer}'::text[]),
  ('{decide,order,resume,ask_explanation,judge_cause,direct}', '{chair,delegate,issuer_leader}'),
  ('{question,progress,submit,request,explain,hand_down,open_opinions}', '{lead_officer,lead_leader}'),
  ('{take_up}', '{lead_officer,lead_leader,lead_clerk}'),
  ('{prepare}', '{lead_officer}'),
  ('{approve,decline}', '{lead_leader}'),
  ('{pass_to_person}', '{lead_clerk,lead_leader}'),
  ('{add_paper,plan_milestones}',
    '{standing,chair,delegate,issuer_leader,issuer_officer,lead_officer,lead_leader}'),
  ('{comment}', '{standing,chair,delegate,issuer_leader,issuer_officer,lead_officer,lead_leader,lead_clerk,co_leader,co_officer,co_clerk}')
) t (actions, capacities) cross join unnest(actions) action cross join unnest(capacities) capacity;

-- In which capacities the acting person meets a task. A sub-task is handed down by the lead of the
-- whole, a delegate among them, hence issuer_officer. In plpgsql, whose plans are kept.
create function task_capacities(task uuid) returns text[]
language plpgsql stable security definer set search_path = public as $$
declare
  post record;
  subject record;
  own uuid[];
  result text[] := '{}';
begin
  select * into post from acting_post;
  -- after a reorganisation the issuer's successor decides in its place
  select coalesce((state -> 'heirs' ->> issuer_id::text)::uuid, issuer_id) as issuer_id, lead_id, is_container
    into subject from tasks where id = task;
  if post is null or subject is null then return result; end if;
  own := array(select agency_id from own_agencies);
  if post.committee_id = subject.issuer_id then result := result || post.role; end if;
  if subject.issuer_id = any (own) then
    result := result || case when post.role in ('leader', 'chair') then 'issuer_leader'
      when post.role in ('officer', 'standing', 'delegate') then 'issuer_officer' else 'none' end;
  end if;
  if subject.lead_id = any (own) and not subject.is_container then
    result := result || case when post.role in ('leader', 'chair', 'delegate') then 'lead_leader'
      when post.role in ('officer', 'standing') then 'lead_officer'
      when post.role = 'clerk' then 'lead_clerk' else 'none' end;
  end if;
  if exists (select from task_parties where task_id = task and part = 'co' and agency_id = any (own)
    and post.today between from_on and until_on) then
    result := result || case when post.role in ('leader', 'chair', 'delegate') then 'co_leader'
      when post.role in ('officer', 'standing') then 'co_officer'
      when post.role = 'clerk' then 'co_clerk' else 'none' end;
  end if;
  return result;
end $$;

-- Whether the acting person may do this to this task; the state of the task is the service's to judge.
create function may_do(task uuid, wanted text) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  capacities text[] := array(
    select capacity from task_rights where action = wanted and capacity = any (task_capacities(task)));
  subject record;
begin
  if cardinality(capacities) = 0 then return false; end if;
  select lead_id, manner into subject from tasks where id = task;
  if wanted in ('question', 'submit', 'request', 'explain') and capacities = '{lead_officer}' then
    -- what leaves an agency whose leader approves leaves with the leader
    return not coalesce((select needs_approval from agency_versions v, acting_post p
      where v.agency_id = subject.lead_id
      order by (p.today between v.from_on and v.until_on) desc, v.from_on desc limit 1), false);
  elsif wanted in ('confirm', 'return') and not capacities && '{chair,delegate}' then
    -- nobody confirms the result of the own agency, but the chair or a delegate for the committee
    return subject.lead_id not in (select agency_id from own_agencies);
  end if;
  -- who is asked is not ordered
  return wanted not in ('ask_explanation', 'remind') or subject.manner <> 'request';
end $$;

-- The same of an event, with those that are recorded and not chosen from a list of actions.
create function may_record(task uuid, event jsonb) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  case event ->> 'action'
    when 'give_opinion' then
      return exists (
        select from opinion_rounds r join opinions o on o.round_id = r.id cross join acting_post p
        where r.task_id = task and r.id = (event ->> 'roundId')::uuid
          and o.agency_id = (event ->> 'agencyId')::uuid
          and o.agency_id in (select agency_id from own_agencies)
          and p.role in ('leader', 'officer', 'clerk', 'standing', 'chair', 'delegate'));
    when 'draft', 'discard', 'import' then return may_do(task, 'edit_draft');
    when 'close_opinions' then return may_do(task, 'open_opinions');
    when 'take_up' then
      -- instances of a duty that was taken up as a whole begin so
      return may_do(task, 'take_up') or may_do(task, 'edit_draft') and exists (
        select from tasks t left join tasks whole on whole.id = t.parent_id
        where t.id = task and 'instance' in (t.part_kind, whole.part_kind));
    else return may_do(task, event ->> 'action');
  end case;
end $$;

drop policy of_own on task_events;
create policy of_own on task_events for insert to hopluc_app with check (
  (account_id, post_id) in (select account_id, post_id from acting)
  and recorded_at = now()
  and may_record(task_id, event));

-- The projection is made anew by whoever has just recorded something, in the same transaction.
create function has_just_recorded(task uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return exists (
    select from task_events where task_id = task and recorded_at = now()
    and account_id = nullif(current_setting('hopluc.account', true), '')::uuid);
end $$;

drop policy given on tasks;
create policy given on tasks for insert to hopluc_app with check (
  issuer_id in (select agency_id from visible_agencies)
  and (select role from acting_post) in ('chair', 'delegate', 'standing', 'leader', 'officer'));
drop policy acted on tasks;
create policy acted on tasks for update to hopluc_app
  using (id in (select id from own_tasks)) with check (has_just_recorded(id));
grant update (is_container) on tasks to hopluc_app; -- a standing duty that passes from several to one

drop policy of_own on task_parties;
drop policy of_own_change on task_parties;
create policy projected on task_parties for insert to hopluc_app with check (has_just_recorded(task_id));
create policy projected_change on task_parties for update to hopluc_app using (has_just_recorded(task_id));

drop policy of_own on task_spans;
drop policy of_own_change on task_spans;
drop policy of_own_removal on task_spans;
create policy projected on task_spans for insert to hopluc_app with check (has_just_recorded(task_id));
create policy projected_removal on task_spans for delete to hopluc_app using (has_just_recorded(task_id));
revoke update on task_spans from hopluc_app;

-- However far above: a sub-task of a commune's copy changes how the container stands.
create or replace function is_parent_of_own(parent uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from acting where account_id = '00000000-0000-7000-8000-000000000001')
    or exists (
      with recursive below (id) as (
        select parent
        union
        select t.id from tasks t join below on t.parent_id = below.id
      )
      select from below where has_just_recorded(id));
end $$;

-- An agency passes a task to its own people alone, each of whom says that it was seen.
drop policy of_own on task_persons;
drop policy of_own_change on task_persons;
drop policy of_own_removal on task_persons;
create policy passed on task_persons for insert to hopluc_app with check (
  may_do(task_id, 'pass_to_person')
  and passed_by = (select account_id from acting)
  and exists (select from posts p join agency_versions v on v.agency_id = p.agency_id
    where p.id = post_id and p.account_id = task_persons.account_id and p.agency_id = task_persons.agency_id
      and (select today from acting) between v.from_on and v.until_on
      and (p.agency_id in (select agency_id from own_agencies)
        or v.acts_for_id in (select agency_id from own_agencies))));
create policy passed_change on task_persons for update to hopluc_app using (
  account_id = (select account_id from acting) or may_do(task_id, 'pass_to_person'));

drop policy of_own on task_comments;
drop policy of_own_change on task_comments;
drop policy of_own_removal on task_comments;
create policy said on task_comments for insert to hopluc_app with check (
  may_do(task_id, case kind when 'direction' then 'direct' when 'reminder' then 'remind'
    when 'explanation' then 'explain' else 'comment' end));

drop policy of_own on task_milestones;
drop policy of_own_change on task_milestones;
drop policy of_own_removal on task_milestones;
create policy planned on task_milestones for insert to hopluc_app
  with check (may_do(task_id, 'plan_milestones'));
create policy planned_removal on task_milestones for delete to hopluc_app
  using (may_do(task_id, 'plan_milestones'));
revoke update on task_milestones from hopluc_app;

drop policy of_own on task_dunnings;
drop policy of_own_change on task_dunnings;
drop policy of_own_removal on task_dunnings;
create policy dunned on task_dunnings for insert to hopluc_app with check (may_do(task_id, 'remind'));

-- Those who are asked count the round's version up with their answer; the lead opens it.
drop policy of_own on opinion_rounds;
drop policy of_own_removal on opinion_rounds;
create policy opened on opinion_rounds for insert to hopluc_app
  with check (may_do(task_id, 'open_opinions') and created_by = (select account_id from acting));

revoke execute on function task_capacities(uuid), may_do(uuid, text), may_record(uuid, jsonb),
  has_just_recorded(uuid) from public;
grant execute on function may_do(uuid, text), may_record(uuid, jsonb), has_just_recorded(uuid)
  to hopluc_app;
grant select on acting_post, own_agencies to hopluc_app;

-- An invitation is seen once it has left; a meeting that was held, by those who were there.
create view invitations as
select a.meeting_id from meeting_attendees a join meetings m on m.id = a.meeting_id
where a.agency_id in (select agency_id from visible_agencies)
  and (m.invited_on is not null or m.state in ('held', 'concluded'));
grant select on invitations to hopluc_app;

drop policy in_scope on meetings;
create policy in_scope on meetings for select using (
  agency_id in (select agency_id from visible_agencies)
  or agency_unit_id in (select unit_id from visible_units)
  or id in (select meeting_id from invitations));
drop policy invited on meeting_attendees;
create policy invited on meeting_attendees for select using (
  agency_id in (select agency_id from visible_agencies)
  and meeting_id in (select meeting_id from invitations));

create or replace function meeting_hits(words text, part text, near text)
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
      or m.id in (select meeting_id from invitations));
end;

-- Content is written in the transaction that claimed it, and never afterwards.
create function takes_chunk(content bytea, place int, bytes bytea) returns boolean
language sql stable security definer set search_path = public
return length(bytes) between 1 and 262144 and exists (
  select from file_blobs where hash = content and xmin = pg_current_xact_id()::xid
  and place <= (size - 1) / 262144);
revoke execute on function takes_chunk(bytea, int, bytea) from public;
grant execute on function takes_chunk(bytea, int, bytea) to hopluc_app;
drop policy upload on file_chunks;
create policy upload on file_chunks for insert to hopluc_app
  with check (takes_chunk(hash, seq, bytes));

-- One tells of what one reads, and those whom it concerns. What makes a notice the same is said by
-- each teller apart: nobody uses up the words in which another, or the system, would tell.
alter table notices add column told_by uuid not null
  default '00000000-0000-7000-8000-000000000001';
alter table notices alter column told_by
  set default nullif(current_setting('hopluc.account', true), '')::uuid;
alter table notices drop constraint notices_account_id_dedupe_key;
create unique index on notices (account_id, told_by, dedupe);

create function is_concerned(person uuid, kind text, subject uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  bodies uuid[] := case
    -- of nothing that is kept yet: colleagues
    when subject is null then array(select agency_id from visible_agencies)
    when kind = 'task' then array(
      select unnest(array[issuer_id, lead_id]) from tasks where id = subject
      union all select agency_id from task_parties where task_id = subject)
    when kind = 'document' then array(
      select owner_id from documents where id = subject
      union all select agency_id from document_readers where document_id = subject)
    when kind = 'meeting' then array(
      select agency_id from meetings where id = subject
      union all select agency_id from meeting_attendees where meeting_id = subject)
    when kind = 'reading' then array(select owner_id from readings where id = subject)
    when kind = 'committee' then array( -- a body, or the unit that has to have one
      select agency_id from agency_versions where agency_id = subject or unit_id = subject)
  end;
begin
  return exists (
    select from scope_agencies s join acting on acting.today between s.from_on and s.until_on
    where s.account_id = person and s.agency_id = any (bodies));
end $$;
-- With the teller's own rights, who has to read the record. To oneself one may tell anything.
create function may_tell(person uuid, kind text, subject uuid) returns boolean
language plpgsql stable set search_path = public as $$
begin
  return person = (select account_id from acting) or is_concerned(person, kind, subject) and case
    when subject is null then kind <> 'digest'
    when kind = 'task' then exists (select from tasks where id = subject)
    when kind = 'document' then exists (select from documents where id = subject)
    when kind = 'meeting' then exists (select from meetings where id = subject)
    when kind = 'reading' then exists (select from readings where id = subject)
    when kind = 'committee' then subject in (
      select agency_id from visible_agencies union all select unit_id from visible_units)
    else false end;
end $$;
revoke execute on function is_concerned(uuid, text, uuid), may_tell(uuid, text, uuid) from public;
grant execute on function is_concerned(uuid, text, uuid), may_tell(uuid, text, uuid) to hopluc_app;

drop policy told on notices;
create policy told on notices for insert to hopluc_app with check (
  told_by = (select account_id from signed_in) and seen_at is null
  and may_tell(account_id, subject_kind, subject_id));

-- What may be put into the queue: work as oneself, or the system's own but for a reorganisation's.
create function may_ask(name text, data jsonb) returns boolean
language sql stable set search_path = public
return exists (
  select from acting where account_id is not null and case
    when data -> 'actor' is null then name <> 'tasks.hand_over' or role = 'admin'
    else (data -> 'actor' ->> 'accountId', data -> 'actor' ->> 'postId', data -> 'actor' ->> 'role',
      data -> 'actor' ->> 'agencyId')
      is not distinct from (account_id::text, post_id::text, role, agency_id::text) end);
revoke execute on function may_ask(text, jsonb) from public;
grant execute on function may_ask(text, jsonb) to hopluc_app;

-- As before, but that an agency acts for another only on the days of the version that says so; one
-- that has ended hands its successor what it acted for last.
create or replace function refresh_scopes(account uuid) returns void
language sql security definer set search_path = public
begin atomic
  select pg_advisory_xact_lock(2002, hashtext(account::text));
  delete from scope_agencies where account_id = account;
  delete from scope_units where account_id = account;
  insert into scope_agencies (account_id, post_id, agency_id, from_on, until_on)
  with recursive seen (post_id, agency_id, from_on, until_on, ended_on) as (
    select p.id, a.agency_id, p.from_on, p.until_on, null::date
    from posts p cross join lateral (values (p.agency_id), (p.committee_id)) a (agency_id)
    where p.account_id = account and a.agency_id is not null
    union
    select seen.post_id, n.agency_id, n.from_on, n.until_on, n.ended_on
    from seen cross join lateral (
      select from_id as agency_id, seen.from_on, seen.until_on, on_day as ended_on
      from agency_successions where to_id = seen.agency_id
      union all
      select acts_for_id, greatest(seen.from_on, from_on), least(seen.until_on, until_on), null
      from agency_versions
      where agency_id = seen.agency_id and acts_for_id is not null and seen.ended_on is null
        and from_on <= seen.until_on and until_on >= seen.from_on
      union all
      select acts_for_id, seen.from_on, seen.until_on, seen.ended_on
      from agency_versions
      where agency_id = seen.agency_id and acts_for_id is not null
        and seen.ended_on - 1 between from_on and until_on
    ) n
  )
  select account, post_id, agency_id, from_on, max(until_on) from seen group by 2, 3, 4;
  insert into scope_units (account_id, post_id, unit_id, from_on, until_on)
  with recursive seen (post_id, unit_id, from_on, until_on) as (
    select p.id, v.unit_id, p.from_on, p.until_on
    from posts p join agency_versions v on v.agency_id in (p.agency_id, p.committee_id)
    where p.account_id = account and p.role in ('chair', 'delegate', 'standing', 'observer')
    union
    select seen.post_id, n.unit_id, seen.from_on, seen.until_on
    from seen cross join lateral (
      select from_id as unit_id from unit_successions where to_id = seen.unit_id
      union all
      select descendant_id from unit_ancestry where ancestor_id = seen.unit_id
    ) n
  )
  select distinct account, post_id, unit_id, from_on, until_on from seen;
end;
select refresh_scopes(id) from accounts;
