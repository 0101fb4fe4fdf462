import { expect, test } from 'vitest'
import { aRegistry, newEntity } from './for-test.ts'

const { a, b, send, create, addEvent, events, owner } = await aRegistry()
const [commune, other] = a.communes
const officer = commune.officer

const get = async (id: string, asOf?: string) =>
  (await send(officer, 'GET', `/entities/${id}${asOf ? `?asOf=${asOf}` : ''}`)).json()

test('is entered by the commune, described as of any day, and audited', async () => {
  const made = await create(
    officer,
    newEntity(commune.unitId, {
      code: '0800000010',
      law: '2012',
      officialMembers: 6,
      lines: ['0111'],
      commodities: ['lua'],
    }),
  )
  expect(made).toMatchObject({
    status: 'active',
    statusWords: { vi: 'Đang hoạt động' },
    field: 'agriculture',
    sector: 'agriculture',
    size: 'micro',
    version: 1,
    place: { unit: { name: 'Minh An Đông' } },
    allowed: ['change', 'add_event', 'void_event'],
    events: [{ kind: 'registered', onDay: '2020-01-01', others: [] }],
  })
  expect(made.warnings.map(({ key }) => key)).toEqual([
    'members.below_minimum',
    'law.not_converted',
    'code.check_digit',
    'congress.revocation_ground',
  ])
  expect(await events()).toEqual(['entity.create'])
  expect((await send(officer, 'GET', `/entities/${made.id}?asOf=2019-12-31`)).statusCode).toBe(404)
  const list = (await send(officer, 'GET', '/entities?q=HTX NN minh phat')).json()
  expect(list).toMatchObject({
    items: [{ id: made.id, size: 'micro', certificates: [] }],
    next: null,
    total: { count: 1, members: 6 },
  })
  expect((await send(b.communes[0].officer, 'GET', '/entities')).json().items).toEqual([])
  expect((await send(b.communes[0].officer, 'GET', `/entities/${made.id}`)).statusCode).toBe(404)
  expect((await send(officer, 'GET', '/entities/counts?by=sector,province')).json().rows).toEqual([
    { keys: ['agriculture', a.unitId], count: 1, members: 6 },
  ])
})
