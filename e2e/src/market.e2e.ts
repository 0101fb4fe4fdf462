import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerTo, open } from './browser.ts'

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const keep = (page: Page, path: RegExp) =>
  answerTo(page, path, () => dialog(page).getByRole('button', { name: 'Ghi', exact: true }).click())

test('prices of a day are entered from those of last time, and a task of a programme is done', async () => {
  const { page } = await open('/market', { as: 'standing' })
  await main(page).getByRole('button', { name: 'Nhập giá' }).click()
  const first = dialog(page).getByRole('group', { name: 'Dòng 1', exact: true })
  await first.getByRole('textbox', { name: /^Giá/ }).fill('7654')
  expect((await keep(page, /\/market-prices$/)).status()).toBe(200)
  await main(page).getByRole('row').filter({ hasText: 'Lúa' }).getByText('7.654/kg').waitFor()

  const alliance = await open('/activities?kind=coordination', { as: 'alliance' })
  await main(alliance.page)
    .getByRole('link', { name: 'Phối hợp hỗ trợ HTX tiêu thụ nông sản' })
    .click()
  await main(alliance.page).getByRole('button', { name: 'Sửa, cập nhật kết quả' }).click()
  await dialog(alliance.page).getByText('Đã thực hiện', { exact: true }).last().click()
  expect((await keep(alliance.page, /\/activities\/[0-9a-f-]{36}$/)).status()).toBe(200)
  await expect.poll(() => main(alliance.page).getByText('Chưa xong').count()).toBe(0)
})
