import type { Role } from '@hopluc/shared/session'
import { declarePersonalData } from './declare.ts'

const OFFICERS: readonly Role[] = [
  'chair',
  'delegate',
  'standing',
  'leader',
  'clerk',
  'officer',
  'observer',
  'admin',
]
const COLLEAGUES = { vi: 'Người dùng thuộc các cơ quan', en: 'Users in the authorities' }
const ADMIN = { vi: 'Quản trị và chính người đó', en: 'The administrator and the person' }
const HOLDER = { vi: 'Người dùng tài khoản', en: 'Holder of an account' }
const KEPT = {
  vi: 'Không tự xóa; khóa tài khoản khi thôi việc, lịch sử vẫn ghi tên người đã thực hiện',
  en: 'Not deleted by itself; the account is locked on leaving, the history still names who acted',
}
const WHO_DID = { vi: 'Biết ai đã thực hiện', en: 'To know who did it' }

declarePersonalData(
  'accounts',
  { subject: HOLDER, seenBy: COLLEAGUES, retention: KEPT, record: 'id', account: 'id' },
  {
    name: {
      name: { vi: 'Họ và tên', en: 'Name' },
      purpose: { vi: 'Giao nhiệm vụ, ghi ai đã thực hiện', en: 'To give tasks and say who acted' },
      how: 'name',
      correct: { mayBeEmpty: false },
    },
    username: {
      name: { vi: 'Tên đăng nhập', en: 'User name' },
      purpose: { vi: 'Đăng nhập', en: 'Sign-in' },
    },
  },
)

declarePersonalData(
  'account_contacts',
  {
    subject: HOLDER,
    seenBy: {
      vi: 'Chính người đó; người cùng cơ quan, cấp trên và quản trị khi nêu mục đích',
      en: 'The person; colleagues, those above and the administrator, with a purpose',
    },
    retention: {
      vi: 'Đến khi người đó hoặc quản trị xóa',
      en: 'Until the person or the administrator takes it away',
    },
    record: 'account_id',
    account: 'account_id',
  },
  {
    phone: {
      name: { vi: 'Số điện thoại', en: 'Phone' },
      purpose: { vi: 'Liên hệ công vụ', en: 'To reach somebody at work' },
      mask: { as: 'phone', fullFor: [], revealedTo: OFFICERS },
      how: 'contact',
      correct: { mayBeEmpty: true },
    },
    email: {
      name: { vi: 'Thư điện tử', en: 'E-mail' },
      purpose: { vi: 'Liên hệ công vụ', en: 'To reach somebody at work' },
      mask: { as: 'email', fullFor: [], revealedTo: OFFICERS },
      how: 'contact',
      correct: { mayBeEmpty: true },
    },
  },
)

declarePersonalData(
  'account_identities',
  {
    subject: HOLDER,
    seenBy: {
      vi: 'Chính người đó; quản trị khi nêu mục đích',
      en: 'The person; the administrator with a purpose',
    },
    retention: { vi: 'Đến khi quản trị gỡ', en: 'Until the administrator takes it away' },
    record: 'id',
    account: 'account_id',
  },
  {
    value: {
      name: { vi: 'Định danh ở hệ thống đăng nhập ngoài', en: 'Identity at an outside provider' },
      purpose: { vi: 'Đăng nhập qua hệ thống ngoài', en: 'Sign-in by an outside provider' },
      sensitivity: 'sensitive', // a login of an electronic identity counts as such
      mask: { as: 'identity', fullFor: [], revealedTo: ['admin'] },
    },
  },
)

declarePersonalData(
  'posts',
  { subject: HOLDER, seenBy: COLLEAGUES, retention: KEPT, record: 'id', account: 'account_id' },
  {
    title: {
      name: { vi: 'Chức vụ', en: 'Post' },
      purpose: { vi: 'Xác định quyền theo chức vụ', en: 'Rights follow posts' },
    },
    authority: {
      name: { vi: 'Văn bản ủy quyền', en: 'Written delegation' },
      purpose: { vi: 'Căn cứ quyết định thay Trưởng ban', en: 'On what a delegate decides' },
    },
  },
)

