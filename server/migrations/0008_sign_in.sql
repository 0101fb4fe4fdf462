-- Sessions, throttling of guesses, one-time links. Before anyone is known the application comes to
-- accounts only through the functions below; the hash of a password leaves by auth_account() alone.

-- One row a session. The cookie holds 256 random bits, here lies their SHA-256; it changes at a
-- switch of post and at a change of password.
create table sessions (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32),
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  address text not null,
  device text not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index on sessions (account_id, opened_at);

-- The link itself is shown once to the administrator; here lies its SHA-256.
create table password_resets (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32),
  account_id uuid not null references accounts,
  made_by uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid references accounts,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on password_resets (account_id);

-- Failed attempts by person from one address, by person from anywhere, by address. Names are kept as
-- hashes: people type passwords into the wrong field.
create table sign_in_attempts (
  kind text not null check (kind in ('pair', 'username', 'address')),
  key text not null,
  failures int not null default 0,
  last_at timestamptz not null,
  wait_until timestamptz not null,
  primary key (kind, key)
);
create index on sign_in_attempts (last_at);

alter table sessions enable row level security;
alter table password_resets enable row level security;
alter table sign_in_attempts enable row level security;

create policy own on sessions using (account_id = (select account_id from signed_in))
  with check (account_id = (select account_id from signed_in));
create policy by_admin on sessions for select using ((select role from signed_in) = 'admin');
create policy end_by_admin on sessions for update using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin' and ended_at is not null);
create policy by_admin on password_resets using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
create policy by_admin on sign_in_attempts for select
  using ((select role from signed_in) = 'admin');

-- The hash of a session is compared when it is renewed, and never shown.
grant select (id, hash, account_id, post_id, address, device, opened_at, last_seen_at, ended_at),
  insert, update (hash, post_id, last_seen_at, ended_at) on sessions to hopluc_app;
grant select (id, account_id, made_by, expires_at, used_at), insert, update (expires_at)
  on password_resets to hopluc_app;
grant select on sign_in_attempts to hopluc_app;

