import { addDays, FOREVER } from '@hopluc/shared/values'
import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { AGENCIES } from './agencies.ts'
import { agencyId, demoId, unitId } from './id.ts'
import { COMMITTEES, DEMO_PASSWORD, PEOPLE } from './people.ts'
import { loadReorganisation } from './reorganisation.ts'
import { LAST_DAY_BEFORE, REORGANISED_ON, UNITS } from './units.ts'

export { agencyId, unitId } from './id.ts'
export const accountId = (username: string) => demoId(`account:${username}`)
export const postId = (username: string, index = 0) => demoId(`post:${username}:${index}`)

/**
 * Units, agencies, committees and people, as the owner of the schema. Before the reorganisation of
 * 2025, when asked: what begins with it is not there, and what ends with it has no end.
 */
export async function loadOrganisation(tx: Tx, { isBefore = false } = {}): Promise<void> {
  const on = <T extends { from: string; until?: string }>(all: readonly T[]) =>
    isBefore ? before(all) : all
  await loadUnits(tx, on(UNITS))
  await loadAgencies(tx, on(AGENCIES))
  await loadPeople(
    tx,
    PEOPLE.map((person) => ({ ...person, posts: on(person.posts) })),
  )
  await loadCommittees(tx, on(COMMITTEES))
  if (!isBefore) await loadReorganisation(tx)
  await sql`select refresh_ancestry()`.execute(tx)
  await sql`select refresh_unit_parts()`.execute(tx)
  await sql`select refresh_scopes(id) from accounts`.execute(tx)
}

function before<T extends { from: string; until?: string }>(all: readonly T[]): T[] {
  return all
    .filter(({ from }) => from < REORGANISED_ON)
    .map((one) => (one.until && one.until >= LAST_DAY_BEFORE ? { ...one, until: FOREVER } : one))
}

async function loadUnits(tx: Tx, units: typeof UNITS): Promise<void> {
  await tx
    .insertInto('units')
    .values(units.map(({ key }) => ({ id: unitId(key) })))
    .execute()
  await tx
    .insertInto('unit_versions')
    .values(
      units.flatMap(({ key, parent, from, until = FOREVER, before: was, code = null, ...now }) => {
        const { level, kind, name } = now
        const parentId = parent ? unitId(parent) : null
        const place = { unit_id: unitId(key), level, code, parent_id: parentId }
        const last = { ...place, kind, name, until_on: until }
        if (!was) return [{ ...last, from_on: from }]
        return [
          { ...place, kind: was.kind, name: was.name, from_on: from, until_on: was.untilOn },
          { ...last, from_on: addDays(was.untilOn, 1) },
        ]
      }),
    )
    .execute()
}

async function loadAgencies(tx: Tx, agencies: typeof AGENCIES): Promise<void> {
  await tx
    .insertInto('agencies')
    .values(agencies.map(({ key }) => ({ id: agencyId(key), is_demo: true })))
    .execute()
  await tx
    .insertInto('agency_versions')
    .values(
      agencies.map((agency) => ({
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
  const names = agencies.flatMap(({ key, from, until, names: others = [] }) =>
    others.map((name) => ({
      agency_id: agencyId(key),
      name,
      from_on: from,
      until_on: until ?? FOREVER,
    })),
  )
  await tx.insertInto('agency_names').values(names).execute()
}

async function loadPeople(tx: Tx, people: typeof PEOPLE): Promise<void> {
  const password = await hash(DEMO_PASSWORD)
  await tx
    .insertInto('accounts')
    .values(
      people.map(({ username, name, isActive }) => ({
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
  const posts = people.flatMap(({ username, posts: held }) =>
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

async function loadCommittees(tx: Tx, committees: typeof COMMITTEES): Promise<void> {
  await tx
    .insertInto('committee_versions')
    .values(
      committees.map(({ committee, from, until = FOREVER, decision, decidedOn, standing }) => ({
        committee_id: agencyId(committee),
        from_on: from,
        until_on: until,
        decision,
        decided_on: decidedOn,
        standing_agency_id: agencyId(standing),
      })),
    )
    .execute()
  const members = committees.flatMap(({ committee, from, until = FOREVER, members: all }) =>
    all.map(([name, office, part, agency, inChargeOf], index) => ({
      id: demoId(`member:${committee}:${from}:${index}`),
      committee_id: agencyId(committee),
      name,
      office,
      part,
      agency_id: agency ? agencyId(agency) : null,
      in_charge_of: inChargeOf,
      position: index,
      from_on: from,
      until_on: until,
    })),
  )
  await tx.insertInto('committee_members').values(members).execute()
}
