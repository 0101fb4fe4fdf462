import type { ImportField } from '@hopluc/shared/entity-import'
import { type EntityTrait, type EntityWords, TRAIT_WORDS } from '@hopluc/shared/entity-words'
import { say } from '../words.ts'

/** What a column may hold beside what is registered. */
const OTHERS: Record<Exclude<ImportField, EntityTrait>, EntityWords> = {
  id: { vi: 'Mã hồ sơ', en: 'Id' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  district: { vi: 'Huyện cũ', en: 'Former district' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  communeCode: { vi: 'Mã xã, phường', en: 'Code of the commune' },
  lat: { vi: 'Vĩ độ', en: 'Latitude' },
  lon: { vi: 'Kinh độ', en: 'Longitude' },
  foundedOn: { vi: 'Ngày thành lập', en: 'Founded on' },
  certificateNo: { vi: 'Số giấy chứng nhận', en: 'Certificate' },
  certificateOn: { vi: 'Ngày quyết định', en: 'Decided on' },
  certificateBy: { vi: 'Cơ quan cấp', en: 'Issued by' },
  statusOn: { vi: 'Ngày có tình trạng', en: 'Status since' },
  statusDecisionNo: { vi: 'Số văn bản về tình trạng', en: 'Decision on the status' },
  fromOn: { vi: 'Thông tin từ ngày', en: 'Holds from' },
  figuresYear: { vi: 'Năm số liệu', en: 'Year of the figures' },
  H9: { vi: 'Lao động thường xuyên của năm', en: 'Regular workers of the year' },
  H16: { vi: 'Cán bộ quản lý của năm', en: 'Managers of the year' },
  H10: { vi: 'Doanh thu', en: 'Revenue' },
  H10t: { vi: 'Doanh thu với thành viên', en: 'Revenue with members' },
  H10n: { vi: 'Doanh thu với bên ngoài', en: 'Revenue with others' },
  H11: { vi: 'Lãi trước thuế', en: 'Profit before tax' },
  H14: { vi: 'Tổng tài sản', en: 'Assets' },
  H15: { vi: 'Nộp ngân sách', en: 'Paid to the budget' },
  K1: { vi: 'Vốn hoạt động', en: 'Working capital' },
  K2: { vi: 'Quỹ chung không chia', en: 'Undivided fund' },
  K4: { vi: 'Nợ phải thu', en: 'Receivables' },
  K5: { vi: 'Nợ phải trả', en: 'Payables' },
}
const WORDS: Record<ImportField, EntityWords> = { ...TRAIT_WORDS, ...OTHERS }
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

export const fieldWords = (field: ImportField): string => say(WORDS[field])
export const isMoney = (field: ImportField): boolean => MONEY.includes(field)

/** 0 is A, as Excel names columns. */
export function letterOf(column: number): string {
  let [rest, letters] = [column + 1, '']
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
