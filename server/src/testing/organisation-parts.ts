import type { Role } from '@hopluc/shared/session'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { hashPassword } from '../modules/identity/index.ts'
import type { Actor } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'

/** Everything made here begins on this day, unless a factory is told otherwise. */
export const BEGINNING: PlainDate = '2020-01-01'
/** Of every account made here. */
export const PASSWORD = 'một mật khẩu để thử'

export interface TestPerson {
  username: string
  name: string
  accountId: Id
  postId: Id
  /** For `createContext` and stores, without a session. */
  actor: Actor
}

export interface NewUnit {
  level: 'nation' | 'province' | 'district' | 'commune'
  kind: string
  name: string
  parentId?: Id
  fromOn?: PlainDate
  untilOn?: PlainDate
}

export async function aUnit(owner: Kysely<Schema>, unit: NewUnit): Promise<Id> {
  const id = newId()
  await owner.insertInto('units').values({ id }).execute()
  await owner
    .insertInto('unit_versions')
    .values({
      unit_id: id,
      from_on: unit.fromOn ?? BEGINNING,
      until_on: unit.untilOn ?? FOREVER,
      level: unit.level,
      kind: unit.kind,
      name: unit.name,
      parent_id: unit.parentId ?? null,
    })
    .execute()
  return id
}

export interface NewAgency {
  unitId: Id
  kind: string
  name: string
  shortName: string
  symbol?: string
  manner?: 'assign' | 'request' | 'never'
  actsForId?: Id
  needsApproval?: boolean
  fromOn?: PlainDate
  untilOn?: PlainDate
}

export async function anAgency(owner: Kysely<Schema>, agency: NewAgency): Promise<Id> {
  const id = newId()
  await owner.insertInto('agencies').values({ id }).execute()
  await owner
    .insertInto('agency_versions')
    .values({
      agency_id: id,
      from_on: agency.fromOn ?? BEGINNING,
      until_on: agency.untilOn ?? FOREVER,
      unit_id: agency.unitId,
      kind: agency.kind,
      name: agency.name,
      short_name: agency.shortName,
      symbol: agency.symbol ?? null,
      manner: agency.manner ?? 'assign',
      acts_for_id: agency.actsForId ?? null,
      needs_approval: agency.needsApproval ?? false,
    })
    .execute()
  return id
}

export interface NewPost {
  role: Role
  agencyId: Id
  title: string
  committeeId?: Id
  authority?: string
  fromOn?: PlainDate
  untilOn?: PlainDate
}

/** An account with one post. Call `refresh` when all are made; `anOrganisation` does. */
export async function aPerson(
  owner: Kysely<Schema>,
  username: string,
  post: NewPost,
): Promise<TestPerson> {
  const accountId = newId()
  const name = `Người ${username}`
  await owner
    .insertInto('accounts')
    .values({
      id: accountId,
      username,
      name,
      password_hash: await hashOfAll(),
      must_change_password: false,
    })
    .execute()
  const postId = await aPost(owner, accountId, post)
  const actor: Actor = {
    accountId,
    postId,
    role: post.role,
    agencyId: post.agencyId,
    committeeId: post.committeeId ?? null,
    byWords: name,
  }
  return { username, name, accountId, postId, actor }
}

export async function aPost(owner: Kysely<Schema>, accountId: Id, post: NewPost): Promise<Id> {
  const id = newId()
  await owner
    .insertInto('posts')
    .values({
      id,
      account_id: accountId,
      agency_id: post.agencyId,
      committee_id: post.committeeId ?? null,
      role: post.role,
      title: post.title,
      authority: post.authority ?? null,
      from_on: post.fromOn ?? BEGINNING,
      until_on: post.untilOn ?? FOREVER,
    })
    .execute()
  return id
}

/** Makes ancestry, parts and everyone's scopes anew; after the last factory, before the first request. */
export async function refresh(owner: Kysely<Schema>): Promise<void> {
  await sql`select refresh_ancestry()`.execute(owner)
  await sql`select refresh_unit_parts()`.execute(owner)
  await sql`select refresh_scopes(id) from accounts`.execute(owner)
}

let made: Promise<string> | undefined
function hashOfAll(): Promise<string> {
  made ??= hashPassword(PASSWORD)
  return made
}
