import { UnitImportPreview, UnitImportResult } from '@hopluc/shared/unit-import'
import { sql } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../../app.ts'
import { createContext } from '../../platform/context.ts'
import * as files from '../../platform/files.ts'
import { createJobs } from '../../platform/jobs.ts'
import { jobHandlers } from '../../job-list.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, refresh, signIn } from '../../testing/organisation.ts'
import { draw, rowsIn, unitsAsCsv } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()
const now = () => new Date('2026-03-10T03:00:00Z')
const jobs = createJobs({
  db,
  jobsDb,
  now,
  connection: connection('jobs'),
  handlers: jobHandlers,
  log: { error: (error) => console.error(error) },
})
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
const { a, admin } = await anOrganisation(owner)
await sql`update unit_versions set code = '92' where unit_id = ${a.unitId}`.execute(owner)
await refresh(owner)

beforeEach(async () => {
  await sql`truncate audit_entries cascade`.execute(owner)
})

/** A list as the administrator sends it. */
async function aFile(text: string | Buffer, name = 'danh-muc.csv') {
  const received = await files.receive(name, Buffer.from(text))
  try {
    return await createContext(db, admin.actor, '2026-03-10', now()).write(async (tx) => {
      return (await files.store(tx, received)).id
    })
  } finally {
    await received.dispose()
  }
}
const ABOUT = { onDay: '2025-07-01', act: 'NQ 1668', since: '2004-01-01', isWhole: false }
async function send(path: string, payload: object, username = 'admin') {
  const headers = await signIn(app, username)
  return app.inject({ method: 'POST', url: `/api/units/imports${path}`, headers, payload })
}
const look = async () => ({
  versions: await owner
    .selectFrom('unit_versions')
    .selectAll()
    .orderBy('unit_id')
    .orderBy('from_on')
    .execute(),
  successions: await owner.selectFrom('unit_successions').selectAll().orderBy('from_id').execute(),
})
const HEAD = 'code,name,level,parent_code\n'
const LIST = `${HEAD}31528,Xã Kế Sách,commune,92\n31531,Xã An Lạc Thôn,commune,92\n`

