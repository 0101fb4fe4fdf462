import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { makeConclusionNotice } from './conclusion-notice.ts'
import { directiveSentence } from './directive-words.ts'
import { committeeTemplate, departmentTemplate, officeTemplate } from './issuer-templates.ts'
import { authorityLines } from './parts.ts'
import type { ConclusionNoticeInput, NoticeDirective } from './types.ts'

const HUNG_YEN = { unit: 'tỉnh Hưng Yên', place: 'Hưng Yên' }
const COMMITTEE = committeeTemplate({
  ...HUNG_YEN,
  committee: 'Ban Chỉ đạo phát triển kinh tế tập thể',
})

function aDirective(text: string, over: Partial<NoticeDirective> = {}): NoticeDirective {
  const none = { co: [], due: null, dueWords: null, product: null }
  return { text, manner: 'giao', lead: ['Sở Tài chính'], ...none, ...over }
}

function aNotice(over: Partial<ConclusionNoticeInput> = {}): ConclusionNoticeInput {
  const template = over.template ?? COMMITTEE
  return {
    template,
    head: { number: null, on: null, year: 2026, draft: 1, urgency: null, isInternal: false },
    chair: {
      name: 'Trần Văn Minh',
      posts: ['Phó Chủ tịch Ủy ban nhân dân tỉnh', 'Trưởng Ban Chỉ đạo'],
      honorific: 'đồng chí',
    },
    meeting: { name: 'cuộc họp Ban Chỉ đạo', on: '2026-02-03', place: null },
    bases: [],
    present: [],
    heard: null,
    evaluation: [],
    directives: [],
    grouping: 'item',
    recipients: null,
    signature: { authority: template.authority, name: 'Trần Văn Minh' },
    ...over,
  }
}

async function textOf(input: ConclusionNoticeInput): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: await makeConclusionNotice(input) })
  return value.replaceAll('\u00a0', ' ')
}

const DIRECTIVES = [
  aDirective('Rà soát hợp tác xã ngừng hoạt động', {
    co: ['Liên minh Hợp tác xã tỉnh'],
    due: '2026-03-15',
    product: 'Báo cáo',
  }),
  aDirective('Đẩy mạnh tuyên truyền Luật Hợp tác xã năm 2023', {
    manner: 'đề nghị',
    lead: ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    dueWords: 'thường xuyên',
  }),
  aDirective('HTX đủ điều kiện phải được niêm yết công khai', { due: '2026-01-05' }),
  aDirective('Tham mưu ban hành Kế hoạch năm 2027 trước ngày 31/12/2026', { due: '2026-12-31' }),
  aDirective('Các xã báo cáo hằng quý', { lead: [] }),
]

test('every directive stands in the notice with who, with whom, until when and its product', async () => {
  const text = await textOf(aNotice({ directives: DIRECTIVES }))
  for (const line of [
    '1. Giao Sở Tài chính chủ trì, phối hợp với Liên minh Hợp tác xã tỉnh rà soát hợp tác xã ' +
      'ngừng hoạt động; hoàn thành chậm nhất ngày 15/03/2026; sản phẩm yêu cầu: Báo cáo.',
    '2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh đẩy mạnh tuyên truyền Luật Hợp tác xã năm ' +
      '2023; thời hạn: thường xuyên.',
    '3. Giao Sở Tài chính: HTX đủ điều kiện phải được niêm yết công khai; hoàn thành chậm nhất ' +
      'ngày 05/01/2026.',
    '4. Giao Sở Tài chính tham mưu ban hành Kế hoạch năm 2027 trước ngày 31/12/2026.',
    '5. Các xã báo cáo hằng quý.',
  ])
    expect(text).toContain(line)
})

test.each([
  ['Giao Sở Tài chính rà soát quỹ', 'Giao Sở Tài chính rà soát quỹ.'],
  ['Sở Tài chính rà soát quỹ', 'Sở Tài chính rà soát quỹ.'],
  ['Đề nghị UBND các xã rà soát quỹ', 'Đề nghị UBND các xã rà soát quỹ.'],
  [
    'Rà soát, gửi Sở Tài chính danh sách',
    'Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát, gửi Sở Tài chính danh sách.',
  ],
  [
    'chủ trì, phối hợp với Sở Y tế rà soát',
    'Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát.',
  ],
  [
    'Yêu cầu các HTX báo cáo',
    'Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế: Yêu cầu các HTX báo cáo.',
  ],
])('who is given it is said once: %s', (text, sentence) => {
  expect(directiveSentence(aDirective(text, { co: ['Sở Y tế'] }))).toBe(sentence)
})