declarePersonalData(
  'sessions',
  {
    subject: HOLDER,
    seenBy: ADMIN,
    retention: { vi: '180 ngày sau lần dùng cuối', en: '180 days after the last use' },
    record: 'id',
    account: 'account_id',
  },
  {
    address: {
      name: { vi: 'Địa chỉ mạng khi đăng nhập', en: 'Network address at sign-in' },
      purpose: { vi: 'Phát hiện đăng nhập lạ', en: 'To notice strange sign-ins' },
    },
    device: {
      name: { vi: 'Trình duyệt, hệ điều hành', en: 'Browser and system' },
      purpose: { vi: 'Phát hiện đăng nhập lạ', en: 'To notice strange sign-ins' },
    },
  },
)

declarePersonalData(
  'audit_entries',
  {
    subject: HOLDER,
    seenBy: ADMIN,
    retention: {
      vi: 'Giữ cùng nhật ký; nội dung chỉ tiêu hủy theo quyết định',
      en: 'Kept with the audit; contents are destroyed under an act alone',
    },
    record: 'id',
    account: 'account_id',
  },
  {
    address: {
      name: { vi: 'Địa chỉ mạng khi thao tác', en: 'Network address of a deed' },
      purpose: { vi: 'Truy vết thao tác', en: 'To trace deeds' },
    },
  },
)

const MEMBER = { vi: 'Thành viên Ban Chỉ đạo', en: 'Member of a committee' }
const WITH_DECISION = {
  vi: 'Theo hồ sơ quyết định thành lập, kiện toàn',
  en: 'With the file of the decision',
}
declarePersonalData(
  'committee_members',
  {
    subject: MEMBER,
    seenBy: { vi: 'Mọi người đã đăng nhập', en: 'Everyone signed in' },
    retention: WITH_DECISION,
    record: 'id',
  },
  {
    name: {
      name: { vi: 'Họ và tên', en: 'Name' },
      purpose: { vi: 'Thành phần Ban Chỉ đạo theo quyết định', en: 'Who sits by the decision' },
      how: 'name',
    },
    office: {
      name: { vi: 'Chức vụ', en: 'Office' },
      purpose: { vi: 'Thành phần Ban Chỉ đạo theo quyết định', en: 'Who sits by the decision' },
    },
  },
)
declarePersonalData(
  'duties',
  {
    subject: MEMBER,
    seenBy: { vi: 'Mọi người đã đăng nhập', en: 'Everyone signed in' },
    retention: WITH_DECISION,
    record: 'id',
  },
  {
    holder_name: {
      name: { vi: 'Họ tên người phụ trách', en: 'Name of who is in charge' },
      purpose: { vi: 'Phân công phụ trách địa bàn, HTX', en: 'Who is in charge of a place' },
      how: 'name',
    },
    holder_office: {
      name: { vi: 'Chức vụ người phụ trách', en: 'Office of who is in charge' },
      purpose: { vi: 'Phân công phụ trách địa bàn, HTX', en: 'Who is in charge of a place' },
    },
  },
)

const WITH_RECORD = { vi: 'Theo hồ sơ mà thao tác thuộc về', en: 'With the record of the deed' }
const READERS = { vi: 'Người được xem hồ sơ đó', en: 'Those who may read the record' }
const byWords = (table: string, record: string, account?: string, columns = ['by_words']) =>
  declarePersonalData(
    table,
    {
      subject: HOLDER,
      seenBy: READERS,
      retention: WITH_RECORD,
      record,
      ...(account !== undefined && { account }),
    },
    Object.fromEntries(
      columns.map((column) => [
        column,
        {
          name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
          purpose: WHO_DID,
          how: 'words' as const,
        },
      ]),
    ),
  )
byWords('task_events', 'task_id', 'account_id')
byWords('task_comments', 'id', 'account_id')
byWords('document_steps', 'document_id', 'account_id')
byWords('meeting_steps', 'meeting_id', 'account_id')
byWords('data_request_steps', 'request_id', 'account_id')
byWords('duty_meetings', 'id', 'created_by')
byWords('committee_reminders', 'id', 'created_by')
byWords('readings', 'id', undefined, ['created_by_words', 'saved_by_words'])
byWords('task_dunnings', 'id')
byWords('opinions', 'round_id')
byWords('self_reviews', 'task_id')
