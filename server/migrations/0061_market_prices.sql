-- Weekly prices of commodities, as an agency saw them at a place. Whole đồng.
create table market_prices (
  id uuid primary key,
  agency_id uuid not null references agencies,
  unit_id uuid not null references units, -- of the agency, then
  commodity text not null references commodities,
  place text not null check (place <> ''),
  measure text not null check (measure <> ''),
  price bigint not null check (price > 0),
  on_day date not null,
  source text not null check (source <> ''),
  is_demo boolean not null default false,
  unique (agency_id, commodity, place, measure, on_day)
);
create index on market_prices (commodity, on_day desc, id desc);
create index on market_prices (on_day desc, id desc);
create index on market_prices (unit_id);

alter table market_prices enable row level security;
create policy readers on market_prices for select using (agency_id in (select acting_agencies())
  or unit_id in (select acting_area()) or unit_id in (select lending_units()));
create policy entered on market_prices for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
create policy changed on market_prices for update using (agency_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on market_prices to hopluc_app;
grant update (price, source) on market_prices to hopluc_app;
