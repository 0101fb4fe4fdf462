import { addDays } from '@hopluc/shared/values'
import { describe, expect, test, vi } from 'vitest'
import { aRegister } from '../../testing/registry-parts.ts'

vi.setConfig({ testTimeout: 60_000 })
const { app, a, b, entityId, strangerId, anEntity, ask, send, counted, headersOf, events } =
  await aRegister()
const [{ officer: keeper, unitId }] = a.communes
const TODAY = '2026-03-10'
const at = (path = '') => `/entities/${entityId}${path}`

const remove = async (person: typeof keeper, path: string) => {
  const headers = await headersOf(person)
  return app.inject({ method: 'DELETE', url: `/api${path}`, headers })
}

const MANAGER = {
  office: 'director',
  name: 'Lê Văn Minh',
  birthYear: 1980,
  sex: 'male',
  phone: '0912 345 614',
  training: 'university',
  fromOn: '2020-01-01',
}
const PRODUCT = {
  name: 'Sầu riêng',
  commodity: 'sau-rieng',
  area: 21,
  years: [{ year: 2025, area: 21, output: 186.5, value: null }],
  fromOn: '2020-01-01',
}
const CERTIFICATE = { kind: 'vietgap', number: 'VG-01', issuedOn: '2024-03-19', area: 12 }
const AREA = { code: 'VN-STOR-0012', commodity: 'sau-rieng', area: 12, issuedOn: '2024-01-01' }
const LINK = {
  partnerKind: 'enterprise',
  partnerName: 'Công ty TNHH Minh Long',
  partnerCode: '0312345678',
  contractNo: '03/2025/HĐ',
  fromOn: '2025-01-01',
  untilOn: '2026-12-31',
  product: 'Sầu riêng',
  commodity: 'sau-rieng',
  committed: 60,
  delivered: 48,
}
const NOTICE = {
  side: 'offer',
  title: 'Bán 20 tấn sầu riêng',
  commodity: 'sau-rieng',
  quantity: 20,
  contact: '0299 000 0101',
  fromOn: '2026-03-01',
  untilOn: '2026-03-31',
}
const MEMBER = {
  kind: 'official_a',
  subject: 'person',
  name: 'Trần Thị Minh',
  joinedOn: '2020-01-01',
}
const DEBT = {
  direction: 'owed_to',
  party: 'household',
  partyName: 'Hộ Minh',
  amount: 5_000_000,
  arisenOn: '2022-01-01',
}

const CASES = [
  ['managers', 'entity_managers', MANAGER, 'manager'],
  ['products', 'entity_products', PRODUCT, 'product'],
  ['certificates', 'entity_certificates', CERTIFICATE, 'certificate'],
  ['growing-areas', 'growing_areas', AREA, 'growing_area'],
  ['value-links', 'value_links', LINK, 'value_link'],
  ['market-notices', 'market_notices', NOTICE, 'market_notice'],
  ['members', 'entity_members', MEMBER, 'member'],
  ['debts', 'entity_debts', DEBT, 'debt'],
] as const

describe.each(CASES)('%s', (noun, table, body, deed) => {
  test('are added, changed and removed by the keeper, each with its deed', async () => {
    const before = (await events()).length
    const added = await send(keeper, at(`/${noun}`), body)
    expect([added.statusCode, added.body.slice(0, 300)]).toEqual([201, expect.anything()])
    const { id, version } = added.json()
    const list = await ask(keeper, at(`/${noun}`))
    expect(list.mayChange).toBe(true)
    expect(list.items.map((one: { id: string }) => one.id)).toContain(id)
    const one = at(`/${noun}/${id}`)
    const changed = await send(keeper, one, { ...body, note: 'đã sửa', version }, 'PUT')
    expect(changed.json()).toMatchObject({ id, version: 2, note: 'đã sửa' })
    const stale = await send(keeper, one, { ...body, version }, 'PUT')
    expect(stale.json()).toMatchObject({ status: 409, code: 'entity_parts.changed' })
    expect((await remove(keeper, `${one}?version=1`)).statusCode).toBe(409)
    expect((await remove(keeper, `${one}?version=2`)).statusCode).toBe(204)
    expect((await remove(keeper, `${one}?version=2`)).statusCode).toBe(404)
    const done = (await events()).slice(before)
    expect(done).toEqual([`entity.add_${deed}`, `entity.change_${deed}`, `entity.remove_${deed}`])
  })

  test('of another unit are refused and nothing is recorded', async () => {
    const { id } = (await send(keeper, at(`/${noun}`), body)).json()
    const before = await counted(table)
    const others = [a.communes[1].officer, a.officer, a.chair, b.standing, b.communes[0].officer]
    for (const person of others) {
      const answers = [
        await send(person, at(`/${noun}`), body),
        await send(person, at(`/${noun}/${id}`), { ...body, version: 1 }, 'PUT'),
        await remove(person, at(`/${noun}/${id}?version=1`)),
      ]
      expect(answers.every(({ statusCode }) => [403, 404].includes(statusCode))).toBe(true)
    }
    expect(await counted(table)).toEqual(before)
    // The standing officer keeps the registers of all communes below.
    expect((await send(a.standing, at(`/${noun}`), body)).statusCode).toBe(201)
  })

  test('of another province are not there', async () => {
    expect((await ask(keeper, `/entities/${strangerId}/${noun}`)).code).toBe('entities.not_found')
    expect((await ask(b.standing, at(`/${noun}`))).code).toBe('entities.not_found')
  })

  test('a past day is read and allows nothing', async () => {
    const list = await ask(keeper, `${at(`/${noun}`)}?asOf=2025-12-31`)
    expect(list.mayChange).toBe(false)
  })
})

