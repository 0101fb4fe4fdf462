-- What posts see is worked out in one place, for one account as for many: an agency acts for another
-- only on the days of the version that says so; one that has ended hands its successor what it acted
-- for last. After a reorganisation these days were left out.
create or replace function refresh_scopes_of(wanted uuid[]) returns void
language sql security definer set search_path = public
begin atomic
  select pg_advisory_xact_lock(2002, hashtext(one::text))
  from (select distinct one from unnest(wanted) one order by one) o;
  delete from scope_agencies where account_id = any (wanted);
  delete from scope_units where account_id = any (wanted);
  insert into scope_agencies (account_id, post_id, agency_id, from_on, until_on)
  with recursive seen (account_id, post_id, agency_id, from_on, until_on, ended_on) as (
    select p.account_id, p.id, a.agency_id, p.from_on, p.until_on, null::date
    from posts p cross join lateral (values (p.agency_id), (p.committee_id)) a (agency_id)
    where p.account_id = any (wanted) and a.agency_id is not null
    union
    select seen.account_id, seen.post_id, n.agency_id, n.from_on, n.until_on, n.ended_on
    from seen cross join lateral (
      select from_id as agency_id, seen.from_on, seen.until_on, on_day as ended_on
      from agency_successions where to_id = seen.agency_id
      union all
      select acts_for_id, greatest(seen.from_on, from_on), least(seen.until_on, until_on), null
      from agency_versions
      where agency_id = seen.agency_id and acts_for_id is not null and seen.ended_on is null
        and from_on <= seen.until_on and until_on >= seen.from_on
      union all
      select acts_for_id, seen.from_on, seen.until_on, seen.ended_on
      from agency_versions
      where agency_id = seen.agency_id and acts_for_id is not null
        and seen.ended_on - 1 between from_on and until_on
    ) n
  )
  select account_id, post_id, agency_id, from_on, max(until_on) from seen group by 1, 2, 3, 4;
  insert into scope_units (account_id, post_id, unit_id, from_on, until_on)
  with recursive seen (account_id, post_id, unit_id, from_on, until_on) as (
    select p.account_id, p.id, v.unit_id, p.from_on, p.until_on
    from posts p join agency_versions v on v.agency_id in (p.agency_id, p.committee_id)
    where p.account_id = any (wanted) and p.role in ('chair', 'delegate', 'standing', 'observer')
    union
    select seen.account_id, seen.post_id, n.unit_id, seen.from_on, seen.until_on
    from seen cross join lateral (
      select from_id as unit_id from unit_successions where to_id = seen.unit_id
      union all
      select descendant_id from unit_ancestry where ancestor_id = seen.unit_id
    ) n
  )
  select distinct account_id, post_id, unit_id, from_on, until_on from seen;
end;

create or replace function refresh_scopes(account uuid) returns void
language sql security definer set search_path = public
begin atomic
  select refresh_scopes_of(array[account]);
end;
select refresh_scopes_of(array(select id from accounts));
