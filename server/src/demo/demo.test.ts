import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { agencyId, loadOrganisation } from './organisation.ts'

const { owner } = await aDatabase()

test('an officer of today sees the committee of the district that was merged', async () => {
  await owner.transaction().execute(loadOrganisation)
  const seen = await owner
    .selectFrom('scope_agencies')
    .innerJoin('accounts', 'accounts.id', 'account_id')
    .select('agency_id')
    .where('username', '=', 'standing')
    .execute()
  const ids = seen.map((row) => row.agency_id)
  expect(ids).toEqual(expect.arrayContaining([agencyId('ct-bcd'), agencyId('ks-bcd')]))
  expect(ids).not.toContain(agencyId('tb-lmhtx'))
})
