import { declareStaying } from '../holdings/index.ts'

declareStaying({
  module: 'loans',
  order: 98,
  words: { vi: 'Vay vốn', en: 'Loans' },
  kind: { kind: 'loans', vi: 'Khoản vay chưa tất toán', en: 'Loans that are not paid off' },
  table: 'loans',
  open: ['requested', 'approved', 'running'],
})
