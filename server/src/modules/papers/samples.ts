import type {
  AttendanceListInput,
  DunningLetterInput,
  InvitationInput,
  MinutesInput,
  OpinionSummaryInput,
  PaperHead,
  Signature,
} from './types.ts'

// Values for tests: every name and number is made up.

export const HEAD: PaperHead = {
  superior: 'Ủy ban nhân dân tỉnh Hưng Yên',
  issuer: 'Ban Chỉ đạo phát triển kinh tế tập thể',
  number: null,
  symbol: 'GM-BCĐ',
  place: 'Hưng Yên',
  on: '2026-07-05',
  year: 2026,
  draft: null,
  urgency: null,
  isInternal: false,
}
export const BY_ORDER: Signature = {
  authority: {
    mode: 'TL',
    principal: 'Trưởng Ban',
    deputyFor: null,
    post: 'Giám đốc Sở Tài chính',
    officeHeld: null,
  },
  name: 'Nguyễn Thị Minh Hòa',
}
const RECIPIENTS = { lines: ['Như trên', 'Trưởng Ban (để báo cáo)'], archive: 'Lưu: VT, BCĐ' }
const MINH = {
  name: 'Trần Văn Minh',
  post: 'Phó Chủ tịch Ủy ban nhân dân tỉnh, Trưởng Ban Chỉ đạo',
  body: '',
  insteadOf: null,
}

export const INVITATION: InvitationInput = {
  head: HEAD,
  abstract: 'Họp Ban Chỉ đạo phát triển kinh tế tập thể tỉnh quý III năm 2026',
  guests: [
    'Các thành viên Ban Chỉ đạo',
    'Lãnh đạo Liên minh Hợp tác xã tỉnh',
    'Đại diện Hợp tác xã Minh Phát',
  ],
  chair: 'Đồng chí Trần Văn Minh, Phó Chủ tịch Ủy ban nhân dân tỉnh, Trưởng Ban Chỉ đạo',
  on: '2026-07-09',
  startsAt: '07:30',
  place: 'Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh',
  agenda: ['Kết quả 6 tháng đầu năm 2026', 'Nhiệm vụ quá hạn và khó khăn của hợp tác xã'],
  enclosed: ['Dự thảo Báo cáo 6 tháng đầu năm 2026'],
  notes: ['Đề nghị các đại biểu xác nhận dự họp với Sở Tài chính trước ngày 07/07/2026.'],
  recipients: RECIPIENTS,
  signature: BY_ORDER,
}

export const MINUTES: MinutesInput = {
  head: { ...HEAD, symbol: 'BB-BCĐ' },
  abstract: 'Họp Ban Chỉ đạo phát triển kinh tế tập thể tỉnh quý III năm 2026',
  on: '2026-07-09',
  startsAt: '07:30',
  endsAt: '11:00',
  place: 'Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh',
  chair: MINH,
  secretary: { name: 'Lê Minh Thu', post: 'chuyên viên', body: 'Sở Tài chính', insteadOf: null },
  present: [
    { name: 'Phạm Minh Đức', post: 'Phó Giám đốc', body: 'Sở Nội vụ', insteadOf: 'Giám đốc Sở' },
    { name: 'Vũ Minh Anh', post: 'Chủ tịch', body: 'Liên minh HTX tỉnh', insteadOf: null },
  ],
  absent: [
    { name: 'Đỗ Minh Tâm', post: 'Giám đốc', body: 'Sở Y tế', reason: 'công tác' },
    { name: 'Hồ Minh Giang', post: 'Giám đốc', body: 'Sở Xây dựng', reason: null },
  ],
  agenda: ['Kết quả 6 tháng đầu năm 2026', 'Nhiệm vụ quá hạn'],
  course: [
    { speaker: null, text: 'Sở Tài chính báo cáo kết quả 6 tháng đầu năm 2026.' },
    { speaker: 'Đồng chí Vũ Minh Anh', text: 'Đề nghị bố trí vốn điều lệ cho Quỹ hỗ trợ.' },
  ],
  conclusion: ['Thống nhất nội dung báo cáo', 'Giao Sở Tài chính dự thảo Thông báo kết luận'],
  recipients: { lines: ['Thành viên Ban Chỉ đạo'], archive: 'Lưu: VT, BCĐ' },
}

export const ATTENDANCE: AttendanceListInput = {
  head: HEAD,
  title: 'Họp Ban Chỉ đạo phát triển kinh tế tập thể tỉnh quý III năm 2026',
  on: '2026-07-09',
  place: 'Phòng họp số 2',
  guests: [...MINUTES.present, MINH],
  emptyRows: 3,
}

export const DUNNING: DunningLetterInput = {
  head: { ...HEAD, symbol: 'BCĐ-STC', urgency: 'khẩn' },
  abstract: 'đôn đốc thực hiện nhiệm vụ quá hạn do Ban Chỉ đạo giao',
  to: ['Sở Nông nghiệp và Môi trường', 'Ủy ban nhân dân xã Minh Giồng'],
  opening: null,
  closing: null,
  asOf: '2026-07-05',
  agencies: [
    {
      name: 'Sở Nông nghiệp và Môi trường',
      tasks: [
        {
          text: 'Tham mưu kế hoạch hỗ trợ máy nông nghiệp cho tổ hợp tác',
          source: 'Thông báo số 05/TB-BCĐ ngày 03/03/2026, mục 2',
          due: '2026-06-15',
          daysLate: 20,
          state: 'Chưa có báo cáo',
        },
      ],
    },
    {
      name: 'Ủy ban nhân dân xã Minh Giồng',
      tasks: [
        {
          text: 'Tổ chức hội nghị đối thoại với hợp tác xã quý II',
          source: 'Kế hoạch số 12/KH-UBND ngày 20/01/2026',
          due: '2026-06-30',
          daysLate: 5,
          state: 'Trả lại ngày 02/07',
        },
        {
          text: 'Lập danh sách hợp tác xã ngừng hoạt động',
          source: 'Thông báo số 05/TB-BCĐ ngày 03/03/2026, mục 4',
          due: '2026-05-31',
          daysLate: 35,
          state: 'Chưa tiếp nhận',
        },
      ],
    },
  ],
  answerBy: '2026-07-12',
  answerTo: 'Sở Tài chính (Cơ quan Thường trực Ban Chỉ đạo)',
  recipients: RECIPIENTS,
  signature: BY_ORDER,
}

export const OPINIONS: OpinionSummaryInput = {
  head: { ...HEAD, symbol: 'BC-BCĐ' },
  subject: 'dự thảo Đề án phát triển kinh tế tập thể giai đoạn 2026 - 2030',
  sentBy: 'Sở Tài chính',
  askedOn: '2026-06-01',
  answerBy: '2026-06-15',
  asOf: '2026-06-20',
  rows: [
    {
      place: 'Mục II.3',
      body: 'Liên minh Hợp tác xã tỉnh',
      opinion: 'Bổ sung chỉ tiêu về tổ hợp tác.',
      handling: 'tiếp thu',
      answer: 'Đã bổ sung tại mục II.3.',
    },
    {
      place: 'Toàn văn',
      body: 'Sở Nội vụ',
      opinion: 'Rà soát tên gọi cơ quan sau sắp xếp.',
      handling: null,
      answer: null,
    },
  ],
  agreed: [{ body: 'Sở Y tế', paper: 'Công văn số 120/SYT-VP ngày 10/06/2026' }],
  silent: ['Sở Xây dựng', 'Ủy ban nhân dân xã Minh Hậu'],
  signature: BY_ORDER,
}
