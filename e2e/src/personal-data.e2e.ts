import { AccountPage } from '@hopluc/shared/accounts'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { answerTo, open, overflow, seriousFaults } from './browser.ts'
import { PHONE } from './launch.ts'
import { apiOf } from './api.ts'

async function departmentAccount(page: Page): Promise<{ id: string; name: string }> {
  const api = apiOf(page.context().request, inject('address'))
  const found = AccountPage.parse(await api.get('/accounts?q=department&state=active'))
  const account = found.items.find(({ username }) => username === 'department')
  if (!account) throw new Error('the demo has no officer of the department')
  return account
}

test('a phone is read with a purpose, and the audit says who read whose for what', async () => {
  const { page } = await open('/', { as: 'standing' })
  const { id, name } = await departmentAccount(page)
  await page.goto(`/accounts/${id}`)
  const show = page.getByRole('button', { name: `Hiện Số điện thoại của ${name}` })
  await show.waitFor()
  expect(await page.locator('body').innerText()).not.toMatch(/0292000\d{4}/)
  await show.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Hiện' }).click()
  await dialog.getByText('Ghi rõ mục đích, ít nhất 5 ký tự').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  const words = `Mời họp Ban Chỉ đạo, lần ${Date.now()}`
  await dialog.getByRole('textbox', { name: 'Cụ thể' }).fill(words)
  await answerTo(page, /personal-data\/reveal$/, () =>
    dialog.getByRole('button', { name: 'Hiện' }).click(),
  )
  await page.getByText(/^0292000\d{4}$/).waitFor()
  await page.getByRole('button', { name: /^Che lại/ }).click()
  await page.getByText(/^0292000\d{4}$/).waitFor({ state: 'detached' })

  const admin = await open('/audit?event=personal.read', { as: 'admin' })
  const entry = admin.page.getByRole('row', { name: new RegExp(name) }).first()
  await entry.getByText('Xem đầy đủ dữ liệu cá nhân đã che').click()
  await admin.page.getByRole('dialog').getByText(words).waitFor()
  expect(await admin.page.getByRole('dialog').innerText()).not.toMatch(/0292000\d{4}/)
})

test('a person asks for a correction; it is answered, corrected, copied and closed', async () => {
  const person = await open('/me', { as: 'department' })
  await person.page.getByRole('link', { name: 'Dữ liệu cá nhân' }).click()
  await person.page.getByRole('heading', { name: 'Dữ liệu cá nhân' }).waitFor()
  await person.page.getByRole('link', { name: 'Yêu cầu của chủ thể dữ liệu' }).click()
  await person.page.getByRole('button', { name: 'Gửi yêu cầu về dữ liệu của tôi' }).click()
  const asking = person.page.getByRole('dialog')
  await asking.getByRole('button', { name: /^Xem, nhận bản sao dữ liệu/ }).click()
  await person.page.getByRole('option', { name: 'Chỉnh sửa dữ liệu' }).click()
  const text = `Đổi số điện thoại, lần ${Date.now()}`
  await asking.getByRole('textbox', { name: 'Nội dung yêu cầu' }).fill(text)
  await asking.getByRole('button', { name: 'Gửi yêu cầu về dữ liệu của tôi' }).click()
  await person.page.getByRole('heading', { name: /^Yêu cầu số / }).waitFor()
  const address = new URL(person.page.url()).pathname

  const { page } = await open(address, { as: 'admin' })
  await page.getByText(text).first().waitFor()
  await answerTo(page, /search$/, () => page.getByRole('button', { name: 'Tìm dữ liệu' }).click())
  await page
    .getByRole('row', { name: /Số điện thoại/ })
    .first()
    .waitFor()
  expect(await page.locator('.personal-found').innerText()).not.toMatch(/0292000\d{4}/)
  expect(await seriousFaults(page)).toEqual([])
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất bản sao cho người yêu cầu' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^Dữ liệu cá nhân - yêu cầu .*\.xlsx$/)

  await page.getByRole('button', { name: 'Sửa dữ liệu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Họ và tên/ }).click()
  await page.getByRole('option', { name: 'Số điện thoại' }).click()
  await dialog.getByRole('textbox', { name: 'Giá trị mới' }).fill('0292 000 0888')
  await dialog.getByRole('textbox', { name: 'Căn cứ sửa' }).fill('Theo yêu cầu của người đó')
  await dialog.getByRole('button', { name: 'Sửa dữ liệu' }).click()
  await page.getByText(/Số điện thoại: •••• \d{3} → •••• 888/).waitFor()
  for (const [step, note, words] of [
    ['Phản hồi', 'Đã trả lời những gì, bằng cách nào', 'Đã báo qua điện thoại'],
    ['Hoàn thành', 'Kết quả giải quyết', 'Đã sửa số điện thoại'],
  ] as const) {
    await page.getByRole('button', { name: step, exact: true }).click()
    await dialog.getByRole('textbox', { name: note }).fill(words)
    await dialog.getByRole('button', { name: step, exact: true }).click()
    await page.getByText(words).waitFor()
  }
  await page.getByText('Đã giải quyết').waitFor()
  await person.page.reload()
  await person.page.getByText('Đã giải quyết').waitFor()
  await person.page.goto('/me')
  await person.page.getByText('02920000888').waitFor()
})

test('the pages fit a phone', async () => {
  const { page } = await open('/personal-data', { as: 'admin', size: PHONE })
  for (const path of ['/personal-data', '/personal-data/requests', '/accounts']) {
    await page.goto(path)
    await page.locator('h1').waitFor({ state: 'attached' })
    expect(await overflow(page)).toBe(0)
  }
})
