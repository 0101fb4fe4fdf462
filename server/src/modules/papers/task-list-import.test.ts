import { expect, test } from 'vitest'
import { guessColumns, parseTaskRows } from './task-list-import.ts'

const HEADS = [
  'STT',
  'Nội dung nhiệm vụ',
  'Văn bản giao',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời hạn',
  'Tình hình thực hiện',
  'Ghi chú',
]

const parse = (rows: string[][]) => {
  const guess = guessColumns(rows)
  if (guess === null) throw new Error('no heads found')
  return { guess, tasks: parseTaskRows(rows, guess) }
}

test('finds heads below title lines and above a row that numbers the columns', () => {
  const { guess, tasks } = parse([
    ['UBND TỈNH HƯNG YÊN'],
    [],
    ['', 'DANH MỤC NHIỆM VỤ CỦA BAN CHỈ ĐẠO GIAO CÁC CƠ QUAN, ĐƠN VỊ'],
    HEADS,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
    [
      '1',
      'Rà soát HTX',
      'Thông báo số 05/TB-BCĐ ngày 3/3/2026',
      'Sở Tài chính',
      '',
      '15/12/2026',
      'Đang thực hiện',
    ],
  ])
  expect(guess).toMatchObject({ headerRow: 3, headerRows: 1, firstRow: 5, confidence: 1 })
  expect(guess.columns).toEqual({
    order: 0,
    title: 1,
    source: 2,
    lead: 3,
    co: 4,
    due: 5,
    state: 6,
    note: 7,
  })
  expect(tasks).toEqual([
    {
      line: 6,
      code: null,
      title: 'Rà soát HTX',
      source: {
        number: '05/TB-BCĐ',
        date: '2026-03-03',
        text: 'Thông báo số 05/TB-BCĐ ngày 3/3/2026',
      },
      lead: ['Sở Tài chính'],
      co: [],
      dueOn: '2026-12-15',
      isStanding: false,
      recurrence: null,
      dueText: '15/12/2026',
      product: null,
      result: null,
      state: 'running',
      stateText: 'Đang thực hiện',
      note: null,
      group: null,
      problems: [],
    },
  ])
})

test('reads heads in two rows, the upper ones over several columns', () => {
  const { guess, tasks } = parse([
    [
      'TT',
      'Văn bản giao nhiệm vụ',
      '',
      'Nội dung công việc',
      'Cơ quan thực hiện',
      '',
      'Hạn xử lý',
      'Sản phẩm đầu ra',
      'Kết quả thực hiện',
      'Mã hệ thống',
    ],
    ['', 'Số, ký hiệu', 'Ngày, tháng', '', 'Chủ trì', 'Phối hợp'],
    [
      '1',
      '07/KH/HU',
      '46058',
      'Thành lập HTX',
      'UBND xã Kế Sách',
      'Liên minh HTX; Hội Nông dân',
      '46371',
      'Báo cáo',
      'Đã hoàn thành',
      'NV-01',
    ],
  ])
  expect(guess).toMatchObject({ headerRow: 0, headerRows: 2, firstRow: 2 })
  expect(guess.columns).toEqual({
    order: 0,
    source: 1,
    sourceDate: 2,
    title: 3,
    lead: 4,
    co: 5,
    due: 6,
    product: 7,
    result: 8,
    code: 9,
  })
  expect(tasks).toMatchObject([
    {
      source: { number: '07/KH/HU', date: '2026-02-05' },
      co: ['Liên minh HTX', 'Hội Nông dân'],
      dueOn: '2026-12-15',
      product: 'Báo cáo',
      state: 'done',
      code: 'NV-01',
      problems: [],
    },
  ])
})

