import { Entity } from '@hopluc/shared/entities'
import { EntityPage } from '@hopluc/shared/entity-lists'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, open } from './browser.ts'

/** A year's work in the register; each test goes on where the last ended. */
const MARK = `${1000 + (Date.now() % 9000)}`
const PHONE = `0299 000 ${MARK}`
const GONE = `Hợp tác xã Minh Chấm Dứt ${MARK}`

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const idOf = async (page: Page, words: string) => {
  const { get } = apiOf(page.request, inject('address'))
  const { items } = EntityPage.parse(await get(`/entities?q=${encodeURIComponent(words)}`))
  return items[0]?.id ?? ''
}
const entityOf = async (page: Page, id: string) => {
  const { get } = apiOf(page.request, inject('address'))
  return Entity.parse(await get(`/entities/${id}`))
}

test('the manager proposes another telephone with a reason', async () => {
  const { page } = await open('/registry', { as: 'cooperative' })
  await page.goto(`${inject('address')}/registry/${await idOf(page, 'loc mai')}`)
  await main(page).getByRole('button', { name: 'Đề nghị sửa' }).click()
  const form = dialog(page)
  await form.getByRole('button', { name: 'Chọn nội dung thay đổi' }).click()
  await page.getByRole('menuitem', { name: 'Điện thoại' }).click()
  await form.getByRole('textbox', { name: 'Điện thoại' }).fill(PHONE)
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Đổi số điện thoại văn phòng')
  const sent = await answerTo(page, /\/proposals$/, () =>
    form.getByRole('button', { name: 'Gửi đề nghị' }).click(),
  )
  expect(sent.status()).toBe(201)
  await main(page).getByText(PHONE).first().waitFor()
})

test('the commune sees what holds beside it and accepts; the register says the entity said so', async () => {
  const { page } = await open('/registry', { as: 'commune' })
  await main(page)
    .getByText(/đề nghị sửa thông tin đang chờ xử lý/)
    .waitFor()
  const id = await idOf(page, 'loc mai')
  await page.goto(`${inject('address')}/registry/${id}`)
  const one = main(page).getByRole('listitem').filter({ hasText: PHONE })
  await one.getByRole('button', { name: 'Xem và xử lý' }).click()
  await dialog(page).getByRole('cell', { name: PHONE }).waitFor()
  const done = await answerTo(page, /\/decision$/, () =>
    dialog(page).getByRole('button', { name: 'Chấp nhận tất cả' }).click(),
  )
  expect(done.status()).toBe(200)
  await main(page).getByText('Đã chấp nhận').first().waitFor()
  const { attributes, sources } = await entityOf(page, id)
  expect([attributes.phone, sources.phone?.from]).toEqual([PHONE, 'entity'])
})

test('what the list says is to be dissolved is done by its legal event', async () => {
  const { page } = await open('/registry/worklist', { as: 'commune' })
  const { post, get } = apiOf(page.request, inject('address'))
  const { place } = await entityOf(page, await idOf(page, 'loc mai'))
  const source = { from: 'certificate', on: '2025-09-04' }
  const entity = Entity.parse(
    await post('/entities', {
      attributes: { name: GONE, kind: 'cooperative' },
      place: { unitId: place.unitId },
      fromOn: '2025-09-04',
      source,
      events: [{ kind: 'registered', onDay: '2025-09-04' }],
    }),
  )
  await post('/entities/worklist', {
    year: new Date().getFullYear(),
    kind: 'dissolve',
    entityId: entity.id,
  })
  await page.reload()
  const row = main(page)
    .getByRole('row', { name: new RegExp(GONE) })
    .filter({ hasText: 'Dự kiến' })
  await row.getByRole('button', { name: 'Ghi hoàn thành' }).click()
  await dialog(page).getByRole('textbox', { name: 'Số quyết định, thông báo' }).fill('01/TB')
  const done = await answerTo(page, /\/done$/, () =>
    dialog(page).getByRole('button', { name: 'Ghi hoàn thành' }).click(),
  )
  expect(done.status()).toBe(200)
  await main(page)
    .getByRole('row', { name: new RegExp(GONE) })
    .getByText('Đã hoàn thành')
    .waitFor()
  expect(Entity.parse(await get(`/entities/${entity.id}`)).status).toBe('ended')
})
