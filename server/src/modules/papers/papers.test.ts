import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import * as papers from './index.ts'
import * as lists from './list-samples.ts'
import * as samples from './samples.ts'

async function textOf(paper: Promise<Buffer>): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: await paper })
  return value.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
}

const ALL = {
  invitation: () => papers.makeInvitation(samples.INVITATION),
  minutes: () => papers.makeMinutes(samples.MINUTES),
  attendance: () => papers.makeAttendanceList(samples.ATTENDANCE),
  dunning: () => papers.makeDunningLetter(samples.DUNNING),
  opinions: () => papers.makeOpinionSummary(samples.OPINIONS),
  tasks: () => papers.makeTaskListPaper(lists.TASK_LIST),
  products: () => papers.makeProductList(lists.PRODUCTS),
  outgoing: () => papers.makeDocumentBook(lists.BOOK_OUT),
  incoming: () => papers.makeDocumentBook(lists.BOOK_IN),
  review: () => papers.makeSelfReview(lists.REVIEW),
  file: () => papers.makeTaskFile(lists.FILE),
  handover: () => papers.makeHandoverMinutes(lists.HANDOVER),
}
const WIDE = new Set([
  'opinions',
  'tasks',
  'products',
  'outgoing',
  'incoming',
  'review',
  'handover',
])
const NUMBERED = new Set(['invitation', 'minutes', 'dunning', 'opinions', 'review', 'handover'])

test.each(Object.entries(ALL))(
  '%s: state’s name, issuer, page and equal bytes',
  async (name, make) => {
    const first = await make()
    expect((await make()).equals(first)).toBe(true)
    const xml = Buffer.from(unzipSync(first)['word/document.xml'] ?? []).toString()
    const page = WIDE.has(name) ? 'w:w="16838" w:h="11906"' : 'w:w="11906" w:h="16838"'
    expect(xml).toContain(page)
    const text = await textOf(make())
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc')
    expect(text.includes('Số: /')).toBe(NUMBERED.has(name))
  },
)

test('an invitation says who, when, where, what and which papers', async () => {
  const text = await textOf(ALL.invitation())
  for (const words of [
    'Ban Chỉ đạo phát triển kinh tế tập thể trân trọng kính mời: - Các thành viên Ban Chỉ đạo;',
    '- Đại diện Hợp tác xã Minh Phát.',
    'Thời gian: 07 giờ 30 phút, ngày 09/07/2026 (thứ Năm).',
    'Địa điểm: Phòng họp số 2',
    '- Nhiệm vụ quá hạn và khó khăn của hợp tác xã.',
    'Tài liệu gửi kèm: Dự thảo Báo cáo',
    'TL. TRƯỞNG BAN GIÁM ĐỐC SỞ TÀI CHÍNH',
  ])
    expect(text).toContain(words)
})

