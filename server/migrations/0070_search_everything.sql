-- The search box finds products, people and indicators too. As agency_hits(): a condition that a policy asks
-- keeps the index of the words from being used, so what may be read is asked here.
create index on entity_products using gin (folded(name) gin_trgm_ops);
create index on accounts using gin (folded(name) gin_trgm_ops);

-- What entities make today, of those that one may read.
create function product_hits(part text, near text, most int)
returns table (id uuid, name text, entity_id uuid, entity text, unit_id uuid)
language plpgsql stable security definer rows 10 cost 1000 set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  within uuid[] := case when not sees_all_units() then array(select acting_area()) end;
  own uuid[] := array(select o.id from own_entities o);
begin
  if not exists (select from signed_in) then return; end if;
  return query
    select p.id, p.name, p.entity_id, s.name, s.unit_id
    from entity_products p join entity_search s on s.entity_id = p.entity_id
    where (folded(p.name) like part or near <% folded(p.name))
      and (select a.today from acting a) between p.from_on and p.until_on
      and (within is null or s.unit_id = any (within) or s.entity_id = any (own))
    order by (folded(p.name) like part) desc, word_similarity(near, folded(p.name)) desc, s.is_live desc, p.name, p.id
    limit most;
end $$;

-- Colleagues in the authorities who hold a post today, as the directory has them; a cooperative sees none.
create function people_hits(part text, near text, most int)
returns table (id uuid, name text, title text, agency_id uuid)
language plpgsql stable security definer rows 10 cost 1000 set search_path = public set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from signed_in s where s.role <> 'cooperative') then return; end if;
  return query
    select p.id, a.name, p.title, p.agency_id
    from accounts a join posts p on p.account_id = a.id
    where (folded(a.name) like part or near <% folded(a.name))
      and p.role <> 'cooperative' and a.is_active and (select t.today from acting t) between p.from_on and p.until_on
    order by (folded(a.name) like part) desc, word_similarity(near, folded(a.name)) desc, a.name, p.id
    limit most;
end $$;
revoke execute on function product_hits(text, text, int), people_hits(text, text, int) from public;
grant execute on function product_hits(text, text, int), people_hits(text, text, int) to hopluc_app;
