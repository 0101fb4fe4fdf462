-- Rounds flow into one another: a return of a level above adds up the accepted returns of those below it.
-- Whose returns these are, who fills the one above is told, whoever received them.
create function returns_below(wanted uuid) returns table (id uuid, round_id uuid, round_title text, unit_id uuid,
  level text, name text, state text, is_accepted boolean)
language plpgsql stable security definer set search_path = public as $$
declare
  one record;
begin
  select r.unit_id, r.round_id, o.period_id into one from returns r join rounds o on o.id = r.round_id
    where r.id = wanted and exists (select from readable_return_contents m where m.id = wanted);
  if not found then return; end if;
  return query
  select b.id, o.id, o.title, b.unit_id, v.level, v.kind || ' ' || v.name, b.state, b.accepted_at is not null
  from rounds o join returns b on b.round_id = o.id
  join unit_ancestry a on a.ancestor_id = one.unit_id and a.descendant_id = b.unit_id and a.ancestor_id <> a.descendant_id
    and o.cutoff_on between a.from_on and a.until_on
  cross join lateral (select u.level, u.kind, u.name from unit_versions u where u.unit_id = b.unit_id
    order by (o.cutoff_on between u.from_on and u.until_on) desc, u.from_on desc limit 1) v
  where o.parent_id = one.round_id and o.period_id = one.period_id;
end $$;
revoke execute on function returns_below(uuid) from public;
grant execute on function returns_below(uuid) to hopluc_app;

create or replace view return_heads as
select r.id, r.unit_id, r.agency_id, r.receiver_id, r.checker_id, r.round_id, r.state, r.check_state, r.due_on,
  r.check_due_on, r.correction, r.presented_words, r.sent_words, r.sent_at, r.accepted_at, r.reminded_on, r.is_demo,
  r.version, o.form_id, o.form_no, o.period_id, o.title as round_title, o.opens_on, o.cutoff_on, o.estimate_on,
  o.deadlines, o.paper, f.code as form_code, f.name as form_name,
  r.agency_id = any (a.own) as is_own, r.receiver_id = any (a.own) as is_receiver,
  coalesce(r.checker_id = any (a.own), false) as is_checker,
  exists (select from rounds b where b.parent_id = r.round_id) as has_below
from (select array(select acting_agencies()) as own) a
join returns r on r.agency_id = any (a.own) or r.receiver_id = any (a.own) or r.checker_id = any (a.own)
  or r.unit_id in (select acting_units())
join rounds o on o.id = r.round_id join report_forms f on f.id = o.form_id;

-- Open rounds of the period in which whoever holds the area, or one above it, is asked: into one of these a
-- round over the area may flow. Named to those who may read that return.
create function rounds_above(area uuid, of_period int) returns table (id uuid, title text)
language sql stable security definer set search_path = public
begin atomic
  select o.id, o.title from rounds o
  where o.state = 'open' and o.period_id = of_period and exists (
    select from returns r join unit_ancestry a on a.ancestor_id = r.unit_id and a.descendant_id = area
      and o.cutoff_on between a.from_on and a.until_on
    where r.round_id = o.id and exists (select from readable_returns m where m.id = r.id))
  order by o.cutoff_on desc, o.id;
end;
revoke execute on function rounds_above(uuid, int) from public;
grant execute on function rounds_above(uuid, int) to hopluc_app;
