import type { EntityAttribute } from '@hopluc/shared/entities'
import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { FormKey, OfficialForm } from '@hopluc/shared/entity-forms'

/** Where the value of a field comes from: the register, its events, or the year's figures. */
export type FieldSource =
  | { of: 'attribute'; name: EntityAttribute }
  | { of: 'members' }
  | { of: 'address' | 'unit' | 'status' | 'sector' | 'size' }
  | { of: 'event'; kind: 'registered' | 'law_changed' | 'congress'; say: 'day' | 'decision' }
  /** An indicator, or a part of it: `H8/sex=female`. */
  | { of: 'figure'; key: string }
  | { of: 'confirmed' | 'national' }

export interface FormField {
  label: string
  measure?: string
  source: FieldSource
}
export interface FormSection {
  title: string
  fields: readonly FormField[]
}
export type EntityForm = Omit<OfficialForm, 'kind'> & {
  kind: 'group' | 'cooperative' | 'union'
  sections: readonly FormSection[]
}

const says = (label: string, name: EntityAttribute, measure?: string): FormField => ({
  label,
  ...(measure && { measure }),
  source: { of: 'attribute', name },
})
const counts = (label: string, key: string, measure: string): FormField => ({
  label,
  measure,
  source: { of: 'figure', key },
})

const IDENTITY: FormSection = {
  title: 'I. Thông tin chung',
  fields: [
    says('Tên', 'name'),
    says('Tên viết tắt', 'shortName'),
    says('Mã số', 'code'),
    { label: 'Địa chỉ trụ sở', source: { of: 'address' } },
    { label: 'Xã, phường', source: { of: 'unit' } },
    says('Điện thoại', 'phone'),
    says('Thư điện tử', 'email'),
    says('Trang thông tin điện tử', 'website'),
    says('Người đại diện', 'representative'),
    {
      label: 'Ngày cấp giấy chứng nhận đăng ký',
      source: { of: 'event', kind: 'registered', say: 'day' },
    },
    says('Tổ chức theo luật', 'law'),
    says('Ngành, nghề kinh doanh', 'lines'),
    { label: TRAIT_WORDS.sector.vi, source: { of: 'sector' } },
    says(TRAIT_WORDS.commodities.vi, 'commodities'),
    { label: 'Tình trạng hoạt động', source: { of: 'status' } },
  ],
}
const PEOPLE: FormSection = {
  title: 'II. Thành viên, lao động',
  fields: [
    says('Thành viên chính thức', 'officialMembers', 'thành viên'),
    says('Thành viên liên kết góp vốn', 'linkedMembers', 'thành viên'),
    says('Thành viên liên kết không góp vốn', 'otherMembers', 'thành viên'),
    counts('Thành viên trong năm', 'H8', 'thành viên'),
    counts('Thành viên mới trong năm', 'H8m', 'thành viên'),
    counts('Thành viên là nữ', 'H8/sex=female', 'thành viên'),
    counts('Thành viên là người dân tộc thiểu số', 'H8/ethnicity=minority', 'thành viên'),
    counts('Lao động thường xuyên', 'H9', 'người'),
    counts('Lao động là thành viên', 'H9t', 'người'),
    counts('Cán bộ quản lý', 'H16', 'người'),
  ],
}
const MONEY: FormSection = {
  title: 'III. Vốn, tài sản, kết quả hoạt động trong năm',
  fields: [
    says('Vốn điều lệ', 'charterCapital', 'đồng'),
    counts('Vốn hoạt động', 'K1', 'triệu đồng'),
    counts('Tổng tài sản', 'H14', 'triệu đồng'),
    counts('Quỹ chung không chia', 'K2', 'triệu đồng'),
    counts('Tài sản chung không chia', 'K8', 'triệu đồng'),
    counts('Doanh thu', 'H10', 'triệu đồng'),
    counts('Doanh thu với thành viên', 'H10t', 'triệu đồng'),
    counts('Doanh thu với bên ngoài', 'H10n', 'triệu đồng'),
    counts('Lãi (lợi nhuận trước thuế)', 'H11', 'triệu đồng'),
    counts('Nộp ngân sách', 'H15', 'triệu đồng'),
    counts('Thu nhập bình quân lao động thường xuyên', 'H12', 'triệu đồng/người/năm'),
    counts('Nợ phải thu', 'K4', 'triệu đồng'),
    counts('Nợ phải trả', 'K5', 'triệu đồng'),
  ],
}
const STATE: FormSection = {
  title: 'IV. Tổ chức, xác nhận',
  fields: [
    says('Mô hình tổ chức quản trị', 'governance'),
    { label: 'Đại hội thành viên gần nhất', source: { of: 'event', kind: 'congress', say: 'day' } },
    { label: 'Quy mô', source: { of: 'size' } },
    { label: 'Xác nhận số liệu', source: { of: 'confirmed' } },
    { label: 'Đã cập nhật Hệ thống thông tin quốc gia về HTX', source: { of: 'national' } },
  ],
}
const GROUP: readonly FormSection[] = [
  { ...IDENTITY, fields: IDENTITY.fields.filter(({ label }) => label !== 'Tổ chức theo luật') },
  { ...PEOPLE, fields: PEOPLE.fields.filter(({ label }) => !/liên kết/.test(label)) },
  MONEY,
  {
    ...STATE,
    fields: STATE.fields.filter(
      ({ source }) => source.of === 'confirmed' || source.of === 'national',
    ),
  },
]

