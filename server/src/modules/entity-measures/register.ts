import {
  type EntityWords,
  FIELD_WORDS,
  GOVERNANCE_WORDS,
  KIND_WORDS,
  LAW_WORDS,
  SECTOR_WORDS,
  SIZE_WORDS,
  STATUS_WORDS,
} from '@hopluc/shared/entity-words'
import type { Measure } from '@hopluc/shared/rules'
import type { RegisterRow } from './register-store.ts'

/** A measure that the register knows; undefined or null where it does not say. */
export interface RegisterMeasure extends Measure {
  of: (row: RegisterRow) => number | boolean | string | readonly string[] | null
}

const number = (
  code: string,
  unit: string,
  vi: string,
  en: string,
  of: (row: RegisterRow) => number | null,
): RegisterMeasure => ({ code, vi, en, unit, type: 'number', options: [], of })

const yesNo = (
  code: string,
  vi: string,
  en: string,
  of: (row: RegisterRow) => boolean | null,
): RegisterMeasure => ({ code, vi, en, unit: null, type: 'yes_no', options: [], of })

const coded = (
  code: string,
  vi: string,
  en: string,
  words: Readonly<Record<string, EntityWords>>,
  of: (row: RegisterRow) => string | readonly string[] | null,
): RegisterMeasure => {
  const options = Object.entries(words).map(([one, said]) => ({
    code: one,
    vi: said.vi,
    en: said.en,
  }))
  return { code, vi, en, unit: null, type: 'code', options, of }
}

/** Bands of the usual sets; a province may have others, known by their codes. */
const RATING_WORDS = {
  good: { vi: 'Tốt', en: 'Good' },
  fair: { vi: 'Khá', en: 'Fair' },
  average: { vi: 'Trung bình', en: 'Average' },
  weak: { vi: 'Yếu', en: 'Weak' },
  none: { vi: 'Không xếp loại', en: 'Not rated' },
}

const million = (dong: number | null) => (dong === null ? null : dong / 1_000_000)

/**
 * What the register tells of an entity as of the day. A certificate, a membership, a link that is not
 * recorded is not there, so these count to zero; managers and debts of which none was ever recorded are
 * not known.
 */