test('minutes say who came in whose place, who was absent and why, and carry two signatures', async () => {
  const text = await textOf(ALL.minutes())
  for (const words of [
    '1. Phạm Minh Đức, Phó Giám đốc, Sở Nội vụ (dự thay Giám đốc Sở).',
    '1. Đỗ Minh Tâm, Giám đốc, Sở Y tế (công tác).',
    '2. Hồ Minh Giang, Giám đốc, Sở Xây dựng (không nêu lý do).',
    'Đồng chí Vũ Minh Anh: Đề nghị bố trí',
    'Kết luận: 1. Thống nhất nội dung báo cáo.',
    'kết thúc vào 11 giờ, ngày 09 tháng 7 năm 2026',
    'THƯ KÝ (Ký, ghi rõ họ tên) Lê Minh Thu CHỦ TRÌ (Ký, ghi rõ họ tên) Trần Văn Minh',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Hưng Yên, ngày')
})

test('the attendance list has a row for every guest and those to come', async () => {
  const text = await textOf(ALL.attendance())
  expect(text).toContain('STT Họ và tên Chức vụ, cơ quan Ký tên Ghi chú')
  expect(text).toContain('1 Phạm Minh Đức Phó Giám đốc Sở Nội vụ Dự thay Giám đốc Sở')
  expect(text).toContain('4 5 6 Danh sách gồm 3 đại biểu.')
})

test('the letter that presses lists each agency’s late tasks with days', async () => {
  const text = await textOf(ALL.dunning())
  for (const words of [
    'V/v đôn đốc thực hiện nhiệm vụ quá hạn',
    'KHẨN',
    'Kính gửi: - Sở Nông nghiệp và Môi trường; - Ủy ban nhân dân xã Minh Giồng.',
    'tính đến hết ngày 05/07/2026, có 3 nhiệm vụ',
    'II. Ủy ban nhân dân xã Minh Giồng (2 nhiệm vụ)',
    'mục 4 31/05/2026 35 Chưa tiếp nhận',
    'trước ngày 12/07/2026',
  ])
    expect(text).toContain(words)
  const [only = ''] = samples.DUNNING.to
  const one = await textOf(papers.makeDunningLetter({ ...samples.DUNNING, to: [only] }))
  expect(one).toContain('Kính gửi: Sở Nông nghiệp và Môi trường.')
})

test('a reminder to copy says what is late, due today or soon', () => {
  const [task] = samples.DUNNING.agencies[0]?.tasks ?? []
  if (!task) throw new Error('the sample has a task')
  const tasks = [task, { ...task, daysLate: 0 }, { ...task, daysLate: -3 }]
  const input = {
    agency: 'Sở Minh Giao',
    asOf: '2026-07-05',
    answerTo: 'Sở Tài chính',
    answerBy: null,
  }
  expect(papers.dunningText({ ...input, tasks })).toBe(
    [
      'Kính gửi Sở Minh Giao,',
      'Tính đến ngày 05/07/2026, Sở Minh Giao có 3 nhiệm vụ cần đôn đốc:',
      ...['quá hạn 20 ngày', 'đến hạn hôm nay', 'còn 3 ngày'].map(
        (late, index) =>
          `${index + 1}. Tham mưu kế hoạch hỗ trợ máy nông nghiệp cho tổ hợp tác ` +
          `(Thông báo số 05/TB-BCĐ ngày 03/03/2026, mục 2; hạn 15/06/2026, ${late})`,
      ),
      'Đề nghị cơ quan cập nhật kết quả, gửi Sở Tài chính. Trân trọng!',
    ].join('\n'),
  )
})

test('the table of opinions counts all who were asked and names who said nothing', async () => {
  const text = await textOf(ALL.opinions())
  for (const words of [
    'gửi lấy ý kiến 5 cơ quan',
    '2 cơ quan có ý kiến (2 ý kiến), 1 cơ quan thống nhất, 2 cơ quan chưa trả lời.',
    'Tiếp thu: Đã bổ sung tại mục II.3.',
    'Chưa xử lý.',
    'III. CƠ QUAN CHƯA TRẢ LỜI Sở Xây dựng, Ủy ban nhân dân xã Minh Hậu.',
  ])
    expect(text).toContain(words)
})

test('lists number their rows through all groups and give sums', async () => {
  const tasks = await textOf(ALL.tasks())
  expect(tasks).toContain('I. Sở Tài chính (9)')
  expect(tasks).toContain('10 Tuyên truyền Luật Hợp tác xã năm 2023')
  expect(tasks).toContain('Tổng số: 10 nhiệm vụ.')
  const products = await textOf(ALL.products())
  expect(products).toContain('DANH MỤC SẢN PHẨM, CÔNG VIỆC Quý II năm 2026')
  expect(products).toContain('18/06/2026 Đúng hạn Chờ số liệu 4 ngày, Trưởng phòng xác nhận')
  const review = await textOf(ALL.review())
  expect(review).toContain('II. Nhiệm vụ đề nghị dừng thực hiện (1)')
  expect(await textOf(ALL.file())).toContain('2 UBND xã Minh Hậu Danh sách hợp tác xã 02 Bản chụp')
  const handover = await textOf(ALL.handover())
  expect(handover).toContain('I. NHIỆM VỤ (2)')
  expect(handover).toContain('ĐẠI DIỆN BÊN GIAO (Ký, ghi rõ họ tên) Đỗ Minh Tâm')
})

test('registers carry the fields of the decree', async () => {
  expect(await textOf(ALL.outgoing())).toContain(
    '(8) 05/TB-BCĐ 03/03/2026 Thông báo kết luận cuộc họp Ban Chỉ đạo Trần Văn Minh',
  )
  expect(await textOf(ALL.incoming())).toContain(
    '(10) 05/03/2026 12 Bộ Tài chính 1234/BTC-KTTT 01/03/2026 Công văn về việc báo cáo tình hình ' +
      'kinh tế tập thể Sở Tài chính 05/03/2026 Khẩn',
  )
})

test('empty lists say so instead of an empty table', async () => {
  const { TASK_LIST, PRODUCTS, HANDOVER } = lists
  const { OPINIONS } = samples
  const empty = [
    papers.makeTaskListPaper({ ...TASK_LIST, groups: [] }),
    papers.makeProductList({ ...PRODUCTS, products: [] }),
    papers.makeOpinionSummary({ ...OPINIONS, rows: [], agreed: [], silent: [] }),
    papers.makeHandoverMinutes({ ...HANDOVER, tasks: [], files: [], remarks: [] }),
  ]
  for (const paper of empty) expect(await textOf(paper)).toMatch(/Không có/)
})
