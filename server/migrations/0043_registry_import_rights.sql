-- Whether somebody keeps an entity is asked once for each row that is written of it. Asked by its units as well,
-- an index of these gave all that lie there, once for each row: of a province's list a thousand times the work.
-- A set tested with `is true` is no condition of an index: it is worked out once, and each row looks into it.
create or replace view kept_for_writing as
select p.entity_id as id from entity_places p, acting a
where a.today between p.from_on and p.until_on and (p.unit_id in (select kept_units())) is true;
create or replace view kept_places as
select entity_id, from_on, until_on from entity_places where (unit_id in (select kept_units())) is true;

-- What somebody has just begun, before it is said where it lies; as `lies_nowhere`, without a call for each row.
create view placeless_entities as
select e.id from entities e
where e.updated_by = (select account_id from signed_in) and not exists (select from entity_places p where p.entity_id = e.id);
grant select on placeless_entities to hopluc_app;
alter policy by_keeper on entity_places with check (
  (unit_id in (select kept_units()) and (exists (select from kept_for_writing k where k.id = entity_id)
    or exists (select from placeless_entities n where n.id = entity_id)))
  or exists (select from kept_places k where k.entity_id = entity_places.entity_id
    and k.until_on = entity_places.from_on - 1));
drop function lies_nowhere(uuid);
