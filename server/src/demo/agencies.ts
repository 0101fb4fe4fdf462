import { CAN_THO_COMMUNES, type DemoUnit, KE_SACH_COMMUNES, REORGANISED_ON } from './units.ts'

export interface DemoAgency {
  key: string
  unit: string
  kind: string
  name: string
  shortName: string
  symbol?: string
  manner?: 'assign' | 'request' | 'never'
  actsFor?: string
  needsApproval?: boolean
  names?: readonly string[]
  from: string
  until?: string
}

const LAST_DAY = '2025-06-30'
const OLD = { from: '2016-01-01', until: LAST_DAY }
const NEW = { from: REORGANISED_ON }
/** The departments had merged four months before the units. */
const DEPARTMENT = { from: '2025-03-01' }

/** The district of the source report, with its offices. */
const KE_SACH: DemoAgency[] = [
  ['ks-ubnd', 'people_committee', 'UBND huyện Kế Sách', 'UBND huyện', 'UBND'],
  [
    'ks-bcd',
    'steering_committee',
    'Ban Chỉ đạo đổi mới, phát triển và nâng cao hiệu quả kinh tế tập thể huyện Kế Sách',
    'BCĐ KTTT Kế Sách',
    'BCĐ',
  ],
  ['ks-tckh', 'department', 'Phòng Tài chính - Kế hoạch huyện Kế Sách', 'Phòng TC - KH', 'TCKH'],
  [
    'ks-nn',
    'department',
    'Phòng Nông nghiệp và Phát triển nông thôn huyện Kế Sách',
    'Phòng NN và PTNT',
    'NN',
  ],
  ['ks-ktht', 'department', 'Phòng Kinh tế và Hạ tầng huyện Kế Sách', 'Phòng KT và HT', 'KTHT'],
  ['ks-nv', 'department', 'Phòng Nội vụ huyện Kế Sách', 'Phòng Nội vụ', 'NV'],
  ['ks-vp', 'office', 'Văn phòng HĐND và UBND huyện Kế Sách', 'Văn phòng UBND', 'VP'],
  ['ks-minh-an', 'service', 'Trung tâm Dịch vụ Minh An', 'Trung tâm DV Minh An', 'TTDV'],
  ['ks-mttq', 'mass_organisation', 'Ủy ban MTTQ Việt Nam huyện Kế Sách', 'UB MTTQ huyện', 'MTTQ'],
  ['ks-hnd', 'mass_organisation', 'Hội Nông dân huyện Kế Sách', 'Hội Nông dân huyện', 'HND'],
  ['ks-hpn', 'mass_organisation', 'Hội Liên hiệp Phụ nữ huyện Kế Sách', 'Hội LHPN huyện', 'HPN'],
  ['ks-hu', 'party', 'Ban Thường vụ Huyện ủy Kế Sách', 'Huyện ủy', 'HU'],
].map(([key = '', kind = '', name = '', shortName = '', symbol = '']) => ({
  key,
  unit: 'ke-sach-huyen',
  kind,
  name,
  shortName,
  symbol,
  manner: kind === 'mass_organisation' ? 'request' : kind === 'party' ? 'never' : 'assign',
  needsApproval: kind === 'department',
  ...(key === 'ks-nn' ? { names: ['Phòng Nông nghiệp và PTNT', 'Phòng NN&PTNT'] } : {}),
  ...(key === 'ks-tckh' ? { names: ['Phòng Tài chính – Kế hoạch', 'Phòng TC-KH'] } : {}),
  ...OLD,
}))

const KE_SACH_PEOPLE: DemoAgency[] = KE_SACH_COMMUNES.map((unit) => ({
  ...peopleCommittee(unit),
  ...OLD,
}))

