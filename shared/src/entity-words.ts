import type {
  AttributeSource,
  BusinessField,
  CooperativeLaw,
  EntityAttribute,
  EntityEventKind,
  EntityKind,
  EntityStatus,
  Governance,
  Sector,
  SizeClass,
} from './entities.ts'
import type { ManagerOffice } from './entity-parts-people.ts'
import type { CertificateKind } from './entity-parts-products.ts'

/** How pages, spreadsheets, forms and messages call the same thing. */
export interface EntityWords {
  readonly vi: string
  readonly en: string
}
type WordsOf<Key extends string> = Readonly<Record<Key, EntityWords>>

export const KIND_WORDS: WordsOf<EntityKind> = {
  group: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  union: { vi: 'Liên hiệp hợp tác xã', en: 'Union of cooperatives' },
  credit_fund: { vi: 'Quỹ tín dụng nhân dân', en: 'People’s credit fund' },
}

/** The official list (Decree 92/2024/NĐ-CP, article 27); `founding` comes before there is any. */
export const STATUS_WORDS: WordsOf<EntityStatus> = {
  founding: { vi: 'Đang thành lập', en: 'Being founded' },
  active: { vi: 'Đang hoạt động', en: 'Active' },
  not_at_address: {
    vi: 'Không hoạt động tại địa chỉ đã đăng ký',
    en: 'Not active at its registered address',
  },
  suspended: { vi: 'Tạm ngừng kinh doanh', en: 'Suspended' },
  tax_revoked: {
    vi: 'Bị thu hồi do cưỡng chế về quản lý thuế',
    en: 'Revoked by enforcement of tax administration',
  },
  dissolving: {
    vi: 'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, được sáp nhập',
    en: 'Being dissolved, divided, amalgamated or merged',
  },
  bankruptcy: { vi: 'Đang làm thủ tục phá sản', en: 'In bankruptcy' },
  ended: { vi: 'Đã giải thể, phá sản, chấm dứt tồn tại', en: 'Dissolved, bankrupt, ended' },
}
/** As article 28 words it of cooperative groups. */
const STATUS_OF_GROUPS: Partial<WordsOf<EntityStatus>> = {
  dissolving: { vi: 'Đang làm thủ tục chấm dứt hoạt động', en: 'Being ended' },
  ended: { vi: 'Đã chấm dứt hoạt động', en: 'Ended' },
}
/** The status of one of this kind. */
export function statusWordsOf(kind: EntityKind, status: EntityStatus): EntityWords {
  return (kind === 'group' ? STATUS_OF_GROUPS[status] : undefined) ?? STATUS_WORDS[status]
}

/** Of one that is organised under none that is known: `none`. */
export const LAW_WORDS: WordsOf<CooperativeLaw | 'none'> = {
  '2003': { vi: 'Luật HTX năm 2003', en: 'Law of 2003' },
  '2012': { vi: 'Luật HTX năm 2012', en: 'Law of 2012' },
  '2023': { vi: 'Luật HTX năm 2023', en: 'Law of 2023' },
  none: { vi: 'Chưa rõ luật', en: 'Law not known' },
}

export const GOVERNANCE_WORDS: WordsOf<Governance> = {
  full: { vi: 'Tổ chức quản trị đầy đủ', en: 'Full governance' },
  reduced: { vi: 'Tổ chức quản trị rút gọn', en: 'Reduced governance' },
}

/** Lĩnh vực: by which the size is judged (Decree 113/2024/NĐ-CP, article 4). */
export const FIELD_WORDS: WordsOf<BusinessField> = {
  agriculture: { vi: 'Nông nghiệp', en: 'Agriculture' },
  industry: { vi: 'Công nghiệp – xây dựng', en: 'Industry and construction' },
  finance: { vi: 'Tài chính, ngân hàng, bảo hiểm', en: 'Finance, banking, insurance' },
  trade: { vi: 'Thương mại – dịch vụ', en: 'Trade and services' },
}

