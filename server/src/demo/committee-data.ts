import type { PlainDate } from '@hopluc/shared/values'
import type { Day } from './days.ts'

/** Whom a committee's members are in charge of: by their place in the decision. */
export interface DemoCharge {
  seat: number
  units: readonly string[]
  entities?: readonly (readonly [entity: string, metOn: readonly PlainDate[]])[]
}

export interface DemoInspection {
  seat: number
  unit: string
  plannedOn: PlainDate
  madeOn?: PlainDate
  findings?: string
  nextOn?: PlainDate
  remedy?: readonly [text: string, agency: string, dueOn: PlainDate]
}

/** A committee of a commune: founded, and consolidated where it was. */
export interface DemoBelow {
  unit: string
  name: string
  foundedOn: PlainDate
  until?: PlainDate
  consolidated?: readonly [decision: string, on: PlainDate]
}

export interface DemoItem {
  month: number
  kind: 'meeting' | 'inspection' | 'report' | 'task'
  text: string
  lead: string
  dueOn: PlainDate
  meeting?: string
  document?: string
  done?: readonly [on: PlainDate, note: string]
  product?: string
}

export interface DemoCommitteeWork {
  committee: string
  /** The decision under which the seats are held. */
  decidedFrom: PlainDate
  until: PlainDate
  by: string
  chargedOn: PlainDate
  charges: readonly DemoCharge[]
  inspections: readonly DemoInspection[]
  required: {
    fromOn: PlainDate
    words: string
    document: string
    item: string | null
    since: PlainDate
  }
  below: readonly DemoBelow[]
  programme: { year: number; paper: string; issuedOn: PlainDate; items: readonly DemoItem[] }
}

const GOOD = 'Ban Chỉ đạo xã hoạt động theo quy chế, có phân công thành viên (nội dung minh họa).'
const OLD = '2025-06-30'
const founded = { foundedOn: '2016-05-20', until: OLD }

