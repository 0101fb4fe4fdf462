import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerTo, open } from './browser.ts'

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** Opens what a button asks, and says yes with the button of the same name. */
async function carryOut(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name, exact: true }).click()
  const sure = dialog(page).getByRole('button', { name, exact: true })
  expect((await answerTo(page, /\/deeds$/, () => sure.click())).status()).toBe(200)
}

test('a cooperative proposes its model with a picture; the province verifies and publishes it', async () => {
  const own = await open('/recognitions', { as: 'cooperative', size: { width: 360, height: 780 } })
  const field = (name: RegExp) => main(own.page).getByRole('textbox', { name })
  await main(own.page).getByRole('link', { name: 'Giới thiệu mô hình' }).click()
  await main(own.page)
    .getByRole('button', { name: /^Chọn Loại mô hình/ })
    .click()
  await own.page.getByRole('option', { name: 'Liên kết chuỗi giá trị' }).click()
  await field(/^Tên mô hình/).fill('Sơ chế chôm chôm tại HTX')
  await field(/^Cách làm/).fill('Thu gom, phân loại, đóng gói tại nhà sơ chế của HTX.')
  const picture = { name: 'nha-so-che.png', mimeType: 'image/png', buffer: PNG }
  await main(own.page).locator('input[type=file]').first().setInputFiles(picture)
  await dialog(own.page).getByText('Tôi đã xem và xác nhận').click()
  await dialog(own.page).getByRole('button', { name: 'Gửi tệp' }).click()
  await field(/^Chú thích ảnh 1/).fill('Nhà sơ chế')
  for (const name of ['Báo cáo tóm tắt mô hình', 'Ý kiến của UBND xã'])
    await main(own.page).getByText(name, { exact: true }).click()
  const keep = main(own.page).getByRole('button', { name: 'Ghi', exact: true })
  const made = await answerTo(own.page, /\/recognitions$/, () => keep.dblclick())
  expect(made.status()).toBe(201)
  own.complaints.length = 0 // of the picture, before one said that it is no secret
  await carryOut(own.page, 'Gửi đề nghị')

  const { page } = await open(new URL(own.page.url()).pathname, { as: 'standing' })
  await main(page).getByRole('img', { name: 'Nhà sơ chế' }).waitFor()
  await carryOut(page, 'Xác minh')
  await carryOut(page, 'Công bố')
  await main(page).getByText('Đã công bố', { exact: true }).waitFor()
})
