-- What hangs on an entity of the register: members, managers, products, certificates, growing areas,
-- memberships, debts, offers and wants, links with enterprises. Nothing of it names a unit: the entity
-- takes it along through every merger of units. Yearly figures are figures.

-- The register of members (Law 17/2023/QH15, article 15). Sex, ethnicity and poverty are not asked of
-- persons: these are figures of the whole.
create table entity_members (
  id uuid primary key,
  entity_id uuid not null references entities,
  -- Law 17/2023, article 4: a uses the services, b works, c both
  kind text not null check (kind in ('official_a', 'official_b', 'official_c', 'linked_capital',
    'linked_a', 'linked_b', 'linked_c')),
  subject text not null check (subject in ('person', 'household', 'organisation')),
  name text not null check (name <> ''),
  paper_no text, -- personal identification number, or code of the organisation
  nationality text, -- none said: Vietnamese
  address text,
  phone text,
  member_entity_id uuid references entities, -- of a union: the cooperative
  share bigint check (share >= 0), -- contributed, đồng
  assets text, -- what was contributed other than money: kinds, quantities, values
  contributed_on date,
  certificate_no text,
  certificate_on date,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  note text
);
create index on entity_members (member_entity_id) where member_entity_id is not null;

create table entity_managers (
  id uuid primary key,
  entity_id uuid not null references entities,
  office text not null check (office in ('chairman', 'vice_chairman', 'board_member', 'director',
    'deputy_director', 'head_controller', 'controller', 'accountant', 'group_head', 'other')),
  name text not null check (name <> ''),
  birth_year smallint check (birth_year between 1900 and 2100),
  sex text check (sex in ('female', 'male')),
  phone text,
  training text check (training in ('none', 'elementary', 'intermediate', 'college', 'university', 'postgraduate')),
  training_field text,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  note text
);

create table entity_products (
  id uuid primary key,
  entity_id uuid not null references entities,
  name text not null check (name <> ''),
  commodity text references commodities,
  measure text not null default 'tấn' check (measure <> ''), -- of the output
  area numeric(12, 2) check (area >= 0), -- hectares
  -- by year: [{"year": 2025, "area": 21, "output": 186, "value": null}]
  years jsonb not null default '[]',
  sold_to text, -- thương lái, hợp đồng …
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  note text,
  unique (entity_id, id)
);
create index on entity_products (commodity);

create table entity_certificates (
  id uuid primary key,
  entity_id uuid not null references entities,
  product_id uuid,
  kind text not null check (kind in ('ocop', 'vietgap', 'globalgap', 'organic', 'traceability', 'high_tech',
    'haccp', 'iso', 'food_safety', 'indication', 'trademark', 'other')),
  stars smallint check (stars between 1 and 5),
  product_group text, -- of OCOP
  number text,
  issued_by text,
  decision_no text,
  issued_on date not null,
  valid_until date check (valid_until >= issued_on), -- none: without end
  revoked_on date check (revoked_on >= issued_on),
  area numeric(12, 2) check (area >= 0),
  evidence text, -- of high technology: what is applied and what shows it
  document_id uuid references documents,
  note text,
  foreign key (entity_id, product_id) references entity_products (entity_id, id),
  check ((kind = 'ocop') = (stars is not null))
);
create index on entity_certificates (valid_until, kind) where revoked_on is null;
create index on entity_certificates (entity_id, product_id);
create index on entity_certificates (document_id) where document_id is not null;

create table growing_areas (
  id uuid primary key,
  entity_id uuid not null references entities,
  kind text not null check (kind in ('growing_area', 'packing_house')),
  code text not null check (code <> ''),
  commodity text references commodities,
  area numeric(12, 2) check (area >= 0),
  households int check (households >= 0),
  markets text, -- Trung Quốc, Hoa Kỳ …
  place text,
  issued_by text,
  issued_on date not null,
  suspended_on date check (suspended_on >= issued_on),
  revoked_on date check (revoked_on >= issued_on),
  note text
);
create index on growing_areas (commodity);

