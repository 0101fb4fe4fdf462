import { ReportForms } from '@hopluc/shared/report-forms'
import { type Return, Return as ReturnShape } from '@hopluc/shared/returns'
import { MyReturns, Round, RoundReturns } from '@hopluc/shared/rounds'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, open, seriousFaults } from './browser.ts'

/** A return from the commune to the accepted figure; each test goes on where the last ended. */
const TITLE = `Kỳ thử ${1000 + (Date.now() % 9000)}`
const PERIOD = { kind: 'quarter', year: 2026, part: 4 }
let id = ''

const grid = (page: Page) => page.getByRole('grid')
const bar = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Thao tác của trang' }).getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const row = (page: Page, name: string) => grid(page).getByRole('row', { name })
/** The cells of a row: 0 is the last period's members, 1 the members now. */
const cell = (page: Page, name: string, at: number) => row(page, name).locator('[data-at]').nth(at)
const now = async (page: Page): Promise<Return> =>
  ReturnShape.parse(await apiOf(page.request, inject('address')).get(`/returns/${id}`))

test('the province asks a commune; its officer confirms that nothing changed in ten keys', async () => {
  const { page: province } = await open('/rounds', { as: 'standing' })
  const { page } = await open('/rounds', { as: 'commune' })
  const asking = apiOf(province.request, inject('address'))
  const mine = MyReturns.parse(await apiOf(page.request, inject('address')).get('/returns'))
  const agencyIds = mine.items.slice(0, 1).map(({ agency }) => agency.id)
  const forms = ReportForms.parse(await asking.get('/report-forms')).items
  const formId = forms.find(({ code }) => code === 'Biểu số 01/KTTT')?.id
  const asked = { by: 'agencies', agencyIds }
  const round = Round.parse(
    await asking.post('/rounds', { formId, period: PERIOD, asked, title: TITLE }),
  )
  const returns = RoundReturns.parse(await asking.get(`/rounds/${round.id}/returns`))
  id = returns.items[0]?.id ?? ''
  await page.reload()
  // The round of the same name stands below, and may come first.
  const mineToFill = page.getByRole('region', { name: 'Việc của tôi' })
  await mineToFill.getByRole('link', { name: TITLE }).click()
  await cell(page, 'HTX Lộc Mãi', 1).waitFor()

  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  await page.waitForFunction(() => document.activeElement?.matches('[data-at]'))
  await press('Control+a')
  await press('=')
  if ((await grid(page).locator('.entry-blank').count()) > 0) {
    await press('Control+End') // the line of groups, which there are none of
    await press('Shift+Home')
    await press('0')
    await press('Control+Enter')
  }
  await page.getByText('Không có lỗi, cảnh báo hay ô trống.').waitFor()
  await press('Control+Enter')
  await dialog(page).getByRole('textbox').waitFor()
  const sent = await answerTo(page, /\/deeds$/, () => press('Enter'))
  expect(sent.status()).toBe(200)
  expect(keys).toBeLessThanOrEqual(10)
  expect((await now(page)).state).toBe('sent')
  expect(await seriousFaults(page)).toEqual([])
})

test('the province returns it with a remark at a cell', async () => {
  const { page } = await open(`/returns/${id}`, { as: 'standing' })
  await cell(page, 'HTX Lộc Mãi', 1).click()
  await page.getByRole('textbox', { name: /Nhận xét ô/ }).fill('Danh sách ghi 66, kiểm tra lại.')
  await bar(page, 'Trả lại').click()
  const done = await answerTo(page, /\/deeds$/, () =>
    dialog(page).getByRole('button', { name: 'Trả lại', exact: true }).click(),
  )
  expect(done.status()).toBe(200)
  const { state, remarks } = await now(page)
  expect([state, remarks.length]).toEqual(['returned', 1])
})

test('the commune pastes two rows from Excel, is told what cannot be read, and sends again', async () => {
  const { page, context } = await open(`/returns/${id}`, { as: 'commune' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByText('Danh sách ghi 66, kiểm tra lại.').first().waitFor()
  const members = cell(page, 'HTX Lộc Mãi', 1)
  const paste = async (block: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), block)
    await members.click()
    await page.keyboard.press('Control+v')
  }
  await paste('1\t2\t3\t4\t5\t6')
  const over = page.getByRole('alertdialog')
  await over.getByText('chỉ còn 5 cột nhập').waitFor()
  await over.getByRole('button', { name: 'Không dán' }).click()

  await paste('66\t1.34')
  await page
    .getByText(/Không rõ “1\.34”/)
    .first()
    .waitFor()
  const saved = await answerTo(page, /\/cells$/, async () => {
    await cell(page, 'HTX Lộc Mãi', 2).click()
    await page.keyboard.type('15')
    await page.keyboard.press('Enter')
  })
  expect(saved.status()).toBe(200)
  await page.getByText('Không có lỗi, cảnh báo hay ô trống.').waitFor()
  await bar(page, 'Gửi').click()
  const sent = await answerTo(page, /\/deeds$/, () =>
    dialog(page).getByRole('button', { name: 'Gửi', exact: true }).click(),
  )
  expect(sent.status()).toBe(200)
  const { cells, remarks } = await now(page)
  expect(cells.filter(({ value }) => value === 66)).toHaveLength(1)
  expect(remarks[0]?.isAnswered).toBe(true)
})

test('the province accepts; the figure is explained down to the cooperative that it comes from', async () => {
  const { page } = await open(`/returns/${id}`, { as: 'standing' })
  await bar(page, 'Chấp nhận').click()
  const done = await answerTo(page, /\/deeds$/, () =>
    dialog(page).getByRole('button', { name: 'Chấp nhận', exact: true }).click(),
  )
  expect(done.status()).toBe(200)
  await cell(page, 'HTX Lộc Mãi', 1).click()
  await page.getByRole('link', { name: 'Nguồn số liệu ở các cấp' }).click()
  const line = dialog(page).getByRole('row', { name: /Lộc Mãi/ })
  await line.waitFor()
  expect(await line.innerText()).toContain('66')
})

test('what is typed without a line waits on this machine, and arrives once it is back', async () => {
  const { page, complaints } = await open('/rounds', { as: 'commune' })
  const { get } = apiOf(page.request, inject('address'))
  const [open_] = MyReturns.parse(await get('/returns?part=fill')).items
  id = open_?.id ?? ''
  await page.goto(`/returns/${id}`)
  const notes = page.getByRole('textbox', { name: 'Ghi chú' })
  await page.getByRole('link', { name: 'Ghi chú' }).click()
  await notes.waitFor()
  await page.route('**/api/**', (route) => route.abort())
  await notes.fill(TITLE)
  await page.getByText('Mất kết nối').first().waitFor()
  await page.getByText('1 ô chưa gửi lên.').waitFor()
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Thử lại' }).first().click()
  await page.getByText(/Đã lưu lúc/).waitFor()
  expect((await now(page)).texts.map(({ text }) => text)).toContain(TITLE)
  complaints.length = 0 // the browser says that the line was cut
})
