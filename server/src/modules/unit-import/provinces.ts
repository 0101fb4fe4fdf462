import type { PlainDate } from '@hopluc/shared/values'

/** A province as it is since 01/07/2025, and the provinces of before that it was formed from. */
export interface ProvinceOfToday {
  code: string
  kind: 'tỉnh' | 'thành phố'
  name: string
  /** Empty: goes on as it was. */
  formedFrom: readonly OldProvince[]
  /** What it was called before a change that was no merger. */
  before?: { kind: 'tỉnh' | 'thành phố'; name: string; untilOn: PlainDate }
}

export interface OldProvince {
  code: string
  kind: 'tỉnh' | 'thành phố'
  name: string
}

export const PROVINCES_DAY: PlainDate = '2025-07-01'

/**
 * From when on lists begin that do not say since when a unit stands: before any figure that is kept,
 * not a day of law.
 */
export const KNOWN_SINCE: PlainDate = '2004-01-01'

const old = (code: string, name: string): OldProvince => ({ code, kind: 'tỉnh', name })
const oldCity = (code: string, name: string): OldProvince => ({ code, kind: 'thành phố', name })

const province = (code: string, name: string, formedFrom: readonly OldProvince[] = []) =>
  ({ code, kind: 'tỉnh', name, formedFrom }) satisfies ProvinceOfToday
const city = (code: string, name: string, formedFrom: readonly OldProvince[] = []) =>
  ({ code, kind: 'thành phố', name, formedFrom }) satisfies ProvinceOfToday

/** Codes of before 01/07/2025 as commonly used, not checked against the act that gave them. */
export const PROVINCES: readonly ProvinceOfToday[] = [
  city('01', 'Hà Nội'),
  province('04', 'Cao Bằng'),
  province('08', 'Tuyên Quang', [old('02', 'Hà Giang'), old('08', 'Tuyên Quang')]),
  province('11', 'Điện Biên'),
  province('12', 'Lai Châu'),
  province('14', 'Sơn La'),
  province('15', 'Lào Cai', [old('15', 'Yên Bái'), old('10', 'Lào Cai')]),
  province('19', 'Thái Nguyên', [old('06', 'Bắc Kạn'), old('19', 'Thái Nguyên')]),
  province('20', 'Lạng Sơn'),
  province('22', 'Quảng Ninh'),
  province('24', 'Bắc Ninh', [old('24', 'Bắc Giang'), old('27', 'Bắc Ninh')]),
  province('25', 'Phú Thọ', [old('26', 'Vĩnh Phúc'), old('17', 'Hòa Bình'), old('25', 'Phú Thọ')]),
  city('31', 'Hải Phòng', [oldCity('31', 'Hải Phòng'), old('30', 'Hải Dương')]),
  province('33', 'Hưng Yên', [old('34', 'Thái Bình'), old('33', 'Hưng Yên')]),
  province('37', 'Ninh Bình', [old('35', 'Hà Nam'), old('36', 'Nam Định'), old('37', 'Ninh Bình')]),
  province('38', 'Thanh Hóa'),
  province('40', 'Nghệ An'),
  province('42', 'Hà Tĩnh'),
  province('44', 'Quảng Trị', [old('44', 'Quảng Bình'), old('45', 'Quảng Trị')]),
  {
    ...city('46', 'Huế'),
    // a city under the central authorities from 01/01/2025
    before: { kind: 'tỉnh', name: 'Thừa Thiên Huế', untilOn: '2024-12-31' },
  },
  city('48', 'Đà Nẵng', [oldCity('48', 'Đà Nẵng'), old('49', 'Quảng Nam')]),
  province('51', 'Quảng Ngãi', [old('62', 'Kon Tum'), old('51', 'Quảng Ngãi')]),
  province('52', 'Gia Lai', [old('52', 'Bình Định'), old('64', 'Gia Lai')]),
  province('56', 'Khánh Hòa', [old('58', 'Ninh Thuận'), old('56', 'Khánh Hòa')]),
  province('66', 'Đắk Lắk', [old('54', 'Phú Yên'), old('66', 'Đắk Lắk')]),
  province('68', 'Lâm Đồng', [
    old('67', 'Đắk Nông'),
    old('60', 'Bình Thuận'),
    old('68', 'Lâm Đồng'),
  ]),
  {
    ...city('75', 'Đồng Nai', [old('70', 'Bình Phước'), old('75', 'Đồng Nai')]),
    // Resolution 30/2026/QH16: a city under the central authorities from 30/04/2026
    before: { kind: 'tỉnh', name: 'Đồng Nai', untilOn: '2026-04-29' },
  },
  city('79', 'Hồ Chí Minh', [
    oldCity('79', 'Hồ Chí Minh'),
    old('77', 'Bà Rịa - Vũng Tàu'),
    old('74', 'Bình Dương'),
  ]),
  province('80', 'Tây Ninh', [old('80', 'Long An'), old('72', 'Tây Ninh')]),
  province('82', 'Đồng Tháp', [old('82', 'Tiền Giang'), old('87', 'Đồng Tháp')]),
  province('86', 'Vĩnh Long', [
    old('83', 'Bến Tre'),
    old('84', 'Trà Vinh'),
    old('86', 'Vĩnh Long'),
  ]),
  province('91', 'An Giang', [old('91', 'Kiên Giang'), old('89', 'An Giang')]),
  city('92', 'Cần Thơ', [oldCity('92', 'Cần Thơ'), old('94', 'Sóc Trăng'), old('93', 'Hậu Giang')]),
  province('96', 'Cà Mau', [old('95', 'Bạc Liêu'), old('96', 'Cà Mau')]),
]
