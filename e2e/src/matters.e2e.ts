import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DocumentPage, DocumentRecord } from '@hopluc/shared/documents'
import { MeetingPage } from '@hopluc/shared/meetings'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { answerTo, open, overflow, seriousFaults } from './browser.ts'
import { apiOf } from './api.ts'

const TEXT = { name: 'Quyết định.txt', mimeType: 'text/plain' }

async function saved(page: Page, button: string): Promise<{ name: string; path: string }> {
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: button }).click()
  const file = await download
  return { name: file.suggestedFilename(), path: await file.path() }
}

test('the file of a matter is saved from the page of its meeting', async () => {
  const { page, context } = await open('/', { as: 'standing' })
  const api = apiOf(context.request, inject('address'))
  const { items } = MeetingPage.parse(await api.get('/meetings'))
  // an old one, whose notice went out: others hold meetings here too
  const held = items.findLast(({ state }) => state === 'concluded')
  await page.goto(`/meetings/${held?.id}`)
  const { name, path } = await saved(page, 'Tải hồ sơ')
  expect(name).toMatch(/^Hồ sơ .*\.zip$/)
  const files = unzipSync(readFileSync(path))
  const names = Object.keys(files)
  expect(names).toEqual(
    expect.arrayContaining([
      'Mục lục văn bản, tài liệu.docx',
      'Mục lục văn bản, tài liệu.xlsx',
      'Nhật ký.xlsx',
      'Nhật ký.csv',
      'SHA256SUMS.txt',
    ]),
  )
  expect(names.length).toBeGreaterThan(5)
  const sums = Buffer.from(files['SHA256SUMS.txt'] ?? [])
    .toString()
    .trim()
    .split('\n')
  for (const line of sums) {
    const hash = createHash('sha256')
      .update(files[line.slice(66)] ?? '')
      .digest('hex')
    expect(hash).toBe(line.slice(0, 64))
  }
}, 120_000)

test('a paper is destroyed under a decision, seen before, confirmed twice, with minutes', async () => {
  const standing = await open('/', { as: 'standing' })
  const address = inject('address')
  const theirs = apiOf(standing.context.request, address)
  const [issuer] = DocumentPage.parse(await theirs.get('/documents?direction=outgoing')).items
  const made = DocumentRecord.parse(
    await theirs.post('/documents', {
      direction: 'reference',
      kind: 'CV',
      symbol: `${Date.now() % 100_000}/UBND-TH`,
      issuedOn: '2015-05-05',
      issuerName: issuer?.issuerName ?? 'UBND tỉnh',
      abstract: 'Công văn hết thời hạn lưu trữ',
    }),
  )
  const { page } = await open('/audit', { as: 'admin' })
  await page.getByRole('link', { name: 'Tiêu hủy theo quyết định' }).click()
  await page.getByRole('link', { name: 'Lập danh mục tiêu hủy' }).click()
  await page.getByRole('textbox', { name: 'Số quyết định' }).fill('12/QĐ-UBND')
  await page
    .getByRole('textbox', { name: 'Người hoặc cơ quan quyết định' })
    .fill('Chủ tịch UBND tỉnh')
  const preview = page.getByRole('button', { name: 'Xem trước' })
  expect(await preview.isDisabled()).toBe(true)
  await answerTo(page, /\/files$/, () =>
    page
      .locator('input[type=file]')
      .setInputFiles({ ...TEXT, buffer: Buffer.from(`Quyết định số 12 ${Date.now()}`) }),
  )
  await page
    .getByRole('textbox', { name: 'Tài liệu theo số' })
    .fill(`${made.symbol}; 05/05/2015\n99/KHÔNG-CÓ`)
  await preview.click()
  await page.getByRole('heading', { name: 'Sẽ tiêu hủy (1)' }).waitFor()
  await page.getByText('Không có trên hệ thống').waitFor()
  expect(await page.getByText('Công văn hết thời hạn lưu trữ').count()).toBe(0)
  expect(await overflow(page)).toBe(0)
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Tiêu hủy 1 tài liệu' }).click()
  const dialog = page.getByRole('alertdialog')
  const destroy = dialog.getByRole('button', { name: 'Tiêu hủy', exact: true })
  expect(await destroy.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: 'Số quyết định' }).fill('12/QĐ-UBND')
  await destroy.click()
  await page.getByRole('heading', { name: 'Đã tiêu hủy (1)' }).waitFor({ timeout: 30_000 })
  expect((await saved(page, 'Biên bản (Word)')).name).toBe('Biên bản tiêu hủy tài liệu.docx')
  const now = DocumentRecord.parse(await theirs.get(`/documents/${made.id}`))
  expect(now.abstract).toMatch(/^Đã tiêu hủy theo Quyết định số 12\/QĐ-UBND ngày /)
}, 120_000)
