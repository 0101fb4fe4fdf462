-- Personal data: how to reach the holder of an account, what an outside provider calls them under an id
-- of its own, and the requests of those whose data are kept.

create table account_contacts (
  account_id uuid primary key references accounts,
  phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  version int not null default 1
);

-- A masked value is asked for by the record that holds it.
alter table account_identities add column id uuid not null default gen_random_uuid() unique;

create table data_requests (
  id uuid primary key,
  number int not null,
  year int not null,
  kind text not null check (kind in ('access', 'correct', 'delete', 'restrict', 'withdraw')),
  subject_id uuid references accounts, -- null for a person without an account
  subject_name text not null check (subject_name <> ''),
  asker_name text, -- who asks in the person's place, by which right
  asker_phone text check (asker_phone ~ '^\+?[0-9]{8,15}$'),
  asker_email text check (asker_email ~ '^[^@\s]+@[^@\s]+$'),
  identified_by text not null check (identified_by in ('signed_in', 'paper', 'known', 'authority')),
  identity_note text not null check (identity_note <> ''),
  text text not null check (text <> ''),
  received_on date not null,
  answer_due_on date not null,
  answered_on date,
  complete_due_on date not null,
  is_extended boolean not null default false,
  state text not null default 'received' check (state in ('received', 'answered', 'completed', 'refused')),
  closed_on date,
  lifted_on date, -- a restriction that holds no more
  version int not null default 1,
  created_by uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid references accounts,
  created_at timestamptz not null default now(),
  unique (year, number),
  check ((state in ('completed', 'refused')) = (closed_on is not null))
);
create index on data_requests (subject_id);
create index on data_requests (created_by);

create table data_request_steps (
  request_id uuid not null references data_requests,
  seq int not null,
  action text not null check (action in
    ('register', 'answer', 'extend', 'correct', 'complete', 'refuse', 'lift')),
  note text,
  on_day date not null,
  field text, -- of a correction, with what stood and what stands; masked where the field is
  before text,
  after text,
  by_words text not null,
  account_id uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid references accounts,
  recorded_at timestamptz not null default now(),
  primary key (request_id, seq)
);

-- Whose contacts one reads beside one's own: of people in one's own bodies and of those below.
create view known_people as
select p.account_id from posts p cross join acting a
where a.today between p.from_on and p.until_on
  and (p.agency_id in (select agency_id from visible_agencies)
    or p.committee_id in (select agency_id from visible_agencies)
    or exists (select from agency_versions v where v.agency_id = p.agency_id
      and a.today between v.from_on and v.until_on
      and v.unit_id in (select unit_id from visible_units)));
grant select on known_people to hopluc_app;

alter table account_contacts enable row level security;
alter table data_requests enable row level security;
alter table data_request_steps enable row level security;

create policy own on account_contacts using (account_id = (select account_id from signed_in))
  with check (account_id = (select account_id from signed_in));
create policy by_admin on account_contacts using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
create policy of_known on account_contacts for select
  using (account_id in (select account_id from known_people));
grant select, insert, update on account_contacts to hopluc_app;

create policy by_admin on data_requests using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
create policy own on data_requests for select using (
  subject_id = (select account_id from signed_in) or created_by = (select account_id from signed_in));
create policy own_insert on data_requests for insert with check (
  subject_id = (select account_id from signed_in) and created_by = (select account_id from signed_in)
  and state = 'received');
grant select, insert, update on data_requests to hopluc_app;

create policy by_admin on data_request_steps using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin' and account_id = (select account_id from signed_in));
create policy of_request on data_request_steps for select
  using (exists (select from data_requests r where r.id = request_id));
create policy own_insert on data_request_steps for insert with check (
  action = 'register' and account_id = (select account_id from signed_in)
  and exists (select from data_requests r where r.id = request_id));
grant select, insert on data_request_steps to hopluc_app;

-- Numbers run through the year, over requests that the one who asks does not see.
create function next_data_request(of_year int) returns int
language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(2020, of_year);
  return (select coalesce(max(number), 0) + 1 from data_requests where year = of_year);
end $$;

-- While a restriction stands, nobody reads what is masked of this person.
create function is_data_restricted(person uuid) returns boolean
language sql stable security definer set search_path = public
return exists (select from data_requests
  where subject_id = person and kind = 'restrict' and state = 'completed' and lifted_on is null);

-- What is kept of the person of an open request, wherever it stands: the administrator's scope is the
-- organisation, so this looks with its owner's rights, for a request that was entered and is not closed.
-- `fields` is [{ table, column, record, account, how }]: `account` names the column with the account's id;
-- `how` says how else the value is compared: 'name' is that name, 'words' holds it, 'contact' is the
-- asker's phone or e-mail.
create function personal_data_of(request uuid, fields jsonb, most int)
returns table (field text, record text, value text, is_sure boolean)
language plpgsql stable security definer set search_path = public as $$
declare
  wanted data_requests;
  one record;
  test text;
begin
  select r.* into wanted from data_requests r
  where r.id = request and r.state in ('received', 'answered')
    and (select role from signed_in) = 'admin';
  if not found then return; end if;
  for one in
    select f."table" as rel, f."column" as col, f.record as rec, f.account as acc, f.how
    from jsonb_to_recordset(fields) f ("table" text, "column" text, record text, account text, how text)
    -- Nothing but text of our own tables; of secrets not even that.
    join pg_attribute a on a.attrelid = to_regclass('public.' || quote_ident(f."table"))
      and a.attname = f."column" and a.atttypid in ('text'::regtype, 'date'::regtype)
    where f."column" not in ('password_hash', 'credential', 'payload')
  loop
    test := case
      when one.acc is not null then format('%I = $1', one.acc)
      when one.how = 'name' then format('folded(%I) = folded($2)', one.col)
      when one.how = 'words' then format('position(folded($2) in folded(%I)) > 0', one.col)
      when one.how = 'contact' then format('%I in ($3, $4)', one.col)
      else 'false' end;
    return query execute format(
      'select %L, %I::text, left(%I::text, 2000), %L::boolean from %I where %I is not null and (%s) order by 2 limit $5',
      one.rel || '.' || one.col, one.rec, one.col, one.acc is not null, one.rel, one.col, test)
      using wanted.subject_id, wanted.subject_name, wanted.asker_phone, wanted.asker_email, most;
  end loop;
end $$;

revoke execute on function next_data_request(int), is_data_restricted(uuid),
  personal_data_of(uuid, jsonb, int) from public;
grant execute on function next_data_request(int), is_data_restricted(uuid),
  personal_data_of(uuid, jsonb, int) to hopluc_app;
