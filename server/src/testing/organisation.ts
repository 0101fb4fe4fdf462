import type { Role } from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { FastifyInstance } from 'fastify'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { COOKIE, newToken } from '../modules/identity/index.ts'
import { calendarDay } from '../platform/clock.ts'
import { createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import {
  anAgency,
  aPerson,
  aUnit,
  BEGINNING,
  type NewAgency,
  refresh,
  type TestPerson,
} from './organisation-parts.ts'

export * from './organisation-parts.ts'

/** The delegates' last day. */
export const DELEGATED_UNTIL: PlainDate = '2026-12-31'

export interface TestCommune {
  unitId: Id
  /** UBND xã. */
  committeeId: Id
  /** Phòng Kinh tế, which acts for the UBND xã. */
  officeId: Id
  officer: TestPerson
  leader: TestPerson
}

export interface TestProvince {
  unitId: Id
  /** UBND tỉnh. */
  peopleCommitteeId: Id
  /** Ban Chỉ đạo; an agency that issues. */
  committeeId: Id
  /** Sở Tài chính, standing agency of the committee. */
  standingAgencyId: Id
  /** Sở Nông nghiệp và Môi trường; its leader approves what leaves. */
  departmentId: Id
  /** Sở Công Thương; nobody approves there. */
  otherDepartmentId: Id
  /** Liên minh HTX and Hội Nông dân: asked, not ordered. */
  allianceId: Id
  massOrganisationId: Id
  /** HTX Minh Phát, in the first commune. */
  cooperativeId: Id
  communes: [TestCommune, TestCommune]
  chair: TestPerson
  delegate: TestPerson
  standing: TestPerson
  officer: TestPerson
  leader: TestPerson
  clerk: TestPerson
  otherOfficer: TestPerson
  alliance: TestPerson
  cooperative: TestPerson
}

export interface TestOrganisation {
  nationId: Id
  ministryId: Id
  /** Province A: usernames as the keys of its people, `commune`, `commune2`, `communeLeader` … */
  a: TestProvince
  /** Province B, the same with `stranger` before each username: `strangerchair` … */
  b: TestProvince
  observer: TestPerson
  admin: TestPerson
}

/** Sets up two provinces with their agencies and people, as the owner; scopes are refreshed. */
export async function anOrganisation(owner: Kysely<Schema>): Promise<TestOrganisation> {
  const nationId = await aUnit(owner, { level: 'nation', kind: 'nước', name: 'Việt Nam' })
  const ministryId = await anAgency(owner, {
    unitId: nationId,
    kind: 'ministry',
    name: 'Bộ Tài chính',
    shortName: 'Bộ Tài chính',
  })
  const a = await aProvince(owner, nationId, 'Minh An', '')
  const b = await aProvince(owner, nationId, 'Minh Bình', 'stranger')
  const observer = await aPerson(owner, 'observer', {
    role: 'observer',
    agencyId: ministryId,
    title: 'Chuyên viên Bộ Tài chính',
  })
  const admin = await aPerson(owner, 'admin', {
    role: 'admin',
    agencyId: a.standingAgencyId,
    title: 'Quản trị hệ thống',
  })
  await refresh(owner)
  return { nationId, ministryId, a, b, observer, admin }
}

/** A session of this person, opened now by the app's clock; `headers` for `app.inject`. */
export async function signIn(app: FastifyInstance, username: string): Promise<{ cookie: string }> {
  const { db, now } = app.services
  const at = now()
  const { rows } = await sql<{ account_id: Id; post_id: Id; agency_id: Id }>`
    select p.* from auth_account(${username}) a,
      lateral auth_actor(a.account_id, ${calendarDay(at)}, null) p`.execute(db)
  const [row] = rows
  if (!row) throw new Error(`${username} holds no post on ${calendarDay(at)}`)
  const { token, hash } = newToken()
  const by = { accountId: row.account_id, postId: row.post_id, agencyId: row.agency_id }
  const actor = { ...by, role: 'officer', committeeId: null, byWords: '' } as const
  await createContext(db, actor, calendarDay(at), at).write((tx) =>
    tx
      .insertInto('sessions')
      .values({
        id: newId(),
        hash,
        account_id: row.account_id,
        post_id: row.post_id,
        address: '127.0.0.1',
        device: 'Vitest',
        opened_at: at,
        last_seen_at: at,
      })
      .execute(),
  )
  return { cookie: `${COOKIE}=${token}` }
}

async function aProvince(
  owner: Kysely<Schema>,
  nationId: Id,
  name: string,
  mark: string,
): Promise<TestProvince> {
  const unitId = await aUnit(owner, { level: 'province', kind: 'tỉnh', name, parentId: nationId })
  const agency = (kind: string, full: string, more: Partial<NewAgency> = {}) =>
    anAgency(owner, { unitId, kind, name: `${full} tỉnh ${name}`, shortName: full, ...more })
  const peopleCommitteeId = await agency('people_committee', 'UBND')
  const committeeId = await agency('steering_committee', 'Ban Chỉ đạo KTTT', { symbol: 'BCĐ' })
  const standingAgencyId = await agency('department', 'Sở Tài chính', { symbol: 'STC' })
  const departmentId = await agency('department', 'Sở NN&MT', { needsApproval: true })
  const otherDepartmentId = await agency('department', 'Sở Công Thương')
  const allianceId = await agency('alliance', 'Liên minh HTX', { manner: 'request' })
  const massOrganisationId = await agency('mass_organisation', 'Hội Nông dân', {
    manner: 'request',
  })
  await owner
    .insertInto('committee_versions')
    .values({
      committee_id: committeeId,
      from_on: BEGINNING,
      decision: '01/QĐ-UBND',
      decided_on: BEGINNING,
      standing_agency_id: standingAgencyId,
    })
    .execute()
  const person = (username: string, role: Role, agencyId: Id, title: string, more = {}) =>
    aPerson(owner, mark + username, { role, agencyId, title, ...more })
  const communes = [
    await aCommune(owner, unitId, `${name} Đông`, mark, ''),
    await aCommune(owner, unitId, `${name} Tây`, mark, '2'),
  ] satisfies [TestCommune, TestCommune]
  const cooperativeId = await anAgency(owner, {
    unitId: communes[0].unitId,
    kind: 'cooperative',
    name: `HTX Minh Phát ${name}`,
    shortName: 'HTX Minh Phát',
  })
  return {
    unitId,
    peopleCommitteeId,
    committeeId,
    standingAgencyId,
    departmentId,
    otherDepartmentId,
    allianceId,
    massOrganisationId,
    cooperativeId,
    communes,
    chair: await person('chair', 'chair', peopleCommitteeId, 'Phó Chủ tịch UBND tỉnh', {
      committeeId,
    }),
    delegate: await person('delegate', 'delegate', standingAgencyId, 'Giám đốc Sở Tài chính', {
      committeeId,
      authority: '12/UQ-BCĐ ngày 01/01/2020',
      untilOn: DELEGATED_UNTIL,
    }),
    standing: await person('standing', 'standing', standingAgencyId, 'Thường trực Ban Chỉ đạo', {
      committeeId,
    }),
    officer: await person('officer', 'officer', departmentId, 'Chuyên viên Sở NN&MT'),
    leader: await person('leader', 'leader', departmentId, 'Giám đốc Sở NN&MT'),
    clerk: await person('clerk', 'clerk', departmentId, 'Văn thư Sở NN&MT'),
    otherOfficer: await person('otherofficer', 'officer', otherDepartmentId, 'Chuyên viên'),
    alliance: await person('alliance', 'officer', allianceId, 'Chuyên viên Liên minh HTX'),
    cooperative: await person('cooperative', 'cooperative', cooperativeId, 'Giám đốc HTX'),
  }
}

async function aCommune(
  owner: Kysely<Schema>,
  parentId: Id,
  name: string,
  mark: string,
  index: string,
): Promise<TestCommune> {
  const unitId = await aUnit(owner, { level: 'commune', kind: 'xã', name, parentId })
  const committeeId = await anAgency(owner, {
    unitId,
    kind: 'people_committee',
    name: `UBND xã ${name}`,
    shortName: `UBND xã ${name}`,
  })
  const officeId = await anAgency(owner, {
    unitId,
    kind: 'office',
    name: `Phòng Kinh tế xã ${name}`,
    shortName: 'Phòng Kinh tế',
    actsForId: committeeId,
  })
  const officer = await aPerson(owner, `${mark}commune${index}`, {
    role: 'officer',
    agencyId: officeId,
    title: 'Công chức Phòng Kinh tế',
  })
  const leader = await aPerson(owner, `${mark}communeleader${index}`, {
    role: 'leader',
    agencyId: committeeId,
    title: 'Phó Chủ tịch UBND xã',
  })
  return { unitId, committeeId, officeId, officer, leader }
}
