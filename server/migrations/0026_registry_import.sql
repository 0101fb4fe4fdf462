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
