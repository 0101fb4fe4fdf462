import type { Masked } from '@hopluc/shared/personal-data'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aRegister } from '../../testing/papers.ts'
import { listPersonal } from '../personal-fields/index.ts'

const { ask, owner, organisation, clock } = await aRegister()
const { a, admin } = organisation
const PHONE = '02920000123'
const officer = `/accounts/${a.officer.accountId}/contact`

beforeEach(async () => {
  clock.now = new Date('2026-03-10T03:00:00Z') // a Tuesday
  await sql`truncate account_contacts, data_requests, audit_entries cascade`.execute(owner)
  await owner
    .insertInto('account_contacts')
    .values({ account_id: a.officer.accountId, phone: PHONE, email: 'officer@minhan.example' })
    .execute()
})

const deeds = async () =>
  (
    await sql<{ event: string; subject_id: string; payload: string }>`
      select event, subject_id, payload from audit_entries e
      join audit_payloads p on p.entry_id = e.id order by e.id`.execute(owner)
  ).rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }))
const reveal = (username: string, more: object = {}) =>
  ask(username, 'POST', '/personal-data/reveal', {
    field: 'account_contacts.phone',
    recordId: a.officer.accountId,
    purpose: 'contact',
    words: 'Mời họp Ban Chỉ đạo ngày 12/3',
    ...more,
  })

describe('a phone', () => {
  test('reaches others masked, and the person whole', async () => {
    const masks = { phone: { shown: '•••• 123', isMasked: true, mayReveal: true } }
    for (const who of ['leader', 'standing', 'admin'])
      expect((await ask(who, 'GET', officer)).json()).toMatchObject(masks)
    for (const who of ['leader', 'standing', 'admin', 'strangerleader'])
      expect((await ask(who, 'GET', officer)).body).not.toContain(PHONE)
    expect((await ask('officer', 'GET', officer)).json()).toMatchObject({
      phone: { shown: PHONE, isMasked: false, mayReveal: false },
      mayChange: true,
    })
  })

  test('is read with a purpose, which is in the audit before the value is sent', async () => {
    const answer = await reveal('leader')
    expect([answer.statusCode, answer.json()]).toEqual([200, { value: PHONE }])
    expect(await deeds()).toEqual([
      {
        event: 'personal.read',
        subject_id: a.officer.accountId,
        payload: {
          field: 'account_contacts.phone',
          recordId: a.officer.accountId,
          purpose: 'contact',
          words: 'Mời họp Ban Chỉ đạo ngày 12/3',
        },
      },
    ])
    const seen = (await ask('admin', 'GET', '/audit?event=personal.read')).json().items
    expect(seen).toMatchObject([
      {
        by: { name: a.leader.name },
        subject: { kind: 'account', name: a.officer.name },
        payload: { purpose: 'contact', words: 'Mời họp Ban Chỉ đạo ngày 12/3' },
      },
    ])
  })

  test('is not sent where the entry cannot be written', async () => {
    await sql`alter table audit_payloads add constraint shut check (false) not valid`.execute(owner)
    const { statusCode, body } = await reveal('leader')
    await sql`alter table audit_payloads drop constraint shut`.execute(owner)
    expect(statusCode).toBe(500)
    expect(body).not.toContain(PHONE)
  })

  test('is refused to another unit and to cooperatives, without a purpose, and nothing is recorded', async () => {
    for (const who of ['strangerleader', 'strangerchair', 'cooperative', 'otherofficer'])
      expect([403, 404]).toContain((await reveal(who)).statusCode)
    expect((await reveal('leader', { words: ' ' })).statusCode).toBe(400)
    expect((await reveal('leader', { field: 'accounts.password_hash' })).statusCode).toBe(404)
    expect((await reveal('leader', { field: 'accounts.name' })).statusCode).toBe(404)
    expect(await deeds()).toEqual([])
  })

  test('is not kept in the answer to a sending with a key', async () => {
    const body = {
      field: 'account_contacts.phone',
      recordId: a.officer.accountId,
      purpose: 'contact',
      words: 'Mời họp',
    }
    const key = { 'idempotency-key': 'key-of-a-reading' }
    expect((await ask('leader', 'POST', '/personal-data/reveal', body, key)).statusCode).toBe(200)
    const kept = await owner.selectFrom('idempotency_keys').select('response').execute()
    expect(JSON.stringify(kept)).not.toContain(PHONE)
  })
})

