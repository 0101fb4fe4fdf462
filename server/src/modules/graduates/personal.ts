import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: { vi: 'Cán bộ trẻ làm việc tại HTX', en: 'Young graduate at a cooperative' },
  seenBy: {
    vi: 'Cơ quan chi hỗ trợ, chính HTX và cơ quan của xã nơi HTX hoạt động',
    en: 'Who pays the support, the cooperative and the authorities of its commune',
  },
  retention: { vi: 'Cùng hồ sơ hỗ trợ', en: 'With the record of the support' },
}
const PAID = {
  vi: 'Chi hỗ trợ đúng người, đúng thời hạn; thanh quyết toán',
  en: 'To pay the right person for the right term; accounts',
}
const BASIS = 'Nghị định 113/2024/NĐ-CP, Điều 7'

declarePersonalData(
  'graduates',
  { ...OF, record: 'id' },
  {
    name: { name: { vi: 'Họ và tên', en: 'Name' }, purpose: PAID, how: 'name', basis: BASIS },
    birth_year: { name: { vi: 'Năm sinh', en: 'Year of birth' }, purpose: PAID, basis: BASIS },
    training: {
      name: { vi: 'Trình độ, chuyên ngành', en: 'Training' },
      purpose: PAID,
      how: 'words',
      basis: BASIS,
    },
    outcome_note: {
      name: { vi: 'Ghi chú kết quả sau hỗ trợ', en: 'Note on what became of them' },
      purpose: { vi: 'Biết hiệu quả của chính sách', en: 'To know what the policy achieves' },
      how: 'words',
    },
  },
)
declarePersonalData(
  'graduate_steps',
  { ...OF, record: 'id', account: 'made_by' },
  {
    by_words: {
      name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
      purpose: { vi: 'Biết ai đã chi, gia hạn', en: 'Who paid, who extended' },
      how: 'words',
    },
  },
)
