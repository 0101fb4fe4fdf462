import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: { vi: 'Người chấm điểm, thẩm định, kiến nghị', en: 'Who scores, checks and appeals' },
  seenBy: {
    vi: 'HTX được đánh giá và các cơ quan của địa bàn',
    en: 'The cooperative and the authorities of the area',
  },
  retention: { vi: 'Lưu cùng kết quả đánh giá', en: 'Kept with the assessment' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã chấm, thẩm định, quyết định', en: 'Who scored, checked, decided' },
  how: 'words',
} as const

declarePersonalData(
  'assessment_steps',
  { ...OF, record: 'assessment_id', account: 'made_by' },
  { by_words: WHO },
)
declarePersonalData(
  'assessment_rounds',
  { ...OF, record: 'id', account: 'opened_by' },
  { opened_words: WHO },
)
