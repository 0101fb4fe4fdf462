import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { answerTo, open } from './browser.ts'

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const keep = (page: Page) =>
  answerTo(page, /\/(opinions|deeds)$/, () =>
    dialog(page).getByRole('button', { name: 'Ghi', exact: true }).click(),
  )

test('a cooperative applies for what it may have; it is appraised, granted and paid out, and not a đồng more', async () => {
  const own = await open('/support', { as: 'cooperative', size: { width: 360, height: 780 } })
  const offer = main(own.page).getByRole('listitem').filter({ hasText: 'nhãn mác sản phẩm OCOP' })
  await offer.getByText(/Sản phẩm OCOP còn hiệu lực/).waitFor()
  await offer.getByRole('link', { name: 'Nộp hồ sơ' }).click()
  const field = (name: RegExp) => main(own.page).getByRole('textbox', { name })
  await field(/^Nội dung đề nghị/).fill('In bao bì sầu riêng')
  await field(/^Số tiền đề nghị/).fill('60000000')
  await field(/^Vốn đối ứng/).fill('20000000')
  const send = main(own.page).getByRole('button', { name: 'Gửi hồ sơ' })
  const made = await answerTo(own.page, /\/support-applications$/, () => send.dblclick())
  expect(made.status()).toBe(201)
  await own.page.waitForURL(/\/support\/applications\/[0-9a-f-]{36}$/)
  const at = new URL(own.page.url()).pathname

  const { page, complaints } = await open(at, { as: 'standing' })
  const press = (name: string) => main(page).getByRole('button', { name, exact: true }).click()
  await press('Ghi ý kiến thẩm định')
  await dialog(page)
    .getByRole('textbox', { name: /^Nội dung ý kiến/ })
    .fill('Phù hợp nhu cầu')
  await keep(page)
  await press('Quyết định hỗ trợ')
  await dialog(page)
    .getByRole('textbox', { name: /^Số quyết định/ })
    .fill('88/QĐ-STC')
  await keep(page)
  await press('Ghi giải ngân')
  const amount = dialog(page).getByRole('textbox', { name: /^Số tiền/ })
  await amount.fill('60000001')
  expect((await keep(page)).status()).toBe(422)
  await dialog(page)
    .getByText(/còn được giải ngân 60\.000\.000 đồng/)
    .first()
    .waitFor()
  complaints.length = 0 // of what was refused
  await amount.fill('60000000')
  await keep(page)
  await main(page).getByText('Đang thực hiện', { exact: true }).waitFor()

  await own.page.goto(`${inject('address')}${at}`)
  await main(own.page).getByText('Đang thực hiện', { exact: true }).waitFor()
})
