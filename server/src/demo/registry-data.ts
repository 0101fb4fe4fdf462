import type { EntityEventKind, EntityKind } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'

/** A cooperative or group of the demo; what the reports do not say of it is made up. */
export interface DemoEntity {
  key: string
  name: string
  kind: EntityKind
  code?: string
  /** Where it lies until 30/06/2025, and from 01/07/2025. */
  units: readonly [before: string, after: string]
  address?: string
  foundedOn: PlainDate
  /** Registered or converted under the law of 2023; else the law of its founding holds. */
  convertedOn?: PlainDate
  lines: readonly string[]
  commodities: readonly string[]
  members: number
  workers?: number
  /** Charter capital in million đồng, from a day on. */
  capital: readonly (readonly [PlainDate, number])[]
  representative?: string
  phone?: string
  events?: readonly (readonly [EntityEventKind, PlainDate, string?, PlainDate?])[]
  /** The last yearly congress; none after it. */
  lastCongress?: number
  /** The account's agency. */
  agency?: string
}

const AFTER: Record<string, string> = {
  'dai-hai-cu': 'dai-hai',
  'ba-trinh': 'dai-hai',
  'ke-an': 'ke-sach',
  'ke-thanh': 'ke-sach',
  'tt-ke-sach': 'ke-sach',
  'trinh-phu': 'an-lac-thon',
  'xuan-hoa': 'an-lac-thon',
  'an-lac-tay': 'thoi-an-hoi',
  'thoi-an-hoi-cu': 'thoi-an-hoi',
  'minh-giong-cu': 'minh-giong',
  'minh-hau-cu': 'minh-hau',
  'minh-tra-cu': 'minh-hau',
}

type Given = [
  name: string,
  code: string | null,
  unit: string,
  foundedOn: PlainDate,
  commodities: string,
  members: number,
  capital: number,
]
const GIVEN: readonly Given[] = [
  ['HTX Trinh Phú', '2200741068', 'trinh-phu', '2018-11-20', 'sau-rieng buoi', 68, 540],
  ['HTX Lộc Mãi', '2200791250', 'trinh-phu', '2019-06-18', 'sau-rieng chom-chom', 64, 680],
  ['HTX 22 tháng 12', '2200698432', 'trinh-phu', '2017-12-22', 'cay-giong cay-an-trai', 31, 410],
  ['HTX Quyết Thắng', '2200703915', 'xuan-hoa', '2018-02-06', 'vu-sua', 58, 720],
  ['HTX Thành Công', '2200655204', 'ke-thanh', '2015-09-11', 'lua dich-vu', 112, 860],
  ['HTX Tín Phát', '2200712830', 'ke-thanh', '2018-05-15', 'lua', 61, 480],
  ['HTX An Thạnh', '2200641177', 'an-lac-tay', '2014-10-08', 'nhan xoai', 39, 350],
  ['HTX 2 tháng 9', '2200612340', 'dai-hai-cu', '2013-09-02', 'lua dich-vu', 95, 900],
  ['HTX 19 tháng 5', '2200620578', 'ke-an', '2014-05-19', 'lua', 104, 940],
  ['HTX Thành Phú', '2200759661', 'tt-ke-sach', '2019-01-24', 'buoi cam', 42, 420],
  ['HTX Đại Đoàn Kết', '2200631902', 'ba-trinh', '2014-08-27', 'lua cay-an-trai', 73, 620],
  ['Tổ hợp tác Tiến Lợi', null, 'thoi-an-hoi-cu', '2018-03-12', 'cay-an-trai', 22, 60],
  ['HTX Minh Đức', '2200020100', 'minh-giong-cu', '2016-04-05', 'buoi cam', 47, 380],
  ['HTX Minh Hưng', '2200060100', 'minh-hau-cu', '2014-07-10', 'lua dich-vu', 63, 300],
  ['HTX Minh Khang', '2200090100', 'minh-tra-cu', '2021-04-20', 'cay-giong', 26, 250],
  ['HTX Minh Khánh', '2200070100', 'minh-tra-cu', '2013-11-19', 'lua cay-an-trai', 33, 180],
  ['HTX Minh Lợi', '2200030100', 'minh-hau-cu', '2016-10-03', 'dich-vu', 44, 430],
  [
    'HTX Minh Phát',
    '2200010100',
    'minh-hau-cu',
    '2017-08-16',
    'sau-rieng chom-chom vu-sua',
    64,
    420,
  ],
  ['HTX Minh Thịnh', '2200050100', 'minh-giong-cu', '2015-03-17', 'ca', 19, 210],
  ['HTX Minh Thuận', '2200040100', 'minh-tra-cu', '2015-06-22', 'lua', 52, 360],
  ['HTX Minh Tường', '2200080100', 'minh-hau-cu', '2017-05-29', 'rau', 22, 190],
]

const LINES: Record<string, string> = {
  lua: '0111',
  rau: '0118',
  ca: '0322',
  'cay-giong': '0130',
  'dich-vu': '0161',
}

/** What sets some of them apart. */
const MORE: Record<string, Partial<DemoEntity>> = {
  'HTX Lộc Mãi': { agency: 'htx-loc-mai', representative: 'Huỳnh Văn Lộc', workers: 14 },
  'HTX Minh Đức': { phone: '0299 000 0102', address: 'Ấp 2', representative: 'Lê Văn Đức' },
  'HTX Minh Hưng': {
    events: [['suspended', '2021-05-05', 'Thông báo tạm ngừng kinh doanh', '2021-12-31']],
  },
  'HTX Minh Khánh': {
    lastCongress: 2019,
    events: [
      ['suspended', '2020-03-11', 'Ngừng hoạt động, không thông báo tiếp'],
      ['dissolving', '2022-08-15', 'Nghị quyết giải thể tự nguyện'],
      ['dissolved', '2023-02-20', 'Thông báo về việc giải thể'],
    ],
  },
  'HTX Minh Phát': {
    address: 'Ấp 4',
    phone: '0299 000 0101',
    representative: 'Lê Văn Mười',
    workers: 14,
    capital: [
      ['2017-08-16', 420],
      ['2019-05-12', 560],
      ['2020-04-15', 680],
    ],
  },
  'HTX Minh Tường': { lastCongress: 2024 },
}

/** Kế Sách's twelve named ones, and those called Minh, which are made up. */
export const KE_SACH_ENTITIES: readonly DemoEntity[] = [
  ...GIVEN.map(([name, code, unit, foundedOn, words, members, capital]): DemoEntity => {
    const commodities = words.split(' ')
    const isGroup = name.startsWith('Tổ hợp tác')
    return {
      key: name,
      name,
      kind: isGroup ? 'group' : 'cooperative',
      ...(code ? { code } : {}),
      units: [unit, AFTER[unit] ?? unit],
      foundedOn,
      ...(isGroup || name.includes('Minh') ? {} : { convertedOn: '2025-05-20' }),
      lines: [LINES[commodities[0] ?? ''] ?? '0121'],
      commodities,
      members,
      capital: [[foundedOn, capital]],
      ...MORE[name],
    }
  }),
  {
    key: 'Hợp tác xã NN Minh Đức',
    name: 'Hợp tác xã NN Minh Đức',
    kind: 'cooperative',
    units: ['minh-giong-cu', 'minh-giong'],
    address: 'Ấp 2',
    phone: '0299 000 0102',
    foundedOn: '2024-03-04',
    lines: ['0121'],
    commodities: ['buoi'],
    members: 47,
    capital: [['2024-03-04', 380]],
    representative: 'Lê Văn Đức',
  },
]
