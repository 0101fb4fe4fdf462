-- Lists of cooperatives come with heads of their own: how an agency matched them last is kept by the heads.
create table entity_import_mappings (
  id uuid primary key,
  agency_id uuid not null references agencies,
  fingerprint text not null, -- the heads as they are compared
  name text not null check (name <> ''), -- of the file with which it was last used
  headers text[] not null,
  mapping jsonb not null, -- [{"column": 0, "field": "name", "unit": "million"}]
  updated_at timestamptz not null default now(),
  updated_by uuid not null,
  unique (agency_id, fingerprint)
);

alter table entity_import_mappings enable row level security;
create policy of_agency on entity_import_mappings
  using (agency_id in (select acting_agencies()))
  with check (agency_id in (select acting_agencies()));
grant select, insert, update, delete on entity_import_mappings to hopluc_app;

-- Whoever writes thousands is asked for each whether they keep it: the units that they keep are then looked
-- up once for all (an array is worked out once, a set that is joined once for each row).
create view kept_for_writing as
select p.entity_id as id from entity_places p, acting a
where a.today between p.from_on and p.until_on and p.unit_id = any (array(select kept_units()));
grant select on kept_for_writing to hopluc_app, hopluc_jobs;
alter policy by_keeper on entity_versions with check (exists (select from kept_for_writing k where k.id = entity_id));
alter policy changed on entity_versions using (exists (select from kept_for_writing k where k.id = entity_id));
alter policy by_keeper on entity_events with check (exists (select from kept_for_writing k where k.id = entity_id));
alter policy by_keeper on entities using (exists (select from kept_for_writing k where k.id = entities.id));
alter policy by_keeper on figures with check (
  stated_by = (select account_id from signed_in) and exists (select from kept_for_writing k where k.id = entity_id));
alter policy replaced on figures using (exists (select from kept_for_writing k where k.id = entity_id));
