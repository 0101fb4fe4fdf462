import type { Flow, Piece } from './flow.ts'
import { dateOf, days } from './days.ts'

/** A document cited at one place. */
export interface Mention extends Piece {
  type: string
  number: string | null
  date: string | null
  code: 'numbered' | 'short' | 'titled'
}

const TYPES: readonly (readonly [string, string])[] = [
  ['nghị quyết liên tịch', 'NQ'],
  ['nghị quyết', 'NQ'],
  ['nghị định', 'NĐ'],
  ['quyết định', 'QĐ'],
  ['chỉ thị', 'CT'],
  ['thông tư liên tịch', 'TT'],
  ['thông tư', 'TT'],
  ['kế hoạch', 'KH'],
  ['chương trình hành động', 'CTr'],
  ['chương trình công tác', 'CTr'],
  ['chương trình', 'CTr'],
  ['đề án', 'ĐA'],
  ['thông báo kết luận', 'TB'],
  ['thông báo', 'TB'],
  ['báo cáo', 'BC'],
  ['công văn', 'CV'],
  ['văn bản', 'CV'],
  ['tờ trình', 'TTr'],
  ['kết luận', 'KL'],
  ['hướng dẫn', 'HD'],
  ['công điện', 'CĐ'],
  ['quy định', 'QyĐ'],
  ['quy chế', 'QC'],
  ['biên bản', 'BB'],
  ['pháp lệnh', 'PL'],
  ['luật', 'Luật'],
  ['phương án', 'PA'],
  ['nq', 'NQ'],
  ['nđ', 'NĐ'],
  ['qđ', 'QĐ'],
  ['ct', 'CT'],
  ['tt', 'TT'],
  ['kh', 'KH'],
  ['cv', 'CV'],
  ['kl', 'KL'],
]
const TYPE_WORDS = TYPES.map(([word]) => word).join('|')
const CODES: Record<string, string> = {
  nq: 'NQ',
  kl: 'KL',
  ct: 'CT',
  qđ: 'QĐ',
  nđ: 'NĐ',
  tt: 'TT',
  kh: 'KH',
  ctr: 'CTr',
  cth: 'CTr',
  ctrhđ: 'CTr',
  đa: 'ĐA',
  tb: 'TB',
  bc: 'BC',
  cv: 'CV',
  ttr: 'TTr',
  hd: 'HD',
  cđ: 'CĐ',
  ttlt: 'TT',
  nqlt: 'NQ',
  tbkl: 'TB',
  qh: 'Luật',
  pa: 'PA',
  gm: 'GM',
  bb: 'BB',
  qyđ: 'QyĐ',
  qc: 'QC',
  ubtvqh: 'NQ',
}

