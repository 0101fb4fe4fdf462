import { declareStaying } from '../holdings/index.ts'

declareStaying({
  module: 'difficulties',
  order: 97,
  words: { vi: 'Khó khăn, kiến nghị', en: 'Difficulties' },
  kind: {
    kind: 'difficulties',
    vi: 'Khó khăn, kiến nghị chưa trả lời',
    en: 'Difficulties that wait for an answer',
  },
  table: 'difficulties',
  open: ['waiting'],
})
