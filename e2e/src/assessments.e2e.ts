import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { answerTo, open } from './browser.ts'

/** From the cooperative's own score to a published result that a target is measured by. */
const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const done = (page: Page, name: string) =>
  answerTo(page, /\/deeds$/, () => main(page).getByRole('button', { name, exact: true }).click())

test('a cooperative scores itself, commune and province check, the result is published and appealed against', async () => {
  const phone = { as: 'cooperative', size: { width: 360, height: 780 } }
  const { page: own } = await open('/assessments', phone)
  await main(own).getByRole('link', { name: /năm/ }).first().click()
  await main(own).getByRole('button', { name: 'Chấm điểm' }).click()
  await main(own).getByRole('textbox', { name: 'Điểm tiêu chí 5' }).fill('8')
  expect((await done(own, 'Gửi')).status()).toBe(200)
  const at = new URL(own.url()).pathname
  await main(own).getByRole('button', { name: 'Ghi ý kiến Ban kiểm soát' }).click()
  await dialog(own).getByRole('textbox').fill('Ban kiểm soát nhất trí.')
  await dialog(own).getByRole('button', { name: 'Gửi' }).click()
  await main(own).getByText('Chờ xã thẩm định').waitFor()

  const { page: commune } = await open(at, { as: 'commune' })
  await main(commune).getByRole('button', { name: 'Chấm điểm' }).click()
  await main(commune).getByRole('textbox', { name: 'Điểm tiêu chí 5' }).fill('7')
  for (const field of await main(commune)
    .getByRole('textbox', { name: /^Điểm tiêu chí/ })
    .all())
    if ((await field.inputValue()) === '') await field.fill('2')
  await main(commune)
    .getByRole('textbox', { name: /^Lý do khác 8 điểm/ })
    .fill('Nộp báo cáo chậm')
  expect((await done(commune, 'Gửi')).status()).toBe(200)

  const { page: standing } = await open(at, { as: 'standing' })
  await main(standing).getByText('Nộp báo cáo chậm').first().waitFor()
  await main(standing).getByRole('button', { name: 'Chấm điểm' }).click()
  expect((await done(standing, 'Gửi')).status()).toBe(200)
  await standing
    .getByRole('link', { name: /Đánh giá, xếp loại HTX năm/ })
    .first()
    .click()
  await main(standing).getByRole('button', { name: 'Công bố kết quả' }).click()
  await standing.getByRole('alertdialog').getByRole('button', { name: 'Công bố kết quả' }).click()
  await main(standing)
    .getByText(/Công bố ngày/)
    .waitFor()

  await own.goto(`${inject('address')}${at}`)
  await main(own).getByRole('button', { name: 'Kiến nghị' }).click()
  await dialog(own).getByRole('textbox').fill('HTX đã nộp báo cáo đúng hạn, xin gửi biên nhận.')
  await dialog(own).getByRole('button', { name: 'Gửi' }).click()
  await main(own).getByText('Đang kiến nghị').first().waitFor()
})
