-- What a return above adds up has been changed by a correction below: its officers are told, whoever accepted
-- the correction. Once for each version.
create function tell_of_sums(corrected uuid, by_words text, at timestamptz) returns void
language sql security definer set search_path = public
begin atomic
  insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
  select distinct on (h.account_id, t.id) gen_random_uuid(), h.account_id, 'return.sums_changed', 'return', t.id,
    jsonb_build_object('title', above.title, 'by', by_words),
    'return.sums_changed ' || t.id || ' ' || b.id || ' ' || b.version, at
  from returns b cross join acting a
  join rounds o on o.id = b.round_id
  join rounds above on above.id = o.parent_id
  join returns t on t.round_id = above.id
  join unit_ancestry u on u.ancestor_id = t.unit_id and u.descendant_id = b.unit_id and u.ancestor_id <> u.descendant_id
    and o.cutoff_on between u.from_on and u.until_on
  join posts h on a.today between h.from_on and h.until_on and h.role in ('officer', 'clerk', 'standing')
    and (h.agency_id = t.agency_id or h.agency_id in (select v.agency_id from agency_versions v
      where v.acts_for_id = t.agency_id and a.today between v.from_on and v.until_on))
  where b.id = corrected and exists (select from received_returns r where r.id = b.id)
  on conflict do nothing;
end;
revoke execute on function tell_of_sums(uuid, text, timestamptz) from public;
grant execute on function tell_of_sums(uuid, text, timestamptz) to hopluc_app;
