import { declarePersonalData } from '../personal-fields/index.ts'

declarePersonalData(
  'recognition_events',
  {
    subject: {
      vi: 'Người lập, xem xét hồ sơ mô hình, khen thưởng',
      en: 'Who prepares models and commendations and looks at them',
    },
    seenBy: {
      vi: 'HTX, cơ quan đề nghị, cơ quan xem xét, các cơ quan của địa bàn',
      en: 'The cooperative, who proposes and looks at it, the authorities of the area',
    },
    retention: { vi: 'Lưu cùng hồ sơ', en: 'Kept with the dossier' },
    record: 'recognition_id',
    account: 'made_by',
  },
  {
    by_words: {
      name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
      purpose: { vi: 'Biết ai đã đề nghị, xem xét', en: 'Who proposed and looked at it' },
      how: 'words',
    },
  },
)
