import { expect, test } from 'vitest'
import { answerTo, choose, open, typeDay } from './browser.ts'
import { inDays, today } from './dates.ts'

test('a commune plans its quarterly meeting in one form, and makes a task of what is on its agenda', async () => {
  const { page } = await open('/dialogues', { as: 'commune' })
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  await main.getByRole('button', { name: 'Lập cuộc gặp mặt' }).click()
  await typeDay(page, /Ngày gặp mặt/, today())
  await dialog.getByLabel('Bắt đầu lúc').fill('14h')
  const planned = await answerTo(page, /\/dialogues$/, () =>
    dialog.getByRole('button', { name: 'Lập và xem chương trình' }).click(),
  )
  expect(planned.status()).toBe(201)
  await main.getByText(/Xem xét kiến nghị về đất đai, trụ sở \(\d+\)/).waitFor()
  await main.getByText('HTX Quyết Thắng', { exact: true }).waitFor()

  await main.getByRole('link', { name: /HTX Lộc Mãi chưa có đất/ }).click()
  await main.getByRole('button', { name: 'Lập nhiệm vụ' }).click()
  const difficulty = page.url()
  await dialog.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL(/\/tasks\/new/)
  expect(await page.getByLabel('Tên nhiệm vụ').inputValue()).toContain('HTX Lộc Mãi chưa có đất')
  await choose(page.getByRole('combobox', { name: /Cơ quan chủ trì/ }), 'An Lạc Thôn', 'Phòng')
  await page.keyboard.press('Escape')
  await typeDay(page, /Ngày hạn/, inDays(10))
  const given = await answerTo(page, /\/tasks$/, () =>
    page.getByRole('region', { name: 'Thao tác của trang' }).getByRole('button').last().click(),
  )
  expect(given.status()).toBe(200)
  await page.goto(difficulty)
  await main.getByText('Lập nhiệm vụ để giải quyết').waitFor()
  await main.getByRole('link', { name: /^Giải quyết kiến nghị: HTX Lộc Mãi/ }).waitFor()
})
