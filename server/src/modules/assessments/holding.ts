import { declareStaying } from '../holdings/index.ts'

declareStaying({
  module: 'assessments',
  order: 98,
  words: { vi: 'Đánh giá, xếp loại HTX', en: 'Assessments' },
  kind: {
    kind: 'assessments',
    vi: 'HTX đang đánh giá, xếp loại chưa có kết quả',
    en: 'Cooperatives whose assessment is not decided',
  },
  table: 'assessments',
  open: ['self', 'board', 'commune', 'province'],
})