test('a list is looked at before it is imported, once, and seen by those who oversee it', async () => {
  const fileId = await aFile(LIST)
  const before = await look()
  const preview = UnitImportPreview.parse(
    (await send('/preview', { kind: 'units', fileId, ...ABOUT })).json(),
  )
  expect(preview).toMatchObject({
    lines: 2,
    errors: [],
    unclear: [],
    counts: { found: 2, same: 0 },
  })
  expect(await look()).toEqual(before)
  const done = await send('', { kind: 'units', fileId, ...ABOUT })
  expect(UnitImportResult.parse(done.json())).toMatchObject({ state: 'done', counts: { found: 2 } })
  const headers = await signIn(app, 'chair')
  const found = await app.inject({ url: '/api/units?q=ke sach', headers })
  expect(found.json()).toMatchObject({ items: [{ name: 'Kế Sách', kind: 'xã', code: '31528' }] })
  const once = await look()
  const again = await send('', { kind: 'units', fileId, ...ABOUT })
  expect(again.json()).toMatchObject({ counts: { found: 0, same: 2 } })
  expect(await look()).toEqual(once)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from unit_parts u
    join unit_versions v on v.unit_id = u.origin_id where v.name = 'Kế Sách' and u.unit_id = ${a.unitId}`.execute(
    owner,
  )
  expect(rows[0]?.count).toBe(1)
})

test('what communes were formed from comes after, and old figures belong to them', async () => {
  const text =
    'code;name;province_code;predecessor;predecessor_district;only_in_part\n' +
    '31528;Xã Kế Sách;92;Xã Kế An;;0\n31528;Xã Kế Sách;92;Xã Kế Thành;;0\n31531;Xã An Lạc Thôn;92;Xã Kế Thành;;1\n'
  const fileId = await aFile(`\ufeff${text}`)
  const done = await send('', { kind: 'predecessors', fileId, ...ABOUT })
  expect(done.json()).toMatchObject({ counts: { found_before: 2, succeed: 3 } })
  const { rows } = await sql<{ name: string; share: string | null }>`select o.name, p.share
    from unit_parts p join unit_versions o on o.unit_id = p.origin_id
    join unit_versions u on u.unit_id = p.unit_id and u.code = '31528'
    where p.from_on = '2025-07-01' and o.until_on = '2025-06-30' order by o.name`.execute(owner)
  expect(rows).toEqual([
    { name: 'Kế An', share: '1.0000000000' },
    { name: 'Kế Thành', share: null },
  ])
})

test('a list with an error is refused whole, with lines and reasons', async () => {
  const fileId = await aFile(`${HEAD}40001,Xã Minh,commune,92\n40002,Xã Minh Hà,commune,77\n`)
  const before = await look()
  const preview = (await send('/preview', { kind: 'units', fileId, ...ABOUT })).json()
  expect(preview.errors).toMatchObject([{ line: 3 }])
  const refused = await send('', { kind: 'units', fileId, ...ABOUT })
  expect(refused.json()).toMatchObject({ status: 422, code: 'units.import_refused' })
  expect(refused.json().detail).toMatch(/Dòng 3: Không có đơn vị cấp trên mã 77/)
  expect(await look()).toEqual(before)
})

test('a list that would leave accounts without an agency is refused, with the unit and the reason', async () => {
  const [east] = a.communes
  const fileId = await aFile(`${HEAD}41001,Xã Minh Còn,commune,92\n`)
  const before = await look()
  const whole = { kind: 'units', fileId, ...ABOUT, onDay: '2026-03-01', isWhole: true }
  const preview = UnitImportPreview.parse((await send('/preview', whole)).json())
  const { name } = await owner
    .selectFrom('unit_versions')
    .select('name')
    .where('unit_id', '=', east.unitId)
    .executeTakeFirstOrThrow()
  const said = preview.errors.map(({ vi }) => vi).join(' ')
  expect(said).toContain(`xã ${name} kết thúc nhưng UBND xã ${name} còn`)
  expect(said).toContain('Hãy lập phương án sắp xếp')
  const refused = await send('', whole)
  expect(refused.json()).toMatchObject({ status: 422, code: 'units.import_refused' })
  expect(await look()).toEqual(before)
})

test('text of an old code page is refused in words, on the way in and from the command line', async () => {
  const old = Buffer.from([...Buffer.from(`${HEAD}1,X`), 0xe3, 0x20, 0xfe, 0x0a])
  await expect(aFile(old)).rejects.toThrow(/saved as UTF-8/)
  expect(() => rowsIn(old, 'units')).toThrow(/CSV UTF-8/)
  const wide = Buffer.from(`\ufeff${LIST}`, 'utf16le')
  expect(rowsIn(wide, 'units')[1]).toEqual(['31528', 'Xã Kế Sách', 'commune', '92'])
})

test('nobody but the administrator imports, and nothing is recorded', async () => {
  const fileId = await aFile(LIST)
  const before = await look()
  for (const username of ['chair', 'standing', 'commune', 'observer', 'strangerchair'])
    for (const path of ['', '/preview'])
      expect((await send(path, { kind: 'units', fileId, ...ABOUT }, username)).statusCode).toBe(403)
  expect(await look()).toEqual(before)
  expect(await owner.selectFrom('audit_entries').select('id').execute()).toEqual([])
})

test('a long list is imported in the background, and its end is told to who asked alone', async () => {
  const rows = Array.from({ length: 1600 }, (_, at) => `${50_000 + at},Xã Minh ${at},commune,92`)
  const fileId = await aFile(HEAD + rows.join('\n'))
  const asked = await send('', { kind: 'units', fileId, ...ABOUT })
  expect(asked.statusCode).toBe(202)
  const { job } = UnitImportResult.parse(asked.json())
  await jobs.drain()
  const stateFor = async (username: string) => {
    const headers = await signIn(app, username)
    return app.inject({ url: `/api/units/imports/${job}`, headers })
  }
  expect((await stateFor('admin')).json()).toMatchObject({ state: 'done', counts: { found: 1600 } })
  expect((await stateFor('chair')).statusCode).toBe(404)
  await jobs.stop()
})

test('the units of a day are saved in the form in which they are imported, and change nothing', async () => {
  const { csv, rows } = await unitsAsCsv(owner, '2026-03-10')
  expect(csv.split('\n')[0]).toBe('code,name,level,parent_code')
  expect(csv).toMatch(/^92,\S+ .+,province,$/m)
  expect(csv.trimEnd().split('\n')).toHaveLength(rows + 1)
  const again = { kind: 'units', onDay: '2026-03-10', since: '2004-01-01', isWhole: false } as const
  const { plan, lines } = await draw(owner, again, rowsIn(Buffer.from(csv), 'units'))
  expect(lines).toBe(rows)
  expect(plan.errors).toEqual([])
  expect(plan.changes.filter(({ action }) => action !== 'same')).toEqual([])
})

test('the provinces come along', async () => {
  await sql`update unit_versions set code = null where unit_id = ${a.unitId}`.execute(owner)
  const done = await send('', { kind: 'provinces', fileId: null, ...ABOUT })
  expect(done.json()).toMatchObject({
    counts: { found: 34, same: 0, found_before: 52, succeed: 52 },
  })
})
