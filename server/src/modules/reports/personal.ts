import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: { vi: 'Cán bộ lập báo cáo, mẫu báo cáo', en: 'Officers who make reports and templates' },
  seenBy: { vi: 'Người được xem báo cáo, mẫu đó', en: 'Those who may read the report or template' },
  retention: { vi: 'Cùng báo cáo, mẫu báo cáo', en: 'With the report or template' },
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã kết xuất, đưa mẫu lên', en: 'Who made it and who added it' },
  how: 'words',
} as const

declarePersonalData(
  'report_makes',
  { ...OF, record: 'report_id', account: 'made_by' },
  { made_words: WHO },
)
declarePersonalData(
  'report_templates',
  { ...OF, record: 'id', account: 'created_by' },
  { created_words: WHO },
)
