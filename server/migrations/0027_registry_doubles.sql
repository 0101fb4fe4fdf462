-- Finding an entity by any part of it, and telling when two entries are one.

-- By which names are sorted: numbers by what they count, so that 2 comes before 19.
create function sort_words(words text) returns text
language sql immutable parallel safe
return case when words ~ '[0-9]' then regexp_replace(regexp_replace(words, '[0-9]+', '00000000\&', 'g'),
  '[0-9]*([0-9]{8})(?![0-9])', '\1', 'g') else words end;
alter table entity_spans add column sort_words text not null generated always as (sort_words(words)) stored;
create index on entity_spans (sort_words, entity_id);
do $$
begin
  execute 'create or replace view reachable_spans as '
    || replace(pg_get_viewdef('reachable_spans'), 'e.updated_at', 'e.updated_at, s.sort_words');
end $$;

-- What one types may find it by: made anew whenever its spans are.
create table entity_search (
  entity_id uuid primary key references entities on delete cascade,
  unit_id uuid not null,
  name text not null,
  words text not null, -- the name in its compared form
  code text,
  phone text, -- digits alone
  is_live boolean not null,
  terms tsvector not null, -- A: the name; B: earlier and short names; C: where it lies; D: who leads it, what it makes
  names tsvector not null generated always as (ts_filter(terms, '{a}')) stored
);
-- What waits to be sorted in is read through by every search: little of it.
create index on entity_search using gin (terms) with (gin_pending_list_limit = 256);
create index on entity_search using gin (names) with (gin_pending_list_limit = 256);
create index on entity_search (words text_pattern_ops);
create index on entity_search (unit_id);
create index on entity_search (code text_pattern_ops) where code is not null;
create index on entity_search (phone text_pattern_ops) where phone is not null;

-- Every word by which something may be found, with what is left of it without one letter: two words that
-- share such a rest are a slip of the finger apart.
create table entity_words (
  word text primary key,
  rests text[] not null
);
create index on entity_words using gin (rests);

create function word_rests(word text) returns text[]
language sql immutable parallel safe
return case when length(word) < 3 then array[word] else array[word] || array(
  select distinct left(word, at - 1) || substr(word, at + 1) from generate_series(1, length(word)) at) end;

create function words_of(said text) returns text[]
language sql immutable parallel safe set search_path = public
return array(select distinct word from regexp_split_to_table(folded(coalesce(said, '')), '[^a-z0-9]+') word where word <> '');

