import { expect, test } from 'vitest'
import { open } from './browser.ts'
import { settle } from './launch.ts'

/** Its beginning: the whole page when nothing is focused. */
const focused = '(document.activeElement?.textContent ?? "").slice(0, 200)'

test('the list goes by keys: down, open, back to the heading', async () => {
  const { page } = await open('/tasks', { as: 'standing' })
  await settle(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = page.getByRole('table').getByRole('row').nth(2)
  await expect.poll(() => second.evaluate((row) => row === document.activeElement)).toBe(true)
  await page.keyboard.press('x')
  await page.getByText('Đã chọn 1 nhiệm vụ').waitFor()
  await page.keyboard.press('x')
  const title = await second.getByRole('link').first().innerText()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await expect.poll(() => page.evaluate(focused)).toBe(title)
})

test('keys are listed, pages are reached by g, search by a slash', async () => {
  const { page } = await open('/', { as: 'standing' })
  await settle(page)
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Phím tắt' })
  await list.getByText('Đến ô tìm kiếm').first().waitFor()
  await list.getByText('Đến Nhiệm vụ', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.waitForURL(/\/tasks/)
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  await expect.poll(() => page.evaluate(focused)).toBe('Nhiệm vụ')
  await page.keyboard.press('/')
  await page.keyboard.type('trai cay')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('/search?q=trai')
  await expect.poll(() => page.evaluate(focused)).toBe('Kết quả cho “trai cay”')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('mo ky bao cao')
  await page.getByRole('link', { name: 'Mở kỳ báo cáo' }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/rounds\/new/)
})

test('the first tab leads past the navigation', async () => {
  const { page } = await open('/tasks', { as: 'standing' })
  await settle(page)
  await page.evaluate(() => document.body.focus())
  await page.keyboard.press('Tab')
  expect(await page.evaluate(focused)).toBe('Đến nội dung chính')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement?.id')).toBe('main')
})

/** A text of this test's own: what other tests have begun to review does not count here. */
const NEWS = `Họp Ban Chỉ đạo về mã số vùng trồng
Sáng ngày 12/11/2026, đồng chí Nguyễn Thành Khải, Phó Chủ tịch UBND thành phố chủ trì cuộc họp Ban Chỉ đạo.
Kết luận cuộc họp, đồng chí Nguyễn Thành Khải yêu cầu Sở Công Thương lập danh sách chợ đầu mối; Sở Khoa học và Công nghệ hướng dẫn HTX ghi nhật ký canh tác; Sở Nội vụ cử cán bộ theo dõi.`

test('a text is reviewed by keys alone', async () => {
  const { page } = await open('/readings', { as: 'standing' })
  const made = await page.request.post('/api/readings', { data: { text: NEWS, again: false } })
  expect(made.ok()).toBe(true)
  await page.goto('/readings?state=open')
  await page.getByRole('row').filter({ hasText: 'mã số vùng trồng' }).first().waitFor()
  await settle(page)
  for (let down = 0; down < 20; down += 1) {
    await page.keyboard.press('j')
    if (/mã số vùng trồng/.test(String(await page.evaluate(focused)))) break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  const current = page.locator('[aria-current=true][aria-label^="Chỉ đạo"]')
  await current.first().waitFor()
  const first = await current.first().getAttribute('aria-label')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => current.first().getAttribute('aria-label')).not.toBe(first)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => current.first().getAttribute('aria-label')).toBe(first)
  await page.keyboard.press('d')
  await page.getByText('1 bỏ qua').waitFor()
  await page.keyboard.press('u')
  await page.getByText('0 bỏ qua').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Tách thẻ').waitFor()
  await page.keyboard.press('Escape')
})
