-- What agencies do for the collective economy beside programmes of support: communication, contests,
-- co-ordination with others, advice to a member, notices of the market. One shape; the kind says which of
-- it is asked for. Nothing is ever deleted.
create table activities (
  id uuid primary key,
  kind text not null check (kind in ('campaign', 'contest', 'coordination', 'advice', 'notice')),
  agency_id uuid not null references agencies, -- does it
  unit_id uuid not null references units, -- of the agency, then
  entity_id uuid references entities, -- whom it advised
  entity_name text, -- as it was called
  title text not null check (title <> ''),
  topic text, -- of advice
  from_on date not null,
  until_on date not null,
  document text, -- programme, plan or source, by number and day
  partners text[] not null default '{}',
  channels text[] not null default '{}',
  content text,
  tasks jsonb not null default '[]', -- what was agreed: what, who leads, until when, state
  reach jsonb not null default '[]', -- figure and value
  results jsonb not null default '[]', -- year and words
  state text not null default 'planned' check (state in ('planned', 'running', 'done', 'cancelled')),
  is_demo boolean not null default false,
  version int not null default 1,
  check (from_on <= until_on),
  check ((kind = 'advice') = (entity_id is not null and entity_name is not null))
);
create index on activities (kind, from_on desc, id desc);
create index on activities (agency_id);
create index on activities (unit_id);
create index on activities (entity_id) where entity_id is not null;

alter table activities enable row level security;
-- Advice is between the agency and whom it advised; the rest is made to be known below.
create policy readers on activities for select using (agency_id in (select acting_agencies())
  or unit_id in (select acting_area()) or entity_id in (select id from own_entities)
  or kind <> 'advice' and unit_id in (select lending_units()));
create policy entered on activities for insert with check (agency_id in (select acting_agencies())
  and unit_id in (select unit_id from own_units)
  and (select role from signed_in) in ('officer', 'leader', 'standing')
  and (entity_id is null or exists (select from readable_entities r where r.id = entity_id)));
create policy changed on activities for update using (agency_id in (select acting_agencies())
    and (select role from signed_in) in ('officer', 'leader', 'standing'))
  with check (agency_id in (select acting_agencies()));
grant select, insert on activities to hopluc_app;
grant update (title, topic, from_on, until_on, document, partners, channels, content, tasks, reach, results,
  state, version) on activities to hopluc_app;
