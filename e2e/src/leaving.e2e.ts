import { AccountPage } from '@hopluc/shared/accounts'
import { Duties } from '@hopluc/shared/hand-overs'
import { expect, inject, test } from 'vitest'
import { answerTo, open, overflow, seriousFaults } from './browser.ts'
import { apiOf } from './api.ts'

test('an invited person sets the password, works with a code, and is locked and handed over', async () => {
  const { page, context } = await open('/accounts', { as: 'admin' })
  const address = inject('address')
  const api = apiOf(context.request, address)
  const found = AccountPage.parse(await api.get('/accounts?q=leader&state=active'))
  const leader = found.items.find(({ username }) => username === 'leader')?.posts[0]
  if (!leader) throw new Error('the demo has no leader')
  const username = `moi.${Date.now()}`
  const made = await api.post('/accounts', {
    username,
    name: 'Lê Minh Thử',
    isInvited: true,
    post: {
      role: 'leader',
      agencyId: leader.agency.id,
      committeeId: null,
      title: 'Phó Giám đốc',
      authority: null,
      fromOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
      untilOn: '9999-12-31',
    },
  })
  const { account, invitation } = JSON.parse(JSON.stringify(made))
  const guest = await open(invitation.path)
  await guest.page.getByRole('heading', { name: 'Chào Lê Minh Thử' }).waitFor()
  await guest.page.getByLabel('Mật khẩu mới', { exact: true }).fill('Vụ-lúa-2026')
  await guest.page.getByLabel('Nhập lại mật khẩu mới').fill('Vụ-lúa-2026')
  await guest.page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await guest.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()

  await page.goto(`/accounts/${account.id}`)
  await page.getByRole('button', { name: 'Thao tác khác' }).click()
  await page.getByRole('menuitem', { name: 'Cấp đường dẫn và mã đăng nhập' }).click()
  const dialog = page.getByRole('dialog')
  const link = await dialog.locator('code').innerText()
  const code = /mã (\d{6})/.exec(await dialog.innerText())?.[1] ?? ''
  await dialog.getByRole('button', { name: 'Đã trao' }).click()
  await guest.page.goto(link)
  await guest.page.getByRole('textbox', { name: 'Mã đăng nhập' }).fill(code)
  await guest.page.keyboard.press('Enter')
  await guest.page.getByRole('heading', { name: 'Nội dung cần xử lý hôm nay' }).waitFor()

  await page.goto(`/accounts/${account.id}/hand-over`)
  await page.getByRole('textbox', { name: 'Căn cứ' }).fill('Quyết định số 12/QĐ-SNN')
  await answerTo(page, /hand-overs$/, () =>
    page.getByRole('button', { name: 'Khóa và bàn giao' }).click(),
  )
  const minutes = page.getByRole('button', { name: 'Biên bản (Word)' })
  await minutes.waitFor()
  const saved = page.waitForEvent('download')
  await minutes.click()
  expect((await saved).suggestedFilename()).toBe('Biên bản bàn giao.docx')
  await guest.page.goto('/tasks')
  await guest.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
}, 120_000)

test('what the standing officer holds is offered to colleagues, on a phone too', async () => {
  const size = { width: 360, height: 780 }
  const { page, context } = await open('/', { as: 'admin', size })
  const api = apiOf(context.request, inject('address'))
  const { items } = AccountPage.parse(await api.get('/accounts?q=standing&state=active'))
  const id = items.find(({ username }) => username === 'standing')?.id
  const duties = Duties.parse(await api.get(`/accounts/${id}/duties`))
  expect(duties.items.length).toBeGreaterThan(0)
  await page.goto(`/accounts/${id}/hand-over`)
  await page.getByRole('heading', { name: /Nội dung đang giữ/ }).waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await seriousFaults(page)).toEqual([])
})
