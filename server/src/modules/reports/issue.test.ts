import { Report } from '@hopluc/shared/reports'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { assertDone } from '../../testing/papers.ts'
import { aReportRoom } from '../../testing/reports.ts'
import { aPdf } from '../../testing/signed-paper.ts'

const { app, get, owner, upload, aTemplate, aReport, step, done, fileOf, state, east } =
  await aReportRoom()

const key = await aTemplate('standing', 'Có {{H1}} HTX, {{H8}} thành viên.')

describe('on its way', () => {
  const FACTS = { symbol: '12/BC-BCĐ', issuedOn: '2026-03-10', signerName: 'Nguyễn Văn Minh' }
  const sign = async (report: Report, words: readonly string[], who = 'standing') => {
    const { version } = Report.parse((await get(who, `/reports/${report.id}`)).json())
    const pdf = await aPdf([
      { x: 85, y: 780, text: 'UBND TỈNH MINH AN', size: 12 },
      { x: 275, y: 780, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12 },
      { x: 95, y: 738, text: 'Số: 12/BC-BCĐ' },
      { x: 310, y: 738, text: 'Minh An, ngày 10 tháng 3 năm 2026' },
      { x: 260, y: 700, text: 'BÁO CÁO', size: 14 },
      ...words.map((text, index) => ({ x: 85, y: 640 - index * 16, text })),
    ])
    const more = `--x-edge\r\ncontent-disposition: form-data; name="version"\r\n\r\n${version}\r\n`
    return upload(who, '12-BC-BCĐ.pdf', pdf, `/reports/${report.id}/signed-paper`, more)
  }

  test('it comes back signed, is compared, issued, and can be checked by everybody', async () => {
    const report = await aReport(key)
    await done(report, 'submit')
    expect((await step(report, 'make')).json()).toMatchObject({ code: 'reports.wrong_state' })
    const taken = await sign(report, ['Có 20 HTX, 4.650 thành viên.'])
    assertDone(taken)
    expect(taken.json().signed).toMatchObject({ number: 12, issuedOn: '2026-03-10', hasText: true })
    expect(JSON.stringify(taken.json().signed.changes)).toContain('"removed":"19","added":"20"')
    expect((await app.inject(`/api/public/reports/${report.code}`)).statusCode).toBe(404)
    const issued = await done(report, 'issue', FACTS)
    expect(issued).toMatchObject({ state: 'issued', symbol: '12/BC-BCĐ', allowed: ['correct'] })
    const seen = await app.inject(`/api/public/reports/${report.code.toLowerCase()}`)
    const word = createHash('sha256')
      .update(await fileOf(report, 'report.docx'))
      .digest('hex')
    expect(seen.json()).toEqual({
      code: report.code,
      title: expect.stringContaining('6 tháng đầu năm 2025'),
      issuer: 'Ban Chỉ đạo KTTT tỉnh Minh An',
      symbol: '12/BC-BCĐ',
      issuedOn: '2026-03-10',
      state: 'issued',
      replacedBy: null,
      hashes: expect.arrayContaining([word]),
    })
    expect(seen.json().hashes).toHaveLength(3)
  })

  test('issued, it keeps what it printed; a correction takes its place and marks what changed', async () => {
    const report = await aReport(key)
    await done(report, 'submit')
    await done(report, 'issue', { ...FACTS, symbol: '13/BC-BCĐ' })
    await state(east.unitId, 'H1', 13)
    const kept = Report.parse((await get('standing', `/reports/${report.id}`)).json())
    expect(kept.figures.map(({ printed }) => printed)).toEqual(['19', '4.650'])
    expect((await step(report, 'make')).json()).toMatchObject({ code: 'reports.wrong_state' })
    const again = await done(report, 'correct')
    expect(again).toMatchObject({ isCorrection: true, changed: 1, replaces: { id: report.id } })
    expect(again.figures.map(({ printed, was }) => [printed, was])).toEqual([
      ['20', '19'],
      ['4.650', null],
    ])
    await done(again, 'submit')
    await done(again, 'issue', { ...FACTS, symbol: '14/BC-BCĐ' })
    const old = (await app.inject(`/api/public/reports/${report.code}`)).json()
    expect(old).toMatchObject({
      state: 'replaced',
      replacedBy: { symbol: '14/BC-BCĐ', code: again.code },
    })
    await state(east.unitId, 'H1', 12)
  })

  test('with a figure missing it is issued only once that was seen', async () => {
    const report = await aReport(await aTemplate('standing', 'Có {{T4}} người.'))
    await done(report, 'submit')
    const facts = { ...FACTS, symbol: '15/BC-BCĐ' }
    expect((await step(report, 'issue', facts)).json()).toMatchObject({
      code: 'reports.missing_unseen',
    })
    const issued = await done(report, 'issue', { ...facts, isMissingSeen: true })
    expect(issued.state).toBe('issued')
  })

  test('what was made of an issued report cannot be made anew past the program either', async () => {
    const report = await aReport(key)
    await done(report, 'submit')
    await done(report, 'issue', { ...FACTS, symbol: '16/BC-BCĐ' })
    const { rows } = await sql<{
      open: boolean
    }>`select is_open_report(${report.id}) as open`.execute(owner)
    expect(rows[0]?.open).toBe(false)
  })
})
