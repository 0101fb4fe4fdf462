import { declarePersonalData } from '../personal-fields/index.ts'

const OF = {
  subject: { vi: 'Cán bộ lập, duyệt báo cáo', en: 'Officers who fill and approve returns' },
  seenBy: {
    vi: 'Đơn vị báo cáo, cơ quan nhận và cơ quan kiểm tra',
    en: 'The unit, who receives and who checks',
  },
  retention: { vi: 'Lưu cùng báo cáo', en: 'Kept with the return' },
}
const WHO = {
  name: { vi: 'Họ tên người thực hiện', en: 'Name of who did it' },
  purpose: { vi: 'Biết ai đã lập, duyệt, góp ý số liệu', en: 'Who stated, approved, remarked' },
  how: 'words',
} as const

for (const table of ['return_cells', 'return_texts', 'return_remarks', 'return_events'])
  declarePersonalData(table, { ...OF, record: 'return_id' }, { by_words: WHO })
declarePersonalData('returns', { ...OF, record: 'id' }, { presented_words: WHO, sent_words: WHO })
declarePersonalData('report_form_versions', { ...OF, record: 'form_id' }, { by_words: WHO })
declarePersonalData(
  'return_offers',
  {
    ...OF,
    subject: { vi: 'Người của HTX tự khai số liệu', en: 'People of cooperatives who fill a row' },
    record: 'return_id',
    account: 'offered_by',
  },
  { by_words: WHO },
)
