import { declarePersonalData } from '../personal-fields/index.ts'

declarePersonalData(
  'criteria_sets',
  {
    subject: { vi: 'Người ban hành bộ tiêu chí', en: 'Who issued a set of criteria' },
    seenBy: { vi: 'Các cơ quan và HTX áp dụng', en: 'Authorities and cooperatives that use it' },
    retention: { vi: 'Lưu cùng bộ tiêu chí', en: 'Kept with the set' },
    record: 'id',
    account: 'updated_by',
  },
  {
    issued_words: {
      name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
      purpose: { vi: 'Biết ai đã ban hành', en: 'Who issued it' },
      how: 'words',
    },
  },
)
