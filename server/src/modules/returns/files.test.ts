import ExcelJS from 'exceljs'
import { expect, test, vi } from 'vitest'
import { aRound } from '../../testing/returns.ts'
import { aPdf, aSigner, signed } from '../../testing/signed-paper.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const t = await aRound()
const { a, app, ask, send, officer, read, cellOf, edit, patch, act, fill, counted, headersOf } = t

async function template(): Promise<ExcelJS.Workbook> {
  const headers = await headersOf(officer)
  const answer = await app.inject({ url: `/api/returns/${t.id}/excel`, headers })
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
  return book
}
async function upload(book: ExcelJS.Workbook, path: string, method: 'POST' | 'PUT' = 'POST') {
  const content = Buffer.from(await book.xlsx.writeBuffer())
  return sendFile(content, 'bieu.xlsx', path, method)
}
async function sendFile(content: Buffer, name: string, path: string, method: 'POST' | 'PUT') {
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--\r\n')])
  const headers = {
    ...(await headersOf(officer)),
    'content-type': 'multipart/form-data; boundary=x',
  }
  return app.inject({ method, url: `/api${path}`, headers, payload })
}
/** The cell of a row and a head in the sheet, as Excel has it. */
function at(book: ExcelJS.Workbook, rowKey: string, head: string): ExcelJS.Cell {
  const sheet = book.worksheets[0]
  let [row, column] = [0, 0]
  sheet?.eachRow((line, number) =>
    line.eachCell((cell, index) => {
      if (cell.text === head) column = index
      if (index === 1 && cell.text === rowKey) row = number
    }),
  )
  if (!sheet || row === 0 || column === 0) throw new Error(`no cell ${rowKey} ${head}`)
  return sheet.getRow(row).getCell(column)
}
const MEMBERS = 'Thành viên, người: Đến 14/03'
const REVENUE = 'Doanh thu, triệu đồng: Đến 14/03'

test('the template goes out with what there is and comes back as it was filled', async () => {
  await patch([edit(cellOf(await read(), t.otherId, 'H10:done'), 1234.5)])
  const book = await template()
  expect(at(book, t.otherId, REVENUE).value).toBe(1234.5)
  at(book, t.entityId, MEMBERS).value = 41
  at(book, t.entityId, REVENUE).value = '1.010,5'
  at(book, t.otherId, MEMBERS).value = '='
  at(book, 'groups', MEMBERS).value = 'x'
  const path = `/returns/${t.id}/excel`
  const preview = (await upload(book, `${path}?isPreview=true`)).json()
  expect(preview).toMatchObject({ isApplied: false, changed: 4, unchanged: 1, errors: [] })
  expect(cellOf(await read(), t.entityId, 'H8:done').version).toBe(0)
  expect((await upload(book, path)).json()).toMatchObject({ isApplied: true, changed: 4 })
  const one = await read()
  expect(cellOf(one, t.entityId, 'H8:done').value).toBe(41)
  expect(cellOf(one, t.entityId, 'H10:done').value).toBe(1010.5)
  expect(cellOf(one, t.otherId, 'H8:done')).toMatchObject({ value: 12, isSame: true })
  expect(cellOf(one, 'groups', 'H8:done')).toMatchObject({ value: null, isNone: true })
  expect((await upload(await template(), path)).json()).toMatchObject({ changed: 0, errors: [] })
})

test('one place that cannot be read, and nothing is taken; every place is named', async () => {
  const book = await template()
  at(book, t.entityId, MEMBERS).value = 55
  const wrong = at(book, t.entityId, REVENUE)
  wrong.value = '1.34x'
  const more = at(book, t.otherId, REVENUE)
  more.value = 'khoảng ba trăm'
  const before = await counted('return_cells')
  const result = (await upload(book, `/returns/${t.id}/excel`)).json()
  expect(result).toMatchObject({ isApplied: false, changed: 0 })
  expect(result.errors.map(({ cell }: { cell: string }) => cell).toSorted()).toEqual(
    [wrong.address, more.address].toSorted(),
  )
  expect(result.errors.map(({ vi }: { vi: string }) => vi).join()).toContain('1.34x')
  expect(await counted('return_cells')).toEqual(before)
})

test('of another return it is refused; what somebody changed meanwhile is kept and told', async () => {
  const other = (
    await send(a.standing, '/rounds', {
      ...t.opening,
      period: { kind: 'quarter', year: 2026, part: 2 },
    })
  ).json()
  const { items } = await ask(a.standing, `/rounds/${other.id}/returns`)
  const mine = items.find((item: { unit: { id: string } }) => item.unit.id === a.communes[0].unitId)
  const strange = await upload(await template(), `/returns/${mine.id}/excel`)
  expect(strange.json()).toMatchObject({ status: 422, code: 'returns.wrong_template' })
  const book = await template()
  const title = book.worksheets[0]?.getCell('A1')
  if (title)
    title.value = title.text.replace('2026-03-10T03:00:00.000Z', '2026-03-09T03:00:00.000Z')
  at(book, t.entityId, MEMBERS).value = 77
  const result = (await upload(book, `/returns/${t.id}/excel`)).json()
  expect(result).toMatchObject({
    changed: 0,
    conflicts: [{ status: 'conflict', theirs: { value: 41 } }],
  })
  expect(cellOf(await read(), t.entityId, 'H8:done').value).toBe(41)
})

test('the print bears the form’s number, who reports to whom, the total and two signatures', async () => {
  await fill(20)
  const words = await t.textOf(officer, `/returns/${t.id}/print`)
  for (const one of [
    'Biểu số 02/KTTT',
    'Kèm theo Báo cáo số',
    `Đơn vị báo cáo: UBND xã Minh An Đông`,
    'Đơn vị nhận: Ban Chỉ đạo KTTT tỉnh Minh An',
    'HTX Minh Phát',
    'Tổng số',
    'Thiếu vốn',
    'NGƯỜI LẬP BIỂU',
    'THỦ TRƯỞNG ĐƠN VỊ',
  ])
    expect(words).toContain(one)
})

test('the signed print comes back and stays with the return; what is no PDF is refused', async () => {
  const path = `/returns/${t.id}/signed`
  const early = await sendFile(Buffer.from('%PDF-1.4'), 'ky.pdf', path, 'PUT')
  expect(early.json()).toMatchObject({ status: 422, code: 'returns.not_now' })
  expect((await act(officer, 'send')).json().state).toBe('sent')
  const wrong = await sendFile(Buffer.from('no paper'), 'ky.pdf', path, 'PUT')
  expect(wrong.statusCode).toBeGreaterThanOrEqual(400)
  const pdf = await aPdf(
    [{ x: 85, y: 780, text: 'Biểu số 02/KTTT, UBND xã Minh An Đông, kèm theo báo cáo' }],
    { hasRoom: true },
  )
  const bytes = signed(pdf, await aSigner('Phạm Văn Minh'))
  const taken = await sendFile(bytes, 'Biểu 02 đã ký.pdf', path, 'PUT')
  expect(taken.json()).toMatchObject({
    state: 'sent',
    signed: { name: 'Biểu 02 đã ký.pdf', signers: ['Phạm Văn Minh'] },
  })
  const { fileId } = taken.json().signed
  const read = async (person: typeof officer) =>
    (await app.inject({ url: `/api/files/${fileId}`, headers: await headersOf(person) })).statusCode
  expect([await read(a.standing), await read(a.communes[1].officer)]).toEqual([200, 404])
})
