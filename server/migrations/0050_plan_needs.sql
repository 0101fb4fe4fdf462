-- The yearly planning round: what units and departments need by policy for the year of the plan, the money
-- that there is, and what the plan's body allots. In million đồng.
create table support_policies (
  id uuid primary key,
  body_id uuid references agencies, -- whose own it is; null: everyone's
  name text not null check (name <> ''),
  basis text, -- legal basis
  source text, -- of the money
  position int not null default 0,
  is_ended boolean not null default false, -- no longer offered
  version int not null default 1,
  unique nulls not distinct (body_id, name)
);

-- For which policies the plan asks.
create table plan_policies (
  plan_id uuid not null references plans on delete cascade,
  policy_id uuid not null references support_policies,
  position int not null,
  primary key (plan_id, policy_id)
);
create index on plan_policies (policy_id);

-- What an agency states it needs, as it said on a day.
create table plan_needs (
  plan_id uuid not null references plans on delete cascade,
  agency_id uuid not null references agencies,
  policy_id uuid not null references support_policies,
  on_day date not null,
  this_year numeric check (this_year >= 0), -- what the year under way is estimated to take
  amount numeric not null check (amount >= 0), -- 0: none
  note text,
  stated_by uuid not null references accounts,
  stated_words text not null,
  stated_at timestamptz not null,
  is_demo boolean not null default false,
  primary key (plan_id, agency_id, policy_id, on_day)
);
create index on plan_needs (agency_id);
create index on plan_needs (policy_id);

-- From a day on: without an agency the money that there is for the policy, else what the agency is allotted;
-- null from the day on which it was taken back.
create table plan_funds (
  plan_id uuid not null references plans on delete cascade,
  policy_id uuid not null references support_policies,
  agency_id uuid references agencies,
  on_day date not null,
  amount numeric check (amount >= 0),
  unique nulls not distinct (plan_id, policy_id, agency_id, on_day)
);
create index on plan_funds (agency_id) where agency_id is not null;
create index on plan_funds (policy_id);

-- For whom the acting person states needs: the commune's People's Committee, a department its own.
create function need_agencies() returns setof uuid
language plpgsql stable security definer rows 2 cost 200 set search_path = public as $$
begin
  return query select o.agency_id from own_commune o
    union select v.agency_id from acting a
    join agency_versions v on v.agency_id = a.agency_id and v.kind = 'department'
      and a.today between v.from_on and v.until_on
    where a.role in ('officer', 'leader', 'clerk');
end $$;
revoke execute on function need_agencies() from public;
grant execute on function need_agencies() to hopluc_app, hopluc_jobs;

alter table support_policies enable row level security;
create policy everyone on support_policies for select using ((select account_id from signed_in) is not null);
create policy own on support_policies for insert with check (body_id in (select planned_bodies()));
create policy kept on support_policies for update using (body_id in (select planned_bodies()))
  with check (body_id in (select planned_bodies()));
grant select on support_policies to hopluc_app, hopluc_jobs;
grant insert on support_policies to hopluc_app;
grant update (name, basis, source, is_ended, version) on support_policies to hopluc_app;

alter table plan_policies enable row level security;
create policy of_plan on plan_policies for select
  using (exists (select from readable_plans r where r.id = plan_id));
create policy by_keeper on plan_policies using (exists (select from kept_plans k where k.id = plan_id))
  with check (exists (select from kept_plans k where k.id = plan_id));
grant select, insert, update, delete on plan_policies to hopluc_app;

-- What an agency needs is read by itself and by whose plan it is.
alter table plan_needs enable row level security;
create policy readers on plan_needs for select using (agency_id in (select need_agencies())
  or exists (select from kept_plans k where k.id = plan_id));
create policy own on plan_needs for insert with check (agency_id in (select need_agencies())
  and stated_by = (select account_id from signed_in)
  and exists (select from plans p where p.id = plan_id and p.state = 'registering'));
create policy said_anew on plan_needs for update using (agency_id in (select need_agencies())
    and exists (select from plans p where p.id = plan_id and p.state = 'registering'))
  with check (agency_id in (select need_agencies()) and stated_by = (select account_id from signed_in));
