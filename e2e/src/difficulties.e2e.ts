import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { answerTo, open } from './browser.ts'

/** Raised on a phone, answered by the commune, rated by who raised it. */
const WORDS = `Kênh nội đồng bị bồi lắng, thiếu nước tưới vụ này (${1000 + (Date.now() % 9000)})`
const ANSWER = 'Xã đã đưa vào kế hoạch nạo vét tháng tới.'
const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')

test('a cooperative raises it, its commune answers, the cooperative says that it is solved', async () => {
  const phone = { as: 'cooperative', size: { width: 360, height: 780 } }
  const raised = await open('/difficulties', phone)
  await raised.page.getByRole('link', { name: 'Nêu khó khăn, kiến nghị' }).click()
  const send = main(raised.page).getByRole('button', { name: 'Gửi' })
  await send.click()
  await main(raised.page).getByText('Cần nhập nội dung này').first().waitFor()
  await main(raised.page)
    .getByRole('button', { name: /Nhóm nội dung/ })
    .click()
  await raised.page.getByRole('option', { name: 'Hạ tầng sản xuất' }).click()
  await main(raised.page)
    .getByRole('textbox', { name: /^Nội dung/ })
    .fill(WORDS)
  const made = await answerTo(raised.page, /\/api\/difficulties$/, () => send.dblclick())
  expect(made.status()).toBe(201)
  await raised.page.waitForURL(/\/difficulties\/[0-9a-f-]{36}$/)
  const at = new URL(raised.page.url()).pathname

  const commune = await open('/difficulties', { as: 'commune' })
  expect(await main(commune.page).getByRole('link', { name: WORDS }).count()).toBeLessThan(2)
  await main(commune.page).getByRole('link', { name: WORDS }).click()
  await main(commune.page).getByRole('button', { name: 'Trả lời' }).click()
  await dialog(commune.page)
    .getByRole('textbox', { name: /^Nội dung trả lời/ })
    .fill(ANSWER)
  await dialog(commune.page).getByRole('button', { name: 'Gửi' }).click()
  await main(commune.page).getByText('Đã trả lời', { exact: true }).waitFor()

  await raised.page.goto(`${inject('address')}${at}`)
  await main(raised.page).getByText(ANSWER).waitFor()
  await main(raised.page).getByRole('button', { name: 'Đánh giá kết quả' }).click()
  await dialog(raised.page).getByText('Đã giải quyết', { exact: true }).click()
  await dialog(raised.page).getByRole('button', { name: 'Gửi' }).click()
  await main(raised.page).getByText('Xác nhận đã giải quyết').waitFor()
  expect([...raised.complaints, ...commune.complaints]).toEqual([])
})
