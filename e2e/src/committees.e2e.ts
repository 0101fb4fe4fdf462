import { Committee } from '@hopluc/shared/committees'
import { InspectionPage } from '@hopluc/shared/committee-work'
import { Session } from '@hopluc/shared/session'
import { expect, inject, test } from 'vitest'
import { answerTo, choose, open } from './browser.ts'
import { settle } from './launch.ts'
import { apiOf } from './api.ts'

async function ownCommittee(view: Awaited<ReturnType<typeof open>>) {
  const api = apiOf(view.context.request, inject('address'))
  const { post } = Session.parse(await api.get('/session'))
  return { api, id: post?.committee?.id ?? '' }
}

test('Kế Sách on 12/07/2021: who was in charge, inspected, and which communes lacked a decision', async () => {
  const view = await open('/organisation/committees?asOf=2021-07-12', { as: 'standing' })
  const { page } = view
  const main = page.getByRole('main')
  await settle(page)
  await main.getByText('9/13 đơn vị bắt buộc đã kiện toàn').waitFor()
  await main.getByRole('link', { name: /Ban Chỉ đạo đổi mới.*Kế Sách/ }).click()
  await main.getByText('Lịch 20/07').waitFor()
  await main.getByText('1/2 xã').waitFor()
  expect(await main.getByText('Chưa kiện toàn').count()).toBe(3)
  await main.getByText('Chờ xác nhận').waitFor()
  expect(await main.getByRole('button').count()).toBe(0)
})

test('standing plans an inspection, records it, and makes a task of what has to be put right', async () => {
  const view = await open('/', { as: 'standing' })
  const { page } = view
  const { api, id } = await ownCommittee(view)
  const { membersOn } = Committee.parse(await api.get(`/committees/${id}`))
  const member = membersOn.find(({ office }) => office === 'Giám đốc Sở Công Thương')
  await page.goto(`/organisation/committees/${id}/members/${member?.seatId}`)
  await page.getByRole('button', { name: 'Lên lịch kiểm tra' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nội dung kiểm tra').fill('Kiểm tra tổ hợp tác mới thành lập')
  const unit = dialog.getByRole('combobox', { name: 'Đơn vị' })
  await choose(unit, 'Đại Hải', /Xã Đại Hải/)
  await dialog.getByRole('group', { name: 'Ngày dự kiến' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('15122030')
  const planned = await answerTo(page, /inspections$/, () =>
    dialog.getByRole('button', { name: 'Lên lịch kiểm tra' }).click(),
  )
  expect(planned.status()).toBe(201)
  await page.waitForURL(/\/organisation\/inspections\//)
  await page.getByRole('button', { name: 'Ghi kết quả' }).click()
  await dialog.getByLabel('Kết quả kiểm tra').fill('Tổ hợp tác chưa gửi thông báo hoạt động.')
  const recorded = await answerTo(page, /\/record$/, () =>
    dialog.getByRole('button', { name: 'Ghi kết quả' }).click(),
  )
  expect(recorded.status()).toBe(200)
  await page.getByRole('main').getByText('Tổ hợp tác chưa gửi thông báo hoạt động.').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Biên bản kiểm tra' }).click()
  expect((await download).suggestedFilename()).toMatch(/^Biên bản kiểm tra .*\.docx$/)
  const { items } = InspectionPage.parse(await api.get('/inspections?state=made'))
  const known = items.find(({ remedies, tasks }) => remedies > tasks)
  await page.goto(`/organisation/inspections/${known?.id}`)
  const given = await answerTo(page, /\/task$/, () =>
    page.getByRole('button', { name: 'Lập nhiệm vụ' }).first().click(),
  )
  expect(given.status()).toBe(200)
  await page.getByRole('link', { name: /^Nhiệm vụ số/ }).waitFor()
})

test('standing reminds a commune that has no committee', async () => {
  const view = await open('/organisation/committees', { as: 'standing' })
  const { page } = view
  await settle(page)
  await page.getByRole('checkbox', { name: /Xã Minh Giồng/ }).click({ force: true })
  await page.getByRole('button', { name: 'Nhắc kiện toàn' }).click()
  const dialog = page.getByRole('dialog')
  const reminded = await answerTo(page, /\/reminders$/, () =>
    dialog.getByRole('button', { name: 'Nhắc kiện toàn' }).click(),
  )
  expect(await reminded.json()).toMatchObject({ reminded: 1 })
  await dialog.getByText(/nhắc UBND xã Minh Giồng/).waitFor()
})
