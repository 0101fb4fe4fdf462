import { declarePersonalData } from '../personal-fields/index.ts'

declarePersonalData(
  'plan_needs',
  {
    subject: { vi: 'Cán bộ xã, sở ngành', en: 'Officers of communes and departments' },
    seenBy: {
      vi: 'Cơ quan mình và cơ quan lập kế hoạch',
      en: 'One’s own agency and whose plan it is',
    },
    retention: { vi: 'Cùng kế hoạch', en: 'With the plan' },
    record: 'plan_id',
    account: 'stated_by',
  },
  {
    stated_words: {
      name: { vi: 'Họ tên, chức vụ người đăng ký', en: 'Name and post of who stated it' },
      purpose: { vi: 'Biết ai đã đăng ký nhu cầu', en: 'To know who stated the need' },
      how: 'words',
    },
  },
)
