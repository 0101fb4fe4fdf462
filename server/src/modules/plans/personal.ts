import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: { vi: 'Cán bộ xã, cơ quan thường trực', en: 'Officers of communes and standing agency' },
  seenBy: { vi: 'Người được xem kế hoạch', en: 'Those who may read the plan' },
  retention: { vi: 'Cùng kế hoạch', en: 'With the plan' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã đăng ký, yêu cầu', en: 'Who registered and who asked' },
  how: 'words',
} as const

declarePersonalData(
  'target_registrations',
  { ...OF, record: 'id', account: 'registered_by' },
  { registered_words: WHO },
)
declarePersonalData(
  'target_wordings',
  { ...OF, record: 'id', account: 'changed_by' },
  { changed_words: { ...WHO, purpose: { vi: 'Biết ai đã điều chỉnh', en: 'Who adjusted it' } } },
)
declarePersonalData('target_tasks', { ...OF, record: 'target_id' }, { asked_words: WHO })
