import { TaskPage } from '@hopluc/shared/tasks'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { open, type View } from './browser.ts'
import { settle } from './launch.ts'
import { apiOf } from './api.ts'

const DAY = '2021-07-12'
/** As the demo's story counts the tasks of Kế Sách that stand by themselves. */
const LATE = 6
const DEEDS = ['Đề xuất', 'Quyết định', 'Nhắc', 'Xác nhận', 'Tiếp nhận', 'Gửi', 'Cho ý kiến']

async function lateOn(view: View): Promise<number> {
  const api = apiOf(view.context.request, inject('address'))
  const { counts } = TaskPage.parse(await api.get(`/tasks?asOf=${DAY}&status=overdue`))
  return counts.byStatus.overdue
}

const lateRows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('row')
    .filter({ hasText: /Quá hạn \d+ ngày/ })

for (const as of ['chair', 'standing', 'department', 'commune']) {
  test(`12/07/2021 as ${as}: what one saw then, to read only`, async () => {
    const view = await open(`/?asOf=${DAY}`, { as })
    const { page } = view
    await settle(page)
    await page.getByText('Đang xem số liệu tại ngày 12/07/2021').waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    await page.goto(`/tasks?asOf=${DAY}&status=overdue`)
    await settle(page)
    await page.getByText('Đang xem số liệu tại ngày 12/07/2021').waitFor()
    const late = await lateOn(view)
    await expect.poll(() => lateRows(page).count()).toBe(late)
    await page.goto(`/tasks/calendar?asOf=${DAY}`)
    await settle(page)
    await page.getByText('Đang xem số liệu tại ngày 12/07/2021').waitFor()
    await page
      .getByRole('heading', { name: /7\/2021/ })
      .first()
      .waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
  })
}

for (const as of ['chair', 'standing']) {
  test(`${as} sees Kế Sách with its late tasks, and may change nothing`, async () => {
    const view = await open(`/?asOf=${DAY}`, { as })
    const { page } = view
    const main = page.getByRole('main')
    await page.getByText('Huyện Kế Sách').first().waitFor()
    await main
      .getByRole('link', { name: `${LATE} nhiệm vụ quá hạn` })
      .first()
      .waitFor()
    expect(await lateOn(view)).toBe(LATE)
    await page.goto(`/tasks?asOf=${DAY}&status=overdue`)
    await lateRows(page).first().getByRole('link').first().click()
    await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
    await main
      .getByText(/Quá hạn/)
      .first()
      .waitFor()
    for (const name of DEEDS) expect(await main.getByRole('button', { name }).count()).toBe(0)
  })
}

test('the day is chosen in the top bar and left again', async () => {
  const { page } = await open('/', { as: 'chair' })
  await page.getByRole('button', { name: /^Hôm nay là/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton').first().click()
  await page.keyboard.type('12072021')
  await dialog.getByRole('button', { name: 'Xem tại ngày này' }).click()
  await page.waitForURL(/asOf=2021-07-12/)
  await page.getByRole('link', { name: 'Về hôm nay' }).click()
  await expect.poll(() => page.url()).not.toContain('asOf')
})
