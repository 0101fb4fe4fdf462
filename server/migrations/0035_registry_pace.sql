-- What is asked for thousands takes a time that goes with how many they are. A plan is kept for the session:
-- one made while a table was empty read it from end to end, once for each of those that came meanwhile.
alter function refresh_entity_spans(uuid[]) set plan_cache_mode = force_custom_plan;
alter function refresh_entity_sizes(uuid[]) set plan_cache_mode = force_custom_plan;
alter function registry_words(text) set plan_cache_mode = auto; -- its own are worth keeping

-- As before (0024), by the index of codes for each, however many have just been entered.
create or replace function code_holders(wanted text[]) returns table (code text, entity_id uuid, name text, place text)
language sql stable security definer set search_path = public set plan_cache_mode = force_custom_plan
begin atomic
  select distinct on (v.code, v.entity_id) v.code, v.entity_id, v.name,
    (select u.kind || ' ' || u.name from (
        select p.unit_id from entity_places p where p.entity_id = v.entity_id order by p.from_on desc limit 1
      ) p cross join lateral (
        select * from unit_versions u where u.unit_id = p.unit_id order by u.from_on desc limit 1
      ) u)
  from (select distinct w.code from unnest(wanted) w (code)) w
  cross join lateral (select * from entity_versions v where v.code = w.code offset 0) v
  cross join lateral (select from entities e where e.id = v.entity_id and e.merged_into_id is null offset 0) e
  where exists (select from signed_in)
  order by v.code, v.entity_id, v.from_on desc;
end;

-- As before (0027); the compared form of a name that the span has is not worked out a second time.
create or replace function refresh_entity_search(wanted uuid[]) returns void
language plpgsql security definer set search_path = public set enable_nestloop = on
set plan_cache_mode = auto as $$
begin
  with latest as (
    select distinct on (entity_id) entity_id, unit_id, name, words, code, is_live, representative, commodities
    from entity_spans where entity_id = any (wanted)
    order by entity_id, (coalesce(nullif(current_setting('hopluc.day', true), '')::date,
      (now() at time zone 'Asia/Ho_Chi_Minh')::date) between from_on and until_on) desc, from_on desc
  ), said as (
    select l.*,
      words_of(l.words || ' ' || l.name) as of_name,
      words_of(concat_ws(' ', l.words, (select string_agg(concat_ws(' ', case when v.name <> l.name then registry_words(v.name) end, v.name, v.short_name, v.foreign_name), ' ')
        from entity_versions v where v.entity_id = l.entity_id))) as of_names,
      words_of((select string_agg(concat_ws(' ', u.kind, u.name, p.address), ' ')
        from entity_places p join unit_versions u on u.unit_id = p.unit_id where p.entity_id = l.entity_id)) as of_place,
      words_of(concat_ws(' ', l.representative,
        (select string_agg(c.name || ' ' || array_to_string(c.other_names, ' '), ' ') from commodities c where c.code = any (l.commodities)),
        (select string_agg(p.name, ' ') from entity_products p where p.entity_id = l.entity_id))) as of_rest,
      (select nullif(regexp_replace(v.phone, '\D', '', 'g'), '') from entity_versions v
        where v.entity_id = l.entity_id and v.phone is not null order by v.from_on desc limit 1) as phone
    from latest l
  ), put as (
    insert into entity_search (entity_id, unit_id, name, words, code, phone, is_live, terms)
    select entity_id, unit_id, name, words, code, phone, is_live,
      setweight(to_tsvector('simple', array_to_string(of_name, ' ')), 'A') || setweight(to_tsvector('simple', array_to_string(of_names, ' ')), 'B')
        || setweight(to_tsvector('simple', array_to_string(of_place, ' ')), 'C') || setweight(to_tsvector('simple', array_to_string(of_rest, ' ')), 'D')
    from said
    on conflict (entity_id) do update set unit_id = excluded.unit_id, name = excluded.name, words = excluded.words,
      code = excluded.code, phone = excluded.phone, is_live = excluded.is_live, terms = excluded.terms
  )
  insert into entity_words (word, rests)
  select word, word_rests(word)
  from (select distinct unnest(of_names || of_place || of_rest) as word from said) w
  where length(word) between 1 and 20 and word !~ '[0-9]' and not exists (select from entity_words e where e.word = w.word)
  on conflict do nothing;
  delete from entity_search s where entity_id = any (wanted)
    and not exists (select from entity_spans e where e.entity_id = s.entity_id);
end $$;
