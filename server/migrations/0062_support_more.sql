-- Of an application: given back to be completed, when the next tranche is due, results in figures by its
-- kind; who is told. And of members and workers the parts by which the law puts applicants in order.

alter table support_applications add column results jsonb not null default '[]', -- [{"code", "value"}]
  add column next_due_on date, -- of the tranche that comes next
  drop constraint support_applications_state_check,
  add constraint support_applications_state_check
    check (state in ('submitted', 'returned', 'approved', 'refused', 'withdrawn', 'running', 'accepted'));
create index on support_applications (next_due_on) where next_due_on is not null;
grant update (results, next_due_on, checks) on support_applications to hopluc_app;

drop policy withdrawn on support_applications;
create policy withdrawn on support_applications for update
  using (state in ('submitted', 'returned') and (applied_agency_id in (select acting_agencies())
    or entity_id in (select id from own_entities)))
  with check (state in ('withdrawn', 'submitted') and approved is null and disbursed = 0);
drop policy recorded on support_events;
create policy recorded on support_events for insert with check (made_by = (select account_id from signed_in)
  and (exists (select from handled_supports h where h.id = application_id)
    or action in ('apply', 'withdraw', 'complete')
      and exists (select from applied_supports a where a.id = application_id)));

-- What one may be told of, beside what was named before.
do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint
  where conname = 'notices_subject_kind_check' and conrelid = 'notices'::regclass);
begin
  alter table notices drop constraint notices_subject_kind_check;
  execute 'alter table notices add constraint notices_subject_kind_check '
    || regexp_replace(kinds, 'ARRAY\[', 'ARRAY[''support''::text, ');
end $$;

-- A cooperative's people do not see who holds which post: the database tells for them, of what they read
-- alone. To the people of those who run and appraise it, or to those who applied.
create function tell_of_support(support uuid, side text, kind text, params jsonb, dedupe text, at timestamptz)
returns void
language sql security definer set search_path = public
begin atomic
  insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
  select distinct on (h.account_id) gen_random_uuid(), h.account_id, tell_of_support.kind, 'support', s.id,
    tell_of_support.params, tell_of_support.dedupe, at
  from support_applications s join support_programmes p on p.id = s.programme_id
  join entities e on e.id = s.entity_id cross join acting a
  join posts h on a.today between h.from_on and h.until_on and case side
    when 'applicant' then h.account_id = s.applied_by or h.role = 'cooperative' and h.agency_id = e.agency_id
    else h.role in ('leader', 'officer', 'standing') and (h.agency_id = p.agency_id
      or side = 'appraisers' and h.agency_id in (select x.agency_id from support_appraisers x
        where x.programme_id = p.id)
      or h.agency_id in (select v.agency_id from agency_versions v
        where v.acts_for_id = p.agency_id and a.today between v.from_on and v.until_on)) end
  where s.id = support and h.account_id is distinct from a.account_id
    and (a.account_id is null or a.role is null or exists (select from readable_supports r where r.id = s.id))
  on conflict do nothing;
end;
revoke execute on function tell_of_support(uuid, text, text, jsonb, text, timestamptz) from public;
grant execute on function tell_of_support(uuid, text, text, jsonb, text, timestamptz) to hopluc_app, hopluc_jobs;
-- The days of tranches are told by a job.
create policy by_jobs on support_programmes for select to hopluc_jobs using (true);
grant select on support_programmes to hopluc_jobs;

insert into breakdowns (parts) values ('{"disability": "disabled"}'), ('{"insurance": "insured"}')
on conflict (parts) do nothing;
