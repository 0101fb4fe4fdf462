-- Thousands of entities are entered at once: less is kept twice, and what can be is worked out for all together.

-- Every cell has one version that holds: of an entity wherever it lay when it was stated, of a unit the unit's own.
-- One index instead of three, and it answers what is asked of an entity.
create unique index figures_held on figures (entity_id, indicator_id, year, period_id, breakdown_id,
  (case when entity_id = '00000000-0000-0000-0000-000000000000' then unit_id end)) nulls not distinct where is_last;
drop index figures_unit_id_indicator_id_year_period_id_breakdown_id_en_idx, figures_entity_id_indicator_id_period_id_idx,
  figures_entity_id_indicator_id_year_period_id_breakdown_id_idx;
drop index entity_spans_words_idx; -- names are found by entity_search

-- Figures of entities that have just been entered. What the policies ask of each row is asked here once for all:
-- whoever acts keeps the entity, which lies, lay or will lie in the unit.
create function enter_first_figures(given json, codes text[], said jsonb) returns void
language plpgsql security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare kept uuid[] := array(select kept_units());
begin
  if exists (select from json_to_recordset(given) as r (entity_id uuid, unit_id uuid) cross join acting a
    where not exists (select from entity_places p where p.entity_id = r.entity_id and p.unit_id = any (kept)
        and a.today between p.from_on and p.until_on)
      or not exists (select from entity_places p where p.entity_id = r.entity_id and p.unit_id = r.unit_id))
  then
    raise exception 'figures are stated by whoever keeps the entity' using errcode = '42501';
  end if;
  insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value, state, source, stated_by)
  select r.unit_id, r.entity_id, i.id, r.year, p.id, 0, 1, c.value, 'stated', said, (select account_id from signed_in)
  from json_to_recordset(given) as r (entity_id uuid, unit_id uuid, year int, "values" numeric[])
  cross join lateral unnest(r."values", codes) c (value, code)
  join indicators i on i.code = c.code join periods p on p.kind = 'year' and p.from_on = make_date(r.year, 1, 1)
  where c.value is not null
  order by r.entity_id, i.id;
end $$;
revoke execute on function enter_first_figures(json, text[], jsonb) from public;
grant execute on function enter_first_figures(json, text[], jsonb) to hopluc_app;

