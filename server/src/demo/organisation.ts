import { FOREVER } from '@hopluc/shared/values'
import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { AGENCIES, AGENCY_SUCCESSIONS } from './agencies.ts'
import { demoId } from './id.ts'
import { COMMITTEES, DEMO_PASSWORD, PEOPLE } from './people.ts'
import { REORGANISED_ON, UNIT_SUCCESSIONS, UNITS } from './units.ts'

export const unitId = (key: string) => demoId(`unit:${key}`)
export const agencyId = (key: string) => demoId(`agency:${key}`)
export const accountId = (username: string) => demoId(`account:${username}`)
export const postId = (username: string, index = 0) => demoId(`post:${username}:${index}`)

/** Units, agencies, committees and people, as the owner of the schema. */
export async function loadOrganisation(tx: Tx): Promise<void> {
  await loadUnits(tx)
  await loadAgencies(tx)
  await loadPeople(tx)
  await loadCommittees(tx)
  await sql`select refresh_ancestry()`.execute(tx)
  await sql`select refresh_unit_parts()`.execute(tx)
  await sql`select refresh_scopes(id) from accounts`.execute(tx)
}

async function loadUnits(tx: Tx): Promise<void> {
  await tx
    .insertInto('units')
    .values(UNITS.map(({ key }) => ({ id: unitId(key) })))
    .execute()
  await tx
    .insertInto('unit_versions')
    .values(
      UNITS.map(({ key, parent, from, until = FOREVER, code = null, level, kind, name }) => ({
        unit_id: unitId(key),
        from_on: from,
        until_on: until,
        level,
        kind,
        name,
        code,
        parent_id: parent ? unitId(parent) : null,
      })),
    )
    .execute()
  await tx
    .insertInto('unit_successions')
    .values(
      UNIT_SUCCESSIONS.map(([from, to, act]) => ({
        from_id: unitId(from),
        to_id: unitId(to),
        on_day: REORGANISED_ON,
        act,
      })),
    )
    .execute()
}

async function loadAgencies(tx: Tx): Promise<void> {
  await tx
    .insertInto('agencies')
    .values(AGENCIES.map(({ key }) => ({ id: agencyId(key), is_demo: true })))
    .execute()
  await tx
    .insertInto('agency_versions')
    .values(
      AGENCIES.map((agency) => ({
        agency_id: agencyId(agency.key),
        from_on: agency.from,
        until_on: agency.until ?? FOREVER,
        unit_id: unitId(agency.unit),
        kind: agency.kind,
        name: agency.name,
        short_name: agency.shortName,
        symbol: agency.symbol ?? null,
        manner: agency.manner ?? 'assign',
        acts_for_id: agency.actsFor ? agencyId(agency.actsFor) : null,
        needs_approval: agency.needsApproval ?? false,
      })),
    )
    .execute()
  const names = AGENCIES.flatMap(({ key, from, until, names: others = [] }) =>
    others.map((name) => ({
      agency_id: agencyId(key),
      name,
      from_on: from,
      until_on: until ?? FOREVER,
    })),
  )
  await tx.insertInto('agency_names').values(names).execute()
  await tx
    .insertInto('agency_successions')
    .values(
      AGENCY_SUCCESSIONS.map(([from, to]) => ({
        from_id: agencyId(from),
        to_id: agencyId(to),
        on_day: REORGANISED_ON,
        act: 'Bàn giao khi sắp xếp bộ máy năm 2025 (minh họa)',
      })),
    )
    .execute()
}

async function loadPeople(tx: Tx): Promise<void> {
  const password = await hash(DEMO_PASSWORD)
  await tx
    .insertInto('accounts')
    .values(
      PEOPLE.map(({ username, name, isActive }) => ({
        id: accountId(username),
        username,
        name,
        password_hash: isActive ? password : null,
        must_change_password: false,
        is_active: isActive,
        is_demo: true,
      })),
    )
    .execute()
  const posts = PEOPLE.flatMap(({ username, posts: held }) =>
    held.map((post, index) => ({
      id: postId(username, index),
      account_id: accountId(username),
      agency_id: agencyId(post.agency),
      committee_id: post.committee ? agencyId(post.committee) : null,
      role: post.role,
      title: post.title,
      authority: post.authority ?? null,
      from_on: post.from,
      until_on: post.until ?? FOREVER,
    })),
  )
  await tx.insertInto('posts').values(posts).execute()
}

async function loadCommittees(tx: Tx): Promise<void> {
  await tx
    .insertInto('committee_versions')
    .values(
      COMMITTEES.map(({ committee, from, until = FOREVER, decision, decidedOn, standing }) => ({
        committee_id: agencyId(committee),
        from_on: from,
        until_on: until,
        decision,
        decided_on: decidedOn,
        standing_agency_id: agencyId(standing),
      })),
    )
    .execute()
  const members = COMMITTEES.flatMap(({ committee, from, until = FOREVER, members: all }) =>
    all.map(([name, office, part, agency, inChargeOf], index) => ({
      id: demoId(`member:${committee}:${from}:${index}`),
      committee_id: agencyId(committee),
      name,
      office,
      part,
      agency_id: agency ? agencyId(agency) : null,
      in_charge_of: inChargeOf,
      from_on: from,
      until_on: until,
    })),
  )
  await tx.insertInto('committee_members').values(members).execute()
}