/** Kế Sách in 2021, as the pictures show it on 12/07. */
export const KE_SACH_WORK: DemoCommitteeWork = {
  committee: 'ks-bcd',
  decidedFrom: '2021-03-10',
  until: OLD,
  by: 'ks.standing',
  chargedOn: '2021-03-15',
  charges: [
    { seat: 1, units: ['tt-ke-sach'] },
    { seat: 2, units: ['trinh-phu', 'xuan-hoa'] },
    { seat: 3, units: ['an-lac-tay'] },
    { seat: 4, units: ['minh-giong-cu', 'minh-hau-cu'] },
    { seat: 5, units: ['ke-an', 'ke-thanh'] },
    { seat: 6, units: ['minh-tra-cu'] },
    { seat: 8, units: ['dai-hai-cu', 'ba-trinh'] },
    { seat: 9, units: ['thoi-an-hoi-cu'] },
    { seat: 11, units: ['tt-an-lac-thon'] },
  ],
  inspections: [
    { seat: 1, unit: 'tt-ke-sach', plannedOn: '2021-05-12', madeOn: '2021-05-12', findings: GOOD },
    { seat: 2, unit: 'trinh-phu', plannedOn: '2021-06-10', madeOn: '2021-06-10', findings: GOOD },
    { seat: 2, unit: 'xuan-hoa', plannedOn: '2021-06-18', madeOn: '2021-06-18', findings: GOOD },
    { seat: 3, unit: 'an-lac-tay', plannedOn: '2021-07-20', madeOn: '2021-07-20', findings: GOOD },
    {
      seat: 4,
      unit: 'minh-giong-cu',
      plannedOn: '2021-06-22',
      madeOn: '2021-06-22',
      findings:
        'Chưa ban hành quyết định kiện toàn Ban Chỉ đạo xã; hai tổ hợp tác chưa gửi thông báo hoạt động (số liệu minh họa).',
      nextOn: '2021-08-20',
      remedy: ['Ban hành quyết định kiện toàn Ban Chỉ đạo xã', 'ubnd-minh-giong-cu', '2021-07-31'],
    },
    { seat: 5, unit: 'ke-an', plannedOn: '2021-05-18', madeOn: '2021-05-18', findings: GOOD },
    { seat: 5, unit: 'ke-thanh', plannedOn: '2021-05-21', madeOn: '2021-05-21', findings: GOOD },
    { seat: 6, unit: 'minh-tra-cu', plannedOn: '2021-07-22', madeOn: '2021-07-22', findings: GOOD },
    { seat: 8, unit: 'dai-hai-cu', plannedOn: '2021-06-14', madeOn: '2021-06-14', findings: GOOD },
    { seat: 8, unit: 'ba-trinh', plannedOn: '2021-06-15', madeOn: '2021-06-15', findings: GOOD },
    {
      seat: 9,
      unit: 'thoi-an-hoi-cu',
      plannedOn: '2021-06-09',
      madeOn: '2021-06-09',
      findings: GOOD,
    },
    {
      seat: 11,
      unit: 'tt-an-lac-thon',
      plannedOn: '2021-05-28',
      madeOn: '2021-05-28',
      findings: GOOD,
    },
  ],
  required: {
    fromOn: '2021-03-03',
    words: 'Thông báo 05/TB-BCĐ, mục 11',
    document: 'tb-05',
    item: 'mục 11',
    since: '2021-03-03',
  },
  below: [
    ['tt-ke-sach', 'thị trấn Kế Sách', '77/QĐ-UBND', '2021-04-29'],
    ['tt-an-lac-thon', 'thị trấn An Lạc Thôn', '38/QĐ-UBND', '2021-04-28'],
    ['xuan-hoa', 'xã Xuân Hòa', '33/QĐ-UBND', '2021-06-25'],
    ['trinh-phu', 'xã Trinh Phú', '41/QĐ-UBND', '2021-04-26'],
    ['thoi-an-hoi-cu', 'xã Thới An Hội', '61/QĐ-UBND', '2021-04-22'],
    ['ke-thanh', 'xã Kế Thành', '44/QĐ-UBND', '2021-04-22'],
    ['ke-an', 'xã Kế An', '29/QĐ-UBND', '2021-07-19'],
    ['dai-hai-cu', 'xã Đại Hải', '29/QĐ-UBND', '2021-04-19'],
    ['ba-trinh', 'xã Ba Trinh', '52/QĐ-UBND', '2021-04-15'],
    ['an-lac-tay', 'xã An Lạc Tây', '36/QĐ-UBND', '2021-04-12'],
    ['minh-giong-cu', 'xã Minh Giồng', '58/QĐ-UBND', '2021-07-23'],
    ['minh-hau-cu', 'xã Minh Hậu', '60/QĐ-UBND', '2021-07-23'],
    ['minh-tra-cu', 'xã Minh Trà', '47/QĐ-UBND', '2021-07-23'],
  ].map(([unit = '', name = '', decision = '', on = '']) => ({
    unit,
    name,
    ...founded,
    consolidated: [decision, on] as const,
  })),
  programme: {
    year: 2021,
    paper: '01/CTr-BCĐ',
    issuedOn: '2021-01-20',
    items: [
      item(2, 'meeting', 'Triển khai Kế hoạch 07-KH/HU', '2021-02-25', {
        meeting: 'ks-2021-02-25',
      }),
      item(3, 'task', 'Kiện toàn Ban Chỉ đạo huyện', '2021-03-15', {
        done: ['2021-03-10', 'Đã ban hành quyết định kiện toàn (minh họa).'],
      }),
      item(4, 'meeting', 'Gặp gỡ HTX, THT quý I', '2021-04-12', { meeting: 'ks-2021-04-12' }),
      item(4, 'report', 'Báo cáo quý I', '2021-04-15', done('2021-04-12')),
      item(5, 'inspection', 'Kiểm tra hoạt động Ban Chỉ đạo các xã, thị trấn', '2021-06-30', {
        done: ['2021-06-22', 'Các thành viên đã kiểm tra theo phân công (minh họa).'],
      }),
      item(6, 'report', 'Báo cáo 6 tháng đầu năm', '2021-06-20', done('2021-06-18')),
      item(7, 'meeting', 'Sơ kết 6 tháng', '2021-07-16', { meeting: 'ks-2021-07-06' }),
      item(8, 'inspection', 'Kiểm tra lại các xã có nội dung cần khắc phục', '2021-08-31', {
        done: ['2021-08-27', 'Đã kiểm tra lại (minh họa).'],
      }),
      item(9, 'task', 'Rà soát HTX cần củng cố', '2021-09-30', done('2021-09-24')),
      item(10, 'report', 'Báo cáo quý III', '2021-10-15', done('2021-10-12')),
      item(12, 'meeting', 'Tổng kết năm', '2021-12-20', {
        done: ['2021-12-17', 'Đã tổ chức tổng kết (minh họa).'],
      }),
    ],
  },
}

