import type { ImportField } from '@hopluc/shared/entity-import'
import { language } from '../../../lib/i18n.ts'

/** What a column may hold, in the order of the project's own sheet. */
const WORDS: Record<ImportField, readonly [string, string]> = {
  id: ['Mã hồ sơ', 'Id'],
  name: ['Tên HTX, THT', 'Name'],
  kind: ['Loại hình', 'Kind'],
  code: ['Mã số', 'Code'],
  shortName: ['Tên viết tắt', 'Short name'],
  foreignName: ['Tên nước ngoài', 'Foreign name'],
  province: ['Tỉnh, thành phố', 'Province'],
  district: ['Huyện cũ', 'Former district'],
  commune: ['Xã, phường', 'Commune'],
  communeCode: ['Mã xã, phường', 'Code of the commune'],
  address: ['Địa chỉ', 'Address'],
  lat: ['Vĩ độ', 'Latitude'],
  lon: ['Kinh độ', 'Longitude'],
  foundedOn: ['Ngày thành lập', 'Founded on'],
  certificateNo: ['Số giấy chứng nhận', 'Certificate'],
  certificateOn: ['Ngày quyết định', 'Decided on'],
  certificateBy: ['Cơ quan cấp', 'Issued by'],
  status: ['Tình trạng pháp lý', 'Status'],
  statusOn: ['Ngày có tình trạng', 'Status since'],
  statusDecisionNo: ['Số văn bản về tình trạng', 'Decision on the status'],
  law: ['Luật tổ chức', 'Law'],
  governance: ['Tổ chức quản trị', 'Governance'],
  lines: ['Ngành, nghề (mã)', 'Lines of business'],
  commodities: ['Sản phẩm chủ lực', 'Main commodities'],
  charterCapital: ['Vốn điều lệ', 'Charter capital'],
  officialMembers: ['Thành viên chính thức', 'Official members'],
  linkedMembers: ['Thành viên liên kết góp vốn', 'Linked members with capital'],
  otherMembers: ['Thành viên liên kết không góp vốn', 'Linked members without capital'],
  workers: ['Lao động', 'Workers'],
  representative: ['Người đại diện theo pháp luật', 'Representative'],
  phone: ['Điện thoại', 'Telephone'],
  email: ['Thư điện tử', 'Email'],
  website: ['Trang thông tin', 'Website'],
  fromOn: ['Thông tin từ ngày', 'Holds from'],
  figuresYear: ['Năm số liệu', 'Year of the figures'],
  H9: ['Lao động thường xuyên của năm', 'Regular workers of the year'],
  H16: ['Cán bộ quản lý của năm', 'Managers of the year'],
  H10: ['Doanh thu', 'Revenue'],
  H10t: ['Doanh thu với thành viên', 'Revenue with members'],
  H10n: ['Doanh thu với bên ngoài', 'Revenue with others'],
  H11: ['Lãi trước thuế', 'Profit before tax'],
  H14: ['Tổng tài sản', 'Assets'],
  H15: ['Nộp ngân sách', 'Paid to the budget'],
  K1: ['Vốn hoạt động', 'Working capital'],
  K2: ['Quỹ chung không chia', 'Undivided fund'],
  K4: ['Nợ phải thu', 'Receivables'],
  K5: ['Nợ phải trả', 'Payables'],
}
const MONEY: readonly ImportField[] = [
  'charterCapital',
  'H10',
  'H10t',
  'H10n',
  'H11',
  'H14',
  'H15',
  'K1',
  'K2',
  'K4',
  'K5',
]

export const fieldWords = (field: ImportField): string => WORDS[field][language() === 'vi' ? 0 : 1]
export const isMoney = (field: ImportField): boolean => MONEY.includes(field)

/** 0 is A, as Excel names columns. */
export function letterOf(column: number): string {
  let [rest, letters] = [column + 1, '']
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