describe('contacts', () => {
  const change = (username: string, body: object, url = officer) => ask(username, 'PUT', url, body)

  test('are changed by the person and the administrator; the history holds masks alone', async () => {
    const done = await change('officer', { version: 1, phone: '0292 000.0456' })
    expect(done.json()).toMatchObject({ phone: { shown: '02920000456' }, version: 2 })
    expect((await change('admin', { version: 2, email: null })).json()).toMatchObject({
      email: null,
      phone: { shown: '•••• 456' },
    })
    const [first] = await deeds()
    expect(first?.payload).toMatchObject({ before: { phone: '•••• 123' }, phone: '•••• 456' })
    expect(JSON.stringify(await deeds())).not.toContain('02920000')
  })

  test('are refused to others, in another form, and to who saw an older state', async () => {
    for (const who of ['leader', 'strangerofficer', 'cooperative'])
      expect([403, 404]).toContain((await change(who, { version: 1, phone: null })).statusCode)
    expect((await change('officer', { version: 1, phone: 'gọi sau' })).statusCode).toBe(400)
    expect((await change('officer', { version: 0, phone: null })).json()).toMatchObject({
      status: 409,
      code: 'personal.contact_changed',
    })
    expect(await deeds()).toEqual([])
  })

  test('a first entry makes the record', async () => {
    const url = `/accounts/${a.leader.accountId}/contact`
    expect(
      (await change('leader', { version: 0, phone: '0292 0000 789' }, url)).json(),
    ).toMatchObject({ phone: { shown: '02920000789' }, version: 1 })
  })
})

describe('the list of fields', () => {
  test('is read by everyone signed in; the basis is stated by the administrator', async () => {
    const fields = async (who: string) => (await ask(who, 'GET', '/personal-data/fields')).json()
    const list = await fields('cooperative')
    const name = { field: 'accounts.name', basis: null }
    expect(list).toMatchObject({ maySetBasis: false })
    expect(list.items).toContainEqual(expect.objectContaining(name))
    const basis = { field: 'accounts.name', basis: 'Quy chế quản lý tài khoản', seen: null }
    const set = (who: string) => ask(who, 'POST', '/personal-data/fields/basis', basis)
    expect((await set('leader')).statusCode).toBe(403)
    expect(await deeds()).toEqual([])
    expect((await set('admin')).statusCode).toBe(200)
    expect((await fields('officer')).items).toContainEqual(
      expect.objectContaining({ field: 'accounts.name', basis: 'Quy chế quản lý tài khoản' }),
    )
    expect((await set('admin')).json()).toMatchObject({ code: 'personal.basis_changed' })
  })
})

test('a list of persons says in the file who took it for what, and so does the audit', async () => {
  const url = '/accounts?format=xlsx&purpose=inspection&purposeWords=Đoàn kiểm tra số 3'
  const file = await ask('admin', 'GET', encodeURI(url))
  const rows = readSheets(file.rawPayload).sheets[0]?.rows.map((row) => row.join(' ')) ?? []
  const [deed] = await deeds()
  expect(deed).toMatchObject({
    event: 'personal.export',
    payload: { list: 'accounts', purpose: 'inspection', words: 'Đoàn kiểm tra số 3' },
  })
  for (const row of [rows[0], rows.at(-1)]) {
    expect(row).toContain(`Xuất bởi ${admin.name}`)
    expect(row).toContain('10:00 ngày 10/03/2026')
    expect(row).toContain('Kiểm tra, thanh tra: Đoàn kiểm tra số 3')
    expect(row).toContain(deed?.subject_id)
  }
})

test('masked values carry what the web needs to ask for them', async () => {
  const { phone }: { phone: Masked } = (await ask('leader', 'GET', officer)).json()
  expect((await reveal('leader', { field: phone.field, recordId: phone.recordId })).json()).toEqual(
    { value: PHONE },
  )
})

test('every field that a request may correct has an account, by which its person is known', () => {
  const without = listPersonal().filter(({ correct, account }) => correct && !account)
  expect(without).toEqual([])
})
