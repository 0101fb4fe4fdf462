import { MeetingPage } from '@hopluc/shared/meetings'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { choose, open, seriousFaults } from './browser.ts'
import { PHONE } from './launch.ts'
import { apiOf } from './api.ts'
import { conclusion, signedNotice, wordLines } from './papers.ts'

/** What surrounds the tasks: templates, a meeting's papers, two officers at one text, the bell. */
const TAG = `bàn ${String(Date.now()).slice(-5)}`
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const said = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

test('a body words its notices itself, looks at them in Word, and goes back', async () => {
  const { page, complaints } = await open('/templates', { as: 'standing' })
  const closing = page.getByRole('textbox', { name: /^Câu kết/ })
  await closing.fill('Ban Chỉ đạo thông báo để {ai} thực hiện./.')
  await button(page, 'Lưu mẫu').click()
  await said(page, /Không có trường \{ai\}/)
  complaints.length = 0 // the refusal, as the browser says it
  await closing.fill('Ban Chỉ đạo thông báo để các cơ quan thực hiện./.')
  const download = page.waitForEvent('download')
  await button(page, 'Thông báo (Word)').click()
  const lines = await wordLines(await (await download).path())
  expect(lines.join('\n')).toContain('thông báo để các cơ quan thực hiện')
  await button(page, 'Lưu mẫu').click()
  await said(page, 'Đã lưu mẫu.')
  await button(page, 'Dùng lại mẫu ban đầu').click()
  const sure = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await sure.getByRole('button', { name: 'Dùng lại mẫu ban đầu' }).click()
  await said(page, 'Đã dùng lại mẫu ban đầu.')
  expect(await closing.inputValue()).toContain('{meeting}')
}, 120_000)

test('an item of the agenda gets a paper, which is opened and taken off', async () => {
  const view = await open('/', { as: 'standing' })
  const api = apiOf(view.context.request, inject('address'))
  const [planned] = MeetingPage.parse(await api.get('/meetings?state=planned')).items
  const { page } = view
  await page.goto(`/meetings/${planned?.id}`)
  const item = page.getByRole('region', { name: 'Chương trình' }).getByRole('listitem').first()
  await item.waitFor()
  const name = `bao-cao-${TAG.slice(-5)}.pdf`
  const buffer = await signedNotice('1', ['Báo cáo chuẩn bị họp.'])
  const file = { name, mimeType: 'application/pdf', buffer }
  await item.locator('input[type=file]').setInputFiles(file)
  await item.getByRole('link', { name }).waitFor()
  await item.getByRole('button', { name: `Gỡ ${name} khỏi nội dung 1` }).click()
  await expect.poll(() => item.getByRole('link', { name }).count()).toBe(0)
  const files = page.getByRole('region', { name: 'Tài liệu', exact: true })
  expect(await files.getByRole('link', { name }).count()).toBe(1)
}, 120_000)

test('a text is put in for a chosen meeting; two officers’ cards are joined', async () => {
  const { page, complaints } = await open('/readings', { as: 'standing' })
  await page.getByLabel('Nội dung văn bản').fill(conclusion(TAG))
  await choose(page.getByRole('combobox', { name: /^Cuộc họp/ }), 'họp')
  await button(page, 'Trích nhiệm vụ').click()
  await page.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  const card = (at: Page, number: number) => at.getByRole('listitem', { name: `Chỉ đạo ${number}` })
  await card(page, 2).waitFor()

  const other = await open(new URL(page.url()).pathname, { as: 'standing' })
  await card(other.page, 1).getByRole('button', { name: 'Đúng', exact: true }).click()
  await expect
    .poll(() => other.page.getByText(/1 đúng.*Lưu \d/).count(), { timeout: 10_000 })
    .toBeGreaterThan(0)
  await other.page.waitForTimeout(1500)
  await card(page, 2).getByRole('button', { name: 'Bỏ qua', exact: true }).click()
  const conflict = page.getByRole('region', { name: 'Nội dung đã được người khác thay đổi' })
  await conflict.waitFor()
  complaints.length = 0 // the refusal, as the browser says it
  expect(await conflict.getByRole('group').count()).toBe(2)
  expect(await seriousFaults(page)).toEqual([])
  await conflict.getByRole('button', { name: 'Dùng theo lựa chọn' }).click()
  await said(page, '1 đúng')
  await said(page, /1 bỏ qua/)
}, 120_000)

test('the bell shows what is new, on a phone too', async () => {
  const { page } = await open('/', { as: 'commune', size: PHONE })
  await button(page, /^Thông báo/).click()
  const panel = page.getByRole('dialog', { name: 'Thông báo mới nhất' })
  await panel.waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await panel.getByRole('link', { name: 'Xem tất cả' }).click()
  await page.waitForURL(/\/notices$/)
}, 120_000)
