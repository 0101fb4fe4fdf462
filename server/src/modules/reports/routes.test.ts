import { ReportTemplates, TemplateCheck } from '@hopluc/shared/reports'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { assertDone } from '../../testing/papers.ts'
import { aReportRoom, FIRST_HALF, LINES } from '../../testing/reports.ts'
import { paragraphsOf } from './word-text.ts'

const {
  ask,
  get,
  post,
  organisation,
  owner,
  aWord,
  upload,
  aTemplate,
  aReport,
  done,
  fileOf,
  total,
  traces,
  state,
  east,
  west,
} = await aReportRoom()
const { a } = organisation
const linesOf = (word: Buffer) => paragraphsOf(unzipSync(word)).map(({ text }) => text)

describe('templates', () => {
  test('shipped ones are offered to all and can be taken to be edited', async () => {
    const { items, mayAdd } = ReportTemplates.parse(
      (await get('commune', '/report-templates')).json(),
    )
    expect(mayAdd).toBe(true)
    expect(items.filter(({ isShipped }) => isShipped).map(({ key }) => key)).toEqual([
      'committee-half',
      'committee-year',
      'alliance-half',
      'alliance-year',
      'commune-quarter',
    ])
    const { rawPayload } = await get('commune', '/report-templates/commune-quarter/file')
    expect(linesOf(rawPayload)).toContain('BÁO CÁO')
  })

  test('a faulty one is refused with each place, and nothing is kept', async () => {
    const file = await upload(
      'standing',
      'mau.docx',
      await aWord('{{H1}}', 'Có {{H77}}', '{{nếu: H1 > 2}}'),
    )
    const { id: fileId } = file.json()
    const before = await traces()
    const body = { fileId, name: 'Mẫu sai', periodKind: 'half' }
    const answer = await post('standing', '/report-templates', body)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'reports.template_faulty' })
    expect(answer.body).toContain('Đoạn 2')
    expect(answer.body).toContain('H77')
    expect(await traces()).toEqual(before)
    const check = await post('standing', '/report-templates/check', { fileId, periodKind: 'half' })
    const { findings } = TemplateCheck.parse(check.json())
    expect(findings.map(({ kind, place }) => [kind, place])).toEqual([
      ['unclosed', 'Đoạn 3'],
      ['unknown_indicator', 'Đoạn 2'],
    ])
  })

  test('what is no Word file says so, and a figure without a value is a warning', async () => {
    const other = (await upload('standing', 'a.csv', Buffer.from('a;b\n1;2\n'))).json()
    const answer = await post('standing', '/report-templates/check', {
      fileId: other.id,
      periodKind: 'half',
    })
    expect(answer.json().findings).toMatchObject([{ kind: 'broken', isError: true }])
    const word = (await upload('standing', 'mau.docx', await aWord('{{T4}}'))).json()
    const check = await post('standing', '/report-templates/check', {
      fileId: word.id,
      periodKind: 'half',
    })
    expect(check.json().findings).toMatchObject([{ kind: 'no_figure', isError: false }])
  })

  test('are the body’s alone: others neither see nor change them', async () => {
    const key = await aTemplate('standing', '{{H1}}')
    const offered = async (who: string) => (await get(who, '/report-templates')).body.includes(key)
    expect(await offered('standing')).toBe(true)
    for (const who of ['strangerstanding', 'leader', 'commune']) {
      expect([who, await offered(who)]).toEqual([who, false])
      const before = await traces()
      const end = await post(who, `/report-templates/${key}/end`, { version: 1 })
      expect([who, end.statusCode]).toEqual([who, 404])
      expect((await get(who, `/report-templates/${key}/file`)).statusCode).toBe(404)
      expect(await traces()).toEqual(before)
    }
    assertDone(await post('standing', `/report-templates/${key}/end`, { version: 1 }))
    expect(await offered('standing')).toBe(false)
  })
})

