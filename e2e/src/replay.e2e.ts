import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OrganisationChanges } from '@hopluc/shared/organisation-changes'
import { Reorganisation } from '@hopluc/shared/reorganisations'
import { Session } from '@hopluc/shared/session'
import { TaskPage } from '@hopluc/shared/tasks'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../../server/src/app.ts'
import { DEMO_PASSWORD, loadDemoBefore } from '../../server/src/demo/index.ts'
import { agencyId, unitId } from '../../server/src/demo/id.ts'
import { DEMO_ACT, demoPlan } from '../../server/src/demo/reorganisation.ts'
import { KE_SACH_COMMUNES, UNIT_SUCCESSIONS } from '../../server/src/demo/units.ts'
import { jobHandlers } from '../../server/src/job-list.ts'
import { hashPassword } from '../../server/src/modules/identity/index.ts'
import { connect } from '../../server/src/platform/db.ts'
import { startEmbedded } from '../../server/src/platform/embedded.ts'
import { createJobs } from '../../server/src/platform/jobs.ts'
import { prepareEmbedded } from '../../server/src/platform/migrate.ts'
import { aPerson, refresh } from '../../server/src/testing/organisation.ts'
import { answerTo, open, type View } from './browser.ts'
import { apiOf } from './api.ts'

/** The demo as it stood before the reorganisation of 2025, on the day on which that took effect. */
const DAY = DEMO_ACT.onDay
const folder = await mkdtemp(join(tmpdir(), 'hopluc-replay-'))
const embedded = await startEmbedded(folder)
await prepareEmbedded(embedded, 'before')
const of = (role: 'app' | 'jobs' | 'owner', max: number) =>
  connect({ ...embedded.connection(role, 'before'), max })
const [db, jobsDb, owner] = [of('app', 8), of('jobs', 8), of('owner', 2)]
const now = () => new Date(`${DAY}T03:00:00Z`)
const jobs = createJobs({
  db,
  jobsDb,
  now,
  connection: embedded.connection('jobs', 'before'),
  handlers: jobHandlers.filter(({ kind }) => kind.name.startsWith('reorganisations.')),
  log: { error: (error) => console.error(error) },
})
const webRoot = join(import.meta.dirname, '../../web/dist')
const app = createApp({ db, jobsDb, now, jobs, webRoot, isDemo: true, secureCookies: false })
afterAll(async () => {
  await app.close()
  await jobs.stop()
  await Promise.all([db.destroy(), jobsDb.destroy(), owner.destroy()])
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
})

const communes = KE_SACH_COMMUNES.map(({ key }) => key)
const heirOf = new Map(UNIT_SUCCESSIONS.map(([from, to]) => [from, to]))
const heirs = [...new Set(communes.flatMap((key) => heirOf.get(key) ?? []))]
/** Where Kế Sách's twelve of the demo come to lie; in communes called Minh … lie those made up. */
const REAL = heirs.filter((key) => !key.startsWith('minh-'))

await loadDemoBefore(owner)
await layOut()
const address = await app.listen({ host: '127.0.0.1', port: 0 })
await jobs.start()

async function layOut(): Promise<void> {
  for (const key of communes)
    await aPerson(owner, `can-bo.${key}`, {
      role: 'officer',
      agencyId: agencyId(`ubnd-${key}`),
      title: 'Công chức xã',
    })
  // the administrator reads no register: who oversees the nation sees what landed where
  const overseer = { role: 'observer', agencyId: agencyId('vn-btc'), title: 'Chuyên viên' } as const
  await aPerson(owner, 'giam-sat', overseer)
  const password_hash = await hashPassword(DEMO_PASSWORD)
  await owner.updateTable('accounts').set({ password_hash, must_change_password: false }).execute()
  await refresh(owner)
  await sql`select refresh_unit_parts()`.execute(owner)
  await sql`analyze`.execute(owner)
}

/** Open tasks by the unit of the agency that leads them: of the day before, and of the day. */
async function openByUnit(): Promise<Map<string, number>> {
  const rows = await owner
    .selectFrom('tasks')
    .innerJoin('agency_versions', 'agency_versions.agency_id', 'tasks.lead_id')
    .select(['agency_versions.unit_id', sql<number>`count(distinct tasks.id)::int`.as('count')])
    .where('tasks.is_container', '=', false)
    .where(sql<boolean>`tasks.state->>'phase' not in ('confirmed', 'cancelled')`)
    .groupBy('agency_versions.unit_id')
    .execute()
  return new Map(rows.map(({ unit_id, count }) => [unit_id, count]))
}
const sumOf = (counts: ReadonlyMap<string, number>, keys: readonly string[]) =>
  keys.reduce((sum, key) => sum + (counts.get(unitId(key)) ?? 0), 0)
const cameTo = (heir: string) => communes.filter((key) => heirOf.get(key) === heir)

const main = (page: Page) => page.getByRole('main')
const apiFor = ({ context }: View) => apiOf(context.request, address)
const nameOf = (key: string) => {
  const unit = demoPlan().units.founded.find(({ id }) => id === unitId(key))
  return `${unit?.kind === 'xã' ? 'Xã' : (unit?.kind ?? '')} ${unit?.name ?? ''}`
}
const before = await openByUnit()
const entitiesBefore = new Map(
  (
    await owner
      .selectFrom('entity_places')
      .select(['unit_id', sql<number>`count(*)::int`.as('count')])
      .where('until_on', '>=', DAY)
      .groupBy('unit_id')
      .execute()
  ).map(({ unit_id, count }) => [unit_id, count]),
)
let at = ''