const CITY = 'thành phố Cần Thơ'
/** The present: Cần Thơ since March and July 2025. */
const CAN_THO: DemoAgency[] = [
  ['ct-ubnd', 'people_committee', `UBND ${CITY}`, 'UBND thành phố', 'UBND'],
  [
    'ct-bcd',
    'steering_committee',
    `Ban Chỉ đạo phát triển kinh tế tập thể ${CITY}`,
    'BCĐ KTTT',
    'BCĐ',
  ],
  ['ct-stc', 'department', `Sở Tài chính ${CITY}`, 'Sở Tài chính', 'STC'],
  ['ct-snnmt', 'department', `Sở Nông nghiệp và Môi trường ${CITY}`, 'Sở NN và MT', 'SNNMT'],
  ['ct-sct', 'department', `Sở Công Thương ${CITY}`, 'Sở Công Thương', 'SCT'],
  ['ct-skhcn', 'department', `Sở Khoa học và Công nghệ ${CITY}`, 'Sở KH và CN', 'SKHCN'],
  ['ct-snv', 'department', `Sở Nội vụ ${CITY}`, 'Sở Nội vụ', 'SNV'],
  ['ct-vp', 'office', `Văn phòng UBND ${CITY}`, 'Văn phòng UBND', 'VPUB'],
  [
    'ct-minh-an',
    'service',
    'Trung tâm Dịch vụ nông nghiệp Minh An',
    'Trung tâm DV Minh An',
    'TTDV',
  ],
  ['ct-lmhtx', 'alliance', `Liên minh Hợp tác xã ${CITY}`, 'Liên minh HTX', 'LMHTX'],
  ['ct-mttq', 'mass_organisation', `Ủy ban MTTQ Việt Nam ${CITY}`, 'UB MTTQ thành phố', 'MTTQ'],
  ['ct-hnd', 'mass_organisation', `Hội Nông dân ${CITY}`, 'Hội Nông dân', 'HND'],
  ['ct-nhnn', 'bank', 'Ngân hàng Nhà nước chi nhánh Khu vực 14', 'NHNN Khu vực 14', 'KV14'],
].map(([key = '', kind = '', name = '', shortName = '', symbol = '']) => ({
  key,
  unit: 'can-tho',
  kind,
  name,
  shortName,
  symbol,
  manner: ['alliance', 'mass_organisation', 'bank'].includes(kind) ? 'request' : 'assign',
  needsApproval: kind === 'department',
  ...(key === 'ct-lmhtx' ? { names: ['Liên minh HTX thành phố', 'Liên minh HTX'] } : {}),
  ...NEW,
}))

const CAN_THO_PEOPLE: DemoAgency[] = CAN_THO_COMMUNES.flatMap((unit) => [
  { ...peopleCommittee(unit), ...NEW },
  {
    key: `pkt-${unit.key}`,
    unit: unit.key,
    kind: 'office',
    name: `Phòng Kinh tế ${unit.kind} ${unit.name}`,
    shortName: `Phòng Kinh tế ${unit.name}`,
    symbol: 'KT',
    actsFor: `ubnd-${unit.key}`,
    ...NEW,
  },
])

function peopleCommittee({ key, kind, name }: DemoUnit) {
  const short = kind === 'thị trấn' ? `TT ${name}` : name
  return {
    key: `ubnd-${key}`,
    unit: key,
    kind: 'people_committee',
    name: `UBND ${kind} ${name}`,
    shortName: `UBND ${kind === 'thị trấn' ? short : `${kind} ${name}`}`,
    symbol: 'UBND',
    names: [`${kind} ${name}`, short],
  }
}

