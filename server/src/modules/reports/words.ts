import type { BreakdownParts } from './placeholders.ts'

/** Texts that a template may name, and what they are, as the guide lists them. */
export const TEXTS = {
  'cơ quan cấp trên': 'cơ quan, tổ chức chủ quản ở góc trên bên trái',
  'cơ quan ban hành': 'cơ quan ban hành báo cáo',
  'ký hiệu': 'ký hiệu văn bản, như BC-BCĐ',
  'địa danh': 'địa danh trước ngày, tháng, năm',
  'năm ban hành': 'năm ban hành báo cáo',
  'kỳ báo cáo': 'tên kỳ, như 6 tháng đầu năm 2026',
  'năm báo cáo': 'năm của kỳ báo cáo',
  'kỳ trước': 'tên của kỳ liền trước',
  'cùng kỳ': 'tên của cùng kỳ năm trước',
  'năm trước': 'năm trước năm báo cáo',
  'ngày chốt số liệu': 'ngày cuối của thời gian chốt số liệu',
  'ngày đầu kỳ': 'ngày đầu của thời gian chốt số liệu',
  'tên đơn vị': 'đơn vị mà báo cáo nói đến; trong vòng lặp đơn vị là đơn vị của dòng',
  'nơi nhận': 'các dòng nơi nhận theo mẫu của cơ quan',
  lưu: 'dòng lưu theo mẫu của cơ quan',
  'thẩm quyền ký': 'dòng TM., KT., TL. phía trên chức vụ',
  'chức vụ người ký': 'chức vụ của người ký',
  'chức vụ chính quyền': 'chức vụ trong cơ quan nhà nước của người ký',
  'mã kiểm tra': 'mã để kiểm tra bản báo cáo',
  'địa chỉ kiểm tra': 'địa chỉ trang kiểm tra',
  'số nhiệm vụ được giao': 'số nhiệm vụ đã giao đến ngày chốt số liệu',
  'số nhiệm vụ hoàn thành': 'số nhiệm vụ đã hoàn thành',
  'số nhiệm vụ đúng hạn': 'số nhiệm vụ hoàn thành đúng hạn',
  'số nhiệm vụ đang thực hiện': 'số nhiệm vụ đang thực hiện, còn trong hạn',
  'số nhiệm vụ quá hạn': 'số nhiệm vụ chưa hoàn thành và đã quá hạn',
  'số kiến nghị': 'số khó khăn, kiến nghị nêu trong kỳ',
  'số kiến nghị đã trả lời': 'trong đó số đã có trả lời đến ngày chốt số liệu',
  'số kiến nghị đã giải quyết': 'trong đó số mà bên nêu xác nhận đã giải quyết',
  'số kiến nghị chưa trả lời': 'trong đó số chưa có trả lời',
  'số đơn vị phải báo cáo': 'số đơn vị cấp dưới phải báo cáo',
  'số đơn vị đã báo cáo': 'số đơn vị đã có số liệu',
  'số đơn vị chưa báo cáo': 'số đơn vị chưa có số liệu',
  stt: 'số thứ tự của dòng trong vòng lặp',
  'nội dung': 'nội dung nhiệm vụ hoặc kiến nghị, trong vòng lặp của chúng',
  'nguồn giao': 'văn bản giao nhiệm vụ, trong vòng lặp nhiệm vụ',
  'cơ quan chủ trì': 'cơ quan chủ trì, trong vòng lặp nhiệm vụ',
  'thời hạn': 'thời hạn của nhiệm vụ, trong vòng lặp nhiệm vụ',
  'số ngày quá hạn': 'số ngày quá hạn, trong vòng lặp nhiệm vụ',
  'chủ đề': 'chủ đề của kiến nghị, trong vòng lặp kiến nghị',
  'tổ chức nêu': 'hợp tác xã, tổ hợp tác nêu kiến nghị, trong vòng lặp kiến nghị',
  'số chỉ tiêu kế hoạch': 'số chỉ tiêu của các kế hoạch đã ban hành, còn hiệu lực trong kỳ',
  'số chỉ tiêu đạt': 'trong đó số chỉ tiêu đã đạt',
  'số chỉ tiêu dự báo thiếu': 'trong đó số chỉ tiêu không đạt, vượt mức hoặc dự báo thiếu',
  'lời văn': 'chỉ tiêu theo lời văn của kế hoạch, trong vòng lặp chỉ tiêu',
  'tên kế hoạch': 'kế hoạch có chỉ tiêu, trong vòng lặp chỉ tiêu',
  'đơn vị tính': 'đơn vị tính, trong vòng lặp chỉ tiêu',
  'mức chỉ tiêu': 'mức đến cuối kỳ kế hoạch, trong vòng lặp chỉ tiêu',
  'kết quả thực hiện': 'số thực hiện, trong vòng lặp chỉ tiêu',
  'dự báo cuối kỳ': 'dự báo đến cuối kỳ kế hoạch, trong vòng lặp chỉ tiêu',
  'so chỉ tiêu': 'đèn xanh, xám, vàng, đỏ và nhận định, trong vòng lặp chỉ tiêu',
  'cơ quan chịu trách nhiệm': 'cơ quan chịu trách nhiệm, trong vòng lặp chỉ tiêu',
  'tên phân tổ': 'tên của dòng, trong vòng lặp phân tổ',
} as const
export type TextName = keyof typeof TEXTS

