import { TaskPage } from '@hopluc/shared/tasks'
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { open } from './browser.ts'
import { inDays, written } from './dates.ts'
import { apiOf } from './api.ts'

const ROWS = 200
const TAG = `D${String(Date.now()).slice(-6)}`
const LEADS = ['Sở Nông nghiệp và Môi trường', 'Sở Công Thương', 'Liên minh Hợp tác xã thành phố']
const HEADS = [
  'STT',
  'Mã nhiệm vụ',
  'Số, ký hiệu văn bản',
  'Ngày văn bản',
  'Nội dung nhiệm vụ',
  'Cơ quan chủ trì',
  'Thời hạn',
  'Kết quả thực hiện',
]

/** A running list as an office keeps it: a title above, then heads, then its lines. */
async function runningList(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('Theo dõi')
  sheet.addRow(['DANH MỤC THEO DÕI NHIỆM VỤ NĂM 2026'])
  sheet.addRow([])
  sheet.addRow(HEADS)
  for (let line = 1; line <= ROWS; line += 1)
    sheet.addRow([
      line,
      `${TAG}-${line}`,
      `${100 + (line % 4)}/TB-VPUB`,
      written(inDays(-40)),
      `Theo dõi tiến độ nội dung số ${line} của HTX ${TAG}`,
      LEADS[line % LEADS.length],
      written(inDays(10 + (line % 60))),
      '',
    ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function dropList(page: Page): Promise<void> {
  const file = {
    name: 'danh-muc-theo-doi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await runningList(),
  }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText(`${ROWS} dòng`).waitFor()
}

async function count(api: ReturnType<typeof apiOf>): Promise<number> {
  const { counts } = TaskPage.parse(await api.get(`/tasks?q=${TAG}&limit=1`))
  return Object.values(counts.byStatus).reduce((sum, one) => sum + one, 0)
}

test('a running list of 200 tasks comes in, and comes in only once', async () => {
  const { page, context } = await open('/tasks/import', { as: 'standing' })
  const api = apiOf(context.request, inject('address'))
  await dropList(page)
  const field = (name: string) =>
    page.getByRole('button', { name: new RegExp(`${name}( \\(bắt buộc\\))?$`) })
  await expect.poll(() => field('Nội dung nhiệm vụ').innerText()).toContain('Nội dung nhiệm vụ')
  await expect.poll(() => field('Mã theo dõi').innerText()).toContain('Mã nhiệm vụ')
  const stubs = page.getByRole('region', { name: 'Văn bản sẽ ghi sổ theo số, ngày' })
  await stubs.getByText(/100\/TB-VPUB/).waitFor()
  const bar = page.getByRole('region', { name: 'Thao tác của trang' })
  await bar.getByText(`${ROWS} thêm mới, 0 cập nhật, 0 không đổi, 0 bỏ qua`).waitFor()
  expect(await count(api)).toBe(0)
  await page.getByRole('button', { name: `Nhập ${ROWS} nhiệm vụ` }).click()
  await page.getByText(`Thêm ${ROWS} nhiệm vụ`).waitFor()
  expect(await count(api)).toBe(ROWS)

  await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await dropList(page)
  await bar.getByText(`0 thêm mới, 0 cập nhật, ${ROWS} không đổi, 0 bỏ qua`).waitFor()
  const enter = page.getByRole('button', { name: 'Nhập 0 nhiệm vụ' })
  expect(await enter.isDisabled()).toBe(true)
  expect(await count(api)).toBe(ROWS)
}, 90_000)
