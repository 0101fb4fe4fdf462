import type { Role } from '@hopluc/shared/session'
import { declarePersonalData, type PersonalTable } from '../personal-fields/index.ts'

const READERS: readonly Role[] = ['standing', 'leader', 'clerk', 'officer', 'cooperative']
const KEPT = {
  vi: 'Như sổ đăng ký thành viên của HTX; xóa khi nhập nhầm hoặc theo yêu cầu',
  en: 'As long as the register of members; removed on request or when entered by mistake',
}
const NAME = { vi: 'Họ và tên', en: 'Name' }
const PHONE = { vi: 'Số điện thoại', en: 'Phone' }
const REGISTER = { vi: 'Sổ đăng ký thành viên', en: 'The register of members' }
const LAW = 'Luật Hợp tác xã số 17/2023/QH15, Điều 15'
const toReach = { vi: 'Liên hệ công vụ', en: 'To reach somebody at work' }

const members: PersonalTable = {
  subject: { vi: 'Thành viên HTX, THT', en: 'Member of a cooperative' },
  seenBy: {
    vi: 'Chính HTX, THT và cơ quan cập nhật danh sách; nơi khác chỉ xem số lượng',
    en: 'The entity and whoever keeps the register; others read counts',
  },
  retention: KEPT,
  record: 'id',
}
declarePersonalData('entity_members', members, {
  name: { name: NAME, purpose: REGISTER, how: 'name', basis: LAW },
  paper_no: {
    name: { vi: 'Số định danh hoặc mã số tổ chức', en: 'Identification number' },
    purpose: REGISTER,
    basis: LAW,
    mask: { as: 'identity', fullFor: [], revealedTo: READERS },
  },
  nationality: { name: { vi: 'Quốc tịch', en: 'Nationality' }, purpose: REGISTER, basis: LAW },
  address: { name: { vi: 'Địa chỉ liên lạc', en: 'Address' }, purpose: REGISTER, basis: LAW },
  phone: {
    name: PHONE,
    purpose: toReach,
    how: 'contact',
    mask: { as: 'phone', fullFor: [], revealedTo: READERS },
  },
  note: { name: { vi: 'Ghi chú', en: 'Note' }, purpose: REGISTER, how: 'words' },
})

declarePersonalData(
  'entity_managers',
  {
    subject: { vi: 'Cán bộ quản lý HTX, THT', en: 'Manager of a cooperative' },
    seenBy: { vi: 'Người được xem HTX, THT đó', en: 'Those who may read the entity' },
    retention: { vi: 'Cùng hồ sơ HTX, THT', en: 'With the record of the entity' },
    record: 'id',
  },
  {
    name: {
      name: NAME,
      purpose: { vi: 'Biết ai quản lý, điều hành HTX', en: 'To know who manages it' },
      how: 'name',
    },
    birth_year: {
      name: { vi: 'Năm sinh', en: 'Year of birth' },
      purpose: { vi: 'Thống kê độ tuổi cán bộ quản lý', en: 'Ages of managers' },
    },
    sex: {
      name: { vi: 'Giới tính', en: 'Sex' },
      purpose: { vi: 'Thống kê nữ cán bộ quản lý', en: 'Women among managers' },
    },
    phone: {
      name: PHONE,
      purpose: toReach,
      how: 'contact',
      mask: { as: 'phone', fullFor: [], revealedTo: READERS },
    },
  },
)

declarePersonalData(
  'entity_debts',
  { ...members, subject: { vi: 'Người có công nợ với HTX', en: 'Debtor or creditor' } },
  {
    party_name: {
      name: { vi: 'Tên bên nợ, bên cho nợ', en: 'Name of debtor or creditor' },
      purpose: { vi: 'Theo dõi, xử lý công nợ', en: 'To settle debts' },
      how: 'name',
    },
  },
)

declarePersonalData(
  'market_notices',
  {
    subject: { vi: 'Người liên hệ mua bán', en: 'Contact for trade' },
    seenBy: { vi: 'Mọi người đã đăng nhập', en: 'Everyone signed in' },
    retention: { vi: 'Đến khi HTX hoặc xã xóa tin', en: 'Until the notice is removed' },
    record: 'id',
  },
  {
    contact: {
      name: { vi: 'Liên hệ', en: 'Contact' },
      purpose: { vi: 'Để bên mua, bên bán liên hệ', en: 'So that traders reach each other' },
      how: 'words',
    },
  },
)
