import type { FigureIndicator } from '@hopluc/shared/finds'
import type { Directive } from './directives.ts'
import type { Flow, Piece } from './flow.ts'
import type { Block, Layout } from './layout.ts'
import { INDICATOR_RULES } from './lexicon/indicators.ts'
import { COLUMN_MONEY } from './lexicon/units.ts'
import { headingMode } from './modes.ts'
import { multiplier, parse, quantities, type Qualifier, type Quantity } from './numbers.ts'
import { clauses, sentences } from './sentences.ts'

/** A figure in the flow. */
export interface Figure extends Piece {
  value: number
  valueMax: number | null
  unit: string
  indicator: FigureIndicator
  qualifier: Qualifier
  kind: 'actual' | 'target'
  rule: string
}

const PEOPLE_IN_ROOM =
  /(?:dự|tham dự|tham gia|cùng dự|có mặt|gặp gỡ|đối thoại|kết nối trực tuyến|truyền trực tuyến)[^.]{0,160}$|đại biểu|điểm cầu/u
const NAME_OF_SCHEME = /(?:đề án|chương trình|phong trào)(?: \p{L}+){0,3} (?:"?)$/u
const AWARDS = /bằng khen|giấy khen|khen thưởng cho|tặng (?:cờ|bằng)|kỷ niệm chương/u

/** Seventh step: the quantities, what they count, whether reached or aimed at. */
export function figuresIn(
  layout: Layout,
  directives: readonly Directive[],
  year: number | null,
): Figure[] {
  const found: Figure[] = []
  let isTarget = false
  let targetLevel = 99
  for (const block of layout.blocks) {
    if (block.kind === 'row') found.push(...cellFigures(layout.flow, block))
    if (block.kind !== 'text' && block.kind !== 'caption' && block.kind !== 'row') continue
    const text = layout.flow.text.slice(block.body, block.end)
    const isHeading =
      text.length < 160 &&
      ((block.level > 0 && block.level <= 3) || text === text.toUpperCase()) &&
      !/[.;]$/.test(text)
    if (isHeading || (block.level > 0 && block.level <= targetLevel)) {
      if (isHeading || block.level <= targetLevel) {
        const mode = headingMode(layout.flow.low.slice(block.body, block.end).split(':')[0] ?? '')
        if (isHeading || mode === 'target' || (isTarget && block.level <= targetLevel)) {
          if (mode !== undefined || block.level <= targetLevel)
            isTarget = isHeading ? mode === 'target' : mode === 'target'
          targetLevel = isTarget ? Math.max(block.level, 1) : 99
        }
      }
    }
    const cells =
      block.kind === 'row'
        ? block.cells.filter((cell) => cell.column === 'task').map((cell) => cell.place)
        : [{ start: block.body, end: block.end }]
    for (const cell of cells) {
      for (const sentence of sentences(layout.flow, cell)) {
        found.push(
          ...inSentence(layout.flow, sentence, {
            isTarget,
            directives,
            year,
            isCaption: block.kind === 'caption',
          }),
        )
      }
    }
  }
  return distinct(found, directives)
}

interface Around {
  isTarget: boolean
  directives: readonly Directive[]
  year: number | null
  isCaption: boolean
}

function inSentence(flow: Flow, sentence: Piece, around: Around): Figure[] {
  const low = flow.low.slice(sentence.start, sentence.end)
  const all = quantities(flow, sentence)
  if (all.length === 0 || AWARDS.test(low)) return []
  const found: Figure[] = []
  const parts = clauses(flow, sentence)
  const isWished = /(?:kiến nghị|đề xuất|mong muốn)/u.test(low)
  for (const [index, quantity] of all.entries()) {
    const left = low.slice(0, quantity.start - sentence.start)
    if (isNoFigure(flow, low, left, quantity)) continue
    const clause =
      parts.find((part) => quantity.digits >= part.start && quantity.digits < part.end) ?? sentence
    const next = all[index + 1]
    const before = all[index - 1]
    const directive = around.directives.find(
      (one) => quantity.digits >= one.start && quantity.digits < one.end,
    )
    const context: Context = {
      flow,
      sentence,
      clause,
      quantity,
      previous: before,
      previousFigure: found.at(-1),
      nextStart: next?.start ?? sentence.end,
      low,
    }
    const { indicator, rule } = indicatorOf(context)
    const kind = kindOf(context, around, directive, indicator, isWished)
    const isFirst =
      index === 0 && /^ước (?:đến|tính|thực hiện)/u.test(low) && quantity.qualifier === 'exact'
    found.push({
      ...quoted(context),
      value: quantity.value,
      valueMax: quantity.valueMax,
      unit: unitName(quantity),
      indicator,
      qualifier: isFirst ? 'about' : quantity.qualifier,
      kind,
      rule,
    })
  }
  return found
}

function isNoFigure(flow: Flow, low: string, left: string, quantity: Quantity): boolean {
  const near = left.slice(-200)
  const after = flow.low.slice(quantity.unitEnd, quantity.unitEnd + 30)
  if (
    ['cooperative', 'person', 'member', 'staff', 'youth', 'entity', 'group', 'fund'].includes(
      quantity.unitKind,
    ) &&
    PEOPLE_IN_ROOM.test(near) &&
    /(?:dự|gặp gỡ|đối thoại|điểm cầu|trực tuyến|đại biểu|có mặt)/u.test(near) &&
    !/hội chợ|lớp|chuỗi|liên kết|bảo hiểm|toàn (?:tỉnh|huyện|xã)/u.test(near.slice(-80)) &&
    !/trong đó có|hiện có/u.test(near.slice(-20))
  )
    return true
  if (/^ (?:cán bộ, đảng viên|đại biểu|điểm cầu)/u.test(after)) return true
  if (
    NAME_OF_SCHEME.test(left) ||
    (/(?:đề án|chương trình)[^,;.]{0,12}$/u.test(left) && quantity.unitKind === 'area')
  )
    return true
  if (
    /(?:khóa|số|tháng|ngày|quý|nhiệm kỳ|điều|khoản|tầng|nhóm|cấp|vụ|lần thứ|phường|quận|ấp|tổ|đội|thôn) $/u.test(
      left,
    ) &&
    quantity.valueMax === null &&
    !/(?:tổng|^|[\s,;])(?:tổng số|có số|với số) $/u.test(left)
  )
    return /(?:khóa|tháng|ngày|quý|điều|khoản|tầng|nhóm|cấp|lần thứ|phường|quận|ấp|thôn) $|(?<!tổng |của |với |còn )số $/u.test(
      left,
    )
  return (
    /^ ?(?:mét|cây số)/u.test(after) ||
    (quantity.unitKind === 'entity' &&
      quantity.unit === 'đơn vị' &&
      /^ (?:hành chính|sự nghiệp)/u.test(after)) ||
    low.length === 0
  )
}

interface Context {
  flow: Flow
  sentence: Piece
  clause: Piece
  quantity: Quantity
  previous: Quantity | undefined
  previousFigure: Figure | undefined
  nextStart: number
  low: string
}

/** Left words reach back to the last sentence part; right words to the next number or separator. */
function sides(context: Context): { left: string; near: string; right: string } {
  const { flow, clause, quantity, nextStart, previous, sentence } = context
  const left = flow.low.slice(clause.start, quantity.start)
  const since = previous && previous.unitEnd > clause.start ? previous.unitEnd : clause.start
  const end = Math.min(nextStart, clause.end, quantity.unitEnd + 110)
  const right = flow.low
    .slice(quantity.unitEnd, end)
    .replace(
      /(?:, |; | và )?(?:trong đó|gồm|còn lại|tiêu biểu|đạt|tăng|giảm|chiếm|với|bằng)?[^,]*$/u,
      (tail) => (end === nextStart && /,/.test(flow.low.slice(quantity.unitEnd, end)) ? '' : tail),
    )
  return {
    left: clause.start === sentence.start ? left : left,
    near: flow.low.slice(since, quantity.start),
    right,
  }
}

function indicatorOf(context: Context): { indicator: FigureIndicator; rule: string } {
  const { quantity, previousFigure, flow } = context
  const { left, near, right } = sides(context)
  const inBrackets = /\([^()]*$/.test(left)
  if (
    inBrackets &&
    previousFigure &&
    previousFigure.unit.toLowerCase() === quantity.unit &&
    /(?:kế hoạch|kh|chỉ tiêu|mục tiêu|cùng kỳ|năm \d{4}|trước|\()[^()]*$/u.test(left.slice(-40)) &&
    !/trong đó|gồm/u.test(left.slice(left.lastIndexOf('(')))
  ) {
    const isPlain = previousFigure.indicator !== 'other' || !/tăng|giảm/u.test(left)
    if (isPlain) return { indicator: previousFigure.indicator, rule: 'same_as_before' }
    if (quantity.unitKind === 'cooperative')
      return {
        indicator: /thành lập/u.test(left) ? 'cooperatives_new' : 'cooperatives_total',
        rule: 'bracket_total',
      }
  }
  if (
    previousFigure &&
    /^\s?\/ ?(?:kế hoạch|kh|chỉ tiêu)?(?: năm)? ?$/u.test(
      flow.low.slice(previousFigure.end, quantity.start),
    )
  )
    return { indicator: previousFigure.indicator, rule: 'plan_after_slash' }
  const nearby = quantity.unitKind === 'money' || quantity.unitKind === 'share' ? left : near
  for (const rule of INDICATOR_RULES) {
    if (!rule.units.includes(quantity.unitKind)) continue
    if (rule.left && !rule.left.test(nearby)) continue
    if (rule.right && !rule.right.test(right)) continue
    if (rule.near && !(rule.near.test(nearby) || rule.near.test(right))) continue
    if (rule.per && !rule.per.test(quantity.per)) continue
    if (rule.not && (rule.not.test(nearby) || rule.not.test(right))) continue
    return { indicator: rule.gives, rule: rule.id }
  }
  return { indicator: 'other', rule: 'none' }
}

const AIM =
  /phấn đấu|mục tiêu|chỉ tiêu|dự kiến|đến năm 20\d\d|đến hết năm 20\d\d|phải đạt|hướng tới/u

function kindOf(
  context: Context,
  around: Around,
  directive: Directive | undefined,
  indicator: FigureIndicator,
  isWished: boolean,
): 'actual' | 'target' {
  const { flow, quantity, low, sentence } = context
  const left = low.slice(0, quantity.start - sentence.start)
  const bracket = left.slice(left.lastIndexOf('('))
  const isBracket = left.lastIndexOf('(') > left.lastIndexOf(')') && left.includes('(')
  const close = left.slice(-46)
  if (
    /(?:kế hoạch|(?<!\p{L})kh|mục tiêu|chỉ tiêu)(?: (?:năm|giao|đề ra|tỉnh giao|huyện giao|được giao|cả năm|là|đến năm \d{4}|năm \d{4}))*:? ?(?:là )?\(? ?$/u.test(
      close,
    ) &&
    !/so với|đạt|bằng|vượt/u.test(close.slice(-14).replace(/\(.*$/, ''))
  )
    return 'target'
  if (/(?:kế hoạch|mục tiêu|chỉ tiêu)[^(),;.]{0,30}\($/u.test(close)) return 'target'
  if (
    /^ (?:kế hoạch|chỉ tiêu)(?! năm trước)/u.test(
      flow.low.slice(quantity.unitEnd, quantity.unitEnd + 10),
    ) &&
    quantity.unitKind === 'money'
  )
    return 'target'
  if (/\/ ?$/.test(close) && quantity.unitKind !== 'share') return 'target'
  if (isBracket && /năm (\d{4})|cùng kỳ|hiện/u.test(bracket)) {
    const year = Number(/năm (\d{4})/u.exec(bracket)?.[1] ?? 0)
    if (/mục tiêu|kế hoạch/u.test(bracket)) return 'target'
    if (year === 0 || around.year === null || year <= around.year) return 'actual'
  }
  if (directive) return isStock(flow, directive, quantity) ? 'actual' : 'target'
  if (around.isTarget) return 'target'
  if (
    /(?:đến năm|mục tiêu|dự kiến|phấn đấu)[^.]*$/u.test(left) &&
    AIM.test(left) &&
    !futurePast(left, around.year)
  )
    return 'target'
  return isWished && indicator === 'other' && /đề nghị|xin/u.test(close) ? 'target' : 'actual'
}

/** "đến năm 2016, … có" in a later document reports. */
function futurePast(left: string, year: number | null): boolean {
  const named = /đến (?:hết )?năm (\d{4})[^.]*$/u.exec(left)?.[1]
  if (named === undefined || year === null || /phấn đấu|mục tiêu|dự kiến|chỉ tiêu/u.test(left))
    return false
  return Number(named) < year
}

/** A stock that a directive only names: "rà soát 128 HTX ngừng hoạt động". */
function isStock(flow: Flow, directive: Directive, quantity: Quantity): boolean {
  const left = flow.low.slice(directive.start, quantity.start)
  const right = flow.low.slice(quantity.unitEnd, Math.min(directive.end, quantity.unitEnd + 40))
  if (
    /(?:giải thể|thành lập|hỗ trợ|chọn|đưa(?! \d+ \p{L}+ \p{L}+ (?:trẻ )?về làm việc tại htx, báo cáo)|mở|tổ chức|xây dựng|kết nạp|đào tạo|đề xuất|phấn đấu|thêm|đạt|giảm|tăng|ít nhất|tối thiểu|giải ngân)(?: \p{L}+){0,6} ?$/u.test(
      left,
    ) &&
    !/(?:kết quả|đánh giá|tổng kết|rà soát)(?: \p{L}+){0,5} $/u.test(left) &&
    !/còn lại|hiện có/u.test(right)
  )
    return false
  return (
    /(?:rà soát|đánh giá|kiểm tra|theo dõi|hướng dẫn|củng cố|xử lý|nhu cầu|kết quả|toàn bộ|tổng kết|của|đối với|trong số|thí điểm)(?: \p{L}+){0,6} ?$/u.test(
      left,
    ) || /còn lại|hiện có|đang|ngừng/u.test(right)
  )
}

const NARROWING =
  /^ (?:nông nghiệp|nông, lâm nghiệp|vận tải|dịch vụ nông nghiệp|phi nông nghiệp|chăn nuôi|thủy sản|công nghiệp(?: - tiểu thủ công nghiệp)?|thương mại(?: - dịch vụ| dịch vụ)?|xây dựng|môi trường|tín dụng|ocop|trẻ)(?![\p{L}])/u

function quoted(context: Context): Piece {
  const { flow, quantity } = context
  if (quantity.end > quantity.unitEnd) return { start: quantity.start, end: quantity.end }
  const narrow = NARROWING.exec(flow.low.slice(quantity.unitEnd, quantity.unitEnd + 60))
  const share =
    quantity.unit === '%'
      ? /^ (?:grdp|gdp)/u.exec(flow.low.slice(quantity.unitEnd, quantity.unitEnd + 8))
      : null
  return {
    start: quantity.start,
    end: quantity.unitEnd + (narrow?.[0].length ?? share?.[0].length ?? 0),
  }
}

/** The thing counted as the text writes it, without a narrowing word. */
function unitName(quantity: Quantity): string {
  return quantity.unit
    .replace(/ \((?:htx|tht)\)$/u, '')
    .replace(/^(cán bộ|lao động|trí thức) trẻ$/u, '$1')
    .replace(/^htx$/u, 'HTX')
    .replace(/^tht$/u, 'THT')
    .replace(/^qtdnd$/u, 'QTDND')
    .replace(/^(liên hiệp|lượt) htx$/u, '$1 HTX')
    .replace(/^lớp (?:tập huấn|bồi dưỡng)$/u, 'lớp')
}

/** Cells of a figures' table: "Doanh thu bình quân; tr.đ; 1.480; 1.625; 1.800". */
function cellFigures(flow: Flow, block: Block): Figure[] {
  const label = block.cells.find((cell) => cell.column === 'indicator')
  if (!label) return []
  const unitCell = block.cells.find((cell) => cell.column === 'unit')
  const unit = unitCell ? flow.low.slice(unitCell.place.start, unitCell.place.end) : ''
  const money = COLUMN_MONEY.exec(unit)
  const name = flow.low.slice(label.place.start, label.place.end)
  const found: Figure[] = []
  for (const cell of block.cells) {
    const words = flow.text.slice(cell.place.start, cell.place.end)
    if (!['actual', 'estimate', 'target'].includes(cell.column) || !/^[\d.,]+%?$/.test(words))
      continue
    const factor = money ? multiplier(unit) : 1
    const probe = `${name} 1 ${money ? 'triệu đồng' : unit || 'htx'}`
    const quantity = quantities(
      { text: probe, low: probe, startOf: (at) => at, endOf: (at) => at },
      { start: 0, end: probe.length },
    )[0]
    const rule = quantity
      ? indicatorOf({
          flow: { text: probe, low: probe, startOf: (at) => at, endOf: (at) => at },
          sentence: { start: 0, end: probe.length },
          clause: { start: 0, end: probe.length },
          quantity,
          previous: undefined,
          previousFigure: undefined,
          nextStart: probe.length,
          low: probe,
        })
      : undefined
    found.push({
      start: cell.place.start,
      end: cell.place.end,
      value: parse(words.replace('%', '')) * factor,
      valueMax: null,
      unit: money ? 'đồng' : unit === '' ? '' : quantity ? unitName(quantity) : unit,
      indicator: rule?.indicator ?? 'other',
      qualifier: cell.column === 'estimate' ? 'about' : 'exact',
      kind: cell.column === 'target' ? 'target' : 'actual',
      rule: 'table',
    })
  }
  return found
}

/** The same quantity twice counts once; a directive or caption that repeats one adds nothing. */
function distinct(found: readonly Figure[], directives: readonly Directive[]): Figure[] {
  const kept: Figure[] = []
  for (const figure of found) {
    const isInDirective = directives.some(
      (one) => figure.start >= one.start && figure.end <= one.end,
    )
    const twin = kept.find(
      (one) =>
        one.value === figure.value &&
        one.valueMax === figure.valueMax &&
        one.unit.toLowerCase() === figure.unit.toLowerCase() &&
        one.qualifier === figure.qualifier &&
        (one.indicator === figure.indicator || (isInDirective && figure.kind === 'actual')),
    )
    if (!twin) kept.push(figure)
  }
  return kept
}
