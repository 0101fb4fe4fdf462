-- What a return asks on the last evening is asked by its own keys: who stands in it was looked for among
-- all cooperatives there are, and each of its cells asked anew whose it is.
create or replace function return_entities(wanted uuid, kinds text[]) returns table (id uuid, name text, kind text,
  detail text, has_account boolean, invited_on date, members int, capital float8, workers int)
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
  from (
    select l.* from entity_spans l
    where l.unit_id = one.unit_id and l.is_live and one.cutoff_on between l.from_on and l.until_on
    union all
    select l.* from (select distinct c.entity_id from return_cells c
      where c.unit_id = one.unit_id and c.return_id = wanted and (c.value is not null or c.is_none)) c
    join entity_spans l using (entity_id)
    where one.cutoff_on between l.from_on and l.until_on and (l.unit_id = one.unit_id and l.is_live) is not true
  ) s where s.kind = any (kinds);
end $$;

alter policy readers on return_cells using ((return_id in (select id from editable_returns)) is true
  or exists (select from readable_return_contents r where r.id = return_id));
alter policy stated on return_cells with check (stated_by = (select account_id from signed_in)
  and (return_id in (select id from editable_returns)) is true);
alter policy changed on return_cells using ((return_id in (select id from editable_returns)) is true);
