import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerTo, choose, open } from './browser.ts'

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')

test('a course is planned, takes its people, marks who came, certifies them and tells what a head cost', async () => {
  const { page } = await open('/support/courses', { as: 'standing' })
  const press = (name: string) => main(page).getByRole('button', { name, exact: true }).click()
  const fill = (name: RegExp, words: string) =>
    dialog(page).getByRole('textbox', { name }).fill(words)
  const keep = async () => {
    const answer = await answerTo(page, /\/courses/, () =>
      dialog(page).getByRole('button', { name: 'Ghi', exact: true }).click(),
    )
    expect(answer.status()).toBeLessThan(300)
    await dialog(page).waitFor({ state: 'detached' })
  }
  await press('Thêm lớp')
  await fill(/^Tên lớp/, 'Vận hành máy sấy')
  await fill(/^Chỉ tiêu/, '2')
  await keep()
  await page.waitForURL(/\/support\/courses\/[0-9a-f-]{36}$/)

  await main(page).getByText('0/2 chỉ tiêu').waitFor()
  await press('Ghi danh')
  await choose(dialog(page).getByRole('combobox', { name: /^HTX, THT/ }), 'Minh Hưng', /Minh Hưng/)
  await fill(/^Họ và tên/, 'Minh Văn Tâm')
  await keep()
  await press('Điểm danh')
  await dialog(page).getByRole('button', { name: 'Có mặt tất cả' }).click()
  await keep()
  await main(page).getByText('1/1 buổi').waitFor()
  await press('Ghi chứng nhận')
  await fill(/^Số chứng nhận/, '07/CN')
  await keep()
  await main(page).getByText('07/CN').waitFor()
  await press('Sửa lớp')
  await fill(/^Thực chi/, '3500000')
  await keep()
  await main(page).getByText('Bình quân một học viên').waitFor()
  expect(await main(page).getByText('3.500.000 đồng', { exact: true }).count()).toBe(2)
})