-- As audit_append, one deed on many in one statement: [{"id": …, "subject": …, "content": {…}}]. What is kept
-- and hashed is the content letter by letter.
create function audit_append_many(account uuid, post uuid, deed text, deeds json, from_address text, from_session uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  if account is distinct from nullif(current_setting('hopluc.account', true), '')::uuid or account is null
    or post is distinct from nullif(current_setting('hopluc.post', true), '')::uuid
  then
    raise exception 'the audit is written in one''s own name' using errcode = '42501';
  end if;
  with given as materialized (
    select coalesce(nullif(current_setting('hopluc.agency', true), '')::uuid, '00000000-0000-0000-0000-000000000000') as agency_id,
      r.id, r.subject, r.content::text as content, uuid_send(gen_random_uuid()) as salt
    from json_to_recordset(deeds) as r (id uuid, subject uuid, content json)
  ), said as (
    insert into audit_payloads (agency_id, entry_id, salt, payload) select agency_id, id, salt, content from given
  ), waits as (
    insert into audit_open (agency_id, entry_id, recorded_at) select agency_id, id, now() from given
  )
  insert into audit_entries (agency_id, id, account_id, post_id, event, subject_id, payload_hash, recorded_at,
    role, address, session_id, document_id)
  select agency_id, id, account, post, deed, subject, sha256(salt || convert_to(content, 'UTF8')), now(),
    nullif(current_setting('hopluc.role', true), ''), from_address, from_session, null
  from given;
end $$;
revoke execute on function audit_append_many(uuid, uuid, text, json, text, uuid) from public;
grant execute on function audit_append_many(uuid, uuid, text, json, text, uuid) to hopluc_app, hopluc_jobs;

-- As before (0035), for all together and joined by hashing; what is said of an entity is folded once, of a unit
-- or a commodity once for all.
create or replace function refresh_entity_search(wanted uuid[]) returns void
language plpgsql security definer set search_path = public set enable_nestloop = off
set plan_cache_mode = auto as $$
begin
  with latest as (
    select distinct on (entity_id) entity_id, unit_id, name, words, code, is_live, representative, commodities
    from entity_spans where entity_id = any (wanted)
    order by entity_id, (coalesce(nullif(current_setting('hopluc.day', true), '')::date,
      (now() at time zone 'Asia/Ho_Chi_Minh')::date) between from_on and until_on) desc, from_on desc
  ), units as materialized (
    select u.unit_id, regexp_replace(folded(string_agg(concat_ws(' ', u.kind, u.name), ' ')), '[^a-z0-9]+', ' ', 'g') as said from unit_versions u
    where u.unit_id = any (array(select distinct p.unit_id from entity_places p where p.entity_id = any (wanted))) group by u.unit_id
  ), places as materialized (
    select p.entity_id, string_agg(u.said, ' ') as units, string_agg(p.address, ' ') as addresses
    from entity_places p left join units u on u.unit_id = p.unit_id where p.entity_id = any (wanted) group by p.entity_id
  ), versions as materialized (
    select v.entity_id, string_agg(concat_ws(' ', case when v.name <> l.name then registry_words(v.name) || ' ' || v.name end,
        v.short_name, v.foreign_name), ' ') as names,
      (array_agg(nullif(regexp_replace(v.phone, '\D', '', 'g'), '') order by v.from_on desc) filter (where v.phone is not null))[1] as phone
    from entity_versions v join latest l on l.entity_id = v.entity_id where v.entity_id = any (wanted) group by v.entity_id
  ), products as materialized (
    select entity_id, string_agg(name, ' ') as names from entity_products where entity_id = any (wanted) group by entity_id
  ), goods as materialized (
    select d.commodities, regexp_replace(folded(string_agg(concat_ws(' ', c.name, array_to_string(c.other_names, ' ')), ' ')), '[^a-z0-9]+', ' ', 'g') as said
    from (select distinct commodities from latest) d cross join lateral unnest(d.commodities) one join commodities c on c.code = one
    group by d.commodities
  ), said as materialized (
    select l.*, v.phone, p.units, g.said as goods,
      string_to_array(regexp_replace(folded(concat(l.name, chr(1), v.names, chr(1), p.addresses, chr(1), l.representative, ' ', o.names)),
        '[^a-z0-9\x01]+', ' ', 'g'), chr(1)) as folded
    from latest l left join versions v on v.entity_id = l.entity_id left join places p on p.entity_id = l.entity_id
    left join products o on o.entity_id = l.entity_id left join goods g on g.commodities = l.commodities
  )
  insert into entity_search (entity_id, unit_id, name, words, code, phone, is_live, terms)
  select entity_id, unit_id, name, words, code, phone, is_live,
    setweight(to_tsvector('simple', words || ' ' || folded[1]), 'A')
      || setweight(to_tsvector('simple', concat_ws(' ', words, folded[1], folded[2])), 'B')
      || setweight(to_tsvector('simple', concat_ws(' ', units, folded[3])), 'C')
      || setweight(to_tsvector('simple', concat_ws(' ', goods, folded[4])), 'D')
  from said
  on conflict (entity_id) do update set unit_id = excluded.unit_id, name = excluded.name, words = excluded.words,
    code = excluded.code, phone = excluded.phone, is_live = excluded.is_live, terms = excluded.terms;
  insert into entity_words (word, rests)
  select w.word, word_rests(w.word) from ts_stat(format('select terms from entity_search where entity_id = any (%L::uuid[])', wanted)) w
  where length(w.word) between 1 and 20 and w.word !~ '[^a-z]'
  on conflict do nothing;
  delete from entity_search s where entity_id = any (wanted)
    and not exists (select from entity_spans e where e.entity_id = any (wanted) and e.entity_id = s.entity_id);
end $$;

-- As before (0024), pair by pair; each twice, for two that touch share a space.
create or replace function registry_words(words text) returns text
language plpgsql immutable parallel safe set search_path = public as $$
declare said text := ' ' || regexp_replace(folded(words), '[^a-z0-9]+', ' ', 'g') || ' ';
begin
  said := regexp_replace(said, ' (htx|tht)(nn|dv|sx|tm|ts)', ' \1 \2', 'g');
  said := regexp_replace(said, ' (dv|nn|sx|tm|th|ts|kd)(dv|nn|sx|tm|th|ts|kd)(dv|nn|sx|tm|th|ts|kd)?(?= )', ' \1 \2 \3', 'g');
  said := replace(replace(said, ' lien hiep hop tac xa ', ' lhhtx '), ' lien hiep hop tac xa ', ' lhhtx ');
  said := replace(replace(said, ' lien hiep htx ', ' lhhtx '), ' lien hiep htx ', ' lhhtx ');
  said := replace(replace(said, ' hop tac xa ', ' htx '), ' hop tac xa ', ' htx ');
  said := replace(replace(said, ' to hop tac ', ' tht '), ' to hop tac ', ' tht ');
  said := replace(replace(said, ' quy tin dung nhan dan ', ' qtdnd '), ' quy tin dung nhan dan ', ' qtdnd ');
  said := replace(replace(said, ' quy tin dung ', ' qtdnd '), ' quy tin dung ', ' qtdnd ');
  said := replace(replace(said, ' nong nghiep ', ' nn '), ' nong nghiep ', ' nn ');
  said := replace(replace(said, ' dich vu ', ' dv '), ' dich vu ', ' dv ');
  said := replace(replace(said, ' san xuat ', ' sx '), ' san xuat ', ' sx ');
  said := replace(replace(said, ' thuong mai ', ' tm '), ' thuong mai ', ' tm ');
  said := replace(replace(said, ' kinh doanh ', ' kd '), ' kinh doanh ', ' kd ');
  said := replace(replace(said, ' tong hop ', ' th '), ' tong hop ', ' th ');
  said := replace(replace(said, ' thuy san ', ' ts '), ' thuy san ', ' ts ');
  said := replace(replace(said, ' chan nuoi ', ' cn '), ' chan nuoi ', ' cn ');
  said := replace(replace(said, ' xay dung ', ' xd '), ' xay dung ', ' xd ');
  said := replace(replace(said, ' van tai ', ' vt '), ' van tai ', ' vt ');
  said := replace(replace(said, ' tieu thu cong nghiep ', ' ttcn '), ' tieu thu cong nghiep ', ' ttcn ');
  said := replace(replace(said, ' cong nghe cao ', ' cnc '), ' cong nghe cao ', ' cnc ');
  said := replace(replace(said, ' trach nhiem huu han ', ' tnhh '), ' trach nhiem huu han ', ' tnhh ');
  said := replace(replace(said, ' va ', '  '), ' va ', '  ');
  return btrim(regexp_replace(said, ' +', ' ', 'g'));
end $$;

-- Which of these codes more than one bears, of doubles that were merged only the one that stays, and by which name.
create function codes_held_twice(wanted text[]) returns table (code text, name text)
language sql stable security definer set search_path = public set plan_cache_mode = force_custom_plan
begin atomic
  select v.code, min(v.name) from entity_versions v join entities e on e.id = v.entity_id
  where v.code = any (wanted) and e.merged_into_id is null and exists (select from signed_in)
  group by v.code having count(distinct v.entity_id) > 1;
end;
revoke execute on function codes_held_twice(text[]) from public;
grant execute on function codes_held_twice(text[]) to hopluc_app;