/** Ngành: as the usual reports break down. */
export const SECTOR_WORDS: WordsOf<Sector> = {
  agriculture: { vi: 'Nông – lâm – ngư – diêm nghiệp', en: 'Agriculture, forestry, fishery, salt' },
  industry: { vi: 'Công nghiệp – tiểu thủ công nghiệp', en: 'Industry and crafts' },
  construction: { vi: 'Xây dựng', en: 'Construction' },
  credit: { vi: 'Tín dụng', en: 'Credit' },
  trade: { vi: 'Thương mại', en: 'Trade' },
  transport: { vi: 'Vận tải', en: 'Transport' },
  environment: { vi: 'Môi trường', en: 'Environment' },
  other: { vi: 'Khác', en: 'Other' },
}

export const SIZE_WORDS: WordsOf<SizeClass> = {
  micro: { vi: 'Siêu nhỏ', en: 'Micro' },
  small: { vi: 'Nhỏ', en: 'Small' },
  medium: { vi: 'Vừa', en: 'Medium' },
  large: { vi: 'Lớn', en: 'Large' },
}

/** What is said of an entity beside its registered attributes. */
export type EntityTrait =
  EntityAttribute | 'status' | 'unit' | 'address' | 'field' | 'sector' | 'size'

/** Heads of columns and labels of fields. */
export const TRAIT_WORDS: WordsOf<EntityTrait> = {
  name: { vi: 'Tên', en: 'Name' },
  shortName: { vi: 'Tên viết tắt', en: 'Short name' },
  foreignName: { vi: 'Tên nước ngoài', en: 'Foreign name' },
  kind: { vi: 'Loại hình', en: 'Kind' },
  code: { vi: 'Mã số', en: 'Code' },
  law: { vi: 'Luật áp dụng', en: 'Law' },
  governance: { vi: 'Mô hình quản trị', en: 'Governance' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  website: { vi: 'Trang thông tin điện tử', en: 'Website' },
  lines: { vi: 'Ngành, nghề', en: 'Lines of business' },
  commodities: { vi: 'Sản phẩm chính', en: 'Main products' },
  charterCapital: { vi: 'Vốn điều lệ', en: 'Charter capital' },
  officialMembers: { vi: 'Thành viên chính thức', en: 'Official members' },
  linkedMembers: { vi: 'Thành viên liên kết góp vốn', en: 'Linked members with capital' },
  otherMembers: { vi: 'Thành viên liên kết không góp vốn', en: 'Linked members without capital' },
  workers: { vi: 'Lao động', en: 'Workers' },
  representative: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
  status: { vi: 'Tình trạng pháp lý', en: 'Legal status' },
  unit: { vi: 'Xã, phường', en: 'Commune' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  sector: { vi: 'Ngành', en: 'Sector' },
  size: { vi: 'Quy mô', en: 'Size' },
}

/** Where an attribute comes from. */
export const SOURCE_WORDS: WordsOf<AttributeSource['from']> = {
  national: {
    vi: 'Hệ thống thông tin quốc gia về HTX',
    en: 'National cooperative information system',
  },
  certificate: { vi: 'Giấy chứng nhận đăng ký', en: 'Certificate of registration' },
  entity: { vi: 'HTX, THT tự khai', en: 'Stated by the entity' },
  commune: { vi: 'UBND cấp xã ghi nhận', en: 'Recorded by the commune' },
  import: { vi: 'Nhập từ tệp', en: 'Imported file' },
  paper: { vi: 'Văn bản', en: 'Document' },
}

export const OFFICE_WORDS: WordsOf<ManagerOffice> = {
  chairman: { vi: 'Chủ tịch Hội đồng quản trị', en: 'Chair of the board' },
  vice_chairman: { vi: 'Phó Chủ tịch Hội đồng quản trị', en: 'Deputy chair of the board' },
  board_member: { vi: 'Thành viên Hội đồng quản trị', en: 'Member of the board' },
  director: { vi: 'Giám đốc', en: 'Director' },
  deputy_director: { vi: 'Phó Giám đốc', en: 'Deputy director' },
  head_controller: { vi: 'Trưởng Ban kiểm soát', en: 'Head of control' },
  controller: { vi: 'Kiểm soát viên', en: 'Controller' },
  accountant: { vi: 'Kế toán', en: 'Accountant' },
  group_head: { vi: 'Tổ trưởng tổ hợp tác', en: 'Head of the group' },
  other: { vi: 'Khác', en: 'Other' },
}

export const CERTIFICATE_WORDS: WordsOf<CertificateKind> = {
  ocop: { vi: 'OCOP', en: 'OCOP' },
  vietgap: { vi: 'VietGAP', en: 'VietGAP' },
  globalgap: { vi: 'GlobalGAP', en: 'GlobalGAP' },
  organic: { vi: 'Hữu cơ', en: 'Organic' },
  traceability: { vi: 'Truy xuất nguồn gốc', en: 'Traceability' },
  high_tech: { vi: 'Ứng dụng công nghệ cao', en: 'High technology' },
  haccp: { vi: 'HACCP', en: 'HACCP' },
  iso: { vi: 'ISO', en: 'ISO' },
  food_safety: { vi: 'An toàn thực phẩm', en: 'Food safety' },
  indication: { vi: 'Chỉ dẫn địa lý', en: 'Geographical indication' },
  trademark: { vi: 'Nhãn hiệu', en: 'Trademark' },
  other: { vi: 'Chứng nhận khác', en: 'Other certificate' },
}

export const EVENT_WORDS: WordsOf<EntityEventKind> = {
  canvassed: { vi: 'Vận động thành lập', en: 'Canvassed' },
  founders_found: { vi: 'Có sáng lập viên', en: 'Founders found' },
  conference_held: { vi: 'Hội nghị thành lập', en: 'Founding conference' },
  filed: { vi: 'Nộp hồ sơ đăng ký', en: 'Application filed' },
  registered: { vi: 'Thành lập, được cấp giấy chứng nhận', en: 'Founded, certificate issued' },
  congress: { vi: 'Đại hội thành viên', en: 'General meeting' },
  law_changed: {
    vi: 'Chuyển đổi, đăng ký lại theo luật mới',
    en: 'Registered anew under a new law',
  },
  kind_changed: { vi: 'Chuyển đổi loại hình', en: 'Became another kind' },
  consolidated: { vi: 'Củng cố, kiện toàn', en: 'Consolidated' },
  suspended: { vi: 'Tạm ngừng kinh doanh', en: 'Suspended' },
  resumed: { vi: 'Hoạt động trở lại', en: 'Resumed' },
  not_at_address: {
    vi: 'Không hoạt động tại địa chỉ đã đăng ký',
    en: 'Not active at its registered address',
  },
  at_address: {
    vi: 'Hoạt động lại tại địa chỉ đã đăng ký',
    en: 'Active at its registered address again',
  },
  dissolving: {
    vi: 'Bắt đầu thủ tục giải thể, tổ chức lại',
    en: 'Dissolution or reorganisation begun',
  },
  dissolving_revoked: {
    vi: 'Hủy thủ tục giải thể, tổ chức lại',
    en: 'Dissolution or reorganisation revoked',
  },
  certificate_revoked: { vi: 'Thu hồi giấy chứng nhận', en: 'Certificate revoked' },
  tax_revoked: {
    vi: 'Bị thu hồi do cưỡng chế về quản lý thuế',
    en: 'Revoked by enforcement of tax administration',
  },
  restored: { vi: 'Khôi phục tình trạng pháp lý', en: 'Legal status restored' },
  bankruptcy_opened: { vi: 'Mở thủ tục phá sản', en: 'Bankruptcy opened' },
  bankruptcy_closed: { vi: 'Đình chỉ thủ tục phá sản', en: 'Bankruptcy proceedings closed' },
  dissolved: { vi: 'Giải thể', en: 'Dissolved' },
  bankrupt: { vi: 'Tuyên bố phá sản', en: 'Declared bankrupt' },
  absorbed: { vi: 'Sáp nhập vào đơn vị khác', en: 'Merged into another' },
  absorbs: { vi: 'Nhận sáp nhập đơn vị khác', en: 'Takes over another' },
  amalgamated: { vi: 'Hợp nhất thành đơn vị mới', en: 'Amalgamated into a new one' },
  divided: { vi: 'Chia thành các đơn vị mới', en: 'Divided into new ones' },
  separated: { vi: 'Tách một phần thành đơn vị mới', en: 'A part separated into a new one' },
  relocated: { vi: 'Chuyển trụ sở sang địa bàn khác', en: 'Moved to another unit' },
  reorganised: {
    vi: 'Đổi địa bàn do sắp xếp đơn vị hành chính',
    en: 'Moved by a reorganisation of units',
  },
}
