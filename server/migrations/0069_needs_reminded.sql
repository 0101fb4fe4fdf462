-- Those asked of whom nobody has stated what the agency needs are reminded, a notice a day at most; answers how many
-- of these agencies have somebody to read it.
create function remind_of_needs(plan uuid, agencies uuid[], params jsonb, at timestamptz) returns int
language sql security definer set search_path = public
begin atomic
  insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
  select distinct on (h.account_id) gen_random_uuid(), h.account_id, 'plan.reminded', 'plan', p.id,
    remind_of_needs.params, 'plan.reminded ' || p.id || ' ' || a.today, at
  from plans p cross join acting a
  join unit_ancestry u on u.ancestor_id = p.unit_id and a.today between u.from_on and u.until_on
  join agency_versions v on a.today between v.from_on and v.until_on and v.agency_id = any (agencies)
    and (v.unit_id = u.descendant_id and v.unit_id <> p.unit_id and v.kind = 'people_committee'
      or v.unit_id = p.unit_id and v.kind = 'department')
  join posts h on a.today between h.from_on and h.until_on and h.role in ('leader', 'officer', 'clerk')
    and (h.agency_id = v.agency_id or h.agency_id in (select w.agency_id from agency_versions w
      where w.acts_for_id = v.agency_id and a.today between w.from_on and w.until_on))
  where p.id = plan and p.state <> 'draft' and p.body_id in (select planned_bodies())
    and h.account_id is distinct from a.account_id
  on conflict do nothing;
  select count(distinct v.agency_id)::int from acting a
  join agency_versions v on a.today between v.from_on and v.until_on and v.agency_id = any (agencies)
  join posts h on a.today between h.from_on and h.until_on and h.role in ('leader', 'officer', 'clerk')
    and (h.agency_id = v.agency_id or h.agency_id in (select w.agency_id from agency_versions w
      where w.acts_for_id = v.agency_id and a.today between w.from_on and w.until_on))
  where plan in (select k.id from kept_plans k);
end;
revoke execute on function remind_of_needs(uuid, uuid[], jsonb, timestamptz) from public;
grant execute on function remind_of_needs(uuid, uuid[], jsonb, timestamptz) to hopluc_app;