-- In a union (another entity) or in an Alliance (an agency, under the name and id it had then).
create table entity_memberships (
  id uuid primary key,
  entity_id uuid not null references entities,
  union_id uuid references entities,
  alliance_id uuid references agencies,
  from_on date not null,
  until_on date not null default '9999-12-31' check (until_on >= from_on),
  decision_no text,
  card_no text,
  note text,
  check (num_nonnulls(union_id, alliance_id) = 1 and union_id is distinct from entity_id),
  exclude using gist (entity_id with =, coalesce(union_id, alliance_id) with =,
    daterange(from_on, until_on, '[]') with &&)
);
create index on entity_memberships (union_id, from_on) where union_id is not null;
create index on entity_memberships (alliance_id, from_on) where alliance_id is not null;

create table entity_debts (
  id uuid primary key,
  entity_id uuid not null references entities,
  direction text not null check (direction in ('owed_to', 'owed_by')),
  party text not null check (party in ('member', 'household', 'budget', 'bank', 'supplier', 'tax', 'insurance',
    'electricity', 'water', 'cooperative', 'enterprise', 'other')),
  party_name text,
  subject text, -- for what
  amount bigint not null check (amount > 0), -- đồng, as it arose
  arisen_on date not null,
  due_on date,
  is_doubtful boolean not null default false,
  plan text, -- how it is to be settled
  plan_by date,
  document_id uuid references documents,
  note text,
  unique (entity_id, id)
);
create index on entity_debts (document_id) where document_id is not null;

create table debt_settlements (
  id uuid primary key,
  entity_id uuid not null,
  debt_id uuid not null,
  on_day date not null,
  kind text not null check (kind in ('paid', 'written_off', 'offset')),
  amount bigint not null check (amount > 0),
  decision_no text,
  document_id uuid references documents,
  note text,
  foreign key (entity_id, debt_id) references entity_debts (entity_id, id)
);
create index on debt_settlements (entity_id, debt_id);
create index on debt_settlements (document_id) where document_id is not null;

create table market_notices (
  id uuid primary key,
  entity_id uuid not null references entities,
  side text not null check (side in ('offer', 'want')),
  entity_name text not null default '', -- as it is called when it says so: read where the register is not
  title text not null check (title <> ''),
  commodity text references commodities,
  quantity numeric(14, 2) check (quantity >= 0),
  measure text,
  price text, -- in words: a range, "thỏa thuận"
  place text,
  contact text, -- of the office, as it wants to be reached
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  closed_on date check (closed_on >= from_on),
  outcome text,
  note text
);
create index on market_notices (until_on, side);
create index on market_notices (commodity);

create table value_links (
  id uuid primary key,
  entity_id uuid not null references entities,
  partner_kind text not null check (partner_kind in ('enterprise', 'cooperative', 'trader', 'retailer', 'other')),
  partner_name text not null check (partner_name <> ''),
  partner_code text,
  partner_id uuid references entities,
  contract_no text,
  signed_on date,
  from_on date not null,
  until_on date check (until_on >= from_on),
  product text not null check (product <> ''),
  commodity text references commodities,
  season text,
  area numeric(12, 2) check (area >= 0),
  measure text not null default 'tấn' check (measure <> ''),
  committed numeric(14, 2) check (committed >= 0),
  delivered numeric(14, 2) check (delivered >= 0),
  price_rule text,
  offtake text check (offtake in ('inputs_and_product', 'product', 'part', 'none')),
  result text check (result in ('carried_out', 'partly', 'broken_by_partner', 'broken_by_entity', 'running')),
  value bigint check (value >= 0), -- of what was delivered, đồng
  households int check (households >= 0),
  evaluation text,
  is_model boolean not null default false, -- worth replicating
  document_id uuid references documents,
  note text
);
create index on value_links (commodity);
create index on value_links (partner_id) where partner_id is not null;
create index on value_links (document_id) where document_id is not null;

-- Who reads: whoever reads the entity; of persons and debts only the entity itself and its keeper.
do $$
declare
  one text;
  reads text := 'exists (select from readable_entities r where r.id = entity_id)';
  keeps text := 'exists (select from kept_entities k where k.id = entity_id)';
  owns text := 'entity_id in (select id from own_entities)';
  sees text;
  writes text;