create function refresh_entity_search(wanted uuid[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  with latest as (
    select distinct on (entity_id) entity_id, unit_id, name, words, code, is_live, representative, commodities
    from entity_spans where entity_id = any (wanted)
    order by entity_id, (coalesce(nullif(current_setting('hopluc.day', true), '')::date,
      (now() at time zone 'Asia/Ho_Chi_Minh')::date) between from_on and until_on) desc, from_on desc
  ), said as (
    select l.*,
      words_of(l.words || ' ' || l.name) as of_name,
      words_of((select string_agg(concat_ws(' ', registry_words(v.name), v.name, v.short_name, v.foreign_name), ' ')
        from entity_versions v where v.entity_id = l.entity_id)) as of_names,
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

-- Two entries that may be one cooperative: found by a job, decided by whoever keeps both.
create table entity_doubles (
  id uuid primary key,
  first_id uuid not null references entities, -- the lower of the two ids
  second_id uuid not null references entities,
  first_unit_id uuid not null, -- where they lie now: who sees the pair
  second_unit_id uuid not null,
  score int not null check (score between 0 and 100),
  reasons jsonb not null, -- [{"kind": "sameName", "points": 50}]
  state text not null default 'open' check (state in ('open', 'distinct', 'merged')),
  found_at timestamptz not null default now(),
  decided_by uuid references accounts,
  decided_by_words text,
  decided_at timestamptz,
  reason text,
  unique (first_id, second_id),
  check (first_id < second_id),
  check ((state = 'open') = (decided_at is null))
);
create index on entity_doubles (second_id);
create index on entity_doubles (state, score desc, id);
create index on entity_doubles (first_unit_id);
create index on entity_doubles (decided_by);

-- What has changed since the doubles were last looked for.
create table entity_double_queue (
  entity_id uuid primary key,
  queued_at timestamptz not null default now()
);

create function search_of_changed() returns trigger
language plpgsql security definer set search_path = public as $$
declare ids uuid[];
begin
  ids := array(select distinct entity_id from changed);
  if ids = '{}' then return null; end if;
  perform refresh_entity_search(ids);
  if tg_table_name = 'entity_spans' then
    insert into entity_double_queue (entity_id) select unnest(ids)
    on conflict (entity_id) do update set queued_at = clock_timestamp();
  end if;
  return null;
end $$;
create trigger search_on_insert after insert on entity_spans referencing new table as changed
  for each statement execute function search_of_changed();
create trigger search_on_delete after delete on entity_spans referencing old table as changed
  for each statement execute function search_of_changed();
create trigger search_on_insert after insert on entity_products referencing new table as changed
  for each statement execute function search_of_changed();
create trigger search_on_update after update on entity_products referencing new table as changed
  for each statement execute function search_of_changed();
create trigger search_on_delete after delete on entity_products referencing old table as changed
  for each statement execute function search_of_changed();

-- How what was typed is asked for. Stage 1: every word as typed, the last as a beginning; 2: of words that
-- nothing bears also those a slip apart, and two written together; 3: of every word; 4: one may be missing.
create function entity_terms(said text, stage int) returns tsquery
language plpgsql stable parallel safe set search_path = public as $$
declare
  typed text[];
  one text;
  ways text[];
  near text[];
  parts text[] := '{}';
  split int;
begin
  foreach one in array string_to_array(said, ' ') loop
    if one <> '' and not one = any (coalesce(typed, '{}')) then typed := typed || one; end if;
  end loop;
  if typed is null or cardinality(typed) > 20 then return null; end if;
  foreach one in array typed loop
    ways := array[one];
    if one = typed[cardinality(typed)] and length(one) > 1 then ways := ways || (one || ':*'); end if;
    if length(one) > 2 and one !~ '[0-9]' and one <> all (array['htx', 'tht'])
      and (stage = 3 or stage > 1 and not exists (select from entity_words e where e.word = one))
    then
      select array_agg(n.word) into near from (
        select e.word from entity_words e where e.rests && word_rests(one) and abs(length(e.word) - length(one)) < 2
        order by (left(e.word, 1) = left(one, 1)) desc, e.word limit 24) n;
      ways := ways || near;
      for split in select at from generate_series(2, length(one) - 2) at
        where exists (select from entity_words e where e.word = left(one, at))
          and exists (select from entity_words e where e.word = substr(one, at + 1))
      loop
        ways := ways || ('(' || left(one, split) || ' & ' || substr(one, split + 1) || ')');
      end loop;
    end if;
    parts := parts || ('(' || array_to_string(ways, ' | ') || ')');
  end loop;
  if stage < 4 or cardinality(parts) < 3 then return array_to_string(parts, ' & ')::tsquery; end if;
  return (select string_agg('(' || (select string_agg(part, ' & ') from unnest(parts) with ordinality p(part, n) where n <> at) || ')', ' | ')
    from generate_subscripts(parts, 1) at)::tsquery;
end $$;

-- Some that answer, by their names or by anything, within an area or (null) anywhere. Always by an index of
-- words, whose cost is bounded: what the planner thinks of several words at once is too far off for it to
-- choose to read row by row.
create function entities_asked(asked tsquery, by_name boolean, area uuid[], own uuid[], most int) returns setof uuid
language plpgsql stable rows 200 set search_path = public
set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_indexscan = off as $$
begin
  if by_name then
    return query select s.entity_id from entity_search s where s.names @@ asked
      and (area is null or s.unit_id = any (area) or s.entity_id = any (own)) limit most;
  else
    return query select s.entity_id from entity_search s where s.terms @@ asked
      and (area is null or s.unit_id = any (area) or s.entity_id = any (own)) limit most;
  end if;
end $$;

-- All that answers, within what the acting person reads. Slips of the finger are looked for in names first.
create function entity_matches(q text) returns setof uuid
language plpgsql stable security definer rows 500 cost 1000 set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  said text := registry_words(q);
  digits text := regexp_replace(q, '\D', '', 'g');
  area uuid[] := case when not sees_all_units() then array(select acting_area()) end;
  own uuid[] := array(select id from own_entities);
  asked tsquery;
  before tsquery;
begin
  if not exists (select from signed_in) then return; end if;
  if length(digits) > 2 and q ~ '^[0-9 .+-]+$' then
    return query select s.entity_id from entity_search s
      where (s.code like digits || '%' or s.code like btrim(q) || '%' or s.phone like digits || '%')
        and (area is null or s.unit_id = any (area) or s.entity_id = any (own));
    if found then return; end if;
  end if;
  for stage in 1..4 loop
    asked := entity_terms(said, stage);
    continue when asked = before;
    before := asked;
    if stage > 1 then return query select entities_asked(asked, true, area, own, null); end if;
    if not found then return query select entities_asked(asked, false, area, own, null); end if;
    if found then return; end if;
  end loop;
end $$;

create function entity_now(entity uuid) returns table (kind text, status text, is_live boolean)
language sql stable rows 1
begin atomic
  select s.kind, s.status, s.is_live from entity_spans s, acting a where s.entity_id = entity
  order by (a.today between s.from_on and s.until_on) desc, s.from_on desc limit 1;
end;

-- The best of what answers. First whose code it is, then by the name (whole, beginning, all words), then by
-- what else is known of it; of these the living before the ended, those of one's own units before others.
-- Of what answers in one of these ways at most 200 are weighed.
create function entity_hits(q text, most int)
returns table (id uuid, rank real, answers text, name text, code text, unit_id uuid, kind text, status text, is_live boolean)
language plpgsql stable security definer rows 20 cost 1000 set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  said text := registry_words(q);
  digits text := regexp_replace(q, '\D', '', 'g');
  area uuid[] := case when not sees_all_units() then array(select acting_area()) end;
  own uuid[] := array(select o.id from own_entities o);
  begun uuid[];
  named uuid[];
  others uuid[];
  asked tsquery;
  before tsquery;
begin
  if not exists (select from signed_in) then return; end if;
  if length(digits) > 2 and q ~ '^[0-9 .+-]+$' then
    return query
      select s.entity_id, (case when s.code = digits or s.code = btrim(q) then 1000 else 900 end
          + case when s.is_live then 40 else 0 end)::real as points, 'code', s.name, s.code, s.unit_id, t.kind, t.status, t.is_live
      from entity_search s cross join lateral entity_now(s.entity_id) t
      where (s.code like digits || '%' or s.code like btrim(q) || '%' or s.phone like digits || '%')
        and (area is null or s.unit_id = any (area) or s.entity_id = any (own))
      order by points desc, s.words limit most;
    if found then return; end if;
  end if;
  if said <> '' then
    begun := array(select s.entity_id from entity_search s where s.words like said || '%'
      and (area is null or s.unit_id = any (area) or s.entity_id = any (own)) order by s.words using ~<~ limit 100);
  end if;
  for stage in 1..4 loop
    asked := entity_terms(said, stage);
    continue when asked = before;
    before := asked;
    named := array(select entities_asked(asked, true, area, own, 200));
    others := case when cardinality(named) < case stage when 1 then most else 1 end
      then array(select entities_asked(asked, false, area, own, 200)) end;
    return query
      with best as (
        select s.*, (case when s.words = said then 500 when s.words like said || ' %' then 420
            when s.words like said || '%' then 400 when s.entity_id = any (named) then 300 else 100 end
            + case when s.is_live then 80 else 0 end
            + case when s.unit_id in (select o.unit_id from own_units o) then 50 else 0 end
            + similarity(s.words, said) * 60 - stage)::real as points,
          case when s.entity_id = any (named || begun) then 'name' else 'other' end as answered
        from entity_search s where s.entity_id = any (begun || named || others)
        order by points desc, s.words, s.entity_id limit most
      )
      select s.entity_id, s.points, s.answered, s.name, s.code, s.unit_id, t.kind, t.status, t.is_live
      from best s cross join lateral entity_now(s.entity_id) t
      order by s.points desc, s.words, s.entity_id;
    if found then return; end if;
  end loop;
end $$;

-- A double that was merged: what it took, and each row that was changed for it, so that it can be undone.
create table entity_merges (
  id uuid primary key,
  kept_id uuid not null references entities,
  gone_id uuid not null references entities,
  kept_unit_id uuid not null,
  gone_unit_id uuid not null,
  reason text,
  kept_after jsonb not null default '{}', -- its description and places as the merger left them
  merged_by uuid not null references accounts,
  merged_by_words text not null,
  merged_at timestamptz not null,
  undone_by uuid references accounts,
  undone_by_words text,
  undone_at timestamptz,
  undo_reason text,
  check (kept_id <> gone_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index on entity_merges (gone_id) where undone_at is null;
create index on entity_merges (kept_id);
create index on entity_merges (merged_by);
create index on entity_merges (undone_by);
create table entity_merge_effects (
  merge_id uuid not null references entity_merges,
  seq int generated always as identity,
  held_by text not null, -- the table
  pointer text, -- the column that named the one that is gone; null: the row itself was written or changed
  before jsonb,
  after jsonb,
  is_moved boolean not null generated always as (after is not null) stored,
  primary key (merge_id, seq)
);

-- Which rows point to entities: by foreign keys, and in two tables without one.
create function entity_pointers() returns table (held_by text, by_column text)
language sql stable security definer set search_path = public
begin atomic
  select c.conrelid::regclass::text, a.attname::text
  from pg_constraint c
  cross join lateral unnest(c.conkey, c.confkey) k(local, far)
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.local
  join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.far
  where c.contype = 'f' and c.conparentid = 0 and a.atttypid = 'uuid'::regtype
    and (c.confrelid = 'entities'::regclass or f.attname = 'entity_id')
    and c.conrelid <> all (array['entities', 'entity_versions', 'entity_places', 'entity_events', 'entity_spans',
      'entity_search', 'entity_doubles', 'entity_merges']::regclass[])
  union select 'figures', 'entity_id'
  union select 'file_links', 'subject_id'
  order by 1, 2;
end;

-- What hangs together by two columns may hang for a moment until both have moved.
do $$
declare one record;
begin
  for one in select conrelid::regclass as held_by, conname from pg_constraint
    where contype = 'f' and cardinality(conkey) > 1 and conparentid = 0
      and conrelid::regclass::text in (select held_by from entity_pointers())
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', one.held_by, one.conname);
  end loop;
end $$;

-- The condition by which a row of a table is found again: its primary key.
create function key_condition(of_table text) returns text
language sql stable set search_path = public
return (select string_agg(format('t.%1$I = o.%1$I', a.attname), ' and ' order by a.attnum)
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = of_table::regclass and i.indisprimary);

-- Writes a row as it is given, over the one of the same key.
create function put_row(of_table text, shown jsonb) returns void
language plpgsql set search_path = public as $$
declare columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
  where attrelid = of_table::regclass and attnum > 0 and not attisdropped and attgenerated = '');
begin
  execute format('update %1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1))
    from jsonb_populate_record(null::%1$s, $1) o where %3$s', of_table, columns, key_condition(of_table)) using shown;
end $$;

create function row_now(of_table text, shown jsonb) returns jsonb
language plpgsql stable set search_path = public as $$
declare found jsonb;
begin
  execute format('select to_jsonb(t) from %1$s t, jsonb_populate_record(null::%1$s, $1) o where %2$s',
    of_table, key_condition(of_table)) into found using shown;
  return found;
end $$;

create function description_of(entity uuid) returns jsonb
language sql stable security definer set search_path = public
return jsonb_build_object(
  'versions', (select jsonb_agg(to_jsonb(v) order by v.from_on) from entity_versions v where v.entity_id = entity),
  'places', (select jsonb_agg(to_jsonb(p) - 'reorganisation_id' order by p.from_on) from entity_places p where p.entity_id = entity));

-- How many rows of each table point to an entity, for whoever keeps it.
create function entity_held(entity uuid) returns table (held_by text, rows int)
language plpgsql stable security definer set search_path = public as $$
declare one record; many int;
begin
  if not exists (select from kept_entities k where k.id = entity) then return; end if;
  for one in select p.held_by as name, string_agg(format('t.%I = $1', p.by_column), ' or ') as points
    from entity_pointers() p group by 1
  loop
    execute format('select count(*)::int from %s t where %s', one.name, one.points) into many using entity;
    if many > 0 then held_by := one.name; rows := many; return next; end if;
  end loop;
end $$;

-- Hands on what points to one entity to another: each row that the other does not have already; of
-- figures a whole cell with its versions, where the other states none.
create function hand_on(merge uuid, gone uuid, kept uuid) returns void
language plpgsql security definer set search_path = public as $$
declare one record; shown jsonb; changed jsonb;
begin
  for one in select * from entity_pointers() where held_by <> 'figures' loop
    for shown in execute format('select to_jsonb(t) from %s t where t.%I = $1', one.held_by, one.by_column) using gone loop
      begin
        execute format('update %1$s t set %2$I = $2 from jsonb_populate_record(null::%1$s, $1) o where %3$s returning to_jsonb(t)',
          one.held_by, one.by_column, key_condition(one.held_by)) into changed using shown, kept;
        insert into entity_merge_effects (merge_id, held_by, pointer, before, after)
        values (merge, one.held_by, one.by_column, shown, changed);
      exception when unique_violation or exclusion_violation or check_violation then
        insert into entity_merge_effects (merge_id, held_by, pointer, before, after)
        values (merge, one.held_by, one.by_column, shown, null);
      end;
    end loop;
  end loop;
  for shown in select to_jsonb(f) || jsonb_build_object('is_free', not exists (select from figures k where k.entity_id = kept
      and (k.indicator_id, k.year, k.period_id, k.breakdown_id) = (f.indicator_id, f.year, f.period_id, f.breakdown_id)))
    from figures f where f.entity_id = gone
  loop
    changed := null;
    if (shown ->> 'is_free')::boolean then
      execute format('update figures t set entity_id = $2 from jsonb_populate_record(null::figures, $1) o
        where %s returning to_jsonb(t)', key_condition('figures')) into changed using shown, kept;
    end if;
    insert into entity_merge_effects (merge_id, held_by, pointer, before, after)
    values (merge, 'figures', 'entity_id', shown - 'is_free', changed);
  end loop;
end $$;

-- Merges a double into the one that stays. Only for whoever keeps both; answers what was refused, or null.
create function merge_entities(merge uuid, kept uuid, gone uuid, take text[], take_place boolean, bring uuid[],
  said text, by_words text, at timestamptz) returns text
language plpgsql security definer set search_path = public as $$
declare
  me uuid := (select account_id from signed_in);
  today date := (select acting.today from acting);
  old_row jsonb; from_row jsonb; new_row jsonb; one jsonb;
  first_on date; first_place date;
begin
  if me is null or not exists (select from kept_entities k where k.id = kept)
    or not exists (select from kept_entities k where k.id = gone) then return 'forbidden'; end if;
  perform from entities where id in (kept, gone) order by id for update;
  if exists (select from entities where id in (kept, gone) and merged_into_id is not null) then return 'merged'; end if;
  set local hopluc.spans = 'later';
  set constraints all deferred;
  insert into entity_merges (id, kept_id, gone_id, kept_unit_id, gone_unit_id, reason, merged_by, merged_by_words, merged_at)
  select merge, kept, gone, k.unit_id, g.unit_id, said, me, by_words, at
  from entity_places k, entity_places g where k.entity_id = kept and g.entity_id = gone
    and today between k.from_on and k.until_on and today between g.from_on and g.until_on;

  select min(from_on) into first_on from entity_versions where entity_id = kept;
  select min(from_on) into first_place from entity_places where entity_id = kept;
  select to_jsonb(v) into old_row from entity_versions v where entity_id = kept order by (today between from_on and until_on) desc, from_on desc limit 1;
  select to_jsonb(v) into from_row from entity_versions v where entity_id = gone order by (today between from_on and until_on) desc, from_on desc limit 1;
  if cardinality(take) > 0 then
    new_row := old_row
      || (select jsonb_object_agg(k, from_row -> k) from unnest(take) k)
      || jsonb_build_object('recorded_by', me, 'recorded_at', at, 'sources', (old_row -> 'sources')
        || (select coalesce(jsonb_object_agg(c, from_row -> 'sources' -> c) filter (where from_row -> 'sources' ? c), '{}')
          from (select lower(left(initcap(replace(k, '_', ' ')), 1)) || substr(replace(initcap(replace(k, '_', ' ')), ' ', ''), 2) as c from unnest(take) k) n));
    perform put_row('entity_versions', new_row);
    insert into entity_merge_effects (merge_id, held_by, before, after)
    values (merge, 'entity_versions', old_row, row_now('entity_versions', new_row));
  end if;
  -- What the one that goes knows of earlier days holds for those days.
  for one in insert into entity_versions as v select (jsonb_populate_record(g, jsonb_build_object('entity_id', kept,
      'until_on', least(g.until_on, first_on - 1)))).* from entity_versions g where g.entity_id = gone and g.from_on < first_on
    returning to_jsonb(v)
  loop
    insert into entity_merge_effects (merge_id, held_by, after) values (merge, 'entity_versions', one);
  end loop;
  for one in insert into entity_places as p select (jsonb_populate_record(g, jsonb_build_object('entity_id', kept,
      'until_on', least(g.until_on, first_place - 1)))).* from entity_places g where g.entity_id = gone and g.from_on < first_place
    returning to_jsonb(p)
  loop
    insert into entity_merge_effects (merge_id, held_by, after) values (merge, 'entity_places', one);
  end loop;
  if take_place then
    select to_jsonb(p) into old_row from entity_places p where entity_id = kept and today between from_on and until_on;
    select to_jsonb(p) into from_row from entity_places p where entity_id = gone and today between from_on and until_on;
    new_row := old_row || (select jsonb_object_agg(k, from_row -> k) from unnest(array['unit_id', 'address', 'lat', 'lon']) k);
    perform put_row('entity_places', new_row);
    insert into entity_merge_effects (merge_id, held_by, before, after)
    values (merge, 'entity_places', old_row, row_now('entity_places', new_row));
  end if;
  for one in select to_jsonb(e) from entity_events e where e.entity_id = gone and e.id = any (bring) order by e.on_day, e.id
  loop
    new_row := one || jsonb_build_object('entity_id', kept);
    perform put_row('entity_events', new_row);
    insert into entity_merge_effects (merge_id, held_by, pointer, before, after)
    values (merge, 'entity_events', 'entity_id', one, row_now('entity_events', new_row));
  end loop;
  perform hand_on(merge, gone, kept);
  select to_jsonb(e) into old_row from entities e where id = gone;
  select to_jsonb(e) into from_row from entities e where id = kept;
  update entities set merged_into_id = kept, agency_id = case when from_row ->> 'agency_id' is null then null else agency_id end,
    version = version + 1, updated_at = at, updated_by = me where id = gone;
  update entities set agency_id = coalesce(agency_id, (old_row ->> 'agency_id')::uuid),
    version = version + 1, updated_at = at, updated_by = me where id = kept;
  insert into entity_merge_effects (merge_id, held_by, before, after)
  values (merge, 'entities', from_row, row_now('entities', from_row)), (merge, 'entities', old_row, row_now('entities', old_row));
  update entity_merges set kept_after = description_of(kept) where id = merge;
  perform refresh_entity_spans(array[kept, gone]);
  set local hopluc.spans = 'now';
  return null;
end $$;

-- Undoes a merger, or says what newer rests on it: merged, event, description, or the table of a row.
create function undo_entity_merge(merge uuid, said text, by_words text, at timestamptz) returns text
language plpgsql security definer set search_path = public as $$
declare
  me uuid := (select account_id from signed_in);
  m entity_merges;
  one entity_merge_effects;
begin
  select * into m from entity_merges where id = merge for update;
  if me is null or m.id is null or not exists (select from kept_entities k where k.id = m.kept_id)
    or not exists (select from kept_entities k where k.id = m.gone_id) then return 'forbidden'; end if;
  if m.undone_at is not null then return 'undone'; end if;
  perform from entities where id in (m.kept_id, m.gone_id) order by id for update;
  if exists (select from entities where id = m.kept_id and merged_into_id is not null) then return 'merged'; end if;
  if exists (select from entity_events e where e.entity_id = m.kept_id and e.recorded_at > m.merged_at and e.voided_at is null) then
    return 'event';
  end if;
  if description_of(m.kept_id) <> m.kept_after then return 'description'; end if;
  for one in select * from entity_merge_effects e where e.merge_id = merge and e.held_by <> 'entities' and e.after is not null loop
    if row_now(one.held_by, one.after) is distinct from one.after then return one.held_by; end if;
  end loop;
  set local hopluc.spans = 'later';
  set constraints all deferred;
  for one in select * from entity_merge_effects e where e.merge_id = merge and e.held_by <> 'entities' and e.after is not null
    order by e.seq desc
  loop
    if one.before is null then
      execute format('delete from %1$s t using jsonb_populate_record(null::%1$s, $1) o where %2$s', one.held_by, key_condition(one.held_by))
        using one.after;
    elsif one.pointer is null then perform put_row(one.held_by, one.before);
    else
      execute format('update %1$s t set %2$I = $2 from jsonb_populate_record(null::%1$s, $1) o where %3$s',
        one.held_by, one.pointer, key_condition(one.held_by)) using one.after, (one.before ->> one.pointer)::uuid;
    end if;
  end loop;
  update entities set agency_id = null where id = m.kept_id and exists (select from entity_merge_effects e
    where e.merge_id = merge and e.held_by = 'entities' and e.before ->> 'id' = m.kept_id::text and e.before ->> 'agency_id' is null);
  update entities e set merged_into_id = null, version = version + 1, updated_at = at, updated_by = me,
    agency_id = (f.before ->> 'agency_id')::uuid
  from entity_merge_effects f where e.id = m.gone_id and f.merge_id = merge and f.held_by = 'entities' and f.before ->> 'id' = m.gone_id::text;
  update entities set version = version + 1, updated_at = at, updated_by = me where id = m.kept_id;
  update entity_merges set undone_by = me, undone_by_words = by_words, undone_at = at, undo_reason = said where id = merge;
  perform refresh_entity_spans(array[m.kept_id, m.gone_id]);
  set local hopluc.spans = 'now';
  return null;
end $$;

-- What is compared, of the units of one province of today (and all that came to it), or of these entities.
create function double_subjects(province uuid, wanted uuid[])
returns table (id uuid, kind text, names text[], code text, phone text, representative text, address text, sector text,
  unit_ids uuid[], unit_id uuid, founded_on date, ended_on date)
language sql stable security definer set search_path = public
begin atomic
  with chosen as (
    select s.entity_id from entity_search s
    where case when wanted is null then s.unit_id in (
      with recursive below as (
        select province as unit_id
        union select x.unit_id from below b cross join lateral (
          select a.descendant_id as unit_id from unit_ancestry a where a.ancestor_id = b.unit_id
          union all select u.from_id from unit_successions u where u.to_id = b.unit_id) x)
      select b.unit_id from below b) else s.entity_id = any (wanted) end
  )
  select e.id, e.kind, array(select distinct n from (select v.name union select w.name from entity_versions w where w.entity_id = e.id
      union select v.short_name) t(n) where n is not null),
    v.code, v.phone, v.representative, p.address, s.sector,
    array(select distinct q.unit_id from entity_places q where q.entity_id = e.id), p.unit_id,
    coalesce((select min(x.on_day) from entity_events x where x.entity_id = e.id and x.kind = 'registered' and x.voided_at is null), e.from_on),
    case when s.status = 'ended' then s.from_on end
  from chosen c join entities e on e.id = c.entity_id
  join lateral (select * from entity_versions v where v.entity_id = e.id order by v.from_on desc limit 1) v on true
  join lateral (select * from entity_places p where p.entity_id = e.id order by p.from_on desc limit 1) p on true
  join lateral (select * from entity_spans s where s.entity_id = e.id order by s.from_on desc limit 1) s on true;
end;

create function entities_of_one_code(wanted uuid[]) returns setof uuid
language sql stable security definer set search_path = public
begin atomic
  select s.entity_id from entity_search s where s.code is not null and s.code in (
    select o.code from entity_search o where o.code is not null
    group by o.code having count(*) > 1 and (wanted is null or bool_or(o.entity_id = any (wanted))));
end;

revoke execute on function search_of_changed(), refresh_entity_search(uuid[]), entity_matches(text), entity_hits(text, int), entity_terms(text, int),
  entities_asked(tsquery, boolean, uuid[], uuid[], int), entity_now(uuid), entity_pointers(), put_row(text, jsonb), row_now(text, jsonb), description_of(uuid), entity_held(uuid), hand_on(uuid, uuid, uuid),
  merge_entities(uuid, uuid, uuid, text[], boolean, uuid[], text, text, timestamptz), undo_entity_merge(uuid, text, text, timestamptz),
  double_subjects(uuid, uuid[]), entities_of_one_code(uuid[]) from public;
grant execute on function entity_matches(text), entity_hits(text, int), entity_held(uuid),
  merge_entities(uuid, uuid, uuid, text[], boolean, uuid[], text, text, timestamptz),
  undo_entity_merge(uuid, text, text, timestamptz) to hopluc_app;
grant execute on function double_subjects(uuid, uuid[]), entities_of_one_code(uuid[]) to hopluc_jobs;

do $$
declare one text;
begin
  foreach one in array array['entity_search', 'entity_words', 'entity_doubles', 'entity_double_queue', 'entity_merges', 'entity_merge_effects']
  loop
    execute format('alter table %I enable row level security', one);
  end loop;
end $$;
create policy in_scope on entity_doubles for select using ((select sees_all_units())
  or first_unit_id in (select acting_area()) and second_unit_id in (select acting_area()));
create policy by_keeper on entity_doubles for update using (
  exists (select from kept_entities k where k.id = first_id) and exists (select from kept_entities k where k.id = second_id));
create policy in_scope on entity_merges for select using ((select sees_all_units())
  or kept_unit_id in (select acting_area()) and gone_unit_id in (select acting_area()));
create policy of_merge on entity_merge_effects for select using (exists (select from entity_merges m where m.id = merge_id));
grant select, update (state, decided_by, decided_by_words, decided_at, reason) on entity_doubles to hopluc_app;
grant select on entity_merges to hopluc_app;
-- The rows themselves hold data of persons: what was changed is told by table and number.
grant select (merge_id, seq, held_by, pointer, is_moved) on entity_merge_effects to hopluc_app;
create policy by_jobs on entity_doubles to hopluc_jobs using (true) with check (true);
create policy by_jobs on entity_double_queue to hopluc_jobs using (true) with check (true);
grant select, insert, update, delete on entity_doubles, entity_double_queue to hopluc_jobs;
