import { AccountPage } from '@hopluc/shared/accounts'
import { Secret, TOTP } from 'otpauth'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { open, seriousFaults } from './browser.ts'
import { apiOf } from './api.ts'

/** Passkeys know no address in digits: the same server, called by its name. */
const site = () => inject('address').replace('127.0.0.1', 'localhost')

/** Leaves the account as it was found, whatever became of the test. */
async function withoutFactors(username: string): Promise<void> {
  const { context } = await open('/', { as: 'admin' })
  const api = apiOf(context.request, inject('address'))
  const found = await api.get(`/accounts?q=${username}&state=active`)
  const { items } = AccountPage.parse(found)
  const id = items.find((one) => one.username === username)?.id
  await context.request.delete(`${inject('address')}/api/accounts/${id}/second-factor`, {
    headers: { origin: inject('address') },
  })
}
afterAll(async () => {
  for (const username of ['alliance', 'commune']) await withoutFactors(username)
})

async function signInByHand(page: Page, username: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('hopluc-demo')
  await page.keyboard.press('Enter')
}

async function freshPage(context: BrowserContext): Promise<Page> {
  await context.clearCookies()
  const page = await context.newPage()
  await page.goto(site())
  return page
}

test('an authenticator app: scanned, confirmed, asked for at sign-in, replaced by a recovery code', async () => {
  const { page, context } = await open('/me', { as: 'alliance' })
  await page.getByRole('button', { name: 'Thiết lập ứng dụng xác thực' }).click()
  const qr = page.getByRole('img', { name: /Mã QR/ })
  await qr.waitFor()
  expect(await qr.locator('path').getAttribute('d')).toMatch(/^M4 4h1v1h-1z/)
  const secret = (await page.locator('.security-secret code').innerText()).replaceAll(' ', '')
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Mã 6 chữ số' }).fill(app.generate())
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.locator('.security-codes').waitFor()
  const codes = await page.locator('.security-codes code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'Đã cất mã' }).click()
  await page.getByText('Còn 10 mã chưa dùng').waitFor()

  const again = await freshPage(context)
  await signInByHand(again, 'alliance')
  await again.getByRole('heading', { name: 'Xác thực lớp thứ hai' }).waitFor()
  expect(await seriousFaults(again)).toEqual([])
  await again.getByRole('textbox', { name: /ứng dụng xác thực/ }).fill('000000')
  await again.keyboard.press('Enter')
  await again
    .getByRole('alert')
    .getByText(/chưa đúng/)
    .waitFor()
  await again.getByRole('button', { name: /mã khôi phục/ }).click()
  await again.getByRole('textbox', { name: 'Mã khôi phục' }).fill(codes[0] ?? '')
  await again.keyboard.press('Enter')
  await again.getByRole('heading', { name: 'Nội dung cần xử lý hôm nay' }).waitFor()
})

test('a passkey: made on a device, used at sign-in, taken away by the password', async () => {
  const { context } = await open('/')
  const page = await freshPage(context)
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signInByHand(page, 'commune')
  await page.getByRole('heading', { level: 1, name: 'Nội dung cần xử lý hôm nay' }).waitFor()
  await page.goto(`${site()}/me`)
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await page.getByRole('textbox', { name: 'Tên khóa' }).fill('Máy của Phòng Kinh tế')
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).last().click()
  await page.getByRole('button', { name: 'Đã cất mã' }).click()
  await page.getByText('Máy của Phòng Kinh tế').waitFor()

  await context.clearCookies()
  await page.goto(site())
  await signInByHand(page, 'commune')
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await page.getByRole('heading', { level: 1, name: 'Nội dung cần xử lý hôm nay' }).waitFor()

  await page.goto(`${site()}/me`)
  await page.getByRole('button', { name: 'Gỡ Máy của Phòng Kinh tế' }).click()
  await page.getByLabel('Mật khẩu hiện tại').fill('hopluc-demo')
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ', exact: true }).click()
  await page.getByText('Chưa thiết lập lớp nào.').waitFor()
  expect(await page.getByText('Máy của Phòng Kinh tế').count()).toBe(0)
})