begin
  foreach one in array array['entity_members', 'entity_managers', 'entity_products', 'entity_certificates',
    'growing_areas', 'entity_memberships', 'entity_debts', 'debt_settlements', 'market_notices', 'value_links']
  loop
    sees := case when one in ('entity_members', 'entity_debts', 'debt_settlements') then keeps || ' or ' || owns
      when one = 'market_notices' then 'exists (select from signed_in)' else reads end;
    -- Its own register of members (article 15) and what it offers are kept by the entity too.
    writes := case when one in ('entity_members', 'market_notices') then keeps || ' or ' || owns else keeps end;
    execute format('alter table %I add column version int not null default 1,
      add column is_demo boolean not null default false,
      add column updated_at timestamptz not null default now(),
      add column updated_by uuid not null default nullif(current_setting(''hopluc.account'', true), '''')::uuid', one);
    execute format('create index on %I (entity_id)', one);
    execute format('alter table %I enable row level security', one);
    execute format('create policy readers on %I for select using (%s)', one, sees);
    execute format('create policy entered on %I for insert with check (%s)', one, writes);
    execute format('create policy changed on %I for update using (%s) with check (%s)', one, writes, writes);
    execute format('create policy removed on %I for delete using (%s)', one, writes);
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
  end loop;
end $$;
-- An Alliance keeps the list of its members itself, and reads it, wherever they lie.
create policy of_alliance on entity_memberships using (alliance_id in (select acting_agencies()))
  with check (alliance_id in (select acting_agencies()) and exists (select from readable_entities r where r.id = entity_id));
create policy of_union on entity_memberships for select using (
  union_id is not null and exists (select from readable_entities r where r.id = union_id));

-- Of persons, whoever reads the entity learns how many.
create function member_counts(entity uuid, day date)
returns table (kind text, subject text, members int, share bigint, foreigners int, foreign_share bigint, largest bigint)
language sql stable security definer set search_path = public
begin atomic
  select m.kind, m.subject, count(*)::int, coalesce(sum(m.share), 0)::bigint,
    count(*) filter (where m.nationality is not null and folded(m.nationality) not in ('viet nam', 'vietnam'))::int,
    coalesce(sum(m.share) filter (where m.nationality is not null
      and folded(m.nationality) not in ('viet nam', 'vietnam')), 0)::bigint,
    max(m.share)
  from entity_members m
  where m.entity_id = entity and m.joined_on <= day and (m.left_on is null or m.left_on > day)
    and exists (select from readable_entities r where r.id = entity)
  group by 1, 2;
end;

-- Of debts, how much stands where on a day, without who owes.
create function debts_on(day date, entity uuid default null)
returns table (entity_id uuid, unit_id uuid, direction text, party text, amount bigint, paid bigint,
  written_off bigint, arisen_on date, due_on date, is_doubtful boolean, has_plan boolean)
language sql stable security definer set search_path = public
begin atomic
  select d.entity_id, p.unit_id, d.direction, d.party, d.amount, s.paid, s.written_off, d.arisen_on, d.due_on,
    d.is_doubtful, d.plan is not null
  from entity_debts d
  join entity_places p on p.entity_id = d.entity_id and day between p.from_on and p.until_on
  cross join lateral (
    select coalesce(sum(t.amount) filter (where t.kind <> 'written_off'), 0)::bigint as paid,
      coalesce(sum(t.amount) filter (where t.kind = 'written_off'), 0)::bigint as written_off
    from debt_settlements t where t.entity_id = d.entity_id and t.debt_id = d.id and t.on_day <= day
  ) s
  where d.arisen_on <= day and (entity is null or d.entity_id = entity)
    and (p.unit_id in (select acting_area()) or d.entity_id in (select id from own_entities));
end;

-- A calendar year as a period of figures: made when somebody first states something for it.
create function year_period(of_year int) returns int
language plpgsql security definer set search_path = public as $$
declare found int;
begin
  if of_year not between 1990 and 2100 or not exists (select from signed_in) then return null; end if;
  select id into found from periods where kind = 'year' and from_on = make_date(of_year, 1, 1);
  if found is not null then return found; end if;
  insert into periods (kind, from_on, until_on) values ('year', make_date(of_year, 1, 1), make_date(of_year, 12, 31))
  on conflict (kind, from_on) do nothing;
  select id into found from periods where kind = 'year' and from_on = make_date(of_year, 1, 1);
  return found;
end $$;
revoke execute on function member_counts(uuid, date), debts_on(date, uuid), year_period(int) from public;
grant execute on function member_counts(uuid, date), debts_on(date, uuid), year_period(int) to hopluc_app;

-- Figures of an entity are read by whoever reads it, and stated by its keeper.
create policy of_entity on figures for select using (
  entity_id <> '00000000-0000-0000-0000-000000000000'
  and exists (select from readable_entities r where r.id = entity_id));
create policy by_keeper on figures for insert with check (
  stated_by = (select account_id from signed_in) and state = 'stated'
  and exists (select from kept_entities k where k.id = entity_id)
  and exists (select from entity_places p where p.entity_id = figures.entity_id and p.unit_id = figures.unit_id));
-- Its own account reads and states nothing of the commune it lies in.
alter policy in_scope on figures using ((select role from signed_in) <> 'cooperative'
  and (unit_id in (select unit_id from visible_units) or unit_id in (select unit_id from own_units)));
alter policy own on figures with check ((select role from signed_in) <> 'cooperative'
  and entity_id = '00000000-0000-0000-0000-000000000000'
  and unit_id in (select unit_id from own_units) and stated_by = (select account_id from signed_in));
-- A cell of an entity holds once, wherever the entity lay when it was stated.
create unique index on figures (entity_id, indicator_id, year, period_id, breakdown_id)
  where is_last and entity_id <> '00000000-0000-0000-0000-000000000000';
create policy replaced on figures for update using (exists (select from kept_entities k where k.id = entity_id));
grant update (is_last) on figures to hopluc_app;

-- Indicators of an entity. Codes H… are those by which the periodic reports are usually drawn up; what
-- these do not name begins with K.
insert into indicators (id, code, name, measure, adds_up) values
  (gen_random_uuid(), 'H8', 'Thành viên', 'người', 'latest'),
  (gen_random_uuid(), 'H8m', 'Thành viên mới', 'người', 'sum'),
  (gen_random_uuid(), 'H9', 'Lao động thường xuyên', 'người', 'latest'),
  (gen_random_uuid(), 'H9m', 'Lao động thường xuyên mới', 'người', 'sum'),
  (gen_random_uuid(), 'H9t', 'Lao động là thành viên', 'người', 'latest'),
  (gen_random_uuid(), 'H10', 'Doanh thu', 'triệu đồng', 'sum'),
  (gen_random_uuid(), 'H10t', 'Doanh thu với thành viên', 'triệu đồng', 'sum'),
  (gen_random_uuid(), 'H10n', 'Doanh thu với bên ngoài', 'triệu đồng', 'sum'),
  (gen_random_uuid(), 'H11', 'Lãi (lợi nhuận trước thuế)', 'triệu đồng', 'sum'),
  (gen_random_uuid(), 'H12', 'Thu nhập bình quân lao động thường xuyên', 'triệu đồng/người/năm', 'mean'),
  (gen_random_uuid(), 'H13', 'Vốn điều lệ', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'H14', 'Tổng tài sản', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'H15', 'Nộp ngân sách', 'triệu đồng', 'sum'),
  (gen_random_uuid(), 'H16', 'Cán bộ quản lý', 'người', 'latest'),
  (gen_random_uuid(), 'K1', 'Vốn hoạt động', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'K2', 'Quỹ chung không chia', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'K3', 'Các quỹ khác', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'K4', 'Nợ phải thu', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'K5', 'Nợ phải trả', 'triệu đồng', 'latest'),
  (gen_random_uuid(), 'K6', 'Đất đai', 'ha', 'latest'),
  (gen_random_uuid(), 'K7', 'Máy móc, thiết bị', 'cái', 'latest'),
  (gen_random_uuid(), 'K8', 'Tài sản chung không chia', 'triệu đồng', 'latest')
on conflict (code) do nothing;
insert into breakdowns (parts)
select jsonb_build_object(of, part) from (values
  ('sex', 'female'), ('ethnicity', 'minority'), ('poverty', 'poor'), ('poverty', 'near_poor'),
  ('members', 'person'), ('members', 'household'), ('members', 'organisation'),
  ('training', 'elementary'), ('training', 'intermediate'), ('training', 'college'), ('training', 'university'),
  ('land', 'crops'), ('land', 'aquaculture'), ('land', 'forest'), ('land', 'salt'), ('land', 'works'), ('land', 'leased'),
  ('machines', 'tractor'), ('machines', 'harvester'), ('machines', 'pump'), ('machines', 'sprayer'),
  ('machines', 'drone'), ('machines', 'dryer'), ('machines', 'cold_store'), ('machines', 'processing'),
  ('machines', 'vehicle'), ('machines', 'vessel'), ('machines', 'other')) as known (of, part)
on conflict (parts) do nothing;
