import { added } from './added.ts'
import type { Flow, Piece } from './flow.ts'
import { MONEY, MULTIPLIERS, NUMBER_WORDS, UNITS, type UnitKind } from './lexicon/units.ts'

export type Qualifier = 'exact' | 'about' | 'at_least' | 'at_most' | 'range'

/** A number with its unit. `start`/`end` take in the qualifying words beside it. */
export interface Quantity extends Piece {
  /** Where the digits begin and the unit ends. */
  digits: number
  unitEnd: number
  value: number
  valueMax: number | null
  unit: string
  unitKind: UnitKind
  qualifier: Qualifier
  /** What follows the unit after a slash: `htx`, `người/tháng`. */
  per: string
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`
const WORD = String.raw`hai|ba|bốn|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?`
const UNIT = UNITS.map(([pattern], index) => `(?<u${index}>${pattern})`).join('|')
const quantityWith = (own: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\d\-.,])(?<!\d ?/ ?)(?:(?<low>${NUMBER}) ?(?:%|triệu|tỷ|tỉ)?(?: đồng| htx)? ?(?:-|đến|tới) ?(?<high>${NUMBER})|(?<a>${NUMBER})(?<of> ?/ ?(?:${NUMBER}|tổng số ${NUMBER}))?|(?<word>${WORD})(?= (?:htx|hợp tác xã|tổ hợp tác|tht|liên hiệp|quỹ tín dụng|mô hình|lớp|dự án|doanh nghiệp)))\s?(?:(?<scale>nghìn|ngàn|triệu|vạn|tỷ) (?=(?:lượt |hộ )?(?:thành viên|xã viên|người|lao động|hộ|ha|con|cây|lít|tấn|lượt|sản phẩm|đơn vị)))?(?:(?<share>%|phần trăm)|(?<money>${MONEY})|(?:${own === '' ? '' : `(?<own>${own})|`}${UNIT})(?![\p{L}\d]))`,
    'giu',
  )
const QUANTITY = quantityWith('')
/** The pattern with the installation's own units, made once for a list of them. */
const OWN = { units: '', pattern: QUANTITY }
function quantityPattern(): RegExp {
  const { units } = added()
  if (units === '') return QUANTITY
  if (OWN.units !== units) Object.assign(OWN, { units, pattern: quantityWith(units) })
  return OWN.pattern
}
const FRACTION =
  /(?<![\p{L}\d/\-.,])(\d)\/(\d{1,2})(?= (?:số|tổng|diện tích|sản lượng|htx|thành viên))/giu
const PER =
  /^\s?\/ ?(?:\d+ )?(?:htx|hợp tác xã|tht|người|lao động|thành viên|hộ|năm|tháng|ha|kg|lít|quý|vụ|ngày|công|đơn vị|lớp|dự án)(?: ?\/ ?(?:năm|tháng|vụ|ngày|quý))?/u

const SCALES: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9 }

const BEFORE: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:ước(?: (?:đạt|đóng góp|chiếm|tăng|thu|giải ngân|bằng|khoảng|có|thực hiện|tính|trên))*|khoảng(?: trên)?|gần|xấp xỉ|chừng|tương đương|ngót|khoảng từ|áng chừng)(?: (?:là|đạt))? $/u,
    'about',
  ],
  [
    /(?:ít nhất(?: (?:là|có|từ))?|tối thiểu(?: (?:là|có|từ))?|không dưới|không ít hơn|(?:đạt )?(?:trên|(?<!cao |thấp |nhiều |ít |lớn |kém )hơn)|(?:đạt )?từ trên|≥|>|vượt) ?$/u,
    'at_least',
  ],
  [
    /(?:dưới|chưa đến|chưa tới|chưa đạt|tối đa(?: là)?|không quá|không vượt quá|chưa đầy|không quá là|≤|<|xuống dưới|xuống còn dưới) ?$/u,
    'at_most',
  ],
]
const AND_MORE = /^(?: (?!trình|trung|cao|khá|loại|sao|tuổi|tháng|đại|từ)\p{L}+){0,4}? trở lên/u

