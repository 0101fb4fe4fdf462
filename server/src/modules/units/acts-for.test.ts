import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aDatabase } from '../../testing/database.ts'
import {
  anAgency,
  anOrganisation,
  aPerson,
  refresh,
  type TestPerson,
} from '../../testing/organisation.ts'

const { app: db, owner } = await aDatabase()
const now = new Date('2026-03-10T03:00:00Z')
const { a } = await anOrganisation(owner)

test('an agency acts for another on the days of the version that says so', async () => {
  const [first, second] = a.communes
  const actedFor = { unitId: first.unitId, kind: 'office', name: 'Phòng cũ', shortName: 'Phòng cũ' }
  const agencyId = await anAgency(owner, {
    ...actedFor,
    actsForId: first.committeeId,
    untilOn: '2026-03-09',
  })
  await owner
    .insertInto('agency_versions')
    .values({
      agency_id: agencyId,
      from_on: '2026-03-10',
      unit_id: second.unitId,
      kind: 'office',
      name: 'Phòng mới',
      short_name: 'Phòng mới',
      acts_for_id: second.committeeId,
    })
    .execute()
  const mover = await aPerson(owner, 'mover', { role: 'officer', agencyId, title: 'Công chức' })
  await refresh(owner)
  const seenOn = async (person: TestPerson, day: string) => {
    const rows = await createContext(db, person.actor, day, now).read((reader) =>
      reader.selectFrom('visible_agencies').select('agency_id').execute(),
    )
    return new Set(rows.map(({ agency_id }) => agency_id))
  }
  expect(await seenOn(mover, '2026-03-09')).toEqual(new Set([agencyId, first.committeeId]))
  expect(await seenOn(mover, '2026-03-10')).toEqual(new Set([agencyId, second.committeeId]))

  // whoever takes over its duties reads what it acted for when it ended, and not what it did before
  const heirId = await anAgency(owner, {
    ...actedFor,
    name: 'Phòng kế nhiệm',
    shortName: 'Phòng KN',
  })
  const heir = await aPerson(owner, 'heir', {
    role: 'officer',
    agencyId: heirId,
    title: 'Công chức',
  })
  await owner
    .insertInto('agency_successions')
    .values({ from_id: agencyId, to_id: heirId, on_day: '2026-07-01', act: 'Nghị quyết' })
    .execute()
  await refresh(owner)
  const inherited = new Set([heirId, agencyId, second.committeeId])
  expect(await seenOn(heir, '2026-07-01')).toEqual(inherited)

  // many accounts at once, as after a reorganisation, and one by one: the same
  await sql`select refresh_scopes_of(array(select id from accounts))`.execute(owner)
  expect(await seenOn(heir, '2026-07-01')).toEqual(inherited)
  expect(await seenOn(mover, '2026-03-09')).toEqual(new Set([agencyId, first.committeeId]))
})
