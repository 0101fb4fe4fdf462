import { PROVINCES_ACT } from '@hopluc/shared/unit-import'
import { KNOWN_SINCE, PROVINCES as OF_TODAY } from '../modules/unit-import/index.ts'
import { THAI_BINH_COMMUNES, thaiBinhUnits } from './thai-binh-units.ts'

/**
 * The units that the demo's story needs. Names and codes are the real ones, but for communes called
 * Minh …, which are made up: all that is late or weak in the demo bears such a name.
 */
export interface DemoUnit {
  key: string
  level: 'nation' | 'province' | 'district' | 'commune'
  kind: string
  name: string
  code?: string
  parent?: string
  from: string
  until?: string
  /** As it was called until a day, without being another. */
  before?: { kind: string; name: string; untilOn: string }
}

/** The day on which 63 provinces became 34 and the districts ended. */
export const REORGANISED_ON = '2025-07-01'
export const LAST_DAY_BEFORE = '2025-06-30'
const BEFORE = { from: '2003-11-26', until: LAST_DAY_BEFORE }

const NATION: DemoUnit = {
  key: 'vn',
  level: 'nation',
  kind: 'nước',
  name: 'Việt Nam',
  code: 'VN',
  from: '1976-07-02',
}

const province = (
  key: string,
  kind: string,
  name: string,
  code: string,
  from: string,
  until?: string,
) => ({
  key,
  level: 'province' as const,
  kind,
  name,
  code,
  parent: 'vn',
  from,
  ...(until ? { until } : {}),
})

const PROVINCES: DemoUnit[] = [
  province('can-tho', 'thành phố', 'Cần Thơ', '92', REORGANISED_ON),
  province('hung-yen', 'tỉnh', 'Hưng Yên', '33', REORGANISED_ON),
  province('khanh-hoa', 'tỉnh', 'Khánh Hòa', '56', REORGANISED_ON),
  province('quang-ninh', 'tỉnh', 'Quảng Ninh', '22', '1963-10-30'),
  province('can-tho-cu', 'thành phố', 'Cần Thơ', '92', '2004-01-01', LAST_DAY_BEFORE),
  province('soc-trang', 'tỉnh', 'Sóc Trăng', '94', '1992-04-01', LAST_DAY_BEFORE),
  province('hau-giang', 'tỉnh', 'Hậu Giang', '93', '2004-01-01', LAST_DAY_BEFORE),
  province('hung-yen-cu', 'tỉnh', 'Hưng Yên', '33', '1997-01-01', LAST_DAY_BEFORE),
  province('thai-binh', 'tỉnh', 'Thái Bình', '34', '1945-09-02', LAST_DAY_BEFORE),
  province('khanh-hoa-cu', 'tỉnh', 'Khánh Hòa', '56', '1989-07-01', LAST_DAY_BEFORE),
  province('ninh-thuan', 'tỉnh', 'Ninh Thuận', '58', '1992-04-01', LAST_DAY_BEFORE),
]

/** The rest of the 34 provinces and of those they were formed from: the story does not play there. */
const OF_STORY = new Set(PROVINCES.map(({ name }) => name))
const OTHERS = OF_TODAY.filter(({ name }) => !OF_STORY.has(name))
const OTHER_PROVINCES: DemoUnit[] = OTHERS.flatMap(({ code, kind, name, formedFrom, before }) => [
  {
    ...province(code, kind, name, code, formedFrom.length > 0 ? REORGANISED_ON : KNOWN_SINCE),
    ...(before ? { before } : {}),
  },
  ...formedFrom.map((old) =>
    province(`${old.code}-cu`, old.kind, old.name, old.code, KNOWN_SINCE, LAST_DAY_BEFORE),
  ),
])
const OTHER_SUCCESSIONS = OTHERS.flatMap(({ code, formedFrom }) =>
  formedFrom.map((old) => [`${old.code}-cu`, code, PROVINCES_ACT] as const),
)

const KE_SACH: DemoUnit = {
  key: 'ke-sach-huyen',
  level: 'district',
  kind: 'huyện',
  name: 'Kế Sách',
  code: '943',
  parent: 'soc-trang',
  ...BEFORE,
}

const commune = (
  key: string,
  kind: string,
  name: string,
  parent: string,
  days: object,
): DemoUnit => ({ key, level: 'commune', kind, name, parent, from: REORGANISED_ON, ...days })

