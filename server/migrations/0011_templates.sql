-- A body keeps its own wording of notices and letters among the settings, under its own name.
alter table settings add column version int not null default 1;

create policy of_own_body on settings to hopluc_app
  using (name like 'notice.template.%'
    and (select role from acting) in ('chair', 'delegate', 'standing', 'leader')
    and substr(name, 17) in (select agency_id::text from visible_agencies))
  with check (name like 'notice.template.%'
    and (select role from acting) in ('chair', 'delegate', 'standing', 'leader')
    and substr(name, 17) in (select agency_id::text from visible_agencies));
