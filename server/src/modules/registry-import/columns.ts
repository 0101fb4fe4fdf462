import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { ImportColumn, ImportField, MoneyUnit } from '@hopluc/shared/entity-import'

export type Figure = Extract<ImportField, `H${string}` | `K${string}`>

export interface ColumnKind {
  /** Of the project's own sheet. */
  header: string
  width: number
  kind: 'text' | 'number' | 'date' | 'money' | 'count'
  /** Other heads, folded: a head is known when it is one of these, or begins with one. */
  heads: readonly string[]
  /** How it is filled in. */
  hint: string
}

const text = (header: string, width: number, heads: readonly string[], hint = ''): ColumnKind => ({
  header,
  width,
  kind: 'text',
  heads,
  hint,
})
const number = (
  header: string,
  kind: 'number' | 'money' | 'count',
  heads: readonly string[],
  hint = '',
): ColumnKind => ({ header, width: 14, kind, heads, hint })
const day = (header: string, heads: readonly string[], hint = 'ngày/tháng/năm'): ColumnKind => ({
  header,
  width: 14,
  kind: 'date',
  heads,
  hint,
})
const figure = (header: string, heads: readonly string[]) =>
  number(header, 'money', heads, 'Của năm ghi ở cột "Năm số liệu"')

/** Columns of the project's own sheet in their order, and by which heads those of others are known. */
export const COLUMNS: Record<ImportField, ColumnKind> = {
  id: text('Mã hồ sơ', 12, ['ma ho so', 'id'], 'Do hệ thống cấp; dòng mới để trống'),
  name: text(
    'Tên HTX, THT',
    44,
    [
      'ten htx',
      'ten hop tac xa',
      'ten tht',
      'ten to hop tac',
      'ten don vi',
      'ten lien hiep',
      'ten qtdnd',
      'ten tieng viet',
      'ten',
    ],
    'Bắt buộc',
  ),
  kind: text(
    TRAIT_WORDS.kind.vi,
    20,
    ['loai hinh', 'loai'],
    'Hợp tác xã, Tổ hợp tác, Liên hiệp hợp tác xã, Quỹ tín dụng nhân dân',
  ),
  code: text(
    TRAIT_WORDS.code.vi,
    16,
    ['ma so htx', 'ma so thue', 'mst', 'ma so dang ky', 'ma so'],
    '10 chữ số, kể cả số 0 ở đầu',
  ),
  shortName: text(TRAIT_WORDS.shortName.vi, 20, ['ten viet tat', 'viet tat']),
  foreignName: text(TRAIT_WORDS.foreignName.vi, 24, [
    'ten nuoc ngoai',
    'ten tieng nuoc ngoai',
    'ten tieng anh',
  ]),
  province: text('Tỉnh, thành phố', 20, ['tinh thanh pho', 'tinh tp', 'tinh']),
  district: text(
    'Huyện cũ',
    18,
    ['huyen cu', 'quan huyen', 'huyen thi xa', 'huyen'],
    'Chỉ khi ghi tên xã trước 01/07/2025',
  ),
  commune: text(
    'Xã, phường',
    24,
    ['xa phuong', 'phuong xa', 'dia ban', 'don vi hanh chinh', 'xa'],
    'Tên hiện nay hoặc tên trước sắp xếp',
  ),
  communeCode: text('Mã xã, phường', 12, ['ma xa', 'ma phuong', 'ma don vi hanh chinh', 'ma dvhc']),
  address: text(TRAIT_WORDS.address.vi, 36, [
    'dia chi tru so',
    'dia chi',
    'tru so chinh',
    'tru so',
    'noi dang ky',
  ]),
  lat: number('Vĩ độ', 'number', ['vi do', 'lat']),
  lon: number('Kinh độ', 'number', ['kinh do', 'lon', 'long']),
  foundedOn: day(
    'Ngày thành lập',
    [
      'ngay thanh lap',
      'ngay dang ky',
      'ngay cap giay chung nhan',
      'ngay cap gcn',
      'nam thanh lap',
      'thoi gian thanh lap',
    ],
    'Ngày được cấp giấy chứng nhận; chỉ biết năm thì ghi năm',
  ),
  certificateNo: text('Số giấy chứng nhận', 18, [
    'so giay chung nhan',
    'so gcn',
    'so quyet dinh thanh lap',
    'so dang ky',
  ]),
  certificateOn: day('Ngày quyết định', ['ngay quyet dinh']),
  certificateBy: text('Cơ quan cấp', 24, ['co quan cap', 'noi cap', 'co quan dang ky']),
  status: text(
    TRAIT_WORDS.status.vi,
    26,
    ['tinh trang phap ly', 'tinh trang hoat dong', 'tinh trang', 'trang thai'],
    'Theo danh mục tình trạng pháp lý',
  ),
  statusOn: day('Ngày có tình trạng', [
    'ngay co tinh trang',
    'ngay thay doi tinh trang',
    'ngay giai the',
    'ngay tam ngung',
  ]),
  statusDecisionNo: text('Số văn bản về tình trạng', 18, [
    'so van ban ve tinh trang',
    'so quyet dinh giai the',
  ]),
  law: text(
    TRAIT_WORDS.law.vi,
    14,
    ['luat to chuc', 'luat ap dung', 'theo luat', 'luat'],
    '2003, 2012 hoặc 2023',
  ),
  governance: text(
    TRAIT_WORDS.governance.vi,
    14,
    ['to chuc quan tri', 'mo hinh quan tri'],
    'Đầy đủ hoặc Rút gọn',
  ),
  lines: text(
    `${TRAIT_WORDS.lines.vi} (mã)`,
    22,
    ['nganh nghe', 'ma nganh', 'vsic'],
    'Mã ngành, cách nhau bằng dấu chấm phẩy; ngành chính trước',
  ),
  commodities: text(
    TRAIT_WORDS.commodities.vi,
    26,
    ['san pham chu luc', 'san pham chinh', 'san pham', 'nong san'],
    'Cách nhau bằng dấu chấm phẩy',
  ),
  charterCapital: number(`${TRAIT_WORDS.charterCapital.vi} (đồng)`, 'money', [
    'von dieu le',
    'von dang ky',
  ]),
  officialMembers: number(TRAIT_WORDS.officialMembers.vi, 'count', [
    'thanh vien chinh thuc',
    'so thanh vien',
    'tong so thanh vien',
    'thanh vien',
  ]),
  linkedMembers: number(TRAIT_WORDS.linkedMembers.vi, 'count', [
    'thanh vien lien ket gop von',
    'lien ket gop von',
  ]),
  otherMembers: number(TRAIT_WORDS.otherMembers.vi, 'count', [
    'thanh vien lien ket khong gop von',
    'lien ket khong gop von',
  ]),
  workers: number(TRAIT_WORDS.workers.vi, 'count', ['so lao dong', 'lao dong']),
  representative: text(TRAIT_WORDS.representative.vi, 26, [
    'nguoi dai dien theo phap luat',
    'nguoi dai dien',
    'giam doc',
    'dai dien',
    'chu tich hdqt',
  ]),
  phone: text(TRAIT_WORDS.phone.vi, 16, ['dien thoai', 'so dien thoai', 'sdt', 'so dt']),
  email: text(TRAIT_WORDS.email.vi, 24, ['thu dien tu', 'email', 'e mail']),
  website: text(TRAIT_WORDS.website.vi, 24, ['trang thong tin', 'website', 'web']),
  fromOn: day(
    'Thông tin từ ngày',
    ['thong tin tu ngay', 'hieu luc tu ngay'],
    'Để trống: theo ngày của danh sách',
  ),
  figuresYear: number('Năm số liệu', 'number', ['nam so lieu', 'nam bao cao']),
  H9: number(
    'Lao động thường xuyên (người)',
    'count',
    ['lao dong thuong xuyen'],
    'Của năm ghi ở cột "Năm số liệu"',
  ),
  H16: number(
    'Cán bộ quản lý (người)',
    'count',
    ['can bo quan ly', 'so can bo quan ly'],
    'Của năm ghi ở cột "Năm số liệu"',
  ),
  H10: figure('Doanh thu (đồng)', ['doanh thu', 'tong doanh thu']),
  H10t: figure('Doanh thu với thành viên (đồng)', [
    'doanh thu voi thanh vien',
    'doanh thu tu thanh vien',
  ]),
  H10n: figure('Doanh thu với bên ngoài (đồng)', [
    'doanh thu voi ben ngoai',
    'doanh thu ngoai thanh vien',
  ]),
  H11: figure('Lãi trước thuế (đồng)', [
    'lai truoc thue',
    'loi nhuan truoc thue',
    'loi nhuan',
    'lai',
  ]),
  H14: figure('Tổng tài sản (đồng)', ['tong tai san', 'tong gia tri tai san']),
  H15: figure('Nộp ngân sách (đồng)', ['nop ngan sach', 'thue va cac khoan nop']),
  K1: figure('Vốn hoạt động (đồng)', ['von hoat dong', 'tong nguon von', 'tong von']),
  K2: figure('Quỹ chung không chia (đồng)', ['quy chung khong chia']),
  K4: figure('Nợ phải thu (đồng)', ['no phai thu']),
  K5: figure('Nợ phải trả (đồng)', ['no phai tra']),
}
export const FIELDS = Object.keys(COLUMNS).filter((one): one is ImportField => one in COLUMNS)
export const isFigure = (field: ImportField): field is Figure => /^[HK]\d/.test(field)