-- A whole number that an administrator may set otherwise, as of a day.
create function setting_number(wanted text, day date, usual int) returns int
language sql stable security definer set search_path = public
return coalesce((
  select (value #>> '{}')::int from settings
  where name = wanted and day between from_on and until_on), usual);

create function attempt_key(username text) returns text
language sql immutable
return encode(sha256(convert_to(username, 'UTF8')), 'hex');

-- Seconds to wait after so many failures: 5, 10, 20 … once the free ones are used up.
create function attempt_wait(failures int, free int, longest int) returns int
language sql immutable
return case when failures < free then 0 else least(longest, 5 * 2 ^ least(failures - free, 20))::int end;

-- Answers the seconds to wait, or counts the attempt as failed and answers 0; counting first keeps
-- guesses sent at the same moment in line. Nobody is locked out: waits have an end, and from an
-- address at which the person has signed in before only their own failures there count.
create function auth_begin(wanted text, from_address text, at timestamptz) returns int
language plpgsql security definer set search_path = public as $$
declare
  rule record;
  attempt sign_in_attempts;
  rest int := 0;
  is_known boolean := exists (
    select from sessions join accounts on accounts.id = account_id
    where username = wanted and address = from_address and opened_at > at - interval '60 days');
begin
  for turn in 1..2 loop
    for rule in
      select * from (values
        (1, 'pair', attempt_key(wanted) || ' ' || from_address, 5, 900),
        (2, 'username', attempt_key(wanted), 20, 60),
        (3, 'address', from_address, 100, 60)) r (place, kind, key, free, longest)
      where not (is_known and r.kind = 'username')
      order by place
    loop
      insert into sign_in_attempts (kind, key, last_at, wait_until)
        values (rule.kind, rule.key, at, at) on conflict do nothing;
      select * into attempt from sign_in_attempts a
        where a.kind = rule.kind and a.key = rule.key for update;
      if turn = 1 then
        rest := greatest(rest, ceil(extract(epoch from attempt.wait_until - at))::int);
      else
        if attempt.last_at < at - interval '1 day' then attempt.failures := 0; end if;
        update sign_in_attempts a set failures = attempt.failures + 1, last_at = at,
          wait_until = at + make_interval(secs => attempt_wait(attempt.failures + 1, rule.free, rule.longest))
          where a.kind = rule.kind and a.key = rule.key;
      end if;
    end loop;
    if rest > 0 then return rest; end if;
  end loop;
  return 0;
end $$;

-- Takes back what auth_begin() counted, and forgets what is old.
create function auth_succeeded(wanted text, from_address text, at timestamptz) returns void
language sql security definer set search_path = public
begin atomic
  delete from sign_in_attempts where kind = 'pair' and key = attempt_key(wanted) || ' ' || from_address;
  update sign_in_attempts set failures = greatest(failures - 1, 0), wait_until = least(wait_until, at)
    where (kind, key) in (('username', attempt_key(wanted)), ('address', from_address));
  delete from sign_in_attempts where last_at < at - interval '2 days';
  delete from sessions where last_seen_at < at - interval '180 days';
end;

-- What is checked at sign-in; an account that is not active is none.
create function auth_account(wanted text)
returns table (account_id uuid, password_hash text)
language sql stable security definer set search_path = public
begin atomic
  select id, accounts.password_hash from accounts where username = wanted and is_active;
end;

-- Who a person is under a post held on the day: the wished one, or the one last used.
create function auth_actor(person uuid, day date, wished uuid)
returns table (account_id uuid, name text, must_change_password boolean, post_id uuid, role text,
  agency_id uuid, committee_id uuid, agency_name text)
language sql stable security definer set search_path = public
begin atomic
  select a.id, a.name, a.must_change_password, p.id, p.role, p.agency_id, p.committee_id, v.short_name
  from accounts a
  join posts p on p.account_id = a.id and day between p.from_on and p.until_on
  left join lateral (
    select short_name from agency_versions
    where agency_versions.agency_id = p.agency_id and from_on <= day order by from_on desc limit 1) v on true
  where a.id = person and a.is_active and (wished is null or p.id = wished)
  order by (select max(opened_at) from sessions where sessions.post_id = p.id) desc nulls last,
    p.from_on desc, p.id
  limit 1;
end;

-- The account and post of a session that lives; notes that it was used, at most once a minute.
create function auth_session(wanted bytea, at timestamptz, day date, is_use boolean)
returns table (account_id uuid, post_id uuid)
language plpgsql security definer set search_path = public as $$
declare
  session sessions;
begin
  select s.* into session from sessions s join accounts a on a.id = s.account_id
  where s.hash = wanted and s.ended_at is null and a.is_active
    and s.opened_at > at - make_interval(hours => setting_number('session.hours', day, 12))
    and s.last_seen_at > at - make_interval(mins => setting_number('session.idle_minutes', day, 30));
  if not found then return; end if;
  if is_use and session.last_seen_at < at - interval '1 minute' then
    update sessions set last_seen_at = at where id = session.id;
  end if;
  return query select session.account_id, session.post_id;
end $$;

-- The acting person's own password.
create function auth_change_password(new_hash text) returns void
language sql security definer set search_path = public
begin atomic
  update accounts set password_hash = new_hash, must_change_password = false, version = version + 1
  where id = (select account_id from signed_in);
end;

-- Whose one-time link this is, while it can be used.
create function auth_reset(wanted bytea, at timestamptz)
returns table (account_id uuid, username text)
language sql stable security definer set search_path = public
begin atomic
  select a.id, a.username from password_resets r join accounts a on a.id = r.account_id
  where r.hash = wanted and r.used_at is null and r.expires_at > at and a.is_active;
end;

-- Uses the link up, sets the password and ends all sessions. False when the link cannot be used.
create function auth_use_reset(wanted bytea, new_hash text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  person uuid;
begin
  update password_resets r set used_at = at from accounts a
  where r.hash = wanted and r.used_at is null and r.expires_at > at
    and a.id = r.account_id and a.is_active
  returning r.account_id into person;
  if not found then return false; end if;
  update accounts set password_hash = new_hash, must_change_password = false, version = version + 1
    where id = person;
  update sessions set ended_at = at where account_id = person and ended_at is null;
  return true;
end $$;

-- The accounts of the demonstration, for the page on which one signs in.
create function demo_accounts(day date)
returns table (username text, name text, post text, agency text)
language sql stable security definer set search_path = public
begin atomic
  select a.username, a.name, p.title, v.short_name from accounts a
  join lateral (
    select title, agency_id from posts where account_id = a.id and day between from_on and until_on
    order by from_on desc, id limit 1) p on true
  join agency_versions v on v.agency_id = p.agency_id and day between v.from_on and v.until_on
  where a.is_demo and a.is_active
  order by a.created_at, a.username;
end;

revoke execute on function setting_number(text, date, int), auth_begin(text, text, timestamptz),
  auth_succeeded(text, text, timestamptz), auth_account(text), auth_actor(uuid, date, uuid),
  auth_session(bytea, timestamptz, date, boolean), auth_change_password(text),
  auth_reset(bytea, timestamptz), auth_use_reset(bytea, text, timestamptz), demo_accounts(date)
  from public;
grant execute on function setting_number(text, date, int), auth_begin(text, text, timestamptz),
  auth_succeeded(text, text, timestamptz), auth_account(text), auth_actor(uuid, date, uuid),
  auth_session(bytea, timestamptz, date, boolean), auth_change_password(text),
  auth_reset(bytea, timestamptz), auth_use_reset(bytea, text, timestamptz), demo_accounts(date)
  to hopluc_app;

-- A policy of posts cannot ask posts.
create function holds_post(person uuid, agency uuid) returns boolean
language sql stable security definer set search_path = public
return exists (
  select from posts where account_id = person and agency_id = agency
  and (select today from acting) between from_on and until_on);
revoke execute on function holds_post(uuid, uuid) from public;
grant execute on function holds_post(uuid, uuid) to hopluc_app;

-- A chair gives and ends delegations in the own committee's name; nobody else but the administrator
-- touches posts. The delegate comes from where they work: else the post would open another agency.
create policy delegated on posts for insert with check (
  (select role from signed_in) = 'chair' and role = 'delegate'
  and committee_id = (select committee_id from acting_committee)
  and holds_post(account_id, agency_id));
create policy delegation_ended on posts for update
  using ((select role from signed_in) = 'chair' and role = 'delegate' and committee_id = (select committee_id from acting_committee))
  with check (role = 'delegate' and committee_id = (select committee_id from acting_committee));

-- Who reads a record reads what was done to it. Later modules replace the function with their tables.
create function reads_record(wanted uuid) returns boolean
language sql stable set search_path = public
return exists (select from tasks where id = wanted)
  or exists (select from documents where id = wanted)
  or exists (select from meetings where id = wanted)
  or exists (select from readings where id = wanted);
revoke execute on function reads_record(uuid) from public;
grant execute on function reads_record(uuid) to hopluc_app;
create index on audit_entries (id); -- in order of time
-- What an agency prepares is its own until its leader lets it leave.
create policy on_record on audit_entries for select to hopluc_app
  using (reads_record(subject_id) and event not in ('task.prepare', 'task.decline'));

-- The installation's administrator sees that something was done, and of own deeds what was done.
drop policy of_entry on audit_payloads;
create policy of_entry on audit_payloads for select to hopluc_app using (
  (agency_id, entry_id) in (
    select agency_id, id from audit_entries
    where (select role from acting) <> 'admin' or account_id = (select account_id from acting)));