test('the phone of a manager is masked, and stays when it is left out', async () => {
  const { id, phone } = (await send(keeper, at('/managers'), MANAGER)).json()
  expect(phone).toMatchObject({ shown: '•••• 614', isMasked: true, mayReveal: true })
  const { phone: _, ...rest } = MANAGER
  await send(keeper, at(`/managers/${id}`), { ...rest, version: 1 }, 'PUT')
  const reveal = {
    field: 'entity_managers.phone',
    recordId: id,
    purpose: 'contact',
    words: 'Mời họp',
  }
  const shown = await send(a.officer, '/personal-data/reveal', reveal)
  expect(shown.json()).toEqual({ value: '0912345614' })
  const { items } = await ask(a.officer, at('/managers'))
  expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({
    name: 'Lê Văn Minh',
    birthYear: null,
    phone: { isMasked: true },
  })
})

test('the entity reads its own, and keeps what is its own to say', async () => {
  const own = a.cooperative
  expect((await ask(own, at('/products'))).items.length).toBeGreaterThan(0)
  expect((await send(own, at('/market-notices'), NOTICE)).statusCode).toBe(201)
  expect((await send(own, at('/members'), MEMBER)).statusCode).toBe(201)
  expect((await send(own, at('/products'), PRODUCT)).statusCode).toBe(403)
  expect((await send(own, at('/debts'), DEBT)).statusCode).toBe(403)
  expect((await ask(own, at('/debts'))).items.length).toBeGreaterThan(0)
})

test('certificates warn before they end, and those of an area are listed', async () => {
  const id = await anEntity({ unitId, name: 'HTX Minh Tân' })
  const body = { ...CERTIFICATE, validUntil: addDays(TODAY, 60) }
  await send(keeper, `/entities/${id}/certificates`, body)
  await send(keeper, `/entities/${id}/certificates`, { ...body, validUntil: addDays(TODAY, 400) })
  await send(keeper, `/entities/${id}/certificates`, {
    ...body,
    kind: 'ocop',
    stars: 4,
    validUntil: addDays(TODAY, -10),
  })
  const own = await ask(keeper, `/entities/${id}/certificates`)
  expect(own.items.map((one: { state: string }) => one.state)).toEqual([
    'valid',
    'expiring',
    'expired',
  ])
  expect(own.warnings).toMatchObject([{ key: 'certificates.expiring' }])
  const soon = await ask(a.officer, `/entities/certificates?expiringWithin=90&unit=${a.unitId}`)
  expect(soon.items).toMatchObject([
    { kind: 'ocop', stars: 4, state: 'expired', daysLeft: -10, entity: { name: 'HTX Minh Tân' } },
    { kind: 'vietgap', state: 'expiring', daysLeft: 60 },
  ])
  const first = await ask(a.officer, '/entities/certificates?expiringWithin=90&limit=1')
  const rest = await ask(a.officer, `/entities/certificates?expiringWithin=90&cursor=${first.next}`)
  expect([first.items.length, rest.items.length]).toEqual([1, 1])
  expect((await ask(b.officer, '/entities/certificates?expiringWithin=90')).items).toEqual([])
  const wrong = await send(keeper, `/entities/${id}/certificates`, { ...body, stars: 3 })
  expect(wrong.json()).toMatchObject({ status: 422, code: 'entity_parts.broken_rule' })
})

test('a product with a certificate is not removed', async () => {
  const product = (await send(keeper, at('/products'), PRODUCT)).json()
  const body = { ...CERTIFICATE, productId: product.id }
  const certificate = (await send(keeper, at('/certificates'), body)).json()
  expect(certificate.productName).toBe('Sầu riêng')
  const refused = await remove(keeper, at(`/products/${product.id}?version=1`))
  expect(refused.json()).toMatchObject({ status: 422, code: 'entity_parts.still_used' })
  const other = await anEntity({ unitId })
  const foreign = await send(keeper, `/entities/${other}/certificates`, body)
  expect(foreign.json().code).toBe('entity_parts.unknown_reference')
})

test('offers are read by everyone signed in, without the entity where the register does not show it', async () => {
  await send(keeper, at('/market-notices'), NOTICE)
  const here = await ask(a.officer, '/entities/market-notices?side=offer&q=sau%20rieng')
  expect(here.items[0]).toMatchObject({ entityId, entityName: 'HTX Minh Phát', state: 'open' })
  const there = await ask(b.officer, '/entities/market-notices')
  expect(there.items[0]).toMatchObject({ entityId: null, entityName: 'HTX Minh Phát' })
  expect((await ask(a.officer, '/entities/market-notices?asOf=2026-04-01')).items).toEqual([])
})

test('links of an area are one drawing: partners of one code are one', async () => {
  await send(keeper, at('/value-links'), LINK)
  const other = await anEntity({ unitId: a.communes[1].unitId, name: 'HTX Minh Tây' })
  await send(a.standing, `/entities/${other}/value-links`, {
    ...LINK,
    partnerName: 'Cty Minh Long',
    isModel: true,
  })
  const graph = await ask(a.chair, `/entities/value-links?unit=${a.unitId}&commodity=sau-rieng`)
  expect(new Set(graph.items.map((one: { partner: { key: string } }) => one.partner.key))).toEqual(
    new Set(['0312345678']),
  )
  expect(new Set(graph.items.map((one: { entity: { name: string } }) => one.entity.name))).toEqual(
    new Set(['HTX Minh Phát', 'HTX Minh Tây']),
  )
  expect(graph.commodities[0]).toMatchObject({ code: 'sau-rieng', name: 'Sầu riêng' })
  expect((await ask(a.chair, '/entities/value-links?asOf=2024-12-31')).items).toEqual([])
  expect((await ask(b.chair, '/entities/value-links')).items).toEqual([])
})