test('grouped by agency, an agency with several items is named once', async () => {
  const text = await textOf(aNotice({ directives: DIRECTIVES, grouping: 'agency' }))
  expect(text).toContain('1. Giao Sở Tài chính:\n\na) Chủ trì, phối hợp với Liên minh')
  expect(text).toContain('b) HTX đủ điều kiện')
  expect(text).toContain('2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh đẩy mạnh')
  expect(text).toContain('3. Nhiệm vụ chung:\n\na) Các xã báo cáo hằng quý.')
})

test('an open number and day leave room, a draft says so', async () => {
  const text = await textOf(aNotice())
  expect(text).toContain('Số:      /TB-BCĐ')
  expect(text).toContain('Hưng Yên, ngày      tháng      năm 2026')
  expect(text).toContain('DỰ THẢO lần 1')
})

test('days under 10 and months 1 and 2 carry a zero, numbers under 10 too', async () => {
  const own = { number: '5', on: '2026-02-05', year: 2026, draft: null } as const
  const text = await textOf(aNotice({ head: { ...own, urgency: 'hỏa tốc', isInternal: true } }))
  expect(text).toContain('Số: 05/TB-BCĐ')
  expect(text).toContain('Hưng Yên, ngày 05 tháng 02 năm 2026')
  expect(text).toContain('HỎA TỐC')
  expect(text).toContain('LƯU HÀNH NỘI BỘ')
  expect(text).not.toContain('DỰ THẢO')
})

test('each issuer has its symbol and authority', async () => {
  const office = await textOf(aNotice({ template: officeTemplate(HUNG_YEN) }))
  expect(office).toContain('/TB-VPUB')
  expect(office).toMatch(/TL\. CHỦ TỊCH\s+CHÁNH VĂN PHÒNG/)
  const department = departmentTemplate({ ...HUNG_YEN, department: 'Sở Tài chính', code: 'STC' })
  expect(await textOf(aNotice({ template: department }))).toContain('/TB-STC')
  const committee = await textOf(aNotice())
  expect(committee).toMatch(
    /TM\. BAN CHỈ ĐẠO\s+TRƯỞNG BAN\s+PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN\s+TỈNH HƯNG YÊN\s+Trần Văn Minh/,
  )
})

test.each([
  ['KT', 'Trưởng Ban', null, 'Phó Trưởng Ban', ['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN']],
  [
    'TM',
    'Ủy ban nhân dân',
    'Chủ tịch',
    'Phó Chủ tịch',
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  ],
  ['TUQ', 'Giám đốc', null, 'Trưởng phòng', ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
  ['Q', null, null, 'Giám đốc', ['Q. GIÁM ĐỐC']],
  ['direct', null, null, 'Giám đốc', ['GIÁM ĐỐC']],
] as const)('signs %s %s', (mode, principal, deputyFor, post, lines) => {
  expect(authorityLines({ mode, principal, deputyFor, post, officeHeld: null })).toEqual(lines)
})

test('equal values give equal bytes', async () => {
  const input = aNotice({ directives: DIRECTIVES })
  const first = await makeConclusionNotice(input)
  expect((await makeConclusionNotice(input)).equals(first)).toBe(true)
})

test('the page is A4 with the margins of the decree, numbered but on the first page', async () => {
  const files = unzipSync(await makeConclusionNotice(aNotice()))
  const xml = Buffer.from(files['word/document.xml'] ?? []).toString()
  expect(xml).toContain('w:w="11906" w:h="16838"')
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/)
  expect(xml).toContain('<w:titlePg/>')
})

test('control characters, half characters and mark-up in a text do no harm', async () => {
  const nasty = 'Rà soát \u0000\u0008\ud800 <w:p> & "HTX" \u202e'
  const text = await textOf(aNotice({ directives: [aDirective(nasty)] }))
  expect(text).toContain('<w:p> & "HTX"')
})

test('an unknown field in a template is told', () => {
  const template = { ...COMMITTEE, opening: 'Ngày {when}' }
  expect(() => makeConclusionNotice(aNotice({ template }))).toThrow(
    expect.objectContaining({ code: 'papers.template' }),
  )
})
