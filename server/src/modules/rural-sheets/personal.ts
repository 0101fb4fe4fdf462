import { declarePersonalData } from '../personal-fields/index.ts'

declarePersonalData(
  'rural_evidence',
  {
    subject: { vi: 'Người ghi minh chứng', en: 'Who states the evidence' },
    seenBy: { vi: 'Các cơ quan của địa bàn', en: 'Authorities of the area' },
    retention: { vi: 'Lưu cùng minh chứng', en: 'Kept with the evidence' },
    record: 'unit_id',
    account: 'entered_by',
  },
  {
    entered_words: {
      name: { vi: 'Họ tên, chức vụ người ghi', en: 'Name and post of who entered it' },
      purpose: { vi: 'Biết ai đã ghi kết quả', en: 'Who stated it' },
      how: 'words',
    },
  },
)