describe('a report', () => {
  test('holds in Word and Excel exactly what the database says, each number with its source', async () => {
    const report = await aReport(await aTemplate('standing', ...LINES))
    const [h1, h8, h11] = [await total('H1'), await total('H8'), await total('H11')]
    expect([h1, h8, h11]).toEqual([19, 4650, 855])
    const word = linesOf(await fileOf(report, 'report.docx'))
    expect(word).toEqual([
      `Có ${h1} HTX, tăng 2 HTX (11,8%) so với cùng kỳ năm trước.`,
      `Thành viên: 4.650. Lãi bình quân: ${h11 / h1}.`,
      expect.stringMatching(/^xã \S.*: 12; xã \S.*: 7; $/),
      'Tổ hợp tác: chưa có số liệu.',
      '…………………………',
      expect.stringMatching(/^Mã [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    ])
    const [sheet] = readSheets(await fileOf(report, 'annex.xlsx')).sheets
    const heads = sheet?.rows.findIndex((row) => row.includes('Giá trị')) ?? -1
    const columns = sheet?.rows[heads] ?? []
    const cells = (name: string) =>
      sheet?.rows.slice(heads + 1).map((row) => row[columns.indexOf(name)] ?? null)
    expect(cells('Giá trị')).toEqual(report.figures.map(({ value }) => String(value ?? '')))
    expect(cells('Bản in')).toEqual(report.figures.map(({ printed }) => printed))
    const known = report.figures.map(({ code, value, compared, printed }) => [
      code,
      value,
      compared,
      printed,
    ])
    expect(known).toEqual([
      ['H1', 19, null, '19'],
      ['H1', 19, 17, 'tăng 2 HTX (11,8%) so với cùng kỳ năm trước'],
      ['H8', 4650, null, '4.650'],
      ['H11b', 45, null, '45'],
      ['H1', 12, null, '12'],
      ['H1', 7, null, '7'],
      ['T4', null, null, 'chưa có số liệu'],
    ])
    expect(report.figures[0]?.source).toMatchObject({ expected: 2, reported: 2, missing: 0 })
    expect(report.figures[4]?.source.versions).toMatchObject([{ unitId: east.unitId, seq: 1 }])
    expect(report).toMatchObject({ missing: 1, changed: 0, state: 'draft' })
  })

  test('made again after a correction marks exactly what changed, and lists it', async () => {
    const report = await aReport(await aTemplate('standing', ...LINES))
    await state(west.unitId, 'H8', 1300)
    const later = await get('standing', `/reports/${report.id}/outdated`)
    expect(later.json().items).toEqual([{ position: 3, printed: '4.700' }])
    const again = await done(report, 'make')
    expect(again.figures.filter(({ was }) => was !== null)).toMatchObject([
      { code: 'H8', printed: '4.700', was: '4.650' },
    ])
    expect(again).toMatchObject({ changed: 1, makes: [{ seq: 2, hasMarks: true }, { seq: 1 }] })
    const marked = Buffer.from(
      unzipSync(await fileOf(report, 'marked.docx'))['word/document.xml'] ?? [],
    ).toString()
    expect(marked.match(/<w:delText[^>]*>([^<]*)/g)).toEqual([
      '<w:delText xml:space="preserve">4.650',
    ])
    expect(marked.match(/<w:ins /g)).toHaveLength(1)
    expect((await get('standing', `/reports/${report.id}/outdated`)).json().items).toEqual([])
    await state(west.unitId, 'H8', 1250)
  })

  test('what the officer writes stands in it, each paragraph as one', async () => {
    const report = await aReport(await aTemplate('standing', ...LINES))
    const texts = [{ title: 'Khó khăn', text: 'Thiếu vốn.\nThiếu đất & cán bộ.' }]
    const { version } = report
    const written = await ask('standing', 'PUT', `/reports/${report.id}/texts`, { version, texts })
    assertDone(written)
    expect(written.json().ownTexts).toEqual(texts)
    await done(report, 'make')
    const lines = linesOf(await fileOf(report, 'report.docx'))
    expect(lines).toEqual(expect.arrayContaining(['Thiếu vốn.', 'Thiếu đất & cán bộ.']))
    const stale = await ask('standing', 'PUT', `/reports/${report.id}/texts`, { version, texts })
    expect(stale.json()).toMatchObject({ status: 409, code: 'reports.changed' })
  })

  test('is refused to others, and nothing is recorded', async () => {
    const report = await aReport(await aTemplate('standing', ...LINES))
    const before = await traces()
    for (const who of ['strangerstanding', 'commune', 'leader']) {
      expect([who, (await get(who, `/reports/${report.id}`)).statusCode]).toEqual([who, 404])
      const { version } = report
      for (const name of ['make', 'submit', 'redraft', 'correct'])
        expect([
          who,
          name,
          (await post(who, `/reports/${report.id}/${name}`, { version })).statusCode,
        ]).toEqual([who, name, 404])
    }
    const observer = await post('observer', '/reports', {
      template: 'committee-half',
      period: FIRST_HALF,
    })
    expect(observer.statusCode).toBe(403)
    const body = { template: 'committee-half', period: FIRST_HALF, issuerId: a.departmentId }
    expect((await post('standing', '/reports', body)).json()).toMatchObject({
      code: 'reports.not_own_body',
    })
    expect(await traces()).toEqual(before)
  })

  test('tells what cooperatives raised in the period, and what nobody has answered', async () => {
    const raise = (unitId: string, on: string, text: string, state: string) =>
      sql`with raised as (
          insert into difficulties (id, topic_id, text, unit_id, way, raised_on, raised_agency_id, raised_by, raised_words,
            level, handler_id, received_on, transfer_until_on, answer_due_on, state, answered_on)
          select ${newId()}, t.id, ${text}, ${unitId}, 'meeting', ${on}, ${a.departmentId}, ${a.standing.accountId},
            'Cán bộ', 'department', ${a.departmentId}, ${on}, ${on}, ${on}, ${state},
            case when ${state} = 'answered' then ${on}::date end
          from difficulty_topics t where t.name = 'Vốn, tín dụng' returning *)
        insert into difficulty_events (difficulty_id, seq, action, on_day, made_by, by_words, made_at)
        select id, 1, case state when 'answered' then 'answer' else 'raise' end, raised_on, raised_by, raised_words, now()
        from raised`.execute(owner)
    await raise(east.unitId, '2025-01-10', 'Khó vay vốn.', 'waiting')
    await raise(west.unitId, '2025-02-10', 'Thiếu kho lạnh', 'answered')
    await raise(west.unitId, '2024-11-10', 'Nêu từ kỳ trước', 'waiting')
    await raise(organisation.b.communes[0].unitId, '2025-01-10', 'Của tỉnh khác', 'waiting')
    const lines = [
      '{{nếu: có kiến nghị trong kỳ}}Nêu {{số kiến nghị}}, trả lời {{số kiến nghị đã trả lời}}.{{hết nếu}}',
      '{{lặp: kiến nghị chưa trả lời}}{{stt}}. {{chủ đề}}: {{nội dung}} ({{tổ chức nêu}}); {{hết lặp}}',
    ]
    const report = await aReport(await aTemplate('standing', ...lines))
    expect(linesOf(await fileOf(report, 'report.docx'))).toEqual([
      'Nêu 2, trả lời 1.',
      '1. Vốn, tín dụng: Khó vay vốn (cán bộ ghi nhận tại địa phương); ',
    ])
    const shipped = linesOf(await fileOf(await aReport('committee-half'), 'report.docx'))
    expect(shipped).toEqual(
      expect.arrayContaining([
        'Trong kỳ, các hợp tác xã, tổ hợp tác nêu 2 khó khăn, kiến nghị; đã được trả lời 1, trong đó 0 được bên nêu xác nhận đã giải quyết; chưa được trả lời 1, gồm:',
        '- Vốn, tín dụng: Khó vay vốn (cán bộ ghi nhận tại địa phương).',
      ]),
    )
  })

  test('of the shipped six months is made, in the layout with who issues and signs', async () => {
    const report = await aReport('committee-half')
    const lines = linesOf(await fileOf(report, 'report.docx'))
    expect(lines).toEqual(
      expect.arrayContaining([
        'BAN CHỈ ĐẠO KTTT TỈNH MINH AN',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Tình hình phát triển kinh tế tập thể, hợp tác xã 6 tháng đầu năm 2025',
        'TRƯỞNG BAN',
        expect.stringContaining('có 19 hợp tác xã, tăng 2 HTX (11,8%) so với cùng kỳ năm trước'),
        expect.stringContaining('(số liệu tính từ ngày 15/12/2024 đến ngày 14/06/2025)'),
      ]),
    )
    expect(lines.join('\n')).not.toMatch(/[{}\ue000-\ue0ff]/)
    expect(report.title).toBe(
      'Tình hình phát triển kinh tế tập thể, hợp tác xã 6 tháng đầu năm 2025',
    )
  })
})
