-- After thresholds have changed the sizes of all entities follow piece by piece, in the background.
drop function resize_entities();
create function resize_next(after uuid, most int) returns uuid
language plpgsql security definer set search_path = public as $$
declare ids uuid[];
begin
  if (select role from signed_in) is distinct from 'admin' then return null; end if;
  perform pg_advisory_xact_lock(2034); -- one at a time
  ids := array(select id from entities where after is null or id > after order by id limit most);
  perform refresh_entity_sizes(ids);
  return ids[cardinality(ids)];
end $$;
revoke execute on function resize_next(uuid, int) from public;
grant execute on function resize_next(uuid, int) to hopluc_app;

-- Also the smallest, of which there are most, are told from the index alone: whatever the day, one row an entity is read.
drop index entity_sizes_size_until_on_from_on_entity_id_idx;
create index entity_sizes_asked on entity_sizes (size, until_on, from_on) include (entity_id) where size is not null;