export const REGISTER_MEASURES: readonly RegisterMeasure[] = [
  coded('kind', 'Loại hình', 'Kind', KIND_WORDS, ({ kind }) => kind),
  coded('status', 'Tình trạng pháp lý', 'Legal status', STATUS_WORDS, ({ status }) => status),
  coded('law', 'Luật đang áp dụng', 'Law', LAW_WORDS, ({ law }) => law),
  coded('governance', 'Tổ chức quản trị', 'Governance', GOVERNANCE_WORDS, (row) => row.governance),
  coded('sector', 'Ngành, lĩnh vực', 'Sector', SECTOR_WORDS, ({ sector }) => sector),
  coded('field', 'Lĩnh vực xét quy mô', 'Field', FIELD_WORDS, ({ field }) => field),
  coded('size', 'Quy mô theo quy định', 'Legal size', SIZE_WORDS, ({ size }) => size),
  coded('commodities', 'Nông sản, sản phẩm chủ lực', 'Main commodities', {}, (row) => [
    ...row.commodities,
  ]),
  coded('lines', 'Mã ngành kinh doanh', 'Business lines', {}, ({ lines }) => [...lines]),
  number(
    'age_months',
    'tháng',
    'Thời gian từ khi đăng ký',
    'Months since registration',
    (row) => row.ageMonths,
  ),
  number(
    'stopped_days',
    'ngày',
    'Số ngày ngừng hoạt động trong năm',
    'Days out of operation in the year',
    (row) => row.stoppedDays,
  ),
  number(
    'months_since_congress',
    'tháng',
    'Thời gian từ đại hội gần nhất',
    'Months since the last congress',
    (row) => row.monthsSinceCongress,
  ),
  yesNo(
    'congress_in_year',
    'Có tổ chức đại hội trong năm',
    'Congress held in the year',
    (row) => row.congressInYear,
  ),
  number('members', 'người', 'Thành viên chính thức', 'Official members', ({ members }) => members),
  number(
    'linked_members',
    'người',
    'Thành viên liên kết góp vốn',
    'Linked members with capital',
    (row) => row.linkedMembers,
  ),
  number(
    'workers',
    'người',
    'Lao động theo danh sách HTX',
    'Workers by the register',
    ({ workers }) => workers,
  ),
  number(
    'charter_capital',
    'triệu đồng',
    'Vốn điều lệ đăng ký',
    'Registered charter capital',
    ({ capital }) => million(capital),
  ),
  number('managers', 'người', 'Cán bộ quản lý', 'Managers', ({ managers }) => managers),
  number(
    'managers_college',
    'người',
    'Cán bộ quản lý có trình độ cao đẳng, đại học trở lên',
    'Managers with college training or more',
    (row) => row.managersCollege,
  ),
  number(
    'managers_intermediate',
    'người',
    'Cán bộ quản lý có trình độ sơ cấp, trung cấp',
    'Managers with elementary or intermediate training',
    (row) => row.managersIntermediate,
  ),
  number(
    'managers_under_40',
    'người',
    'Cán bộ quản lý dưới 40 tuổi',
    'Managers under 40',
    (row) => row.managersUnder40,
  ),
  number(
    'managers_female',
    'người',
    'Cán bộ quản lý là nữ',
    'Women among the managers',
    (row) => row.managersFemale,
  ),
  number('debts_by', 'triệu đồng', 'Nợ phải trả còn lại', 'Debts still owed by it', ({ debtsBy }) =>
    million(debtsBy),
  ),
  number(
    'debts_by_overdue',
    'triệu đồng',
    'Nợ phải trả đã quá hạn',
    'Overdue debts owed by it',
    ({ debtsByOverdue }) => million(debtsByOverdue),
  ),
  number('debts_to', 'triệu đồng', 'Nợ phải thu còn lại', 'Debts still owed to it', ({ debtsTo }) =>
    million(debtsTo),
  ),
  number(
    'ocop_products',
    'sản phẩm',
    'Sản phẩm OCOP còn hiệu lực',
    'Valid OCOP products',
    (row) => row.ocopProducts,
  ),
  number(
    'ocop_stars',
    'sao',
    'Hạng sao OCOP cao nhất',
    'Highest OCOP stars',
    (row) => row.ocopStars,
  ),
  yesNo(
    'good_practice',
    'Có chứng nhận VietGAP, GlobalGAP hoặc hữu cơ',
    'VietGAP, GlobalGAP or organic certificate',
    (row) => row.goodPractice,
  ),
  yesNo(
    'traceability',
    'Có truy xuất nguồn gốc',
    'Traceability',
    ({ traceability }) => traceability,
  ),
  yesNo('high_tech', 'Ứng dụng công nghệ cao', 'High technology', ({ highTech }) => highTech),
  yesNo(
    'trademark',
    'Có nhãn hiệu hoặc chỉ dẫn địa lý',
    'Trademark or indication',
    (row) => row.trademark,
  ),
  number(
    'growing_areas',
    'mã',
    'Mã số vùng trồng, cơ sở đóng gói',
    'Growing area and packing codes',
    (row) => row.growingAreas,
  ),
  number(
    'value_links',
    'hợp đồng',
    'Hợp đồng liên kết chuỗi giá trị',
    'Value chain contracts',
    (row) => row.valueLinks,
  ),
  yesNo(
    'union_member',
    'Là thành viên liên hiệp HTX',
    'Member of a union',
    ({ unionMember }) => unionMember,
  ),
  yesNo(
    'alliance_member',
    'Là thành viên Liên minh HTX',
    'Member of the Alliance',
    (row) => row.allianceMember,
  ),
  coded('rating', 'Xếp loại HTX gần nhất', 'Last rating', RATING_WORDS, ({ rating }) => rating),
  yesNo('rated_fair', 'Được xếp loại khá trở lên', 'Rated fair or better', ({ isFair }) => isFair),
  yesNo(
    'rated_effective',
    'Được đánh giá hoạt động hiệu quả',
    'Assessed as effective',
    ({ isEffective }) => isEffective,
  ),
]

const READ = new Map<RegisterMeasure, readonly string[]>()

/** Which fields of a row a measure reads. */
export function fieldsOf(measure: RegisterMeasure): readonly string[] {
  const known = READ.get(measure)
  if (known) return known
  const read = new Set<string>()
  measure.of(
    new Proxy(NO_ROW, {
      get: (row, field, self): unknown => {
        read.add(String(field))
        return Reflect.get(row, field, self)
      },
    }),
  )
  READ.set(measure, [...read])
  return [...read]
}

/** Of which nothing is known. */
const NO_ROW: RegisterRow = {
  entityId: '',
  name: '',
  unitId: '',
  isDemo: false,
  kind: '',
  status: '',
  law: null,
  governance: null,
  field: null,
  sector: null,
  size: null,
  lines: [],
  commodities: [],
  members: null,
  linkedMembers: null,
  workers: null,
  capital: null,
  ageMonths: null,
  stoppedDays: 0,
  monthsSinceCongress: null,
  congressInYear: false,
  managers: null,
  managersCollege: null,
  managersIntermediate: null,
  managersUnder40: null,
  managersFemale: null,
  debtsBy: null,
  debtsByOverdue: null,
  debtsTo: null,
  ocopProducts: 0,
  ocopStars: null,
  goodPractice: false,
  traceability: false,
  highTech: false,
  trademark: false,
  growingAreas: 0,
  valueLinks: 0,
  unionMember: false,
  allianceMember: false,
  rating: null,
  isFair: null,
  isEffective: null,
}