/** Every number with a known unit in a piece of the flow. */
export function quantities(flow: Flow, piece: Piece): Quantity[] {
  const low = flow.low.slice(piece.start, piece.end)
  const found: Quantity[] = []
  for (const match of low.matchAll(quantityPattern())) {
    const quantity = read(low, match, piece.start)
    if (quantity) found.push(quantity)
  }
  for (const match of low.matchAll(FRACTION)) {
    const value = Math.round((Number(match[1]) / Number(match[2])) * 10_000) / 10_000
    const digits = piece.start + match.index
    const before = qualifierBefore(low, match.index)
    if (value > 1 || found.some((one) => one.digits === digits)) continue
    found.push({
      start: digits - before.length,
      end: digits + match[0].length,
      digits,
      unitEnd: digits + match[0].length,
      value,
      valueMax: null,
      unit: '',
      unitKind: 'share',
      qualifier: before.qualifier,
      per: '',
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

function read(
  low: string,
  match: RegExpMatchArray & { index: number },
  offset: number,
): Quantity | undefined {
  const groups = match.groups ?? {}
  const isRange = groups['low'] !== undefined
  const first = groups['low'] ?? groups['a']
  const value = first === undefined ? wordValue(groups['word'] ?? '') : parse(first)
  const kind = unitOf(groups)
  if (!kind || Number.isNaN(value)) return undefined
  const factor =
    groups['money'] === undefined
      ? (SCALES[groups['scale'] ?? ''] ?? 1)
      : multiplier(groups['money'])
  const before =
    low.endsWith('vượt ', match.index) &&
    (groups['share'] !== undefined ||
      /^ (?:nông nghiệp )?(?:so với|kế hoạch|chỉ tiêu)/u.test(
        low.slice(match.index + match[0].trimEnd().length),
      ))
      ? { length: 0, qualifier: 'exact' as const }
      : qualifierBefore(low, match.index)
  const unitEnd = match.index + match[0].trimEnd().length
  const tail = low.slice(unitEnd, unitEnd + 60)
  const per = PER.exec(tail)?.[0] ?? ''
  const more = AND_MORE.exec(tail.slice(per.length))
  const isMore = more !== null && !/[,;.]/.test(more[0])
  const from = isRange || isMore ? fromBefore(low, match.index) : 0
  const max = groups['high'] === undefined ? null : round(parse(groups['high']) * factor)
  const qualifier = max !== null ? 'range' : isMore ? 'at_least' : before.qualifier
  return {
    start: offset + match.index - Math.max(before.length, from),
    end: offset + unitEnd + per.length + (isMore ? more[0].length : 0),
    digits: offset + match.index,
    unitEnd: offset + unitEnd,
    value: round(value * factor),
    valueMax: max,
    unit: kind.unit,
    unitKind: kind.kind,
    qualifier,
    per: per.replace(/\s/g, ''),
  }
}

function unitOf(
  groups: Record<string, string | undefined>,
): { unit: string; kind: UnitKind } | undefined {
  if (groups['share'] !== undefined) return { unit: '%', kind: 'share' }
  if (groups['money'] !== undefined) return { unit: 'đồng', kind: 'money' }
  if (groups['own'] !== undefined) return { unit: groups['own'], kind: 'entity' }
  for (let index = 0; index < UNITS.length; index += 1) {
    const unit = groups[`u${index}`]
    const kind = UNITS[index]?.[1]
    if (unit !== undefined && kind) return { unit, kind }
  }
  return undefined
}

function qualifierBefore(low: string, at: number): { length: number; qualifier: Qualifier } {
  const before = low.slice(Math.max(0, at - 28), at)
  for (const [pattern, qualifier] of BEFORE) {
    const match = pattern.exec(before)
    if (match && (match.index === 0 || /[\s(:;,]/.test(before.charAt(match.index - 1))))
      return { length: match[0].length, qualifier }
  }
  return { length: 0, qualifier: 'exact' }
}

function fromBefore(low: string, at: number): number {
  return /(?:^|[\s(:])(từ )$/u.exec(low.slice(Math.max(0, at - 5), at))?.[1]?.length ?? 0
}

/** "." groups thousands and "," is the decimal mark. */
export function parse(number: string): number {
  return Number(number.replaceAll('.', '').replace(',', '.'))
}

function wordValue(word: string): number {
  const [first, second] = word.split(' ')
  return (
    (NUMBER_WORDS[first ?? ''] ?? Number.NaN) +
    (second === undefined ? 0 : (NUMBER_WORDS[second] ?? 0))
  )
}

export function multiplier(money: string): number {
  const word = money
    .replace(/\s?(?:đồng|vnđ|vnd)$/u, '')
    .replace(/\s?đ$/u, '')
    .trim()
  return MULTIPLIERS[word] ?? MULTIPLIERS[money.trim()] ?? 1
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
