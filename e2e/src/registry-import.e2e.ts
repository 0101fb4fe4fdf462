import { EntityPage } from '@hopluc/shared/entity-lists'
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { open } from './browser.ts'

const MARK = `${1000 + (Date.now() % 9000)}`
const CODE = `09${String(Date.now()).slice(-8)}`
const GOOD = `Hợp tác xã nông nghiệp Minh Nhập ${MARK}`
const SPOILED = `Hợp tác xã thủy sản Minh Sửa ${MARK}`
const WAIT = { timeout: 60_000 }

/** A list as Excel spoiled it: a code in powers of ten, a day that is none, a commune with a slip. */
async function spoiledList(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('HTX')
  sheet.addRow([
    'Tên HTX',
    'Mã số thuế',
    'Xã, phường',
    'Ngày thành lập',
    'Vốn điều lệ (triệu đồng)',
  ])
  sheet.addRow([GOOD, CODE, 'An Lạc Thôn', '05/03/2018', '1.234,5'])
  sheet.addRow([SPOILED, '2.2E+09', 'An Lạc Thônn', '31/02/2019', 500])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function mended(path: string): Promise<Buffer> {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path)
  const row = book.worksheets[0]?.getRow(2)
  if (!row) throw new Error('the file has no second row')
  expect(row.getCell(6).text).toContain('Cột B')
  row.getCell(2).value = ''
  row.getCell(3).value = 'An Lạc Thôn'
  row.getCell(4).value = '28/02/2019'
  return Buffer.from(await book.xlsx.writeBuffer())
}

const drop = (page: Page, buffer: Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({
      name: 'danh-sach.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })

test('a spoiled list shows its errors by cell; its good lines come in, and the others once mended', async () => {
  const { page, context } = await open('/registry/import', { as: 'standing' })
  const api = apiOf(context.request, inject('address'))
  const names = async () => {
    const found = await api.get(`/entities?q=${encodeURIComponent(MARK)}&life=all`)
    return EntityPage.parse(found).items.map(({ name }) => name)
  }
  await drop(page, await spoiledList())
  for (const cell of ['B3', 'C3', 'D3'])
    await page.getByRole('cell', { name: cell, exact: true }).waitFor(WAIT)
  await page.getByText(/Có phải: .*An Lạc Thôn/).waitFor()
  expect(await names()).toEqual([])
  await page.getByRole('button', { name: 'Chỉ nhập 1 dòng đúng' }).click()
  await page.getByText('1 mục mới, 0 mục thay đổi, 0 không đổi, 1 dòng để lại.').waitFor(WAIT)
  expect(await names()).toEqual([GOOD])

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải các dòng lỗi kèm nội dung cần sửa' }).click()
  const path = await (await saved).path()
  await page.getByRole('button', { name: 'Nhập tệp đã sửa' }).click()
  await drop(page, await mended(path))
  await page.getByRole('button', { name: 'Nhập 1 dòng', exact: true }).click(WAIT)
  await page.getByText('1 mục mới, 0 mục thay đổi, 0 không đổi, 0 dòng để lại.').waitFor(WAIT)
  expect((await names()).toSorted()).toEqual([GOOD, SPOILED].toSorted())
}, 180_000)
