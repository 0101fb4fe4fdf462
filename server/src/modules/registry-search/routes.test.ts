import type { EntitySuggestion } from '@hopluc/shared/entity-doubles'
import type { Id } from '@hopluc/shared/values'
import { beforeAll, describe, expect, test } from 'vitest'
import { aRegister, assertDone } from '../../testing/papers.ts'

const { ask, get, post, organisation } = await aRegister()
const { a, b } = organisation
const [east, west] = a.communes

interface Given {
  name: string
  unitId?: Id
  code?: string
  representative?: string
  address?: string
  phone?: string
  commodities?: string[]
  who?: string
}

async function entered({ name, unitId, address, who, ...more }: Given): Promise<Id> {
  const source = { from: 'certificate', on: '2020-01-02' }
  const response = await post(who ?? 'standing', '/entities', {
    attributes: { name, kind: 'cooperative', ...more },
    place: { unitId: unitId ?? east.unitId, ...(address && { address }) },
    fromOn: '2020-01-02',
    source,
    events: [{ kind: 'registered', onDay: '2020-01-02' }],
  })
  assertDone(response)
  return response.json().id
}

async function suggested(q: string, who = 'standing'): Promise<EntitySuggestion[]> {
  const response = await get(who, `/entities/suggest?q=${encodeURIComponent(q)}`)
  assertDone(response)
  return response.json().items
}
const names = async (q: string, who?: string) => (await suggested(q, who)).map(({ name }) => name)

const MINH_PHAT = 'Hợp tác xã dịch vụ nông nghiệp Minh Phát'

beforeAll(async () => {
  await entered({
    name: MINH_PHAT,
    code: '0100109106',
    representative: 'Nguyễn Thị Hạnh',
    address: 'Ấp Mỹ Lợi',
    phone: '0299 3876 123',
    commodities: ['toi'],
  })
  await entered({ name: 'HTX Minh Phước', unitId: west.unitId })
  await entered({ name: 'Tổ hợp tác trồng hành tím Vĩnh Châu' })
  await entered({
    name: 'HTX Minh Phát Bình',
    unitId: b.communes[0].unitId,
    who: 'strangerstanding',
  })
})

describe('an entity is found', () => {
  test.each([
    ['without diacritics', 'minh phat'],
    ['by the usual first letters', 'htx nn dv minh phat'],
    ['by first letters in one word', 'HTXDVNN Minh Phát'],
    ['in another order', 'Hợp tác xã nông nghiệp dịch vụ minh phát'],
    ['while it is being typed', 'htx dv nong nghiep minh ph'],
    ['with a letter wrong', 'minh phst'],
    ['with a letter missing', 'mih phat'],
    ['with two letters turned', 'minh phta'],
    ['written in one', 'minhphat'],
    ['with a word too many', 'hợp tác xã minh phát kiểu'],
    ['by its code', '0100109106'],
    ['by the beginning of its code', '01001091'],
    ['by its telephone', '02993876'],
    ['by who leads it', 'nguyen thi hanh'],
    ['by its commune', 'nong nghiep minh an dong'],
    ['by its address', 'ap my loi'],
    ['by what it grows', 'minh toi'],
  ])('%s: %s', async (_, q) => {
    expect((await names(q))[0]).toBe(MINH_PHAT)
  })

  test('the code before all else, then the name', async () => {
    const [first] = await suggested('0100109106')
    expect(first).toMatchObject({ by: 'code', unitName: 'xã Minh An Đông', status: 'active' })
    expect((await suggested('hanh')).map(({ by }) => by)).toEqual(['name', 'other'])
  })

  test('only within scope', async () => {
    expect(await names('minh phat', 'strangerstanding')).toEqual(['HTX Minh Phát Bình'])
    expect(await names('minh phat', 'commune2')).not.toContain(MINH_PHAT)
    expect(await names('minh phat', 'observer')).toHaveLength(2)
  })

  test('by an earlier name, after those that bear it now', async () => {
    const id = await entered({ name: 'HTX Phương Đông', code: '0100109113' })
    const changed = await ask('standing', 'PATCH', `/entities/${id}`, {
      version: 1,
      fromOn: '2025-01-01',
      attributes: { name: 'HTX Rạng Đông' },
      source: { from: 'certificate', on: '2025-01-01' },
    })
    assertDone(changed)
    await entered({ name: 'HTX Phương Đông Mới', code: '0100109120' })
    expect(await names('phuong dong')).toEqual(['HTX Phương Đông Mới', 'HTX Rạng Đông'])
  })

  test.each(["'", '%', '_', '!:*&|()', '\\', '', 'a & b', '::', "x' or 1=1"])(
    'answers %s with no error',
    async (q) => {
      await expect(suggested(q)).resolves.toBeInstanceOf(Array)
    },
  )
})

test('a list by name counts what is a number, from page to page', async () => {
  const { unitId } = west
  const wanted = ['HTX Trang 2 tháng 9', 'HTX Trang 2 vụ', 'HTX Trang 10', 'HTX Trang 19 tháng 5']
  for (const name of wanted.toReversed()) await entered({ name, unitId })
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await get('standing', `/entities?q=trang&sort=name&limit=1${cursor}`)
    assertDone(page)
    const { items, next } = page.json()
    seen.push(...items.map(({ name }: { name: string }) => name))
    cursor = next ? `&cursor=${next}` : ''
  } while (cursor)
  expect(seen).toEqual(wanted)
})