grant select, insert, update on plan_needs to hopluc_app;

-- What is allotted is everyone's once the plan is issued.
alter table plan_funds enable row level security;
create policy readers on plan_funds for select using (exists (select from readable_plans r where r.id = plan_id)
  and (exists (select from plans i where i.id = plan_id and i.state = 'issued') or agency_id in (select need_agencies())));
create policy by_keeper on plan_funds using (exists (select from kept_plans k where k.id = plan_id))
  with check (exists (select from kept_plans k where k.id = plan_id));
grant select, insert, update on plan_funds to hopluc_app;

do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint
  where conname = 'notices_subject_kind_check' and conrelid = 'notices'::regclass);
begin
  alter table notices drop constraint notices_subject_kind_check;
  execute 'alter table notices add constraint notices_subject_kind_check '
    || regexp_replace(kinds, 'ARRAY\[', 'ARRAY[''plan''::text, ');
end $$;

-- By the groups of Luật Hợp tác xã 2023, articles 20 to 28; where the article of the decree was not read, the
-- law alone is named, and each province says the source of its money itself.
insert into support_policies (id, name, basis, position) values
  ('01980000-0000-7000-8000-0000000000e1', 'Phát triển nguồn nhân lực, thông tin, tư vấn', 'Luật Hợp tác xã 2023; Nghị định 113/2024/NĐ-CP, Điều 7', 1),
  ('01980000-0000-7000-8000-0000000000e2', 'Đất đai', 'Luật Hợp tác xã 2023', 2),
  ('01980000-0000-7000-8000-0000000000e3', 'Tiếp cận vốn, bảo hiểm', 'Luật Hợp tác xã 2023', 3),
  ('01980000-0000-7000-8000-0000000000e4', 'Khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số', 'Luật Hợp tác xã 2023', 4),
  ('01980000-0000-7000-8000-0000000000e5', 'Tiếp cận thị trường, xúc tiến thương mại', 'Luật Hợp tác xã 2023', 5),
  ('01980000-0000-7000-8000-0000000000e6', 'Đầu tư kết cấu hạ tầng, trang thiết bị', 'Luật Hợp tác xã 2023; Nghị định 113/2024/NĐ-CP, Điều 13', 6),
  ('01980000-0000-7000-8000-0000000000e7', 'Tư vấn tài chính, đánh giá rủi ro', 'Luật Hợp tác xã 2023', 7),
  ('01980000-0000-7000-8000-0000000000e8', 'Hỗ trợ riêng trong lĩnh vực nông nghiệp', 'Luật Hợp tác xã 2023', 8);

-- Once a yearly plan is laid open: the people of communes below its unit and of its departments.
create function tell_of_plan(plan uuid, kind text, params jsonb, at timestamptz) returns void
language sql security definer set search_path = public
begin atomic
  insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
  select distinct on (h.account_id) gen_random_uuid(), h.account_id, tell_of_plan.kind, 'plan', p.id,
    tell_of_plan.params, tell_of_plan.kind || ' ' || p.id, at
  from plans p cross join acting a
  join unit_ancestry u on u.ancestor_id = p.unit_id and a.today between u.from_on and u.until_on
  join agency_versions v on a.today between v.from_on and v.until_on and (v.unit_id = u.descendant_id
      and v.unit_id <> p.unit_id and v.kind = 'people_committee' or v.unit_id = p.unit_id and v.kind = 'department')
  join posts h on a.today between h.from_on and h.until_on and h.role in ('leader', 'officer', 'clerk')
    and (h.agency_id = v.agency_id or h.agency_id in (select w.agency_id from agency_versions w
      where w.acts_for_id = v.agency_id and a.today between w.from_on and w.until_on))
  where p.id = plan and p.state <> 'draft' and p.body_id in (select planned_bodies())
    and h.account_id is distinct from a.account_id
  on conflict do nothing;
end;
revoke execute on function tell_of_plan(uuid, text, jsonb, timestamptz) from public;
grant execute on function tell_of_plan(uuid, text, jsonb, timestamptz) to hopluc_app;
