import { declareStaying } from '../holdings/index.ts'

declareStaying({
  module: 'support',
  order: 99,
  words: { vi: 'Hỗ trợ HTX', en: 'Support' },
  kind: { kind: 'supports', vi: 'Hồ sơ hỗ trợ chưa xong', en: 'Support that is not finished' },
  table: 'support_applications',
  open: ['submitted', 'returned', 'approved', 'running'],
})