const CIRCULAR = 'Thông tư 09/2024/TT-BKHĐT'

/**
 * Fields of the yearly forms as the duties of TT 09/2024/TT-BKHĐT, articles 6 and 7, and Decree
 * 77/2019/NĐ-CP, article 29, describe them. The appendices themselves were not at hand: hence
 * `isVerified` is false, and every print says so.
 */
export const ENTITY_FORMS: readonly EntityForm[] = [
  {
    key: 'VII-1',
    kind: 'group',
    title: 'Cập nhật thông tin của tổ hợp tác',
    basis: `${CIRCULAR}, Điều 6`,
    isVerified: false,
    sections: GROUP,
  },
  {
    key: 'VII-2',
    kind: 'cooperative',
    title: 'Cập nhật thông tin của hợp tác xã',
    basis: `${CIRCULAR}, Điều 6`,
    isVerified: false,
    sections: [IDENTITY, PEOPLE, MONEY, STATE],
  },
  {
    key: 'VII-3',
    kind: 'union',
    title: 'Cập nhật thông tin của liên hiệp hợp tác xã',
    basis: `${CIRCULAR}, Điều 6`,
    isVerified: false,
    sections: [
      IDENTITY,
      { ...PEOPLE, fields: PEOPLE.fields.filter(({ label }) => !/nữ|dân tộc/.test(label)) },
      MONEY,
      STATE,
    ],
  },
  {
    key: '1.04',
    kind: 'group',
    title: 'Báo cáo tình hình hoạt động của tổ hợp tác',
    basis: 'Nghị định 77/2019/NĐ-CP, Điều 29',
    isVerified: false,
    sections: GROUP,
  },
]

export const SUMMARY_FORM: OfficialForm = {
  key: 'VII-4',
  kind: null,
  title: 'Tổng hợp tình hình hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác',
  basis: `${CIRCULAR}, Điều 7`,
  isVerified: false,
}

export const FORMS: readonly OfficialForm[] = [
  ...ENTITY_FORMS.map(({ sections: _sections, ...form }) => form),
  SUMMARY_FORM,
]

/** The printed name of a form. */
export const formName = (key: FormKey): string => `Mẫu ${key === '1.04' ? 'số 1.04' : key}`
export const NOT_COMPARED =
  'Các chỉ tiêu của biểu chưa đối chiếu với phụ lục ban hành kèm theo văn bản.'