/** The other provinces of the source reports. */
const OTHERS: DemoAgency[] = [
  agency('tb-ubnd', 'thai-binh', 'people_committee', 'UBND tỉnh Thái Bình', 'UBND tỉnh', OLD),
  agency(
    'tb-skhdt',
    'thai-binh',
    'department',
    'Sở Kế hoạch và Đầu tư tỉnh Thái Bình',
    'Sở KH và ĐT',
    OLD,
  ),
  agency(
    'tb-snn',
    'thai-binh',
    'department',
    'Sở Nông nghiệp và Phát triển nông thôn tỉnh Thái Bình',
    'Sở NN và PTNT',
    OLD,
  ),
  agency(
    'tb-lmhtx',
    'thai-binh',
    'alliance',
    'Liên minh Hợp tác xã tỉnh Thái Bình',
    'Liên minh HTX',
    OLD,
  ),
  agency('hy-ubnd', 'hung-yen', 'people_committee', 'UBND tỉnh Hưng Yên', 'UBND tỉnh', NEW),
  agency('hy-stc', 'hung-yen', 'department', 'Sở Tài chính tỉnh Hưng Yên', 'Sở Tài chính', NEW),
  agency(
    'hy-lmhtx',
    'hung-yen',
    'alliance',
    'Liên minh Hợp tác xã tỉnh Hưng Yên',
    'Liên minh HTX',
    NEW,
  ),
  agency('nt-ubnd', 'ninh-thuan', 'people_committee', 'UBND tỉnh Ninh Thuận', 'UBND tỉnh', OLD),
  agency(
    'nt-bcd',
    'ninh-thuan',
    'steering_committee',
    'Ban Chỉ đạo đổi mới, phát triển kinh tế tập thể, hợp tác xã tỉnh Ninh Thuận',
    'BCĐ KTTT Ninh Thuận',
    OLD,
  ),
  agency(
    'nt-skhdt',
    'ninh-thuan',
    'department',
    'Sở Kế hoạch và Đầu tư tỉnh Ninh Thuận',
    'Sở KH và ĐT',
    OLD,
  ),
  agency(
    'nt-snn',
    'ninh-thuan',
    'department',
    'Sở Nông nghiệp và Phát triển nông thôn tỉnh Ninh Thuận',
    'Sở NN và PTNT',
    OLD,
  ),
  agency('kh-ubnd', 'khanh-hoa', 'people_committee', 'UBND tỉnh Khánh Hòa', 'UBND tỉnh', NEW),
  agency('kh-stc', 'khanh-hoa', 'department', 'Sở Tài chính tỉnh Khánh Hòa', 'Sở Tài chính', NEW),
  agency('qn-ubnd', 'quang-ninh', 'people_committee', 'UBND tỉnh Quảng Ninh', 'UBND tỉnh', {
    from: '2016-01-01',
  }),
  agency('qn-vp', 'quang-ninh', 'office', 'Văn phòng UBND tỉnh Quảng Ninh', 'Văn phòng UBND', {
    from: '2016-01-01',
  }),
  agency(
    'qn-lmhtx',
    'quang-ninh',
    'alliance',
    'Liên minh Hợp tác xã tỉnh Quảng Ninh',
    'Liên minh HTX',
    { from: '2016-01-01' },
  ),
  agency('vn-btc', 'vn', 'ministry', 'Bộ Tài chính', 'Bộ Tài chính', DEPARTMENT),
  agency('htx-loc-mai', 'an-lac-thon', 'cooperative', 'HTX Lộc Mãi', 'HTX Lộc Mãi', NEW),
  agency('vn-hopluc', 'vn', 'other', 'Quản trị hệ thống Hợp Lực', 'Quản trị hệ thống', {
    from: '2016-01-01',
  }),
]

function agency(
  key: string,
  unit: string,
  kind: string,
  name: string,
  shortName: string,
  days: { from: string; until?: string },
): DemoAgency {
  const manner = kind === 'alliance' ? 'request' : 'assign'
  return { key, unit, kind, name, shortName, manner, ...days }
}

export const AGENCIES: readonly DemoAgency[] = [
  ...KE_SACH,
  ...KE_SACH_PEOPLE,
  ...CAN_THO,
  ...CAN_THO_PEOPLE,
  ...OTHERS,
]

/** Who answers today for what these bodies left open; made up where no paper says it. */
export const AGENCY_SUCCESSIONS: readonly (readonly [string, string])[] = [
  ['ks-ubnd', 'ct-ubnd'],
  ['ks-bcd', 'ct-bcd'],
  ['ks-tckh', 'ct-stc'],
  ['ks-nn', 'ct-snnmt'],
  ['ks-ktht', 'ct-sct'],
  ['ks-nv', 'ct-snv'],
  ['ks-vp', 'ct-vp'],
  ['ks-minh-an', 'ct-minh-an'],
  ['ks-mttq', 'ct-mttq'],
  ['ks-hnd', 'ct-hnd'],
  ['ubnd-tt-an-lac-thon', 'ubnd-an-lac-thon'],
  ['ubnd-xuan-hoa', 'ubnd-an-lac-thon'],
  ['ubnd-trinh-phu', 'ubnd-an-lac-thon'],
  ['ubnd-tt-ke-sach', 'ubnd-ke-sach'],
  ['ubnd-ke-an', 'ubnd-ke-sach'],
  ['ubnd-ke-thanh', 'ubnd-ke-sach'],
  ['ubnd-ba-trinh', 'ubnd-dai-hai'],
  ['ubnd-dai-hai-cu', 'ubnd-dai-hai'],
  ['ubnd-an-lac-tay', 'ubnd-thoi-an-hoi'],
  ['ubnd-thoi-an-hoi-cu', 'ubnd-thoi-an-hoi'],
  ['ubnd-minh-giong-cu', 'ubnd-minh-giong'],
  ['ubnd-minh-hau-cu', 'ubnd-minh-hau'],
  ['ubnd-minh-tra-cu', 'ubnd-minh-hau'],
  ['tb-ubnd', 'hy-ubnd'],
  ['tb-skhdt', 'hy-stc'],
  ['tb-lmhtx', 'hy-lmhtx'],
  ['nt-ubnd', 'kh-ubnd'],
  ['nt-bcd', 'kh-ubnd'],
  ['nt-skhdt', 'kh-stc'],
]
