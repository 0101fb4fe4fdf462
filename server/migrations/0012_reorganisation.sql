-- An act by which units and agencies are merged, split, renamed or ended, under a decision's number.
-- Its plan is what was chosen and answered, its report what moved. Nothing of the past is rewritten.
create table reorganisations (
  id uuid primary key,
  act text not null check (act <> ''), -- Nghị quyết số 1668/NQ-UBTVQH15
  decided_on date,
  on_day date not null, -- the first day on which it holds
  title text not null check (title <> ''),
  document_id uuid references documents,
  state text not null default 'draft' check (state in ('draft', 'applying', 'applied', 'undoing', 'undone')),
  plan jsonb not null,
  report jsonb,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  check ((state in ('applied', 'undoing', 'undone')) <= (applied_at is not null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index on reorganisations (on_day, id);
create index on reorganisations (document_id);

-- What an act did, row by row and in order, so that it can be undone from the last to the first.
create table reorganisation_effects (
  reorganisation_id uuid not null references reorganisations,
  seq int not null,
  module text not null,
  subject_id uuid not null,
  effect jsonb not null,
  primary key (reorganisation_id, seq)
);
create index on reorganisation_effects (subject_id);

-- A part passes over with the share that the act states (of people or of land, as it says); none
-- stated is not a half: it stays unknown until somebody states it.
alter table unit_successions
  add column share numeric(12, 10) check (share > 0 and share <= 1),
  add column is_estimate boolean not null default false, -- the share is not the act's own
  add column reorganisation_id uuid references reorganisations,
  add check (is_whole <= (share is null or share = 1));
create index on unit_successions (reorganisation_id);
alter table agency_successions
  add column duty text not null default '' , -- which duty passed over, where not all: đăng ký HTX
  add column reorganisation_id uuid references reorganisations;
create index on agency_successions (reorganisation_id);

-- "On the boundaries of day D" is one join: on which days what `origin_id` stated belongs to `unit_id`,
-- and with which share; null where a split states none. A unit belongs wholly to itself while it is, to
-- everything above it, and after its end to its successors and to all that is above these. Whole again
-- where all its parts come together. Before it was, what it states belongs wholly to where all of it
-- came from; where it came from several, the share in each is unknown. A unit that gives or gains a part
-- and goes on is not the same ground before and after: hence the days for which it stated. Kept by
-- refresh_unit_parts(), without foreign keys, which would cost more than the work itself.
create table unit_parts (
  origin_id uuid not null,
  stated_from date not null default '0001-01-01',
  stated_until date not null default '9999-12-31',
  unit_id uuid not null,
  from_on date not null,
  until_on date not null,
  share numeric(12, 10),
  is_estimate boolean not null default false,
  primary key (unit_id, origin_id, stated_from, from_on)
);
create index on unit_parts (origin_id);

-- As before, but only what differs is written: a unit that is renamed in a nation of 14,000 must not
-- cost as much as making them all.
create or replace function refresh_ancestry() returns void
language sql security definer set search_path = public set enable_nestloop = off set jit = off
set work_mem = '64MB'
begin atomic
  select pg_advisory_xact_lock(2001); -- two at once would insert the same rows
  with recursive up (ancestor_id, descendant_id, from_on, until_on) as (
    select unit_id, unit_id, from_on, until_on from unit_versions
    union
    select v.parent_id, up.descendant_id, greatest(up.from_on, v.from_on), least(up.until_on, v.until_on)
    from up join unit_versions v on v.unit_id = up.ancestor_id
      and v.from_on <= up.until_on and v.until_on >= up.from_on
    where v.parent_id is not null
  ), made as materialized (
    select ancestor_id, descendant_id, from_on, max(until_on) as until_on from up group by 1, 2, 3
  ), gone as (
    delete from unit_ancestry a where not exists (
      select from made m where m.ancestor_id = a.ancestor_id and m.descendant_id = a.descendant_id
        and m.from_on = a.from_on)
  )
  insert into unit_ancestry (ancestor_id, descendant_id, from_on, until_on)
  select m.* from made m where not exists (
    select from unit_ancestry a where a.ancestor_id = m.ancestor_id and a.descendant_id = m.descendant_id
      and a.from_on = m.from_on and a.until_on = m.until_on)
  on conflict (ancestor_id, descendant_id, from_on) do update set until_on = excluded.until_on;
end;

-- Kept after refresh_ancestry(); with the units that an act touched only what depends on them is made
-- anew: they and all below, what these came from and went to, and what was ever above.
--
-- An era is a stretch of a unit's life between acts by which it gives or gains a part. A hop leads from
-- an era to where it went (way 1) or came from (way -1). Where no act says where a unit went, it went
-- with its communes; where there are none, with the unit above. A hop to no era: nobody knows.
create function refresh_unit_parts(touched uuid[] default null) returns void
language plpgsql security definer set search_path = public set enable_nestloop = off set jit = off
set work_mem = '64MB' as $$
declare stale uuid[];
begin
  perform pg_advisory_xact_lock(2003);
  if touched is null then
    select array_agg(id) into stale from units;
    delete from unit_parts;
  else
    with recursive below (unit_id) as (
      select unnest(touched)
      union
      select descendant_id from unit_ancestry where ancestor_id = any (touched)
    ), before (unit_id) as (
      table below union select s.from_id from unit_successions s join before b on b.unit_id = s.to_id
    ), after (unit_id) as (
      table below union select s.to_id from unit_successions s join after a on a.unit_id = s.from_id
    ), line (unit_id) as (table before union table after)
    select array_agg(unit_id) into stale from (
      table line
      union select a.ancestor_id from unit_ancestry a join line l on l.unit_id = a.descendant_id) found;
    delete from unit_parts where origin_id = any (stale);
  end if;
  insert into unit_parts
    (origin_id, stated_from, stated_until, unit_id, from_on, until_on, share, is_estimate)
  with recursive lives as materialized (
    select unit_id, min(from_on) as first_on, max(until_on) as last_on from unit_versions group by 1
  ), starts as (
    select unit_id, first_on as from_on from lives
    union
    select unit_id, on_day from unit_successions s
      cross join lateral (values (s.from_id), (s.to_id)) side (unit_id) join lives using (unit_id)
    where on_day > first_on and on_day <= last_on
  ), eras as materialized (
    select row_number() over ()::int as era, unit_id, from_on,
      coalesce(lead(from_on) over w - 1, last_on) as until_on,
      lag(from_on) over w is null as is_first, lead(from_on) over w is null as is_last
    from starts join lives using (unit_id) window w as (partition by unit_id order by from_on)
  ), stated as (
    select f.era, t.era as to_era, s.on_day, s.share, s.is_whole, s.is_estimate, false as stays
    from unit_successions s
    join eras f on f.unit_id = s.from_id and f.until_on < s.on_day
      and (f.is_last or f.until_on = s.on_day - 1)
    left join eras t on t.unit_id = s.to_id and s.on_day between t.from_on and t.until_on
    union all
    select e.era, n.era, n.from_on, null, true, false, true
    from eras e join eras n on n.unit_id = e.unit_id and n.from_on = e.until_on + 1
  ), counted as (
    select *, count(*) over w as ways, count(*) filter (where share is null and not stays) over w as unknown,
      coalesce(sum(share) over w, 0) as known, bool_or(stays) over w as lasts
    from stated window w as (partition by era)
  ), weighed as materialized (
    select era, to_era, on_day, is_estimate, ways, unknown, known, lasts,
      case
        when ways = 1 and is_whole then 1
        when known > 1.00000001 or unknown > 0 and known >= 1 then null
        when stays and unknown = 0 then 1 - known
        else share
      end as share
    from counted
  ), ends as materialized (
    select e.era, e.unit_id, e.until_on as on_day, 1::numeric as share, true as is_whole from eras e
    where e.is_last and e.until_on < '9999-12-31' and not exists (select from weighed w where w.era = e.era)
    union all
    select distinct e.era, e.unit_id, e.until_on, case when w.unknown = 0 then 1 - w.known end, false
    from weighed w join eras e using (era)
    where not w.lasts and (w.unknown = 0 and w.known < 0.99999999 and (w.share is null or w.share < 1)
      or w.ways = 1 and w.share is null)
  ), with_communes as materialized (
    select e.era, c.era as to_era, e.on_day from ends e
    join unit_versions v on v.parent_id = e.unit_id and e.on_day between v.from_on and v.until_on
    join eras c on c.unit_id = v.unit_id and e.on_day between c.from_on and c.until_on
    where e.is_whole
  ), begins as materialized (
    select e.era, e.unit_id, e.from_on as on_day from eras e
    where e.is_first and not exists (select from weighed w where w.to_era = e.era)
  ), climbs as (
    select distinct on (b.way, b.era) b.way, b.era, p.era as to_era
    from (
      select 1 as way, era, unit_id, on_day from ends
      union all select -1, era, unit_id, on_day from begins
    ) b
    join unit_ancestry a on a.descendant_id = b.unit_id and a.ancestor_id <> b.unit_id
      and b.on_day between a.from_on and a.until_on
    join unit_versions v on v.unit_id = a.ancestor_id and b.on_day between v.from_on and v.until_on
    join eras p on p.unit_id = a.ancestor_id and b.on_day between p.from_on and p.until_on
    where case way
      when 1 then p.until_on > b.on_day or p.era in (select era from weighed)
      else p.from_on < b.on_day or p.era in (select to_era from weighed) end
    order by 1, 2, array_position(array['commune', 'district', 'province', 'nation'], v.level)
  ), hops (way, era, to_era, from_on, share, is_estimate) as materialized (
    select 1, era, to_era, on_day, share, is_estimate and share is not null from weighed
    where share is distinct from 0
    union all select 1, era, to_era, on_day + 1, null, false from with_communes
    union all
    select 1, e.era, c.to_era, e.on_day + 1, e.share, false
    from ends e left join climbs c on c.way = 1 and c.era = e.era
    where e.era not in (select era from with_communes)
    union all
    select -1, to_era, era, on_day - 1, case when count(*) over (partition by to_era) = 1 then 1 end, false
    from weighed where to_era is not null and share is distinct from 0
    union all
    select -1, b.era, c.to_era, b.on_day - 1, 1, false from begins b
    left join climbs c on c.way = -1 and c.era = b.era
  ), ways (origin, way, era, at, share, is_estimate, depth) as (
    select e.era, w.way, e.era, case w.way when 1 then e.from_on else e.until_on end, 1::numeric, false, 0
    from eras e join unnest(stale) changed (unit_id) using (unit_id)
    cross join (values (1), (-1)) w (way)
    union all
    select w.origin, w.way, h.to_era,
      case w.way when 1 then greatest(w.at, h.from_on) else least(w.at, h.from_on) end,
      w.share * h.share, w.is_estimate or h.is_estimate, w.depth + 1
    from ways w join hops h on h.way = w.way and h.era = w.era where w.depth < 50
  ), met as (
    select origin, way, era, at, case when count(share) = count(*) then sum(share) end as share,
      bool_or(is_estimate) as is_estimate
    from ways where way = 1 or depth > 0 group by 1, 2, 3, 4
  ), landings as materialized (
    select row_number() over ()::int as landing, m.origin, m.way, e.unit_id,
      case m.way when 1 then greatest(m.at, e.from_on) else coalesce(e.from_on, '0001-01-01') end as from_on,
      case m.way when 1 then coalesce(e.until_on, '9999-12-31') else least(m.at, e.until_on) end as until_on,
      m.share, m.is_estimate, m.origin = m.era and m.way = 1 as is_self
    from met m left join eras e on e.era = m.era
  ), holding as materialized (
    select l.*, not is_self and count(*) over (partition by origin, way, is_self) > 1 as is_shared
    from landings l where from_on <= until_on
  ), belongs as materialized (
    select ancestor_id, descendant_id, unnest(range_agg(daterange(from_on, until_on, '[]'))) as days
    from unit_ancestry where descendant_id in (select unit_id from holding) group by 1, 2
  ), pieces as materialized (
    select h.landing, h.origin, h.way, h.is_shared, b.ancestor_id as unit_id,
      greatest(h.from_on, lower(b.days)) as from_on, least(h.until_on, upper(b.days) - 1) as until_on,
      h.share, h.is_estimate
    from holding h join belongs b on b.descendant_id = h.unit_id
    where h.from_on < upper(b.days) and h.until_on >= lower(b.days)
  ), points as (
    select origin, way, from_on as at from pieces where is_shared
    union select origin, way, until_on + 1 from pieces where is_shared
    union select origin, way, from_on from holding where is_shared and unit_id is null
    union select origin, way, until_on + 1 from holding where is_shared and unit_id is null
  ), stretches as materialized (
    select origin, way, at as from_on, lead(at) over (partition by origin, way order by at) - 1 as until_on
    from points
  ), totals as (
    select s.origin, s.way, s.from_on, count(*) as landings
    from stretches s join holding h on h.origin = s.origin and h.way = s.way and h.is_shared
      and h.from_on <= s.from_on and h.until_on >= s.until_on
    group by 1, 2, 3
  ), together as (
    select s.origin, s.way, s.from_on, s.until_on, p.unit_id, count(distinct p.landing) as landings,
      case when count(p.share) = count(*) then sum(p.share) end as share, bool_or(p.is_estimate) as is_estimate
    from stretches s join pieces p on p.origin = s.origin and p.way = s.way and p.is_shared
      and p.from_on <= s.from_on and p.until_on >= s.until_on
    group by 1, 2, 3, 4, 5
  ), parts as (
    select origin, unit_id, from_on, until_on, 1::numeric as share, false as is_estimate
    from pieces where not is_shared
    union all
    select g.origin, g.unit_id, g.from_on, g.until_on,
      case when g.landings = t.landings then 1 else g.share end,
      g.landings < t.landings and g.share is not null and g.is_estimate
    from together g join totals t using (origin, way, from_on)
  ), merged as (
    select origin, unit_id, share, is_estimate,
      unnest(range_agg(daterange(from_on, until_on, '[]'))) as days
    from parts group by 1, 2, 3, 4
  )
  select e.unit_id, case when e.is_first then '0001-01-01' else e.from_on end,
    case when e.is_last then '9999-12-31' else e.until_on end,
    m.unit_id, lower(days), upper(days) - 1, round(share, 10), m.is_estimate
  from merged m join eras e on e.era = m.origin;
end $$;
revoke execute on function refresh_unit_parts(uuid[]) from public;
grant execute on function refresh_unit_parts(uuid[]) to hopluc_app;

do $$
declare one text;
begin
  foreach one in array array['reorganisations', 'reorganisation_effects', 'unit_parts']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
  end loop;
end $$;
-- What is applied is public knowledge inside; drafts and the single effects are the administrator's.
create policy applied on reorganisations for select
  using (exists (select from signed_in) and state in ('applied', 'undoing', 'undone'));
create policy to_all on unit_parts for select using (exists (select from signed_in));

-- The register's narrow part: who it is and where it lies. A merger of units adds a place, never
-- another entity. Everything else about an entity belongs to the registry.
create table entities (
  id uuid primary key,
  kind text not null check (kind in ('group', 'cooperative', 'union', 'credit_fund')),
  name text not null check (name <> ''),
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  is_demo boolean not null default false,
  version int not null default 1,
  folded text generated always as (folded(name)) stored
);
create index on entities using gin (folded gin_trgm_ops);

create table entity_places (
  entity_id uuid not null references entities,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  unit_id uuid not null references units,
  address text,
  reorganisation_id uuid references reorganisations,
  primary key (entity_id, from_on),
  exclude using gist (entity_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index on entity_places (unit_id, from_on);
create index on entity_places (reorganisation_id);

-- Figures: one narrow fact with its versions. An average or a ratio is stored by its two sums, for
-- these are what adds up. Missing is no row; "không có số" is a row without a value.
create table indicators (
  id uuid primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  measure text not null check (measure <> ''), -- người, triệu đồng, %
  -- latest: a stock, such as members at the end of a period: added over units, never over time
  adds_up text not null check (adds_up in ('sum', 'mean', 'ratio', 'latest')),
  version int not null default 1
);

create table periods (
  id int generated always as identity primary key,
  kind text not null check (kind in ('day', 'month', 'quarter', 'half', 'nine_months', 'year')),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  unique (kind, from_on)
);

-- Combinations of breakdowns, interned: {"kind": "cooperative", "sex": "female"}. 0 is the total.
create table breakdowns (
  id int generated by default as identity primary key,
  parts jsonb not null unique
);
insert into breakdowns (id, parts) values (0, '{}');
select setval(pg_get_serial_sequence('breakdowns', 'id'), 1, false);

create table figures (
  unit_id uuid not null, -- who stated it, or in whose area the entity lay when it did
  entity_id uuid not null default '00000000-0000-0000-0000-000000000000', -- none: the unit itself
  indicator_id uuid not null,
  year smallint not null,
  period_id int not null,
  breakdown_id int not null default 0,
  seq int not null default 1 check (seq > 0), -- its versions: the highest holds
  is_last boolean not null default true,
  value numeric, -- of a mean or a ratio the numerator
  weight numeric, -- of a mean or a ratio the denominator
  state text not null check (state in ('stated', 'checked', 'published')),
  source jsonb not null,
  stated_by uuid not null,
  stated_at timestamptz not null default now(),
  primary key (unit_id, indicator_id, year, period_id, breakdown_id, entity_id, seq)
) partition by range (year);
create table figures_before partition of figures for values from (minvalue) to (2016);
do $$
begin
  for year in 2016..2035 loop
    execute format('create table figures_%s partition of figures for values from (%s) to (%s)', year, year, year + 1);
  end loop;
end $$;
create table figures_after partition of figures for values from (2036) to (maxvalue);
-- Every cell has one version that holds.
create unique index on figures (unit_id, indicator_id, year, period_id, breakdown_id, entity_id) where is_last;
create index on figures (indicator_id, period_id, breakdown_id, unit_id)
  include (entity_id, value, weight) where is_last;
create index on figures (entity_id, indicator_id, period_id) where is_last;

-- Only through the parent: a partition alone is granted to nobody.
do $$
declare one text;
begin
  foreach one in array array['entities', 'entity_places', 'indicators', 'periods', 'breakdowns']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy by_admin on %I using ((select role from signed_in) = ''admin'')
      with check ((select role from signed_in) = ''admin'')', one);
    execute format('grant select, insert, update on %I to hopluc_app', one);
  end loop;
  for one in select inhrelid::regclass::text from pg_inherits where inhparent = 'figures'::regclass
  loop
    execute format('alter table %I enable row level security', one);
  end loop;
end $$;
create policy to_all on indicators for select using (exists (select from signed_in));
create policy to_all on periods for select using (exists (select from signed_in));
create policy to_all on breakdowns for select using (exists (select from signed_in));

-- Units that the acting post works in: those of its agency and of the one it acts for, with all these
-- came from; a unit's own people read its register and its figures. A view reads with its owner's rights.
create view own_units as
select distinct v.unit_id from scope_agencies s join acting using (account_id, post_id)
join agency_versions v on v.agency_id = s.agency_id
where acting.today between s.from_on and s.until_on and acting.role is distinct from 'admin';
grant select on own_units to hopluc_app, hopluc_jobs;

create policy in_scope on entity_places for select using (
  unit_id in (select unit_id from visible_units) or unit_id in (select unit_id from own_units));
create policy in_scope on entities for select using (
  exists (select from entity_places p where p.entity_id = entities.id));

alter table figures enable row level security;
create policy in_scope on figures for select using (
  unit_id in (select unit_id from visible_units) or unit_id in (select unit_id from own_units));
create policy own on figures for insert with check (
  unit_id in (select unit_id from own_units) and stated_by = (select account_id from signed_in));
grant select, insert on figures to hopluc_app;
