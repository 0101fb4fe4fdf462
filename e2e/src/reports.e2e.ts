import { readFileSync } from 'node:fs'
import { Report, ReportPage } from '@hopluc/shared/reports'
import { strFromU8, unzipSync } from 'fflate'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { open } from './browser.ts'

const TEXT = 'Thiếu vốn lưu động để thu mua nông sản.'

test('a report is made, a number explained, its text written, made again and submitted', async () => {
  const { page, context } = await open('/reports/new', { as: 'standing' })
  await page.getByRole('button', { name: 'Kết xuất dự thảo' }).click()
  await page.getByRole('heading', { name: 'Số liệu trong báo cáo' }).waitFor({ timeout: 30_000 })
  const id = page.url().split('/').at(-1) ?? ''

  const figures = page.getByRole('table', { name: 'Số liệu trong báo cáo' })
  await figures.getByRole('button').first().click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')

  await page.getByLabel('Khó khăn, vướng mắc và nguyên nhân').fill(TEXT)
  await page.getByRole('button', { name: 'Lưu phần lời' }).click()
  await page.getByText('Đã lưu. Kết xuất lại').waitFor()
  await page.getByRole('button', { name: 'Kết xuất lại' }).click()
  await expect.poll(() => page.locator('.reports-makes > li').count(), { timeout: 30_000 }).toBe(2)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải báo cáo Word' }).click()
  const word = unzipSync(readFileSync(await (await download).path()))
  expect(strFromU8(word['word/document.xml'] ?? new Uint8Array())).toContain(TEXT)

  await page.getByRole('button', { name: 'Trình ký' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Trình ký' }).click()
  await page.getByText('Bản PDF đã ký').first().waitFor()
  const api = apiOf(context.request, inject('address'))
  expect(Report.parse(await api.get(`/reports/${id}`)).state).toBe('submitted')
  const { items } = ReportPage.parse(await api.get('/reports?state=submitted'))
  expect(items.map((one) => one.id)).toContain(id)
}, 90_000)
