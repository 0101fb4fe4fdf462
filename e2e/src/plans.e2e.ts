import { Plan, PlanPage } from '@hopluc/shared/plans'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, open } from './browser.ts'

/** A target on its way: the table, a commune's registration, an explanation asked by the chair. */
const DAY = '2021-07-12'
const FOUNDED = 'Thành lập mới từ 6 HTX trở lên'
const NAME = `HTX Minh Đăng Ký ${1000 + (Date.now() % 9000)}`

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')

async function planOf(page: Page, day = ''): Promise<Plan> {
  const { get } = apiOf(page.request, inject('address'))
  const query = day && `asOf=${day}`
  const { items } = PlanPage.parse(await get(`/plans?kind=period&${query}`))
  return Plan.parse(await get(`/plans/${items[0]?.id ?? ''}?${query}`))
}
async function openTarget(page: Page) {
  const { rows } = await planOf(page)
  const target = rows.find(({ words }) => words === FOUNDED)
  await page.goto(`${inject('address')}/targets/${target?.id ?? ''}`)
  await main(page).getByRole('heading', { level: 1, name: FOUNDED }).waitFor()
}

test('12/07/2021: the targets of Kế Sách to 2025 in the document’s words, by commune', async () => {
  const { page, complaints } = await open('/plans', { as: 'standing' })
  const plan = await planOf(page, DAY)
  await page.goto(`${inject('address')}/plans/${plan.id}?asOf=${DAY}`)
  const row = (name: string) => main(page).getByRole('row').filter({ hasText: name })
  await row('Thành lập mới từ 5 HTX trở lên').getByText('Thiếu 1').waitFor()
  await row('70 – 80% số HTX hoạt động hiệu quả').getByText('Thiếu 6,4 điểm').waitFor()
  await row('Trong đó, 50% hiệu quả khá trở lên').getByText('Hai cách tính').waitFor()
  await row('4 HTX có sản phẩm OCOP').getByText('Thiếu 1').waitFor()
  await row('2 HTX trở lên ứng dụng công nghệ cao').getByText('Đủ đăng ký').waitFor()
  await row('4 HTX có sản phẩm OCOP').getByRole('link', { name: '4 HTX có sản phẩm OCOP' }).click()
  await main(page)
    .getByRole('region', { name: 'Để đạt chỉ tiêu' })
    .getByText('HTX Lộc Mãi')
    .waitFor()
  expect(await main(page).getByRole('button', { name: 'Thêm chỉ tiêu' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('the commune registers what it takes on, and the table has it', async () => {
  const { page } = await open('/plans', { as: 'commune' })
  await openTarget(page)
  await main(page).getByRole('button', { name: 'Đăng ký' }).click()
  await dialog(page).getByRole('textbox', { name: 'Số đăng ký' }).fill('1')
  await dialog(page).getByRole('textbox', { name: 'HTX dự kiến' }).fill(`${NAME}, 15/10/2028`)
  const sent = await answerTo(page, /\/registrations$/, () =>
    dialog(page).getByRole('button', { name: 'Lưu' }).click(),
  )
  expect(sent.status()).toBe(200)
  await main(page).getByText(`${NAME}, dự kiến 15/10/2028`).first().waitFor()
})

test('the chair asks the communes that said nothing; it becomes a task with its deadline', async () => {
  const { page } = await open('/plans', { as: 'chair' })
  await openTarget(page)
  await main(page).getByRole('button', { name: 'Yêu cầu giải trình' }).click()
  const giong = dialog(page).getByRole('checkbox', { name: 'UBND xã Minh Giồng' })
  expect(await giong.isChecked()).toBe(true)
  const sent = await answerTo(page, /\/explanations$/, () =>
    dialog(page).getByRole('button', { name: 'Yêu cầu giải trình' }).click(),
  )
  expect(sent.status()).toBe(200)
  await main(page)
    .getByRole('link', { name: `Giải trình về chỉ tiêu: ${FOUNDED}` })
    .first()
    .waitFor()
})