/** Communes of Kế Sách in 2021, in the order in which lists name them. */
export const KE_SACH_COMMUNES: DemoUnit[] = [
  commune('tt-ke-sach', 'thị trấn', 'Kế Sách', 'ke-sach-huyen', BEFORE),
  commune('tt-an-lac-thon', 'thị trấn', 'An Lạc Thôn', 'ke-sach-huyen', BEFORE),
  commune('xuan-hoa', 'xã', 'Xuân Hòa', 'ke-sach-huyen', BEFORE),
  commune('trinh-phu', 'xã', 'Trinh Phú', 'ke-sach-huyen', BEFORE),
  commune('thoi-an-hoi-cu', 'xã', 'Thới An Hội', 'ke-sach-huyen', BEFORE),
  commune('ke-thanh', 'xã', 'Kế Thành', 'ke-sach-huyen', BEFORE),
  commune('ke-an', 'xã', 'Kế An', 'ke-sach-huyen', BEFORE),
  commune('dai-hai-cu', 'xã', 'Đại Hải', 'ke-sach-huyen', BEFORE),
  commune('ba-trinh', 'xã', 'Ba Trinh', 'ke-sach-huyen', BEFORE),
  commune('an-lac-tay', 'xã', 'An Lạc Tây', 'ke-sach-huyen', BEFORE),
  commune('minh-giong-cu', 'xã', 'Minh Giồng', 'ke-sach-huyen', BEFORE),
  commune('minh-hau-cu', 'xã', 'Minh Hậu', 'ke-sach-huyen', BEFORE),
  commune('minh-tra-cu', 'xã', 'Minh Trà', 'ke-sach-huyen', BEFORE),
]

/** Communes of Cần Thơ today that the demo works with. */
export const CAN_THO_COMMUNES: DemoUnit[] = [
  commune('an-lac-thon', 'xã', 'An Lạc Thôn', 'can-tho', { code: '31531' }),
  commune('ke-sach', 'xã', 'Kế Sách', 'can-tho', { code: '31528' }),
  commune('dai-hai', 'xã', 'Đại Hải', 'can-tho', { code: '31561' }),
  commune('thoi-an-hoi', 'xã', 'Thới An Hội', 'can-tho', { code: '31540' }),
  commune('minh-giong', 'xã', 'Minh Giồng', 'can-tho', {}),
  commune('minh-hau', 'xã', 'Minh Hậu', 'can-tho', {}),
]

export const UNITS: readonly DemoUnit[] = [
  NATION,
  ...PROVINCES,
  ...OTHER_PROVINCES,
  KE_SACH,
  ...KE_SACH_COMMUNES,
  ...CAN_THO_COMMUNES,
  ...thaiBinhUnits(BEFORE, REORGANISED_ON),
]

const RESOLUTION = 'Nghị quyết sắp xếp đơn vị hành chính năm 2025'
const OF_DEMO = 'Số liệu minh họa'

/** from, to, by which act. */
export const UNIT_SUCCESSIONS: readonly (readonly [string, string, string])[] = [
  ...OTHER_SUCCESSIONS,
  ['can-tho-cu', 'can-tho', RESOLUTION],
  ['soc-trang', 'can-tho', RESOLUTION],
  ['hau-giang', 'can-tho', RESOLUTION],
  ['hung-yen-cu', 'hung-yen', RESOLUTION],
  ['thai-binh', 'hung-yen', RESOLUTION],
  ['khanh-hoa-cu', 'khanh-hoa', RESOLUTION],
  ['ninh-thuan', 'khanh-hoa', RESOLUTION],
  ['tt-an-lac-thon', 'an-lac-thon', RESOLUTION],
  ['xuan-hoa', 'an-lac-thon', RESOLUTION],
  ['trinh-phu', 'an-lac-thon', RESOLUTION],
  ['tt-ke-sach', 'ke-sach', RESOLUTION],
  ['ke-an', 'ke-sach', RESOLUTION],
  ['ke-thanh', 'ke-sach', RESOLUTION],
  ['ba-trinh', 'dai-hai', RESOLUTION],
  ['dai-hai-cu', 'dai-hai', RESOLUTION],
  ['an-lac-tay', 'thoi-an-hoi', RESOLUTION],
  ['thoi-an-hoi-cu', 'thoi-an-hoi', RESOLUTION],
  ['minh-giong-cu', 'minh-giong', OF_DEMO],
  ['minh-hau-cu', 'minh-hau', OF_DEMO],
  ['minh-tra-cu', 'minh-hau', OF_DEMO],
  ...THAI_BINH_COMMUNES.flatMap(({ key, formedFrom }) =>
    formedFrom.map((old) => [old.key, key, RESOLUTION] as const),
  ),
]
