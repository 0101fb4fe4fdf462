import { Demo } from '@hopluc/shared/session'
import { TaskPage } from '@hopluc/shared/tasks'
import { expect, inject, test } from 'vitest'
import { open } from './browser.ts'
import { apiOf } from './api.ts'

/** What stands on the first page of each account. */
const FIRST: Record<string, string> = {
  chair: 'Tổng quan chỉ đạo',
  standing: 'Nội dung cần xử lý hôm nay',
  department: 'Nội dung cần xử lý hôm nay',
  leader: 'Nội dung cần xử lý hôm nay',
  alliance: 'Nội dung cần xử lý hôm nay',
  commune: 'Nội dung cần xử lý hôm nay',
  cooperative: 'Tổng quan',
  admin: 'Quản trị hệ thống',
  ministry: 'Tổng quan chỉ đạo',
}

test('each account of the demo signs in from the first page and signs out', async () => {
  const { page, context, complaints } = await open('/')
  const api = apiOf(context.request, inject('address'))
  const { accounts } = Demo.parse(await api.get('/demo'))
  expect(accounts.map(({ username }) => username).toSorted()).toEqual(Object.keys(FIRST).toSorted())
  for (const { username } of accounts) {
    await page.getByRole('button', { name: new RegExp(`^${username} `) }).click()
    const heading = page.getByRole('heading', { level: 1, name: FIRST[username] ?? '' })
    await heading.waitFor()
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: /Tài khoản và tùy chọn/ }).click()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  }
  expect(complaints).toEqual([])
  expect(await context.cookies()).toEqual([])
  await page.goBack()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
}, 120_000)

test('name and password by hand; a wrong one is refused in words', async () => {
  const { page } = await open('/')
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('chair')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('not this one')
  await page.keyboard.press('Enter')
  await page
    .getByRole('alert')
    .getByText(/mật khẩu/i)
    .waitFor()
  await page.getByLabel('Mật khẩu', { exact: true }).fill('hopluc-demo')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tổng quan chỉ đạo' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('what is not yours is refused clearly', async () => {
  const standing = await open('/', { as: 'standing' })
  const api = apiOf(standing.context.request, inject('address'))
  const { items } = TaskPage.parse(await api.get('/tasks?limit=100'))
  const own = items.find(({ lead }) => lead?.shortName === 'Sở Tài chính')
  if (!own) throw new Error('the demo has no task of the department of finance')
  const { page, complaints } = await open(`/tasks/${own.id}`, { as: 'alliance' })
  await page
    .getByRole('alert')
    .or(page.getByText(/Không (tìm thấy|có)/))
    .first()
    .waitFor()
  expect(await page.getByText(own.title).count()).toBe(0)
  expect(
    complaints.splice(0).filter((words) => !/40[34]|ApiError: Không tìm thấy/.test(words)),
  ).toEqual([])
})

test('looks and language change at once and stay', async () => {
  const { page } = await open('/', { as: 'chair' })
  await page.getByRole('button', { name: /Tài khoản và tùy chọn/ }).click()
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByRole('radio', { name: 'Tối' }).check({ force: true })
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(dark).not.toBe(light)
  await page.getByRole('radio', { name: 'English' }).click({ force: true })
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  await page.reload()
  await page.getByRole('link', { name: 'Overview' }).first().waitFor()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark)
})
