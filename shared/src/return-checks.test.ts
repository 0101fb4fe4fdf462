import { expect, test } from 'vitest'
import type { FormCheck } from './report-forms.ts'
import { type CheckSubject, checkReturn, isClean } from './return-checks.ts'
import { gridTotals } from './return-totals.ts'
import { type ReturnCell, type ReturnGrid, UNIT_ROW } from './returns.ts'

const INDICATOR = '00000000-0000-7000-8000-000000000001'
const GRID: ReturnGrid = {
  kind: 'grid',
  key: 'htx',
  title: 'HTX',
  hasTotal: true,
  rows: [
    {
      key: 'a',
      kind: 'entity',
      id: UNIT_ROW,
      name: 'HTX Minh Hưng',
      detail: null,
      entityKind: 'cooperative',
      hasAccount: false,
      invitedOn: null,
    },
  ],
  columns: [],
}

function aCell(code: string, value: number | null, more: Partial<ReturnCell> = {}): ReturnCell {
  return {
    row: UNIT_ROW,
    indicatorId: INDICATOR,
    breakdownId: 0,
    section: 'htx',
    rowKey: 'a',
    columnKey: `${code}:${more.as ?? 'done'}`,
    code,
    breakdown: {},
    as: 'done',
    isWhole: false,
    isFlow: true,
    mayBeNegative: false,
    isRequired: true,
    isReadOnly: false,
    version: 1,
    value,
    isNone: false,
    isSame: false,
    source: null,
    reason: null,
    byWords: null,
    at: null,
    previous: null,
    samePeriod: null,
    plan: null,
    isLimit: false,
    register: null,
    below: null,
    unchanged: null,
    offer: null,
    accepted: null,
    corrected: null,
    ...more,
  }
}
const found = (cells: readonly ReturnCell[], checks: readonly FormCheck[] = []) => {
  const subject: CheckSubject = { sections: [GRID], cells, texts: [], checks }
  return checkReturn(subject).map(({ check, kind, suggestion }) => [kind, check, suggestion])
}
const ref = (code: string, breakdown: Record<string, string> = {}) =>
  ({ code, breakdown, as: 'done' }) as const
const FEMALE = { sex: 'female' }
const CHANGE: FormCheck = { kind: 'change', severity: 'warning', cells: [], percent: 25 }

test.each([
  ['blank', [aCell('H8', null)], [], [['blank', 'blank', null]]],
  ['"không có số" is an answer', [aCell('H8', null, { isNone: true })], [], []],
  ['below zero', [aCell('H10', -1)], [], [['error', 'negative', null]]],
  ['a loss may be', [aCell('H11', -1, { mayBeNegative: true })], [], []],
  ['half a person', [aCell('H8', 1.5, { isWhole: true })], [], [['error', 'whole', null]]],
  [
    'ước less than done',
    [aCell('H10', 1320), aCell('H10', 1265, { as: 'estimate' })],
    [],
    [['error', 'estimate', null]],
  ],
  [
    'of a stock ước may be less',
    [aCell('H8', 60, { isFlow: false }), aCell('H8', 58, { as: 'estimate', isFlow: false })],
    [],
    [],
  ],
  [
    'a part over its whole',
    [aCell('H8', 40), aCell('H8', 41, { breakdown: FEMALE })],
    [{ kind: 'part', severity: 'error', part: ref('H8', FEMALE), whole: ref('H8') }],
    [['error', 'part', null]],
  ],
  [
    'parts that do not add up, with what they add up to',
    [aCell('H10', 100), aCell('H10t', 60), aCell('H10n', 30)],
    [{ kind: 'sum', severity: 'error', parts: [ref('H10t'), ref('H10n')], whole: ref('H10') }],
    [['error', 'sum', 90]],
  ],
  [
    'opening + new − dissolved = closing',
    [aCell('H1', 23, { previous: 20 }), aCell('H2', 3), aCell('H3', 1)],
    [
      {
        kind: 'balance',
        severity: 'error',
        closing: ref('H1'),
        plus: [ref('H2')],
        minus: [ref('H3')],
      },
    ],
    [['error', 'balance', 22]],
  ],
  [
    'a thousand times: the measure',
    [aCell('H10', 1_020_000, { previous: 1000 })],
    [CHANGE],
    [['warning', 'scale', 1020]],
  ],
  [
    'two digits the other way round',
    [aCell('H8', 46, { previous: 63 })],
    [CHANGE],
    [['warning', 'change', 64]],
  ],
  ['within what is usual', [aCell('H8', 70, { previous: 63 })], [CHANGE], []],
  [
    'members for each cooperative',
    [aCell('H8', 5000), aCell('H1', 2)],
    [{ kind: 'ratio', severity: 'warning', top: ref('H8'), bottom: ref('H1'), most: 2000 }],
    [['warning', 'ratio', null]],
  ],
] satisfies [string, ReturnCell[], FormCheck[], unknown[]][])(
  '%s',
  (_, cells, checks, expected) => {
    expect(found(cells, checks)).toEqual(expected)
  },
)

test('a warning with its reason bars nothing, an error always does', () => {
  const warned = aCell('H8', 46, { previous: 63 })
  const check = (cell: ReturnCell) =>
    isClean(checkReturn({ sections: [GRID], cells: [cell], texts: [], checks: [CHANGE] }))
  expect(check(warned)).toBe(false)
  expect(check({ ...warned, reason: '17 thành viên rút' })).toBe(true)
  expect(check(aCell('H10', -1, { reason: 'đúng vậy' }))).toBe(false)
})

test('totals leave out what was not said and weigh means by their denominators', () => {
  const column = { group: null, name: '', as: 'done', isEntered: true, of: null } as const
  const grid: ReturnGrid = {
    ...GRID,
    columns: [
      { ...column, key: 'H9:done', total: 'sum', weightColumn: null },
      { ...column, key: 'H12:done', total: 'mean', weightColumn: 'H9:done' },
    ],
  }
  const row = (rowKey: string, workers: number | null, income: number | null) => [
    aCell('H9', workers, { rowKey }),
    aCell('H12', income, { rowKey }),
  ]
  const totals = gridTotals(grid, [...row('a', 10, 6), ...row('b', 30, 8), ...row('c', 5, null)])
  expect(totals.get('H9:done')).toEqual({ value: 45, stated: 3, of: 3 })
  expect(totals.get('H12:done')).toEqual({ value: 7.5, stated: 2, of: 3 })
})