/** What a template may go through line by line. */
export const LOOPS = {
  'các đơn vị': 'các đơn vị hành chính trực tiếp bên dưới',
  'các đơn vị chưa báo cáo': 'các đơn vị bên dưới chưa có số liệu',
  'nhiệm vụ quá hạn': 'nhiệm vụ chưa hoàn thành, đã quá hạn',
  'nhiệm vụ hoàn thành': 'nhiệm vụ đã hoàn thành',
  'nhiệm vụ đang thực hiện': 'nhiệm vụ đang thực hiện, còn trong hạn',
  'kiến nghị trong kỳ': 'khó khăn, kiến nghị nêu trong kỳ',
  'kiến nghị chưa trả lời': 'khó khăn, kiến nghị nêu trong kỳ mà chưa có trả lời',
  'chỉ tiêu kế hoạch': 'chỉ tiêu của các kế hoạch đã ban hành, còn hiệu lực trong kỳ',
  'chỉ tiêu dự báo thiếu': 'chỉ tiêu không đạt, vượt mức hoặc dự báo thiếu',
  'các ngành': 'các ngành, lĩnh vực hoạt động của hợp tác xã',
} as const
export type LoopName = keyof typeof LOOPS

const TASK_LOOPS = ['nhiệm vụ quá hạn', 'nhiệm vụ hoàn thành', 'nhiệm vụ đang thực hiện'] as const
const DIFFICULTY_LOOPS = ['kiến nghị trong kỳ', 'kiến nghị chưa trả lời'] as const

const TARGET_LOOPS = ['chỉ tiêu kế hoạch', 'chỉ tiêu dự báo thiếu'] as const

/** Texts that mean something only inside a loop. */
export const ONLY_IN: Partial<Record<TextName, readonly LoopName[]>> = {
  'nội dung': [...TASK_LOOPS, ...DIFFICULTY_LOOPS],
  'nguồn giao': TASK_LOOPS,
  'cơ quan chủ trì': TASK_LOOPS,
  'thời hạn': TASK_LOOPS,
  'số ngày quá hạn': ['nhiệm vụ quá hạn'],
  'chủ đề': DIFFICULTY_LOOPS,
  'tổ chức nêu': DIFFICULTY_LOOPS,
  'lời văn': TARGET_LOOPS,
  'tên kế hoạch': TARGET_LOOPS,
  'đơn vị tính': TARGET_LOOPS,
  'mức chỉ tiêu': TARGET_LOOPS,
  'kết quả thực hiện': TARGET_LOOPS,
  'dự báo cuối kỳ': TARGET_LOOPS,
  'so chỉ tiêu': TARGET_LOOPS,
  'cơ quan chịu trách nhiệm': TARGET_LOOPS,
  'tên phân tổ': ['các ngành'],
}

/** Sectors by the words that officers use; their keys stand in breakdowns. */
export const SECTORS = {
  'nông – lâm – ngư – diêm nghiệp': 'agriculture',
  'công nghiệp – tiểu thủ công nghiệp': 'industry',
  'xây dựng': 'construction',
  'tín dụng': 'credit',
  'thương mại – dịch vụ': 'trade',
  'vận tải': 'transport',
  'môi trường': 'environment',
  'ngành khác': 'other',
} as const

/** Breakdowns by the words that officers use. */
export const BREAKDOWNS: Readonly<Record<string, BreakdownParts>> = {
  nữ: { sex: 'female' },
  'dân tộc thiểu số': { ethnicity: 'minority' },
  'hộ nghèo': { poverty: 'poor' },
  'hộ cận nghèo': { poverty: 'near_poor' },
  'cá nhân': { members: 'person' },
  'hộ gia đình': { members: 'household' },
  'pháp nhân': { members: 'organisation' },
  'sơ cấp': { training: 'elementary' },
  'trung cấp': { training: 'intermediate' },
  'cao đẳng': { training: 'college' },
  'đại học': { training: 'university' },
  'hợp tác xã': { kind: 'cooperative' },
  'liên hiệp hợp tác xã': { kind: 'union' },
  'tổ hợp tác': { kind: 'group' },
  'quỹ tín dụng nhân dân': { kind: 'credit_fund' },
  'nông nghiệp': { sector: 'agriculture' },
  'phi nông nghiệp': { sector: 'non_agriculture' },
  ...Object.fromEntries(Object.entries(SECTORS).map(([name, sector]) => [name, { sector }])),
}

/** One form of what is typed: small letters, single spaces, dashes alike. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/[-–—]/gu, '–')
    .trim()
    .toLocaleLowerCase('vi')
}

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T =>
  Object.hasOwn(table, key)

export function textNamed(words: string): TextName | undefined {
  return has(TEXTS, words) ? words : undefined
}

export function loopNamed(words: string): LoopName | undefined {
  return has(LOOPS, words) ? words : undefined
}

/** Of names, the one that is nearest to what was typed, where it is near at all. */
export function nearest(words: string, names: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(words.length / 3))
  const [best] = names
    .map((name) => ({ name, far: distance(words, name) }))
    .filter(({ far }) => far <= most)
    .toSorted((one, other) => one.far - other.far)
  return best?.name
}

/** Letters to change, add or leave out; tones count as a letter does. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1]
    for (let index = 0; index < other.length; index += 1) {
      const change = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1)
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