test('the act of 2025 asks what nobody succeeds, and every question is answered in the wizard', async () => {
  expect([communes.length, heirs.length, REAL.length]).toEqual([13, 6, 4])
  expect(sumOf(before, communes)).toBeGreaterThan(20)
  const view = await open('/reorganisations', { as: 'admin', address })
  const { page } = view
  const drawn = await apiFor(view).post('/reorganisations', { ...DEMO_ACT, plan: demoPlan() })
  at = `/reorganisations/${Reorganisation.parse(drawn).id}`
  await page.goto(at)
  const apply = page.getByRole('button', { name: 'Thực hiện sắp xếp' })
  await page.getByText(/^Còn \d+ nội dung chờ quyết định$/).waitFor()
  expect(await apply.isDisabled()).toBe(true)
  const waiting = main(page)
    .locator('.questions > li')
    .filter({ has: page.getByRole('radio') })
  const open_ = waiting.filter({ hasNot: page.locator('input:checked') })
  for (let left = await open_.count(); left > 0; left = await open_.count()) {
    await answerTo(page, /\/preview$/, () => open_.first().locator('label').first().click())
    await expect.poll(() => open_.count()).toBeLessThan(left)
  }
  await page.getByText('Phương án đã đủ để thực hiện').waitFor()
})

test('it is carried out on the day, and the comparison shows what landed where', async () => {
  const { page: wizard } = await open(at, { as: 'admin', address })
  await wizard.getByRole('button', { name: 'Thực hiện sắp xếp' }).click()
  await wizard.getByRole('alertdialog').getByRole('button', { name: 'Thực hiện sắp xếp' }).click()
  await wizard.getByRole('heading', { name: 'Kết quả chuyển giao' }).waitFor({ timeout: 60_000 })

  const changes = `/organisation/changes?day=${DAY}&under=${unitId('ke-sach-huyen')}`
  const view = await open(changes, { as: 'giam-sat', address })
  const { page } = view
  const seen = OrganisationChanges.parse(
    await apiFor(view).get(`/organisation/changes?asOf=${DAY}&under=${unitId('ke-sach-huyen')}`),
  )
  expect(
    seen.items
      .filter(({ to }) => to)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(heirs.map((key) => unitId(key)).toSorted())
  const shown = { tasks: 0, accounts: 0, entities: 0, withEntities: 0 }
  for (const heir of heirs) {
    const group = main(page)
      .locator('.group')
      .filter({ has: page.getByRole('link', { name: nameOf(heir), exact: true }) })
      .last()
    await group.waitFor()
    const count = async (kind: string) => {
      const cell = group.locator('.group-to .groups-counts > *').filter({ hasText: kind })
      const words = (await cell.innerText()).replace(kind, '').trim()
      return words === '–' ? 0 : Number(words)
    }
    const [tasks, accounts, entities] = [
      await count('Nhiệm vụ'),
      await count('Tài khoản'),
      await count('HTX, THT'),
    ]
    expect([heir, tasks]).toEqual([heir, sumOf(before, cameTo(heir))])
    expect([heir, accounts]).toEqual([heir, cameTo(heir).length])
    expect([heir, entities]).toEqual([heir, sumOf(entitiesBefore, cameTo(heir))])
    shown.tasks += tasks
    shown.accounts += accounts
    if (!REAL.includes(heir)) continue
    shown.entities += entities
    shown.withEntities += entities > 0 ? 1 : 0
  }
  expect(shown).toEqual({
    tasks: sumOf(before, communes),
    accounts: communes.length,
    entities: 12,
    withEntities: 4,
  })
  const after = await openByUnit()
  expect(sumOf(after, communes)).toBe(0)
  expect(sumOf(after, heirs)).toBe(shown.tasks)
})

test('an officer of an old commune signs in at its successor, with the open tasks of all it came from', async () => {
  const [key = ''] = communes
  const heir = heirOf.get(key) ?? ''
  const view = await open('/tasks', { as: `can-bo.${key}`, address })
  const { page } = view
  const { post } = Session.parse(await apiFor(view).get('/session'))
  expect(post?.agency.id).toBe(agencyId(`ubnd-${heir}`))
  const tasks = TaskPage.parse(await apiFor(view).get('/tasks?limit=200'))
  const open_ = tasks.items.filter(({ lead }) => lead?.id === agencyId(`ubnd-${heir}`))
  expect(open_.length).toBe(sumOf(before, cameTo(heir)))
  const [first] = open_
  await main(page)
    .getByText(first?.title ?? '', { exact: false })
    .first()
    .waitFor()
})

test('it is taken back, and every task lies where it lay', async () => {
  const { page } = await open(at, { as: 'admin', address })
  await page.getByRole('button', { name: 'Hoàn lại' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hoàn lại' }).click()
  await main(page).getByText('Đã hoàn lại').waitFor({ timeout: 60_000 })
  expect(await openByUnit()).toEqual(before)
})