const SYMBOL = String.raw`\d{1,5}[a-z]?(?: ?/\d{4})?(?: ?[/-] ?[\p{L}][\p{L}\d&.]*)(?:[/-][\p{L}\d&.]+){0,3}`
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(${TYPE_WORDS})(?: (?:hợp tác xã|htx|hành động|liên tịch|bổ sung|\p{L}{1,12}(?: \p{L}{1,12}){0,3}(?= số)))?,? )?(số:? ?)?(${SYMBOL})`,
  'giu',
)
const SHORT = new RegExp(
  String.raw`(?<![\p{L}\d])(nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kết luận|nq|nđ|công điện)(?: số)? (\d{1,4})(?! ?[/-]\d| ?-\p{L}|[\d.,]*\d| (?:năm|tháng|nội dung|nhiệm vụ|điểm|điều|của kỳ))(?!\p{L})`,
  'giu',
)
const LAW =
  /(?<!\p{L})luật (?:(?:hợp tác xã|htx|đất đai|doanh nghiệp|đầu tư công|đầu tư|ngân sách nhà nước|các tổ chức tín dụng|thuế \p{L}+(?: \p{L}+){0,4}?|[\p{L}, ]{3,60}?))(?: \(sửa đổi\)| sửa đổi)?,? ?(?:năm (\d{4})|(?<= )(\d{4})|ngày (\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))(?![\d/])/giu
const TITLED =
  /(?<!\p{L})(nghị quyết|kết luận|chỉ thị) (?:(?:hội nghị )?trung ương (?:\d{1,2}|lần thứ \p{L}+)(?: \(?khóa [ivx]+\)?)?|(?:đại hội )?(?:đại biểu )?(?:toàn quốc |đảng bộ (?:tỉnh|huyện|thành phố|xã)? ?)?lần thứ [ivx\d]+[^;.,()]{0,50}(?:, nhiệm kỳ \d{4} ?- ?\d{4})?|đại hội (?:đảng )?(?:đại biểu )?(?:toàn quốc |đảng bộ (?:\p{L}+ ){0,5}?)?(?:lần thứ )?[ivx]+(?!\p{L})(?: của đảng)?(?:, nhiệm kỳ \d{4} ?- ?\d{4})?)(?:,? khóa [ivx]+)?/giu
const DATE =
  /^,? (?:ký )?(?:ngày (?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4})|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/u

/** Documents cited in one block: by number, by short number, or by title and year. */
export function referencesIn(flow: Flow, block: Piece): Mention[] {
  const low = flow.low.slice(block.start, block.end)
  const found: Mention[] = []
  const add = (mention: Mention): void => {
    if (!found.some((one) => mention.start < one.end && mention.end > one.start))
      found.push(mention)
  }
  for (const match of low.matchAll(NUMBERED)) {
    const mention = numbered(flow, block, low, match)
    if (mention) add(mention)
  }
  for (const match of low.matchAll(LAW)) {
    if (/(?<!\p{L})(?:và|theo|của|về việc|thực hiện|số) /u.test(match[0])) continue
    const start = block.start + match.index
    if (!/\p{Lu}/u.test(flow.text.charAt(start))) continue
    if (match[3] !== undefined && !low.slice(0, match.index).endsWith('căn cứ ')) continue
    add({
      start,
      end: start + match[0].length,
      type: 'Luật',
      number: null,
      date: match[1] ?? match[2] ?? lawDay(match[3]),
      code: 'titled',
    })
  }
  for (const match of low.matchAll(SHORT)) {
    const start = block.start + match.index
    if (!/\p{Lu}/u.test(flow.text.charAt(start))) continue
    const type = TYPES.find(([word]) => word === match[1]?.toLowerCase())?.[1] ?? 'NQ'
    add({
      start,
      end: start + match[0].length,
      type,
      number: match[2] ?? null,
      date: null,
      code: 'short',
    })
  }
  for (const match of low.matchAll(TITLED)) {
    const start = block.start + match.index
    if (!/\p{Lu}/u.test(flow.text.charAt(start))) continue
    const type = TYPES.find(([word]) => word === match[1]?.toLowerCase())?.[1] ?? 'NQ'
    add({
      start,
      end: start + match[0].trimEnd().length,
      type,
      number: null,
      date: null,
      code: 'titled',
    })
  }
  return found
}

function lawDay(words: string | undefined): string | null {
  const day = words === undefined ? undefined : days(`ngày ${words}`)[0]
  return day ? dateOf(day) : null
}

function numbered(
  flow: Flow,
  block: Piece,
  low: string,
  match: RegExpExecArray,
): Mention | undefined {
  const word = match[1]
  const symbol = match[3] ?? ''
  const start = block.start + match.index
  const written = flow.text
    .slice(start + match[0].length - symbol.length, start + match[0].length)
    .replace(/[.&]+$/, '')
  const length = match[0].length - (symbol.length - written.length)
  if (!isSymbol(written)) return undefined
  if (
    word === undefined &&
    match[2] === undefined &&
    !/\/[\p{Lu}]{2}|-[\p{Lu}]{2,}\/[\p{Lu}]{2}/u.test(written)
  )
    return undefined
  const date = DATE.exec(low.slice(match.index + length, match.index + length + 40))
  const day = date ? days(date[0])[0] : undefined
  return {
    start,
    end: start + length + (date?.[0].length ?? 0),
    type: typeOf(word, written),
    number: written.replace(/\s/g, ''),
    date: day ? dateOf(day) : null,
    code: 'numbered',
  }
}

/** A symbol has a slash or dash and letters of which at least one is a capital: `70-KL/TW`. */
function isSymbol(written: string): boolean {
  return (
    /[/-] ?\p{L}/u.test(written) &&
    /\p{Lu}/u.test(written) &&
    !/^\d+-\d+$/.test(written) &&
    !/\/(?:HTX|THT|người|năm|tháng|ha|kg)\b/iu.test(written) &&
    !/^\d+ ?[-/] ?\p{Lu}\p{Ll}{2,}/u.test(written) &&
    !/^\d+\/\d+ (?:HTX|THT)/u.test(written)
  )
}

/** The kind is in the number (`/QĐ-`, `-KL/`), else in the word; `UBND-TH` is a letter. */
function typeOf(word: string | undefined, written: string): string {
  for (const part of written.toLowerCase().split(/[\d/-]+/)) {
    const code = CODES[part]
    if (code !== undefined && !(code === 'TT' && word === 'công văn')) return code
  }
  return TYPES.find(([name]) => name === word?.toLowerCase())?.[1] ?? 'CV'
}
