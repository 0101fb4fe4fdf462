import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: {
    vi: 'Người nêu, người giải quyết khó khăn, vướng mắc',
    en: 'Who raises and who handles a difficulty',
  },
  seenBy: {
    vi: 'HTX đã nêu, cơ quan giải quyết và các cơ quan của địa bàn',
    en: 'The cooperative, who handles it and the authorities of the area',
  },
  retention: { vi: 'Lưu cùng kiến nghị', en: 'Kept with the difficulty' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: {
    vi: 'Biết ai đã nêu, chuyển, trả lời, đánh giá',
    en: 'Who raised, passed on, answered',
  },
  how: 'words',
} as const

declarePersonalData(
  'difficulties',
  { ...OF, record: 'id', account: 'raised_by' },
  { raised_words: WHO },
)
declarePersonalData(
  'difficulty_events',
  { ...OF, record: 'difficulty_id', account: 'made_by' },
  { by_words: WHO },
)
declarePersonalData(
  'difficulty_uses',
  { ...OF, record: 'difficulty_id', account: 'put_by' },
  { put_words: WHO },
)
