import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: {
    vi: 'Người nộp, thẩm định, quyết định hồ sơ hỗ trợ',
    en: 'Who applies for support, appraises it and decides',
  },
  seenBy: {
    vi: 'HTX đề nghị, cơ quan quản lý và thẩm định, các cơ quan của địa bàn',
    en: 'The cooperative, who runs and appraises it and the authorities of the area',
  },
  retention: { vi: 'Lưu cùng hồ sơ hỗ trợ', en: 'Kept with the application' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã nộp, thẩm định, quyết định', en: 'Who applied, appraised, decided' },
  how: 'words',
} as const

declarePersonalData(
  'support_applications',
  { ...OF, record: 'id', account: 'applied_by' },
  { applied_words: WHO },
)
declarePersonalData(
  'support_opinions',
  { ...OF, record: 'application_id', account: 'made_by' },
  { by_words: WHO },
)
declarePersonalData(
  'support_events',
  { ...OF, record: 'application_id', account: 'made_by' },
  { by_words: WHO },
)
