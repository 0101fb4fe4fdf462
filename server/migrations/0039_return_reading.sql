-- A return is read and written by hundreds at once on the last evening. Whether somebody may read it is
-- asked once, and then its round, rows and earlier figures are read with their owner's rights: asked table by
-- table the same question cost more than the rows.
create view return_heads as
select r.id, r.unit_id, r.agency_id, r.receiver_id, r.checker_id, r.round_id, r.state, r.check_state, r.due_on,
  r.check_due_on, r.correction, r.presented_words, r.sent_words, r.sent_at, r.accepted_at, r.reminded_on, r.is_demo,
  r.version, o.form_id, o.form_no, o.period_id, o.title as round_title, o.opens_on, o.cutoff_on, o.estimate_on,
  o.deadlines, o.paper, f.code as form_code, f.name as form_name,
  r.agency_id = any (a.own) as is_own, r.receiver_id = any (a.own) as is_receiver,
  coalesce(r.checker_id = any (a.own), false) as is_checker
from (select array(select acting_agencies()) as own) a
join returns r on r.agency_id = any (a.own) or r.receiver_id = any (a.own) or r.checker_id = any (a.own)
  or r.unit_id in (select acting_units())
join rounds o on o.id = r.round_id join report_forms f on f.id = o.form_id;
grant select on return_heads to hopluc_app;

-- Who lay in the unit on the cut-off day, or stands in the return already.
create function return_entities(wanted uuid, kinds text[]) returns table (id uuid, name text, kind text, detail text,
  has_account boolean, invited_on date, members int, capital float8, workers int)
language plpgsql stable security definer set search_path = public as $$
declare
  one record;
begin
  select r.unit_id, o.cutoff_on, r.agency_id in (select acting_agencies()) as is_own into one
    from returns r join rounds o on o.id = r.round_id
    where r.id = wanted and exists (select from readable_returns m where m.id = wanted);
  if not found then return; end if;
  return query
  select s.entity_id, s.name, s.kind, (select c.name from commodities c where c.code = s.commodities[1]),
    one.is_own and exists (select from entities e join posts p on p.agency_id = e.agency_id
      where e.id = s.entity_id and one.cutoff_on <= p.until_on),
    (select i.invited_on from return_invites i where i.unit_id = one.unit_id and i.return_id = wanted
      and i.entity_id = s.entity_id),
    s.members, s.capital::float8,
    (select v.workers from entity_versions v where v.entity_id = s.entity_id
      and one.cutoff_on between v.from_on and v.until_on)
  from entity_spans s
  where one.cutoff_on between s.from_on and s.until_on and s.kind = any (kinds)
    and (s.unit_id = one.unit_id and s.is_live or s.entity_id in (select c.entity_id from return_cells c
      where c.unit_id = one.unit_id and c.return_id = wanted and (c.value is not null or c.is_none)));
end $$;

-- What stood in earlier periods: of the unit itself, and of the entities in its rows.
create function return_before(wanted uuid, entity_ids uuid[], indicator_ids uuid[], period_ids int[], years smallint[])
returns table (entity_id uuid, indicator_id uuid, breakdown_id int, period_id int, is_none boolean, value float8)
language plpgsql stable security definer set search_path = public as $$
declare
  unit uuid;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  cutoff date;
begin
  select r.unit_id, o.cutoff_on into unit, cutoff from returns r join rounds o on o.id = r.round_id
    where r.id = wanted and exists (select from readable_returns m where m.id = wanted);
  if not found then return; end if;
  return query
  select f.entity_id, f.indicator_id, f.breakdown_id, f.period_id, f.value is null,
    (case when i.adds_up in ('mean', 'ratio') then f.value / nullif(f.weight, 0) else f.value end)::float8
  from (
    select g.entity_id, g.indicator_id, g.breakdown_id, g.period_id, g.value, g.weight from figures g
    where g.unit_id = unit and g.entity_id = nobody and g.is_last and g.period_id = any (period_ids)
      and g.year = any (years) and g.indicator_id = any (indicator_ids)
    union all
    select g.entity_id, g.indicator_id, g.breakdown_id, g.period_id, g.value, g.weight from figures g
    where g.entity_id = any (entity_ids) and g.is_last and g.period_id = any (period_ids)
      and g.year = any (years) and g.indicator_id = any (indicator_ids)
      and exists (select from entity_spans s where s.entity_id = g.entity_id and s.unit_id = unit
        and cutoff between s.from_on and s.until_on)
  ) f join indicators i on i.id = f.indicator_id;
end $$;
revoke execute on function return_entities(uuid, text[]), return_before(uuid, uuid[], uuid[], int[], smallint[])
  from public;
grant execute on function return_entities(uuid, text[]), return_before(uuid, uuid[], uuid[], int[], smallint[])
  to hopluc_app;
