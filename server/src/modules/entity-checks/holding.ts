import { declareStaying } from '../holdings/index.ts'

declareStaying({
  module: 'entity-checks',
  order: 100,
  words: { vi: 'Kiểm tra, giám sát HTX', en: 'Inspections' },
  kind: {
    kind: 'entity_checks',
    vi: 'Cuộc kiểm tra, giám sát chưa kết thúc',
    en: 'Inspections that are not finished',
  },
  table: 'entity_checks',
  open: ['planned', 'recorded', 'concluded'],
})