/** Without diacritics and marks, as heads and listed words are compared. */
export const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const EXACT = new Map<string, ImportField>()
const BEGINNINGS: [string, ImportField][] = []
for (const field of FIELDS) {
  const { header, heads } = COLUMNS[field]
  EXACT.set(plain(header), field)
  for (const head of heads) {
    if (!EXACT.has(head)) EXACT.set(head, field)
    BEGINNINGS.push([head, field])
  }
}
BEGINNINGS.sort(([one], [other]) => other.length - one.length)

/** What a head says, or nothing: the whole of it, else its longest known beginning. */
export function fieldOfHead(head: string): ImportField | undefined {
  const words = plain(head)
  const bare = plain(head.replace(/\(.*?\)|\*/g, ' '))
  const whole = EXACT.get(words) ?? EXACT.get(bare)
  return whole ?? BEGINNINGS.find(([beginning]) => bare.startsWith(`${beginning} `))?.[1]
}

/** "Vốn điều lệ (triệu đồng)". */
export function unitOfHead(head: string): MoneyUnit | undefined {
  const words = plain(head)
  if (/\b(ty|ti|ty dong)\b/.test(words)) return 'billion'
  if (/\b(trieu|tr d|trd|tr dong)\b/.test(words)) return 'million'
  if (/\b(nghin|ngan|1000) ?(dong|d)?\b/.test(words)) return 'thousand'
  return /\b(dong|vnd|d)\b/.test(words) ? 'dong' : undefined
}

/** The columns that heads tell by themselves; of two with one meaning the first. */
export function mappingOfHeads(headers: readonly string[]): ImportColumn[] {
  const taken = new Set<ImportField>()
  return headers.flatMap((head, column) => {
    const field = fieldOfHead(head)
    if (field === undefined || taken.has(field)) return []
    taken.add(field)
    const unit = COLUMNS[field].kind === 'money' ? unitOfHead(head) : undefined
    return [{ column, field, ...(unit && { unit }) }]
  })
}

/** The same for the same heads, whatever their case, marks and order of spaces. */
export const fingerprintOf = (headers: readonly string[]): string =>
  headers.map(plain).join('|').slice(0, 2000)

/** 0 is A. */
export function letterOf(column: number): string {
  let [rest, letters] = [column + 1, '']
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
