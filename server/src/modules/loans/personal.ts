import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: { vi: 'Người đề nghị vay, người cho vay', en: 'Who asks for a loan and who lends' },
  seenBy: {
    vi: 'HTX vay vốn, cơ quan quản lý quỹ và các cơ quan của địa bàn',
    en: 'The cooperative, who runs the fund and the authorities of the area',
  },
  retention: { vi: 'Lưu cùng khoản vay', en: 'Kept with the loan' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã đề nghị, duyệt, ghi tiền', en: 'Who asked, approved, entered' },
  how: 'words',
} as const

declarePersonalData(
  'loans',
  { ...OF, record: 'id', account: 'requested_by' },
  { requested_words: WHO },
)
declarePersonalData(
  'loan_events',
  { ...OF, record: 'loan_id', account: 'made_by' },
  { by_words: WHO },
)