function item(
  month: number,
  kind: DemoItem['kind'],
  text: string,
  dueOn: PlainDate,
  more: Partial<DemoItem> = {},
): DemoItem {
  return { month, kind, text, lead: 'ks-tckh', dueOn, ...more }
}

function done(on: PlainDate): Pick<DemoItem, 'done'> {
  return { done: [on, 'Đã hoàn thành (minh họa).'] }
}

/** The living present of Cần Thơ, moved with the day of the demo. */
export function canThoWork(day: Day, today: PlainDate): DemoCommitteeWork {
  const year = Number(today.slice(0, 4))
  const current = { foundedOn: '2025-07-15' }
  const at = (month: number, date: string) => `${year}-${String(month).padStart(2, '0')}-${date}`
  const line = (
    month: number,
    kind: DemoItem['kind'],
    text: string,
    date: string,
    lead = 'ct-stc',
  ): DemoItem => {
    const dueOn = at(month, date)
    const isOver = dueOn < day(-7)
    return { month, kind, text, lead, dueOn, ...(isOver ? done(dueOn) : {}) }
  }
  return {
    committee: 'ct-bcd',
    decidedFrom: '2025-10-20',
    until: '9999-12-31',
    by: 'standing',
    chargedOn: '2025-11-01',
    charges: [
      { seat: 1, units: ['ke-sach'] },
      { seat: 2, units: ['an-lac-thon'] },
      { seat: 3, units: ['thoi-an-hoi'] },
      { seat: 4, units: ['dai-hai', 'minh-hau'] },
      { seat: 6, units: ['minh-giong'] },
    ],
    inspections: [
      { seat: 1, unit: 'ke-sach', plannedOn: day(-60), madeOn: day(-60), findings: GOOD },
      { seat: 2, unit: 'an-lac-thon', plannedOn: day(-45), madeOn: day(-45), findings: GOOD },
      { seat: 3, unit: 'thoi-an-hoi', plannedOn: day(12) },
      {
        seat: 4,
        unit: 'minh-hau',
        plannedOn: day(-30),
        madeOn: day(-30),
        findings:
          'Ban Chỉ đạo xã chưa kiện toàn sau sắp xếp; sổ theo dõi tổ hợp tác chưa cập nhật (số liệu minh họa).',
        nextOn: day(20),
        remedy: ['Cập nhật sổ theo dõi tổ hợp tác trên địa bàn', 'ubnd-minh-hau', day(15)],
      },
    ],
    required: {
      fromOn: day(-72),
      words: 'Thông báo số 21/TB-BCĐ',
      document: 'tb-21',
      item: null,
      since: '2025-07-01',
    },
    below: [
      { unit: 'an-lac-thon', name: 'xã An Lạc Thôn', ...current },
      { unit: 'ke-sach', name: 'xã Kế Sách', ...current },
      { unit: 'dai-hai', name: 'xã Đại Hải', ...current },
      { unit: 'thoi-an-hoi', name: 'xã Thới An Hội', ...current },
    ],
    programme: {
      year,
      paper: '02/CTr-BCĐ',
      issuedOn: at(1, '15'),
      items: [
        line(1, 'task', 'Ban hành kế hoạch phát triển kinh tế tập thể năm', '31'),
        line(3, 'meeting', 'Họp Ban Chỉ đạo quý I', '25'),
        line(4, 'inspection', 'Kiểm tra việc thực hiện Luật Hợp tác xã tại các xã', '29'),
        line(6, 'report', 'Báo cáo 6 tháng đầu năm', '20'),
        line(7, 'meeting', 'Sơ kết 6 tháng', '15'),
        line(9, 'task', 'Rà soát HTX ngừng hoạt động', '30', 'ct-lmhtx'),
        line(10, 'inspection', 'Kiểm tra thành viên phụ trách xã', '30'),
        line(11, 'report', 'Kết quả kiện toàn Ban Chỉ đạo cấp xã', '30'),
        {
          ...line(12, 'meeting', 'Họp Ban Chỉ đạo, chuẩn bị tổng kết năm', '10'),
          meeting: 'ct-next',
        },
        line(12, 'report', 'Báo cáo năm', '20'),
      ],
    },
  }
}
