import { InspectionPage } from '@hopluc/shared/committee-work'
import { Session } from '@hopluc/shared/session'
import { AgencyPage } from '@hopluc/shared/units'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, choose, open, typeDay, type View } from './browser.ts'
import { settle } from './launch.ts'

const apiFor = ({ context }: View) => apiOf(context.request, inject('address'))

test('the list of inspections is narrowed by state, year and unit, and the address keeps it', async () => {
  const view = await open('/organisation/inspections', { as: 'standing' })
  const { page } = view
  const main = page.getByRole('main')
  await settle(page)
  const rowsOf = async (search: string) =>
    InspectionPage.parse(await apiFor(view).get(`/inspections?limit=200${search}`)).items
  const shown = () => main.getByRole('row').count()
  const all = await rowsOf('')
  expect(all.length).toBeGreaterThan(0)
  await main.getByRole('button', { name: /Mọi trạng thái/ }).click()
  await page.getByRole('option', { name: 'Đã kiểm tra' }).click()
  await page.waitForURL(/state=made/)
  const made = await rowsOf('&state=made')
  await expect.poll(shown).toBe(Math.min(made.length, 50) + 1)
  const [first] = made
  const year = first?.plannedOn.slice(0, 4) ?? ''
  await main.getByRole('button', { name: /Mọi năm/ }).click()
  await page.getByRole('option', { name: year }).click()
  await page.waitForURL(new RegExp(`year=${year}`))
  const ofYear = await rowsOf(`&state=made&year=${year}`)
  await expect.poll(shown).toBe(Math.min(ofYear.length, 50) + 1)
  const unit = first?.unit.name ?? ''
  await choose(main.getByRole('combobox', { name: 'Đơn vị' }), unit, unit)
  await page.waitForURL(/unit=/)
  const unitId = new URL(page.url()).searchParams.get('unit')
  const ofUnit = await rowsOf(`&state=made&year=${year}&unit=${unitId}`)
  await expect.poll(shown).toBe(Math.max(ofUnit.length, 0) + 1)
  await page.reload()
  await settle(page)
  await expect.poll(shown).toBe(ofUnit.length + 1)
})

test('standing moves an inspection to another day, and takes it off with a reason', async () => {
  const view = await open('/organisation/inspections?state=planned', { as: 'standing' })
  const { page } = view
  const { items } = InspectionPage.parse(await apiFor(view).get('/inspections?state=planned'))
  const { post } = Session.parse(await apiFor(view).get('/session'))
  const own = items.find(({ body }) => body.id === post?.committee?.id)
  expect(own).toBeDefined()
  await page.goto(`/organisation/inspections/${own?.id}`)
  await page.getByRole('button', { name: 'Sửa lịch' }).click()
  await typeDay(view.page, 'Ngày dự kiến', '2030-11-20')
  const moved = await answerTo(page, /\/inspections\//, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Lưu thay đổi' }).click(),
  )
  expect(moved.status()).toBe(200)
  await page.getByRole('main').getByText('20/11/2030').first().waitFor()
  await page.getByRole('button', { name: 'Hủy lịch' }).click()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Trùng lịch tiếp công dân')
  const cancelled = await answerTo(page, /\/cancel/, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Hủy lịch' }).click(),
  )
  expect(cancelled.status()).toBe(200)
  await page.getByRole('main').getByText('Đã hủy').first().waitFor()
  expect(await page.getByRole('button', { name: 'Ghi kết quả' }).count()).toBe(0)
})

test('a commune names its leader in charge, and ends that', async () => {
  const view = await open('/organisation/committees', { as: 'commune' })
  const { page } = view
  const main = page.getByRole('main')
  await settle(page)
  const office = `Phó Chủ tịch UBND xã ${Date.now() % 10_000}`
  await page.getByRole('button', { name: 'Ghi lãnh đạo phụ trách' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Chức danh').fill(office)
  await dialog.getByLabel('Họ và tên').fill('Trần Văn Lãnh')
  const named = await answerTo(page, /\/leaders$/, () =>
    dialog.getByRole('button', { name: 'Lưu' }).click(),
  )
  expect(named.status()).toBe(201)
  const row = main.getByRole('row').filter({ hasText: office })
  await row.waitFor()
  await row.getByRole('button', { name: 'Thôi phụ trách' }).click()
  const ended = await answerTo(page, /\/end$/, () =>
    dialog.getByRole('button', { name: 'Thôi phụ trách' }).click(),
  )
  expect(ended.status()).toBe(200)
})

test('an Alliance records its congress and puts it right', async () => {
  const view = await open('/', { as: 'alliance' })
  const { page } = view
  const { post } = Session.parse(await apiFor(view).get('/session'))
  const { items } = AgencyPage.parse(await apiFor(view).get('/agencies?kind=alliance'))
  const own = items.find(({ id }) => id === post?.agency.id)
  await page.goto(`/organisation/alliances/${own?.id}`)
  await page.getByRole('button', { name: 'Ghi đại hội' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nhiệm kỳ', { exact: true }).fill('2026 - 2031')
  await typeDay(view.page, 'Hết nhiệm kỳ', '2031-06-30')
  await dialog.getByLabel('Địa điểm').fill('Hội trường Thành ủy')
  const kept = await answerTo(page, /\/congresses$/, () =>
    dialog.getByRole('button', { name: 'Ghi đại hội' }).click(),
  )
  expect(kept.status()).toBe(201)
  await page.getByRole('main').getByText('Nhiệm kỳ 2026 - 2031').first().waitFor()
})
