import type {
  DocumentBookInput,
  HandoverInput,
  SelfReviewInput,
  TaskFileInput,
} from './list-types.ts'
import { BY_ORDER, HEAD } from './samples.ts'
import type { PaperTask, ProductListInput, TaskListInput } from './types.ts'

// Values for tests: every name and number is made up.

export const TASK: PaperTask = {
  code: 'NV-0102',
  text: 'Rà soát hợp tác xã ngừng hoạt động, đề xuất phương án xử lý',
  source: 'Thông báo số 05/TB-BCĐ ngày 03/03/2026, mục 11',
  lead: 'Sở Tài chính',
  co: ['Liên minh HTX tỉnh', 'Sở Nông nghiệp và Môi trường'],
  assignedOn: '2026-03-03',
  due: '15/12/2026',
  product: 'Báo cáo',
  result: null,
  state: 'Trong hạn (163 ngày)',
}
const STANDING: PaperTask = {
  ...TASK,
  code: null,
  text: 'Tuyên truyền Luật Hợp tác xã năm 2023',
  due: 'Thường xuyên',
  product: null,
}

export const TASK_LIST: TaskListInput = {
  head: HEAD,
  title: 'Danh mục nhiệm vụ',
  subtitle: 'Ban Chỉ đạo giao, tính đến ngày 05/07/2026',
  groups: [
    { heading: 'Sở Tài chính', tasks: Array.from({ length: 9 }, () => TASK) },
    { heading: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', tasks: [STANDING] },
  ],
  signature: BY_ORDER,
  madeBy: 'Lê Minh Thu',
}

export const PRODUCTS: ProductListInput = {
  head: { ...HEAD, issuer: 'Sở Tài chính' },
  person: { name: 'Lê Minh Thu', post: 'Chuyên viên', body: 'Phòng Kinh tế tập thể' },
  quarter: 2,
  products: [
    {
      text: 'Dự thảo Báo cáo 6 tháng',
      source: 'Kế hoạch số 12/KH-UBND ngày 20/01/2026',
      product: 'Báo cáo số 45/BC-STC',
      due: '20/06/2026',
      doneOn: '2026-06-18',
      state: 'Đúng hạn',
      note: 'Chờ số liệu 4 ngày, Trưởng phòng xác nhận',
    },
  ],
  superior: { authority: { ...BY_ORDER.authority, post: 'Trưởng phòng' }, name: 'Đỗ Minh Quân' },
}

export const BOOK_OUT: DocumentBookInput = {
  head: HEAD,
  year: 2026,
  from: '2026-01-01',
  to: '2026-06-30',
  volume: 1,
  book: {
    kind: 'đi',
    rows: [
      {
        numberSymbol: '05/TB-BCĐ',
        on: '2026-03-03',
        abstract: 'Thông báo kết luận cuộc họp Ban Chỉ đạo',
        signer: 'Trần Văn Minh',
        recipients: 'Thành viên Ban Chỉ đạo; UBND các xã, phường',
        archivedAt: 'Văn thư',
        copies: 2,
        note: null,
      },
    ],
  },
}
export const BOOK_IN: DocumentBookInput = {
  ...BOOK_OUT,
  book: {
    kind: 'đến',
    rows: [
      {
        arrivedOn: '2026-03-05',
        arrivalNumber: '12',
        author: 'Bộ Tài chính',
        numberSymbol: '1234/BTC-KTTT',
        on: '2026-03-01',
        abstract: 'Công văn về việc báo cáo tình hình kinh tế tập thể',
        receiver: 'Sở Tài chính',
        forwardedOn: '2026-03-05',
        note: 'Khẩn',
      },
    ],
  },
}

export const REVIEW: SelfReviewInput = {
  head: { ...HEAD, symbol: 'BC-STC', issuer: 'Sở Tài chính' },
  agency: 'Sở Tài chính',
  quarter: 2,
  rows: [
    { ...TASK, verdict: 'tiếp tục', reason: 'Đang tổng hợp' },
    { ...STANDING, verdict: 'đề nghị dừng', reason: 'Văn bản giao đã hết hiệu lực' },
  ],
  signature: {
    authority: { ...BY_ORDER.authority, mode: 'direct', principal: null, post: 'Giám đốc' },
    name: 'Nguyễn Thị Minh Hòa',
  },
}

export const FILE: TaskFileInput = {
  head: HEAD,
  title: 'Rà soát hợp tác xã ngừng hoạt động năm 2026',
  code: 'HS-2026-014',
  from: '2026-03-03',
  to: null,
  keptFor: '10 năm',
  papers: [
    {
      numberSymbol: '05/TB-BCĐ',
      on: '2026-03-03',
      author: 'Ban Chỉ đạo',
      abstract: 'Thông báo kết luận',
      place: '01',
      note: null,
    },
    {
      numberSymbol: null,
      on: null,
      author: 'UBND xã Minh Hậu',
      abstract: 'Danh sách hợp tác xã',
      place: '02',
      note: 'Bản chụp',
    },
  ],
  madeBy: 'Lê Minh Thu',
}

export const HANDOVER: HandoverInput = {
  head: { ...HEAD, symbol: 'BB-STC', issuer: 'Sở Tài chính' },
  basis: 'Nghị quyết về sắp xếp cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh',
  on: '2026-07-01',
  place: 'trụ sở Sở Tài chính',
  giver: { body: 'Sở Minh Giao', persons: [{ name: 'Đỗ Minh Tâm', post: 'Giám đốc' }] },
  taker: { body: 'Sở Tài chính', persons: [{ name: 'Nguyễn Thị Minh Hòa', post: 'Giám đốc' }] },
  witness: null,
  tasks: [TASK, STANDING],
  files: [{ title: 'Hồ sơ 12 hợp tác xã', amount: '12 hồ sơ', note: null }],
  remarks: ['Nhiệm vụ NV-0102 chờ số liệu của 3 xã'],
}
