import { declareStaying } from '../holdings/index.ts'

declareStaying({
  module: 'recognitions',
  order: 100,
  words: { vi: 'Mô hình tiêu biểu, khen thưởng', en: 'Models and commendations' },
  kind: {
    kind: 'recognitions',
    vi: 'Hồ sơ mô hình, khen thưởng đang xem xét',
    en: 'Models and commendations that are looked at',
  },
  table: 'recognitions',
  open: ['submitted', 'verified'],
})
