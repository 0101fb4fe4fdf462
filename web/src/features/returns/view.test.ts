import type { GridColumn, ReturnCell } from '@hopluc/shared/returns'
import { expect, test } from 'vitest'
import { cellView, type Marks } from './view.ts'

const MARKS: Marks = {
  findings: new Map(),
  unsent: new Set(),
  conflicts: new Set(),
  wrong: new Map(),
  remarks: new Map(),
  mayEdit: true,
}
const COLUMN: GridColumn = {
  key: 'H1.plan',
  group: null,
  name: 'Kế hoạch',
  as: 'plan',
  of: 'H1.done',
  isEntered: false,
  total: 'none',
  weightColumn: null,
}
const CELL: ReturnCell = {
  section: 'chung',
  rowKey: 'H1',
  columnKey: 'H1.done',
  row: '00000000-0000-0000-0000-000000000000',
  indicatorId: '01980000-0000-7000-8000-000000000001',
  breakdownId: 0,
  code: 'H1',
  breakdown: {},
  as: 'done',
  isReadOnly: false,
  isWhole: true,
  isFlow: false,
  mayBeNegative: false,
  isRequired: true,
  version: 1,
  value: 9,
  isNone: false,
  isSame: false,
  source: 'self',
  reason: null,
  byWords: null,
  at: null,
  previous: null,
  samePeriod: null,
  plan: 12,
  isLimit: false,
  register: null,
  below: null,
  unchanged: null,
  offer: null,
  accepted: null,
  corrected: null,
}

test.each([
  [{}, '12 (75%)'],
  [{ value: 4 }, '12 (33,3%)'],
  [{ value: 15 }, '12 (125%)'],
  [{ value: 0 }, '12 (0%)'],
  [{ value: null }, '12'],
  [{ isLimit: true }, '12'],
  [{ plan: 0 }, '0'],
  [{ plan: null }, ''],
  [{ value: 1342, plan: 2000 }, '2.000 (67,1%)'],
] as const)('the plan column says how much of it is done: %j is %s', (more, words) => {
  const { text, isEntry } = cellView({ ...CELL, ...more }, COLUMN, MARKS)
  expect([text, isEntry]).toEqual([words, false])
})
