-- Who confirmed the year's data may take it back: of its own the entity itself, of all the keeper.
alter policy completed on entity_confirmations with check (
  (entity_id in (select id from own_entities)
    and (way is null or way = 'entity' and confirmed_by = (select account_id from signed_in)))
  or exists (select from kept_entities k where k.id = entity_id));
