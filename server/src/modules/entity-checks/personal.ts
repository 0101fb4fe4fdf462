import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: {
    vi: 'Thành viên đoàn kiểm tra, người ghi kết quả',
    en: 'Who inspects and who records it',
  },
  seenBy: {
    vi: 'HTX được kiểm tra, cơ quan kiểm tra và các cơ quan của địa bàn',
    en: 'The inspected cooperative, who inspects and the authorities of the area',
  },
  retention: { vi: 'Lưu cùng cuộc kiểm tra', en: 'Kept with the inspection' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã lập kế hoạch, ghi, kết luận', en: 'Who planned, recorded, concluded' },
  how: 'words',
} as const
const MEMBERS = {
  name: { vi: 'Thành phần đoàn kiểm tra', en: 'Who inspected' },
  purpose: { vi: 'Lập biên bản kiểm tra', en: 'For the minutes of the inspection' },
  how: 'words',
} as const

declarePersonalData(
  'entity_checks',
  { ...OF, record: 'id', account: 'planned_by' },
  { planned_words: WHO },
)
declarePersonalData(
  'entity_check_events',
  { ...OF, record: 'check_id', account: 'made_by' },
  { by_words: WHO, members: MEMBERS },
)
