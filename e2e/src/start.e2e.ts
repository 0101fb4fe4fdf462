import { expect, test } from 'vitest'
import { open } from './browser.ts'

test('the first page asks in Vietnamese who signs in', async () => {
  const { page } = await open('/')
  await page.getByRole('button', { name: 'Đăng nhập' }).first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
})
