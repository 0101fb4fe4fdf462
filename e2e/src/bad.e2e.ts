import { ReadingPage } from '@hopluc/shared/readings'
import { TaskPage } from '@hopluc/shared/tasks'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { open, type View } from './browser.ts'
import { apiOf } from './api.ts'
import { conclusion, scan } from './papers.ts'

/** What goes wrong on an ordinary day: nothing is lost, nothing is stored that must not be. */
const TAG = `kỳ ${String(Date.now()).slice(-5)}`
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const readings = async ({ context }: View) => {
  const api = apiOf(context.request, inject('address'))
  return ReadingPage.parse(await api.get('/readings?limit=100')).items
}
/** Chromium reports each refusal of the server and each broken line; only these are forgiven. */
const forgive = (view: View) => {
  const others = view.complaints.filter((words) => !/status of 4|ERR_INTERNET/.test(words))
  view.complaints.splice(0, view.complaints.length, ...others)
}

async function read(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nội dung văn bản').fill(text)
  await button(page, 'Trích nhiệm vụ').click()
}

async function drop(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
}

test('a text that is marked secret is refused and leaves nothing', async () => {
  const view = await open('/readings', { as: 'standing' })
  const { page } = view
  const before = await readings(view)
  await read(page, `MẬT\n${conclusion(`mật ${TAG}`)}`)
  await page
    .getByRole('alert')
    .getByText(/MẬT|mật/)
    .first()
    .waitFor()
  expect(await readings(view)).toEqual(before)
  await page.reload()
  expect(await page.getByLabel('Nội dung văn bản').inputValue()).toBe('')
  forgive(view)
})

test('files that cannot be read are said so by name', async () => {
  const view = await open('/readings', { as: 'standing' })
  const { page } = view
  const before = await readings(view)
  const refusal = page.getByRole('alert').first()

  await drop(page, 'thong-bao.docx', DOCX, Buffer.from('PK\u0003\u0004 broken'))
  await button(page, 'Trích nhiệm vụ').click()
  await refusal.waitFor()
  await button(page, 'Bỏ thong-bao.docx').click()

  await drop(page, 'ban-quet.pdf', 'application/pdf', await scan())
  await button(page, 'Trích nhiệm vụ').click()
  await refusal.getByText(/quét|lớp chữ|không có chữ/i).waitFor()
  await button(page, 'Bỏ ban-quet.pdf').click()

  await drop(page, 'phan-mem.pdf', 'application/pdf', Buffer.from('MZ\u0090\u0000 program'))
  await button(page, 'Trích nhiệm vụ').click()
  await refusal.waitFor()
  expect(await readings(view)).toEqual(before)
  forgive(view)
})

test('the same text again is recognised', async () => {
  const view = await open('/readings', { as: 'standing' })
  const { page } = view
  await read(page, conclusion(`lặp ${TAG}`))
  await page.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  const before = await readings(view)
  await page.goto('/readings')
  await read(page, conclusion(`lặp ${TAG}`))
  await page.getByRole('dialog', { name: 'Văn bản này đã có' }).waitFor()
  expect(await readings(view)).toEqual(before)
})

test('a line that is cut keeps the review; it is sent once, and a double click confirms once', async () => {
  const view = await open('/readings', { as: 'standing' })
  const { page, context } = view
  await read(page, conclusion(`đứt ${TAG}`))
  await page.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  const card = page.getByRole('listitem', { name: 'Chỉ đạo 2' })
  await card.getByRole('heading').click()

  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await page.getByText('Giữ trên máy này, chưa gửi được').waitFor()
  await button(page, /^Xác nhận, lập/).click()
  await button(page, 'Xác nhận cả phần chưa xem').click()
  await page.getByText('1 đúng').first().waitFor()
  await context.setOffline(false)
  await page.reload()
  await page.getByText('1 đúng').first().waitFor()
  await page
    .getByText(/^.*Lưu \d\d:\d\d/)
    .first()
    .waitFor()

  const confirmed: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/confirm'))
      confirmed.push(request.headers()['idempotency-key'] ?? '')
  })
  await button(page, /^Xác nhận, lập/).click()
  await button(page, 'Xác nhận cả phần chưa xem').dblclick()
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}\/notice/)
  expect(new Set(confirmed).size).toBe(1)
  const api = apiOf(context.request, inject('address'))
  const { items } = TaskPage.parse(
    await api.get(`/tasks?q=${encodeURIComponent(`đứt ${TAG}`)}&limit=20`),
  )
  expect(items).toHaveLength(1)
  forgive(view)
})

test('two windows: who comes later sees both versions and decides', async () => {
  const first = await open('/readings', { as: 'standing' })
  await read(first.page, conclusion(`hai ${TAG}`))
  await first.page.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  const second = await open(new URL(first.page.url()).pathname, { as: 'standing' })
  for (const { page } of [first, second])
    await page.getByRole('listitem', { name: 'Chỉ đạo 1' }).getByRole('heading').click()
  await first.page.keyboard.press('Enter')
  await first.page.getByText('1 đúng').first().waitFor()
  await expect.poll(() => second.page.getByText('1 đúng').count()).toBe(0)
  await first.page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok())
  await second.page.keyboard.press('d')
  await second.page.getByText('Nội dung đã được người khác thay đổi').waitFor()
  await button(second.page, 'Chọn hết bản trên máy chủ').click()
  await button(second.page, 'Dùng theo lựa chọn').click()
  await second.page.getByText('1 đúng').first().waitFor()
  expect(await second.page.getByText('Nội dung đã được người khác thay đổi').count()).toBe(0)
  forgive(second)
})
