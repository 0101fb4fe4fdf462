import { Entity } from '@hopluc/shared/entities'
import { EntityPage } from '@hopluc/shared/entity-lists'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, choose, open } from './browser.ts'

/** A life in the register; each test goes on where the last ended. */
const MARK = `${1000 + (Date.now() % 9000)}`
const FIRST = `Hợp tác xã nông nghiệp Thử Nghiệm ${MARK}`
const SECOND = `Hợp tác xã nông nghiệp dịch vụ Thử Nghiệm ${MARK}`
const FOUNDED = '2026-02-10'
const RENAMED = '2026-05-04'
const ENDED = '2026-09-01'
let at = ''

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))

async function typeDay(of: ReturnType<typeof main>, label: string | RegExp, day: string) {
  await of.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await of.page().keyboard.type(day.split('-').toReversed().join(''))
}

/** Types into a search and takes the option. */
async function pick(of: ReturnType<typeof main>, label: RegExp, words: string, option: RegExp) {
  await choose(of.getByRole('combobox', { name: label }), words, option)
}

const found = async (page: Page, search: string) => {
  const { get } = apiOf(page.request, inject('address'))
  return EntityPage.parse(await get(`/entities?q=thu+nghiem+${MARK}&${search}`)).items
}

test('the commune enters a cooperative; pressed twice it is entered once', async () => {
  // A page that scrolls closes the lists of its fields: this form is seen whole.
  const size = { width: 1440, height: 1500 }
  const { page } = await open('/registry', { as: 'commune', size })
  await page.getByRole('link', { name: 'Thêm HTX, THT' }).click()
  const form = main(page)
  const save = page.getByRole('button', { name: 'Thêm vào danh sách' })
  await save.click()
  await page.getByText(/Còn 3 chỗ cần xem lại/).waitFor()
  await form.getByLabel(/^Tên \(/).fill(FIRST)
  await typeDay(form, /^Ngày thành lập/, FOUNDED)
  await pick(form, /^Xã, phường/, 'An Lac Thon', /An Lạc Thôn/)
  await pick(form, /^Ngành, nghề/, '0111', /^0111/)
  await page.keyboard.press('Escape')
  await pick(form, /^Sản phẩm chính/, 'lua gao', /^Lúa/)
  await page.keyboard.press('Escape')
  await form.getByLabel('Thành viên chính thức').fill('4')
  const saved = await answerTo(page, /\/api\/entities$/, () => save.dblclick())
  expect(saved.status()).toBe(201)
  await page.waitForURL(/\/registry\/[0-9a-f-]{36}/)
  at = new URL(page.url()).pathname
  await page.getByRole('heading', { level: 1, name: FIRST }).waitFor()
  await main(page).getByText('Đang hoạt động').first().waitFor()
  // Fewer than the law asks for is said with its article, and bars nothing.
  await main(page).getByRole('region', { name: 'Cần lưu ý' }).getByText(/Điều/).first().waitFor()
  expect((await found(page, '')).map(({ name }) => name)).toEqual([FIRST])
})

test('its name changes from a day; before that day it keeps the old one', async () => {
  const { page } = await open(at, { as: 'commune' })
  await page.getByRole('button', { name: 'Cập nhật' }).click()
  const form = dialog(page)
  await typeDay(form, /^Có hiệu lực từ ngày/, RENAMED)
  await form.getByRole('button', { name: 'Chọn nội dung thay đổi' }).click()
  await page.getByRole('menuitem', { name: 'Tên', exact: true }).click()
  await form.getByText(FIRST, { exact: true }).waitFor()
  await form.getByLabel('Tên', { exact: true }).fill(SECOND)
  const saved = await answerTo(page, /\/api\/entities\/[^/]+$/, () =>
    form.getByRole('button', { name: 'Ghi thay đổi' }).click(),
  )
  expect(saved.status()).toBe(200)
  await page.getByRole('heading', { level: 1, name: SECOND }).waitFor()
  await page.getByRole('link', { name: 'Lịch sử' }).click()
  const change = main(page).getByRole('row', { name: /^Tên/ }).first()
  await change.getByText(FIRST).waitFor()
  await change.getByText(SECOND).waitFor()
  await page.goto(`${at}?asOf=2026-05-03`)
  await page.getByRole('heading', { level: 1, name: FIRST }).waitFor()
  expect(await page.getByRole('button', { name: 'Cập nhật' }).count()).toBe(0)
})

test('two people at one record: what was typed is kept, and chosen card by card', async () => {
  const { page, complaints } = await open(at, { as: 'commune' })
  await page.getByRole('button', { name: 'Cập nhật' }).click()
  const form = dialog(page)
  await form.getByRole('button', { name: 'Chọn nội dung thay đổi' }).click()
  await page.getByRole('menuitem', { name: /^Lao động/ }).click()
  await form.getByRole('textbox', { name: /^Lao động/ }).fill('7')
  const other = await open(at, { as: 'standing' })
  const { get } = apiOf(other.context.request, inject('address'))
  const { version } = Entity.parse(await get(`/entities/${at.split('/').at(-1)}`))
  const changed = await other.context.request.patch(
    `${inject('address')}/api/entities/${at.split('/').at(-1)}`,
    {
      headers: { origin: inject('address') },
      data: {
        version,
        fromOn: RENAMED,
        attributes: { workers: 5 },
        source: { from: 'entity', on: RENAMED },
      },
    },
  )
  expect(changed.status()).toBe(200)
  const refused = await answerTo(page, /\/api\/entities\/[^/]+$/, () =>
    form.getByRole('button', { name: 'Ghi thay đổi' }).click(),
  )
  expect(refused.status()).toBe(409)
  await form.getByText('5', { exact: true }).waitFor()
  await form.getByText('7', { exact: true }).waitFor()
  await form.getByRole('button', { name: 'Tiếp tục với các mục đã chọn' }).click()
  const saved = await answerTo(page, /\/api\/entities\/[^/]+$/, () =>
    form.getByRole('button', { name: 'Ghi thay đổi' }).click(),
  )
  expect(saved.status()).toBe(200)
  expect(Entity.parse(await saved.json()).attributes.workers).toBe(7)
  expect(complaints.splice(0).join()).toContain('409')
})

test('dissolved, it is found as of before and not among those of today', async () => {
  const { page } = await open(at, { as: 'commune' })
  await page.getByRole('button', { name: 'Ghi sự kiện pháp lý' }).click()
  const form = dialog(page)
  await pick(form, /^Sự kiện/, 'giai the', /^Giải thể/)
  await typeDay(form, /^Ngày xảy ra/, ENDED)
  await form.getByLabel('Số quyết định, nghị quyết').fill('07/NQ-ĐH')
  const saved = await answerTo(page, /\/events$/, () =>
    form.getByRole('button', { name: 'Ghi sự kiện' }).click(),
  )
  expect(saved.status()).toBe(200)
  await main(page)
    .getByText(/07\/NQ-ĐH/)
    .waitFor()
  await page.goto(`/registry?q=${encodeURIComponent('HTX NN DV thu nghiem')}+${MARK}`)
  await main(page).getByText('Không có HTX, THT nào khớp với bộ lọc.').waitFor()
  await main(page).getByRole('link', { name: 'Xem cả đơn vị đã chấm dứt' }).click()
  await main(page).getByRole('link', { name: SECOND }).waitFor()
  await page.goto(`/registry?q=thu+nghiem+${MARK}&asOf=2026-08-31`)
  await main(page).getByRole('link', { name: SECOND }).waitFor()
  expect(await found(page, 'asOf=2026-09-01')).toEqual([])
})

test('an event recorded by mistake is voided, and stays readable', async () => {
  const { page } = await open(at, { as: 'commune' })
  await page.getByRole('button', { name: 'Thao tác với sự kiện Giải thể' }).click()
  await page.getByRole('menuitem', { name: 'Hủy ghi sự kiện này' }).click()
  await dialog(page)
    .getByLabel(/^Lý do/)
    .fill('Ghi nhầm đơn vị')
  const saved = await answerTo(page, /\/void$/, () =>
    dialog(page).getByRole('button', { name: 'Hủy ghi sự kiện này' }).click(),
  )
  expect(saved.status()).toBe(200)
  await main(page)
    .getByText(/Đã hủy ghi: Ghi nhầm đơn vị/)
    .waitFor()
  await main(page).getByText('Đang hoạt động').first().waitFor()
  expect(await found(page, '')).toHaveLength(1)
})

test('elsewhere it is not found, and who does not keep it is refused; nothing is recorded', async () => {
  const elsewhere = await open('/registry', { as: 'alliance' })
  expect(await found(elsewhere.page, 'life=all')).toEqual([])
  const reader = await open(at, { as: 'department' })
  await reader.page.getByRole('heading', { level: 1, name: SECOND }).waitFor()
  expect(await reader.page.getByRole('button', { name: 'Cập nhật' }).count()).toBe(0)
  const path = `/entities${at.replace('/registry', '')}`
  const { get } = apiOf(reader.context.request, inject('address'))
  const before = Entity.parse(await get(path))
  for (const { context, status } of [
    { ...elsewhere, status: 404 },
    { ...reader, status: 403 },
  ]) {
    const answer = await context.request.post(`${inject('address')}/api${path}/events`, {
      headers: { origin: inject('address') },
      data: { version: before.version, kind: 'dissolved', onDay: ENDED },
    })
    expect(answer.status()).toBe(status)
  }
  expect(Entity.parse(await get(path))).toEqual(before)
})
