-- What members owe their Alliance for a year, and what they paid. Whole đồng.
create table alliance_dues (
  id uuid primary key,
  alliance_id uuid not null references agencies,
  entity_id uuid not null references entities,
  year int not null check (year between 1990 and 2100),
  due bigint not null check (due >= 0),
  paid bigint not null default 0 check (paid >= 0),
  paid_on date, -- last
  note text,
  is_demo boolean not null default false,
  version int not null default 1,
  check ((paid = 0) = (paid_on is null)),
  unique (alliance_id, entity_id, year)
);
create index on alliance_dues (alliance_id, year, entity_id);
create index on alliance_dues (entity_id);

alter table alliance_dues enable row level security;
-- It is between the Alliance and its member.
create policy readers on alliance_dues for select using (alliance_id in (select acting_agencies())
  or entity_id in (select id from own_entities));
create policy opened on alliance_dues for insert with check (alliance_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing') and paid = 0
  and exists (select from entity_memberships m where m.entity_id = alliance_dues.entity_id
    and m.alliance_id is not null));
create policy kept on alliance_dues for update using (alliance_id in (select acting_agencies())
  and (select role from signed_in) in ('officer', 'leader', 'standing'));
grant select, insert on alliance_dues to hopluc_app;
grant update (due, paid, paid_on, note, version) on alliance_dues to hopluc_app;
