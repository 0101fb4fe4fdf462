-- Ways to prove who one is beside the password, access for machines, and the handing over of work.

-- Second factors (RFC 6238 and WebAuthn) are their holder's alone; whoever keeps the installation
-- learns how many there are by second_factors(), and can only take them away.
create table totp_secrets (
  account_id uuid primary key references accounts,
  secret bytea not null check (length(secret) = 20),
  confirmed_at timestamptz, -- before the first right code it is being set up and asked of nobody
  last_step bigint not null default 0 -- of 30 s; a code of this step or an earlier one is used up
);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts,
  credential text not null unique, -- base64url, as browsers name it
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (name <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on passkeys (account_id);

-- A challenge is answered once.
create table passkey_challenges (
  challenge text primary key,
  account_id uuid not null references accounts,
  expires_at timestamptz not null
);
create index on passkey_challenges (account_id);

create table recovery_codes (
  hash bytea primary key check (length(hash) = 32),
  account_id uuid not null references accounts,
  used_at timestamptz
);
create index on recovery_codes (account_id);

-- The password, link or outside sign-in was right; the second factor is still to come.
create table sign_in_steps (
  hash bytea primary key check (length(hash) = 32),
  account_id uuid not null references accounts,
  way text not null check (way in ('password', 'link', 'oidc')),
  failures int not null default 0,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on sign_in_steps (account_id);

-- One-time links set a password, for somebody new too; or sign in, with a code that goes another way.
alter table password_resets add column kind text not null default 'reset'
  check (kind in ('reset', 'invitation'));
create table sign_in_links (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32),
  code_hash bytea not null check (length(code_hash) = 32), -- of link and code together
  account_id uuid not null references accounts,
  made_by uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid references accounts,
  expires_at timestamptz not null,
  failures int not null default 0,
  used_at timestamptz
);
create index on sign_in_links (account_id);

-- What an outside provider calls somebody.
create table account_identities (
  provider text not null check (provider <> ''),
  value text not null check (value <> ''),
  account_id uuid not null references accounts,
  primary key (provider, value)
);
create index on account_identities (account_id);

-- A program acts under one post of one person, within the scope and until the end of its token.
create table api_tokens (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32),
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  name text not null check (name <> ''),
  is_read_only boolean not null,
  nouns text[], -- first parts of addresses: tasks, documents; null for all
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create index on api_tokens (account_id);

-- Work handed over when somebody leaves; `duties` as they stood, for the minutes.
create table hand_overs (
  id uuid primary key,
  account_id uuid not null references accounts,
  agency_id uuid not null references agencies, -- of the one who leaves
  made_by uuid not null default nullif(current_setting('hopluc.account', true), '')::uuid references accounts,
  on_day date not null,
  made_at timestamptz not null,
  basis text not null check (basis <> ''),
  note text,
  duties jsonb not null, -- [{ kind, id, code, title, dueOn, agency, to }]
  remaining int not null -- open duties afterwards
);
create index on hand_overs (account_id);
create index on hand_overs (agency_id);

do $$
declare one text;
begin
  foreach one in array array['totp_secrets', 'passkeys', 'passkey_challenges', 'recovery_codes',
    'sign_in_steps', 'sign_in_links', 'account_identities', 'api_tokens', 'hand_overs']
  loop
    execute format('alter table %I enable row level security', one);
  end loop;
  foreach one in array array['totp_secrets', 'passkeys', 'passkey_challenges', 'recovery_codes',
    'sign_in_steps', 'api_tokens']
  loop
    execute format('create policy own on %I using (account_id = (select account_id from signed_in))
      with check (account_id = (select account_id from signed_in))', one);
  end loop;
  foreach one in array array['totp_secrets', 'passkeys', 'recovery_codes']
  loop
    execute format('grant select, insert, update, delete on %I to hopluc_app', one);
  end loop;
end $$;
grant select, insert, delete on passkey_challenges to hopluc_app;
grant select, insert, update (failures, ended_at) on sign_in_steps to hopluc_app;
grant select (id, account_id, post_id, name, is_read_only, nouns, created_at, expires_at, last_used_at,
  ended_at), insert, update (ended_at) on api_tokens to hopluc_app;
grant select (id, account_id, made_by, expires_at, failures, used_at), insert, update (expires_at)
  on sign_in_links to hopluc_app;
grant select (kind) on password_resets to hopluc_app;
grant select, insert, delete on account_identities to hopluc_app;
grant select on hand_overs to hopluc_app;

create policy by_admin on sign_in_links using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
create policy by_admin on account_identities using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
create policy own on account_identities for select
  using (account_id = (select account_id from signed_in));
create policy by_admin on api_tokens for select using ((select role from signed_in) = 'admin');
create policy end_by_admin on api_tokens for update using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin' and ended_at is not null);
create policy of_agency on hand_overs for select using (
  (select role from signed_in) = 'admin' or agency_id in (select agency_id from visible_agencies));

-- Before anyone is known -----------------------------------------------------------------------------

-- Replaced: waits and the lock follow the settings. From `sign_in.lock_after` failures on, from
-- anywhere and without a success between, an account opens only from where its holder has been
-- before, for `sign_in.lock_minutes` after the last failure or until the administrator unlocks it.
create or replace function auth_begin(wanted text, from_address text, at timestamptz) returns int
language plpgsql security definer set search_path = public as $$
declare
  today date := (at at time zone 'Asia/Ho_Chi_Minh')::date;
  lock_after int := setting_number('sign_in.lock_after', today, 30);
  lock_seconds int := setting_number('sign_in.lock_minutes', today, 60) * 60;
  free_tries int := setting_number('sign_in.free_tries', today, 5);
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
        (1, 'pair', attempt_key(wanted) || ' ' || from_address, free_tries, 900),
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
          wait_until = at + make_interval(secs => case
            when rule.kind = 'username' and attempt.failures + 1 >= lock_after then lock_seconds
            else attempt_wait(attempt.failures + 1, rule.free, rule.longest) end)
          where a.kind = rule.kind and a.key = rule.key;
      end if;
    end loop;
    if rest > 0 then return rest; end if;
  end loop;
  return 0;
end $$;

-- By the administrator: the account's failures are forgotten, from wherever they came.
create function unlock_sign_in(person uuid) returns void
language sql security definer set search_path = public
begin atomic
  delete from sign_in_attempts a using accounts c
  where c.id = person and (select role from signed_in) = 'admin'
    and a.kind in ('pair', 'username')
    and split_part(a.key, ' ', 1) in (attempt_key(c.username), attempt_key('second ' || c.username));
end;

-- A text or list that an administrator may set otherwise, as of a day; null when nobody has.
create function setting_value(wanted text, day date) returns jsonb
language sql stable security definer set search_path = public
return (select value from settings where name = wanted and day between from_on and until_on);

create function second_factors(person uuid)
returns table (has_totp boolean, passkeys int, recovery_codes int)
language sql stable security definer set search_path = public
begin atomic
  select exists (select from totp_secrets where account_id = person and confirmed_at is not null),
    (select count(*)::int from passkeys where account_id = person),
    (select count(*)::int from recovery_codes where account_id = person and used_at is null);
end;

-- Takes them away, for who has lost them.
create function remove_second_factors(person uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  if (select role from signed_in) is distinct from 'admin' then return; end if;
  delete from totp_secrets where account_id = person;
  delete from passkeys where account_id = person;
  delete from recovery_codes where account_id = person;
end $$;

-- Whose sign-in waits for a second factor, while it may still come.
create function auth_step(wanted bytea, at timestamptz)
returns table (account_id uuid, username text, name text, way text)
language sql stable security definer set search_path = public
begin atomic
  select a.id, a.username, a.name, s.way from sign_in_steps s join accounts a on a.id = s.account_id
  where s.hash = wanted and s.ended_at is null and s.expires_at > at and s.failures < 5 and a.is_active;
end;

drop function auth_reset(bytea, timestamptz);
create function auth_reset(wanted bytea, at timestamptz)
returns table (account_id uuid, username text, name text, kind text, expires_at timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select a.id, a.username, a.name, r.kind, r.expires_at
  from password_resets r join accounts a on a.id = r.account_id
  where r.hash = wanted and r.used_at is null and r.expires_at > at and a.is_active;
end;

-- Uses a sign-in link up when the code is right, and counts the failure when it is not: the fifth
-- voids the link. No row when the link cannot be used.
create function auth_use_link(wanted bytea, wanted_code bytea, at timestamptz)
returns table (account_id uuid, is_right boolean)
language plpgsql security definer set search_path = public as $$
declare
  link sign_in_links;
begin
  select l.* into link from sign_in_links l join accounts a on a.id = l.account_id
  where l.hash = wanted and l.used_at is null and l.expires_at > at and l.failures < 5 and a.is_active
  for update of l;
  if not found then return; end if;
  if link.code_hash = wanted_code then
    update sign_in_links set used_at = at where id = link.id;
  else
    update sign_in_links set failures = failures + 1 where id = link.id;
  end if;
  return query select link.account_id, link.code_hash = wanted_code;
end $$;

-- Who is meant by what a provider says: as the administrator noted it, else by user name where the
-- provider is trusted with names.
create function auth_identity(wanted_provider text, wanted_value text, is_username boolean) returns uuid
language sql stable security definer set search_path = public
return coalesce(
  (select a.id from account_identities i join accounts a on a.id = i.account_id
    where i.provider = wanted_provider and i.value = wanted_value and a.is_active),
  (select id from accounts where is_username and username = lower(wanted_value) and is_active));

-- Whose token this is while it lives; notes that it was used, at most once a minute.
create function auth_token(wanted bytea, at timestamptz)
returns table (id uuid, account_id uuid, post_id uuid, name text, is_read_only boolean, nouns text[])
language plpgsql security definer set search_path = public as $$
declare
  token api_tokens;
begin
  select t.* into token from api_tokens t join accounts a on a.id = t.account_id
  where t.hash = wanted and t.ended_at is null and t.expires_at > at and a.is_active;
  if not found then return; end if;
  if token.last_used_at is null or token.last_used_at < at - interval '1 minute' then
    update api_tokens t set last_used_at = at where t.id = token.id;
  end if;
  return query select token.id, token.account_id, token.post_id, token.name, token.is_read_only, token.nouns;
end $$;

-- Somebody leaves ------------------------------------------------------------------------------------

-- The administrator, and the leader of the one agency at which the person serves.
create function may_hand_over(person uuid) returns boolean
language sql stable security definer set search_path = public
return (select role from acting) = 'admin'
  or ((select role from acting) = 'leader'
    and person <> (select account_id from acting)
    and exists (select from posts where account_id = person)
    and not exists (
      select from posts, acting where posts.account_id = person and posts.until_on >= acting.today
        and (posts.role not in ('officer', 'clerk', 'leader') or posts.agency_id <> acting.agency_id)));

-- Who goes on with it after a handing over; the creator stays who it was.
alter table readings add column keeper_id uuid references accounts;
alter table documents add column keeper_id uuid references accounts;
alter table opinion_rounds add column keeper_id uuid references accounts;
alter table meetings add column keeper_id uuid references accounts;

-- What somebody holds in person, and the body it belongs to. `posts` of delegates end, they are not
-- handed on: the chair delegates anew.
create view person_duties as
select p.account_id, 'task' as kind, p.task_id as id,
  t.number || case t.part_no when '' then '' else '.' || t.part_no end || '/' || t.year as code,
  t.title, s.due_on, p.agency_id
from task_persons p join tasks t on t.id = p.task_id
join task_spans s on s.task_id = t.id and (select today from acting) between s.from_on and s.until_on
where p.ended_at is null and s.status not in ('done_in_time', 'done_late', 'cancelled')
union all
select coalesce(keeper_id, created_by), 'reading', id, null, title, null, owner_id
from readings where state = 'open'
union all
select coalesce(keeper_id, created_by), 'document', id, symbol, abstract, null, owner_id
from documents
where direction = 'outgoing' and state in ('draft', 'opinions', 'appraisal', 'submitted')
union all
select coalesce(r.keeper_id, r.created_by), 'opinions', r.id, null, r.title, r.until_on, t.lead_id
from opinion_rounds r join tasks t on t.id = r.task_id where r.closed_on is null
union all
select coalesce(keeper_id, created_by), 'meeting', id, null, title, held_on, agency_id
from meetings where state in ('planned', 'held')
union all
select account_id, 'delegation', id, null, concat_ws(', ', title, authority), until_on, committee_id
from posts where role = 'delegate' and until_on >= (select today from acting);

create function open_duties(person uuid)
returns table (kind text, id uuid, code text, title text, due_on date, agency_id uuid, agency text)
language sql stable security definer set search_path = public
begin atomic
  select d.kind, d.id, d.code, d.title, d.due_on, d.agency_id, v.short_name
  from person_duties d
  left join lateral (
    select short_name from agency_versions where agency_versions.agency_id = d.agency_id
    order by (from_on <= (select today from acting)) desc, from_on desc limit 1) v on true
  where d.account_id = person and may_hand_over(person)
  order by d.kind, d.due_on nulls last, d.id;
end;

-- Who can take a duty of this body: holds a post there, or at an office that acts for it, on the day.
create function can_take(person uuid, agency uuid, day date) returns boolean
language sql stable security definer set search_path = public
return exists (
  select from accounts a
  join posts p on p.account_id = a.id and day between p.from_on and p.until_on
    and p.role not in ('admin', 'observer')
  join scope_agencies s on s.account_id = a.id and s.post_id = p.id and day between s.from_on and s.until_on
  where a.id = person and a.is_active and s.agency_id = agency);

-- Ends the person's posts, sessions, tokens and links, passes each duty on, and keeps what was passed.
-- Every duty needs a taker; `takers` is { "kind id": account }. Answers the duties left: always 0.
create function hand_over_account(
  person uuid, seen int, takers jsonb, act uuid, act_basis text, act_note text, at timestamptz) returns int
language plpgsql security definer set search_path = public as $$
declare
  day date := (select today from acting);
  duty record;
  taker uuid;
  kept jsonb := '[]';
  left_over int;
begin
  if not may_hand_over(person) then raise exception 'not allowed' using errcode = '42501'; end if;
  update accounts set is_active = false, version = version + 1
    where id = person and version = seen and is_active;
  if not found then raise exception 'changed' using errcode = 'HL002'; end if;
  for duty in select * from open_duties(person) loop
    taker := nullif(takers ->> (duty.kind || ' ' || duty.id), '')::uuid;
    if duty.kind = 'delegation' then
      taker := null;
    elsif taker is null or taker = person or not can_take(taker, duty.agency_id, day) then
      raise exception 'no taker for % %', duty.kind, duty.id using errcode = 'HL001';
    elsif duty.kind = 'task' then
      update task_persons set ended_at = at
        where task_id = duty.id and account_id = person and ended_at is null;
      insert into task_persons (task_id, post_id, account_id, agency_id, passed_at, passed_by, note)
        select duty.id, p.id, taker, duty.agency_id, at, (select account_id from acting), act_basis
        from posts p join scope_agencies s on s.post_id = p.id and s.agency_id = duty.agency_id
        where p.account_id = taker and day between p.from_on and p.until_on
        order by p.from_on desc, p.id limit 1
        on conflict (task_id, post_id) do update set ended_at = null, seen_at = null, passed_at = at
          where task_persons.ended_at is not null;
      insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
        values (gen_random_uuid(), taker, 'task.passed', 'task', duty.id, jsonb_build_object(
          'title', duty.title, 'by', (select name from accounts where id = (select account_id from acting)),
          'text', act_basis, 'dueOn', duty.due_on), 'task.handed:' || duty.id || ':' || act, at)
        on conflict do nothing;
    elsif duty.kind = 'reading' then
      update readings set keeper_id = taker where id = duty.id;
    elsif duty.kind = 'document' then
      update documents set keeper_id = taker where id = duty.id;
    elsif duty.kind = 'opinions' then
      update opinion_rounds set keeper_id = taker where id = duty.id;
    elsif duty.kind = 'meeting' then
      update meetings set keeper_id = taker where id = duty.id;
    end if;
    kept := kept || jsonb_build_object('kind', duty.kind, 'id', duty.id, 'code', duty.code,
      'title', duty.title, 'dueOn', duty.due_on, 'agency', duty.agency, 'toId', taker,
      'to', (select name from accounts where id = taker),
      'toPost', (select title from posts where account_id = taker and day between from_on and until_on
        order by from_on desc, id limit 1));
  end loop;
  update posts set until_on = greatest(from_on - 1, least(until_on, day))
    where account_id = person and until_on > day;
  update sessions set ended_at = at where account_id = person and ended_at is null;
  update api_tokens set ended_at = at where account_id = person and ended_at is null;
  update password_resets set expires_at = at where account_id = person and used_at is null and expires_at > at;
  update sign_in_links set expires_at = at where account_id = person and used_at is null and expires_at > at;
  perform refresh_scopes(person);
  select count(*)::int into left_over from open_duties(person) o where o.kind <> 'delegation';
  insert into hand_overs (id, account_id, agency_id, on_day, made_at, basis, note, duties, remaining)
    values (act, person, (select agency_id from posts where account_id = person order by until_on desc, from_on desc limit 1),
      day, at, act_basis, act_note, kept, left_over);
  return left_over;
end $$;

do $$
declare one text;
begin
  foreach one in array array['unlock_sign_in(uuid)', 'setting_value(text, date)', 'second_factors(uuid)',
    'remove_second_factors(uuid)', 'auth_step(bytea, timestamptz)', 'auth_reset(bytea, timestamptz)',
    'auth_use_link(bytea, bytea, timestamptz)', 'auth_identity(text, text, boolean)',
    'auth_token(bytea, timestamptz)', 'may_hand_over(uuid)', 'open_duties(uuid)',
    'can_take(uuid, uuid, date)',
    'hand_over_account(uuid, int, jsonb, uuid, text, text, timestamptz)']
  loop
    execute format('revoke execute on function %s from public', one);
    execute format('grant execute on function %s to hopluc_app', one);
  end loop;
end $$;