test('a row of a group gives its rows their lead, unless they name one', () => {
  const { tasks } = parse([
    HEADS,
    ['I. Sở Tài chính'],
    ['1', 'Việc một', '05/TB-BCĐ', '', '', 'Quý II/2026'],
    ['2', 'Việc hai', '05/TB-BCĐ', 'Sở Nội vụ', '', 'Quý II/2026'],
    ['II', 'Sở Nông nghiệp và Môi trường'],
    ['1', 'Việc ba', '05/TB-BCĐ', '', '', 'Quý II/2026'],
    ['', 'Tổng cộng'],
    ['', 'Người lập biểu', '', 'Thủ trưởng'],
    ['', 'Nguyễn Văn A'],
  ])
  expect(tasks.map(({ title, lead, group }) => [title, lead, group])).toEqual([
    ['Việc một', ['Sở Tài chính'], 'I. Sở Tài chính'],
    ['Việc hai', ['Sở Nội vụ'], 'I. Sở Tài chính'],
    ['Việc ba', ['Sở Nông nghiệp và Môi trường'], 'II Sở Nông nghiệp và Môi trường'],
  ])
})

test('what cannot be read is a problem of its row, with the words that stand there', () => {
  const { tasks } = parse([
    HEADS,
    ['1', 'Việc một', 'họp ngày 05/01/2026', '', '', '31/02/2026'],
    ['2', '', '05/TB-BCĐ ngày 30/02/2026', 'Sở Tài chính', '', ''],
    ['3', 'Việc ba', '', 'Sở Tài chính', '', 'Quý III'],
    ['4', 'Việc bốn', '', 'Sở Tài chính', '', 'sớm'],
  ])
  expect(tasks.map(({ problems }) => problems.map(({ column, code }) => [column, code]))).toEqual([
    [
      ['lead', 'lead_missing'],
      ['due', 'date_impossible'],
      ['source', 'source_unreadable'],
    ],
    [
      ['title', 'title_missing'],
      ['due', 'due_missing'],
      ['sourceDate', 'source_day_impossible'],
    ],
    [['due', 'year_missing']],
    [['due', 'due_unreadable']],
  ])
  expect(tasks[0]?.problems[1]?.vi).toBe('Ngày này không có trong lịch (“31/02/2026”).')
})

test('a lead cell that names who helps is split', () => {
  const { tasks } = parse([
    ['Nội dung', 'Đơn vị thực hiện', 'Thời hạn'],
    ['Việc', 'Chủ trì: Sở Tài chính; phối hợp: Liên minh HTX tỉnh, Sở Y tế', 'thường xuyên'],
  ])
  expect(tasks).toMatchObject([
    { lead: ['Sở Tài chính'], co: ['Liên minh HTX tỉnh', 'Sở Y tế'], isStanding: true },
  ])
})

test('a list of two hundred rows comes whole, with its lines', () => {
  const dues = ['15/12/2026', 'Quý II/2026', 'thường xuyên', 'hàng quý', '46058', '31/02/2026']
  const rows = Array.from({ length: 200 }, (_, index) => [
    String(index + 1),
    `Nhiệm vụ số ${index + 1}`,
    `${index + 1}/TB-BCĐ ngày 05/02/2026`,
    index % 2 === 0 ? 'Sở Tài chính' : 'UBND xã Kế Sách',
    '',
    dues[index % 6] ?? '',
    'Đang thực hiện',
  ])
  const { tasks } = parse([['DANH MỤC NHIỆM VỤ'], HEADS, ...rows])
  expect(tasks.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 3))
  expect(tasks.map(({ source }) => source.number)).toEqual(
    rows.map((_, index) => `${index + 1}/TB-BCĐ`),
  )
  expect(tasks.filter(({ problems }) => problems.length > 0)).toHaveLength(33)
  expect(tasks.filter(({ isStanding }) => isStanding)).toHaveLength(33)
})

test.each([
  ['nothing', []],
  [
    'prose',
    [['Kính gửi các cơ quan, đơn vị có nội dung nhiệm vụ được giao trong năm'], ['a', 'b']],
  ],
  ['another list', [['STT', 'Tên HTX', 'Số thành viên', 'Vốn điều lệ', 'Ghi chú']]],
])('%s is no task list', (_, rows) => {
  expect(guessColumns(rows)).toBeNull()
})
