import { ReorganisationReport } from '@hopluc/shared/reorganisation-report'
import { Reorganisation, ReorganisationPreview } from '@hopluc/shared/reorganisations'
import { Session } from '@hopluc/shared/session'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { answerTo, choose, open, type View } from './browser.ts'
import { type Api, apiOf } from './api.ts'

/** An act from the first line of its plan to its undoing; each test goes on where the last ended. */
const OLD = ['Xã Minh Hậu', 'Xã Đại Hải']
const NEW = 'Minh Hợp'
const ACT = `Nghị quyết số ${1000 + (Date.now() % 9000)}/NQ-UBTVQH16`
let at = ''
let before: unknown

const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const apiFor = ({ context }: View): Api => apiOf(context.request, inject('address'))

/** What there is of units and agencies today, as everyone reads it. */
async function organisation(api: Api): Promise<unknown> {
  const read = ['/units?limit=200', '/agencies?limit=200', '/committees', '/accounts?limit=200']
  const answers = await Promise.all(read.map((path) => api.get(path)))
  return JSON.parse(JSON.stringify(answers, (key, value) => (key === 'lastSeenAt' ? null : value)))
}

/** Types into a search and takes the option. */
async function pick(page: Page, label: string | RegExp, words: string, option: RegExp) {
  await choose(dialog(page).getByRole('combobox', { name: label }), words, option)
}

async function typeDay(page: Page, label: string, day: string): Promise<void> {
  await dialog(page).getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(day.split('-').toReversed().join(''))
}

test('the administrator draws up the merger of two communes', async () => {
  const view = await open('/reorganisations', { as: 'admin' })
  const { page } = view
  const { today } = Session.parse(await apiFor(view).get('/session'))
  before = await organisation(apiFor(view))
  await button(page, 'Lập phương án sắp xếp').click()
  await dialog(page).getByLabel('Nội dung sắp xếp').fill('Sắp xếp hai xã (thử)')
  await dialog(page).getByLabel('Số, ký hiệu văn bản').fill(ACT)
  await typeDay(page, 'Có hiệu lực từ', today)
  await dialog(page).getByRole('button', { name: 'Lưu' }).click()
  await page.waitForURL(/\/reorganisations\/[0-9a-f-]{36}/)
  at = new URL(page.url()).pathname
  await main(page).getByText('Phương án chưa có nội dung').waitFor()
  await button(page, 'Thêm').click()
  await page.getByRole('menuitem', { name: /^Hợp nhất/ }).click()
  for (const name of OLD)
    await pick(page, /Đơn vị chuyển đi/, name.replace('Xã ', ''), new RegExp(name))
  await page.keyboard.press('Escape')
  await dialog(page).getByLabel('Tên', { exact: true }).fill(NEW)
  await pick(page, 'Trực thuộc', 'Cần Thơ', /Cần Thơ/)
  const saved = await answerTo(page, /\/reorganisations\/[^/]+$/, () =>
    dialog(page).getByRole('button', { name: 'Thêm' }).click(),
  )
  expect(saved.status()).toBe(200)
  for (const name of [...OLD, `Xã ${NEW}`]) await main(page).getByText(name).first().waitFor()
})

test('what the plan cannot decide is answered, and the preview counts what passes over', async () => {
  const view = await open(at, { as: 'admin' })
  const { page } = view
  await main(page).getByText(`Phòng Kinh tế xã ${NEW}`).first().waitFor()
  await page.getByText(/^Còn \d+ nội dung chờ quyết định$/).waitFor()
  expect(await button(page, 'Thực hiện sắp xếp').isDisabled()).toBe(true)
  await main(page).getByText('Không có cơ quan kế thừa').first().click()
  await page.getByText('Phương án đã đủ để thực hiện').waitFor()
  const { version } = Reorganisation.parse(await apiFor(view).get(at))
  const preview = ReorganisationPreview.parse(await apiFor(view).post(`${at}/preview`, { version }))
  expect(preview).toMatchObject({ errors: [], canApply: true })
  const tasks = preview.held.find(({ kind }) => kind === 'tasks')?.count ?? 0
  expect(tasks).toBeGreaterThan(0)
  await main(page)
    .getByText(new RegExp(`^${tasks}$`))
    .first()
    .waitFor()
})

test('it is carried out, reported, and seen in the comparison of the two days', async () => {
  const view = await open(at, { as: 'admin' })
  const { page } = view
  await button(page, 'Thực hiện sắp xếp').click()
  const applied = await answerTo(page, /\/apply$/, () =>
    dialog(page).getByRole('button', { name: 'Thực hiện sắp xếp' }).click(),
  )
  expect(applied.status()).toBe(200)
  await page.getByRole('heading', { name: 'Kết quả chuyển giao' }).waitFor({ timeout: 30_000 })
  const report = ReorganisationReport.parse(await apiFor(view).get(`${at}/report`))
  expect(report.lines.length).toBeGreaterThan(0)
  await main(page).getByText('Nhiệm vụ đang mở được bàn giao').first().waitFor()
  const { onDay } = Reorganisation.parse(await apiFor(view).get(at))
  await page.goto(`/organisation/changes?day=${onDay}`)
  const group = main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: `Xã ${NEW}`, exact: true }) })
  for (const name of OLD) await group.getByRole('link', { name, exact: true }).waitFor()
  await main(page).getByText(`Nội dung bàn giao: Xã ${NEW}`).waitFor()
  expect(await organisation(apiFor(view))).not.toEqual(before)
})

test('it is taken back, and the organisation is what it was', async () => {
  const view = await open(at, { as: 'admin' })
  const { page } = view
  await button(page, 'Hoàn lại').click()
  const undone = await answerTo(page, /\/undo$/, () =>
    dialog(page).getByRole('button', { name: 'Hoàn lại' }).click(),
  )
  expect(undone.status()).toBe(200)
  await main(page).getByText('Đã hoàn lại').waitFor({ timeout: 30_000 })
  expect(await button(page, 'Hoàn lại').count()).toBe(0)
  expect(await organisation(apiFor(view))).toEqual(before)
})
