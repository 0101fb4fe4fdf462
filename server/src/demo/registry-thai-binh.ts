import type { DemoEntity } from './registry-data.ts'
import { THAI_BINH_COMMUNES } from './thai-binh-units.ts'

/** As the report of June 2020 states them for Thái Bình on 30/06/2020. */
export const THAI_BINH_COUNTS = { cooperatives: 448, members: 455_523, ofAlliance: 404, unions: 1 }

/** What a cooperative of a commune does, in the order in which communes get their second and third one. */
const KINDS = [
  ['HTX dịch vụ nông nghiệp', '0161', 'dich-vu lua', 1460, 2100],
  ['HTX sản xuất kinh doanh rau an toàn', '0118', 'rau', 96, 900],
  ['HTX nuôi trồng thủy sản', '0322', 'ca tom', 64, 1500],
  ['HTX chăn nuôi', '0145', 'lon gia-cam', 42, 1800],
  ['HTX nuôi ngao', '0321', 'ngao', 58, 2600],
  ['HTX thủ công mỹ nghệ', '16', 'thu-cong', 75, 1200],
  ['HTX vệ sinh môi trường', '3811', '', 38, 600],
  ['HTX vận tải', '4933', '', 45, 3200],
] as const

const communes = THAI_BINH_COMMUNES.flatMap((now) =>
  now.formedFrom.map((old) => ({ ...old, now: now.key })),
)

/** 448 cooperatives, one of farm services in every commune, and others by turns; names follow the place. */
const cooperatives: DemoEntity[] = Array.from(
  { length: THAI_BINH_COUNTS.cooperatives },
  (_, index) => {
    const at = index % communes.length
    const round = Math.floor(index / communes.length)
    const { key, name, now } = communes[at] ?? { key: '', name: '', now: '' }
    const [words, line, goods, members, capital] = KINDS[round === 0 ? 0 : 1 + (at % 7)] ?? KINDS[0]
    const foundedOn = `${round === 0 ? 1998 + (at % 9) : 2013 + (at % 7)}-0${1 + (at % 9)}-1${at % 9}`
    return {
      key: `tb-htx-${index}`,
      name: `${words} ${name}`,
      kind: 'cooperative',
      code: `1000${String(100_000 + index * 30)}`,
      units: [key, now],
      foundedOn,
      ...(at % 5 === 4 ? {} : { convertedOn: `2025-0${1 + (at % 6)}-2${at % 8}` }),
      lines: [line],
      commodities: goods === '' ? [] : goods.split(' '),
      members: Math.round(members * (0.75 + ((at * 37) % 50) / 100)),
      workers: 6 + (at % 12),
      capital: [[foundedOn, Math.round(capital * (0.6 + ((at * 53) % 80) / 100))]],
    }
  },
)

/** The members add up to what the report states: what is over or short is spread over the large ones. */
const large = cooperatives.filter(({ lines }) => lines[0] === '0161')
const missing = THAI_BINH_COUNTS.members - cooperatives.reduce((sum, one) => sum + one.members, 0)
const each = Math.trunc(missing / large.length)
for (const [index, one] of large.entries())
  one.members += each + (index === 0 ? missing - each * large.length : 0)

export const THAI_BINH_ENTITIES: readonly DemoEntity[] = [
  ...cooperatives,
  {
    key: 'tb-union',
    name: 'Liên hiệp HTX nông nghiệp Thái Bình',
    kind: 'union',
    code: '1000999990',
    units: ['tb-12452-1', 'hy-12452'],
    foundedOn: '2019-10-15',
    lines: ['0161'],
    commodities: ['lua', 'rau'],
    members: 5,
    workers: 9,
    capital: [['2019-10-15', 6000]],
  },
]
