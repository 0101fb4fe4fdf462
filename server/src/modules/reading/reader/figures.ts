import type { Directive } from './directive.ts'
import { type Context, type Figure } from './figure-context.ts'
import { indicatorOf, type Judged } from './figure-indicator.ts'
import { kindOf } from './figure-kind.ts'
import { cellFigures } from './figure-table.ts'
import { type Flow, overlapping, type Piece } from './flow.ts'
import type { Block, Layout } from './layout.ts'
import { headingMode } from './modes.ts'
import { quantities, type Quantity } from './numbers.ts'
import { clauses, sentences } from './sentences.ts'

export type { Figure } from './figure-context.ts'

const PEOPLE = ['cooperative', 'person', 'member', 'staff', 'youth', 'entity', 'group', 'fund']
const IN_ROOM =
  /(?<!\p{L})(?:dự (?:họp|hội nghị|cuộc họp|buổi|có)|tham dự|cùng dự|tới dự|đến dự|có mặt|gặp gỡ|gặp mặt|buổi làm việc với|đối thoại|trực tuyến|đại biểu|điểm cầu)(?!\p{L})[^.]{0,220}$/u
const OUT_OF_ROOM = /hội chợ|lớp|chuỗi|liên kết|bảo hiểm|toàn (?:tỉnh|huyện|xã)|hiện có|hiện nay/u
const SCHEME = /(?:đề án|chương trình|phong trào|cuộc vận động)(?: (?!là )\p{L}+){0,3} "?$/u
const AWARDS =
  /bằng khen|giấy khen|tặng (?:cờ|bằng)|kỷ niệm chương|được (?:khen|biểu dương|tôn vinh)|khen thưởng (?:cho )?\d/u
const ORDINAL =
  /(?<!\p{L})(?:khóa|(?<!(?:kế hoạch|chỉ tiêu) )tháng|ngày|quý|nhiệm kỳ|điều|khoản|nhóm|lần thứ|phường|quận|ấp|thôn|tầng|tổ|(?<!doanh |tổng |con |còn |của |trong |với )số) $/u

/** What earlier steps found. */
export interface Known {
  directives: readonly Directive[]
  /** The year of the meeting or document. */
  year: number | null
  /** Who issues the document, in lower case. */
  issuer: string
  /** Named cooperatives: a figure behind one is that one's own. */
  named: readonly Piece[]
}

/** Seventh step: the quantities, what they count, whether reached or aimed at. */
export function figuresIn(layout: Layout, known: Known): Figure[] {
  const found: Figure[] = []
  const isDecided = layout.kind === 'decision'
  const isPlan = layout.kind === 'plan' || layout.kind === 'programme'
  const section: Section = { isTarget: isDecided, isDecided, level: 99, heading: '', lead: '' }
  for (const block of layout.blocks) {
    if (block.kind !== 'text' && block.kind !== 'caption' && block.kind !== 'row') continue
    if (block.kind === 'row') found.push(...cellFigures(layout.flow, block))
    else turn(section, layout.flow, block)
    const isTarget =
      (section.isTarget && !opensReport(layout.flow, block)) || opensTargets(layout.flow, block)
    if (block.kind === 'text') leadIn(section, layout.flow, block)
    for (const place of readable(block)) {
      for (const sentence of sentences(layout.flow, place)) {
        found.push(
          ...inSentence(layout.flow, sentence, {
            isTarget,
            heading: `${section.heading} ${known.issuer}`,
            isOwn: OWN.test(known.issuer),
            lead: section.lead,
            isBudget: isPlan && /kinh phí/u.test(section.heading),
            year: known.year,
            within: overlapping(known.directives, sentence),
            organisations: overlapping(known.named, sentence),
          }),
        )
      }
    }
  }
  return distinct(found)
}

const OWN = /^(?:htx|hợp tác xã|quỹ tín dụng|tổ hợp tác)(?!\p{L})/u

/** The section that a block stands in, as far as figures are concerned. */
interface Section {
  isTarget: boolean
  /** What a decision fixes is to be reached. */
  isDecided: boolean
  level: number
  heading: string
  /** The lead-in above a list's items. */
  lead: string
}

/** A block that ends with a colon leads its list in; the next block without a mark ends it. */
function leadIn(section: Section, flow: Flow, block: Block): void {
  const low = flow.low.slice(block.body, block.end)
  if (low.endsWith(':')) section.lead = low
  else if (block.level < 6) section.lead = ''
}

/** A heading about targets holds until one of its own depth or higher says something else. */
function turn(section: Section, flow: Flow, block: Block): void {
  const text = flow.text.slice(block.body, block.end)
  const low = flow.low.slice(block.body, block.end)
  const isCaps = text === text.toUpperCase() && /\p{L}{3}/u.test(text)
  const isHeading =
    (isCaps || (block.level > 0 && block.level <= 5)) && text.length < 160 && !/[.;]$/.test(text)
  if (!isHeading && !(block.level > 0 && block.level <= section.level)) return
  const topic = low.slice(0, Math.max(0, low.slice(0, 60).indexOf(':')))
  if (isHeading) section.heading = low
  else if (topic !== '' && block.level <= section.level) section.heading = topic
  const level = isCaps && block.level === 0 ? 1 : block.level
  const mode = headingMode(isHeading ? low : (low.split(':')[0] ?? '').slice(0, 60))
  if (isHeading && mode === 'target') {
    section.isTarget = true
    section.level = level
  } else if (section.isTarget && level <= section.level) {
    section.isTarget = section.isDecided
    section.level = 99
  }
}

/** "Chỉ tiêu: …" makes one block a section of its own. */
function opensTargets(flow: Flow, block: Block): boolean {
  return /^(?:các )?(?:chỉ tiêu|mục tiêu)[^:.]{0,40}:/u.test(
    flow.low.slice(block.body, block.body + 60),
  )
}

/** "Thực trạng: …" among targets tells what is. */
function opensReport(flow: Flow, block: Block): boolean {
  return /^(?:thực trạng|hiện trạng|tình hình|kết quả)[^:.]{0,40}:/u.test(
    flow.low.slice(block.body, block.body + 60),
  )
}

function readable(block: Block): Piece[] {
  if (block.kind !== 'row') return [{ start: block.body, end: block.end }]
  return block.cells.filter((cell) => cell.column === 'task').map((cell) => cell.place)
}

interface Around {
  isTarget: boolean
  heading: string
  lead: string
  isBudget: boolean
  /** The document is a cooperative's own: its figures are that one's. */
  isOwn: boolean
  year: number | null
  /** The directives and the named cooperatives of this sentence. */
  within: readonly Directive[]
  organisations: readonly Piece[]
}

function inSentence(flow: Flow, sentence: Piece, around: Around): Figure[] {
  const low = flow.low.slice(sentence.start, sentence.end)
  if (AWARDS.test(low)) return []
  const all = quantities(flow, sentence)
  const parts = all.length > 0 ? clauses(flow, sentence) : []
  const before: Context['before'] = []
  for (const [index, quantity] of all.entries()) {
    if (isNoFigure(flow, low.slice(0, quantity.start - sentence.start), quantity)) continue
    const clause =
      parts.find((part) => quantity.digits >= part.start && quantity.digits < part.end) ?? sentence
    const context: Context = {
      flow,
      sentence,
      clause,
      quantity,
      before,
      isOwn: around.isOwn,
      low,
      heading: around.heading,
      lead: around.lead,
      nextStart: all[index + 1]?.start ?? sentence.end,
    }
    const directive = around.within.find(
      (one) => quantity.digits >= one.start && quantity.digits < one.end,
    )
    const follows = around.within.findLast((one) => one.end <= quantity.digits)
    const isOne =
      around.isOwn ||
      around.organisations.some((one) => one.start >= clause.start && one.end <= quantity.start)
    const { indicator, rule } = ofOne(indicatorOf(context), isOne, before, clause.start)
    const isEstimate =
      before.length === 0 &&
      quantity.qualifier === 'exact' &&
      /^ước (?:đến|tính|thực hiện|doanh thu|tổng|thu nhập|năm|cả năm|toàn)/u.test(low)
    const figure: Figure = {
      ...quoted(flow, quantity),
      value: quantity.value,
      valueMax: quantity.valueMax,
      unit: unitName(quantity),
      indicator,
      qualifier: isEstimate ? 'about' : quantity.qualifier,
      kind: kindOf(context, {
        isBudget: around.isBudget,
        isTargetSection: around.isTarget,
        directive: directive ?? follows,
        year: around.year,
      }),
      isInDirective: directive !== undefined,
      rule,
    }
    before.push({ quantity, figure })
  }
  return before.flatMap((one) => (one.figure ? [one.figure] : []))
}

/** Revenue and members of one named cooperative. */
function ofOne(
  judged: Judged,
  isOne: boolean,
  before: Context['before'],
  clauseStart: number,
): Judged {
  const last = before.at(-1)?.figure
  const isNext = judged.rule === 'money_other' && last?.rule === 'one_cooperative'
  if (isOne && isNext && last.unit === 'đồng' && last.end <= clauseStart)
    return { indicator: last.indicator, rule: last.rule }
  if (!isOne || judged.indicator !== 'revenue_total') return judged
  return { indicator: 'revenue_per_cooperative', rule: 'one_cooperative' }
}

/** Ordinals, people in the room, names of schemes, "bình quân 01 HTX". */
function isNoFigure(flow: Flow, left: string, quantity: Quantity): boolean {
  const near = left.slice(-240)
  const after = flow.low.slice(quantity.unitEnd, quantity.unitEnd + 30)
  if (PEOPLE.includes(quantity.unitKind)) {
    if (IN_ROOM.test(near) && !OUT_OF_ROOM.test(near.slice(-80))) return true
    if (
      /^ (?:cán bộ, đảng viên|đại biểu|điểm cầu|khách mời|tham dự|có mặt|dự (?:họp|hội nghị|cuộc|buổi|đại hội))/u.test(
        after,
      ) &&
      !/lớp|tập huấn|bồi dưỡng/u.test(near.slice(-80))
    )
      return true
    if (/bình quân(?: mỗi| một)? $/u.test(left) && quantity.value === 1) return true
    if (/(?<!\p{L})(?:mỗi|từng|của) $/u.test(left) && quantity.value === 1) return true
  }
  if (
    SCHEME.test(left) ||
    (quantity.unitKind === 'area' && /(?:đề án|chương trình)[^,;.]{0,12}$/u.test(left))
  )
    return true
  const isCount = quantity.unitKind !== 'money' && quantity.unitKind !== 'share'
  if (isCount && ORDINAL.test(left)) return true
  return quantity.unit === 'đơn vị' && /^ (?:hành chính|sự nghiệp|đồng)/u.test(after)
}

const NARROWING =
  /^ (?:nông nghiệp|nông, lâm nghiệp|vận tải|dịch vụ nông nghiệp|phi nông nghiệp|chăn nuôi|thủy sản|công nghiệp(?: - tiểu thủ công nghiệp)?|thương mại(?: - dịch vụ| dịch vụ)?|xây dựng(?! \p{L})|môi trường|tín dụng|ocop|trẻ)(?!\p{L})/u

function quoted(flow: Flow, quantity: Quantity): Piece {
  if (quantity.end > quantity.unitEnd) return { start: quantity.start, end: quantity.end }
  const tail = flow.low.slice(quantity.unitEnd, quantity.unitEnd + 60)
  const narrow = quantity.unit === '%' ? /^ (?:grdp|gdp)/u.exec(tail) : NARROWING.exec(tail)
  return { start: quantity.start, end: quantity.unitEnd + (narrow?.[0].length ?? 0) }
}

/** The thing counted as the text writes it, without a narrowing word. */
export function unitName(quantity: Quantity): string {
  return quantity.unit
    .replace(/ \((?:htx|tht)\)$/u, '')
    .replace(/^(cán bộ|lao động|trí thức) (?:trẻ|quản lý)$/u, '$1')
    .replace(/^hộ thành viên$/u, 'hộ')
    .replace(/^lớp (?:tập huấn|bồi dưỡng)$/u, 'lớp')
    .replace(/^chuỗi (?:liên kết|giá trị)$/u, 'chuỗi')
    .replace(/^(mã số|mã) vùng trồng$/u, '$1')
    .replace(/^(lượt cán bộ), thành viên$/u, '$1')
    .replace(/(?<!\p{L})(?:htx|tht|qtdnd)$/u, (form) => form.toUpperCase())
}

/** The same quantity twice counts once; a directive or caption that repeats one adds nothing. */
function distinct(found: readonly Figure[]): Figure[] {
  const kept = new Map<string, Figure[]>()
  for (const figure of found) {
    const { value, valueMax, unit, qualifier } = figure
    const key = [value, valueMax, unit.toLowerCase(), qualifier].join('|')
    const twins = kept.get(key) ?? []
    const isRepeated = figure.isInDirective && figure.kind === 'actual'
    const isSaid = twins.some(
      (one) => one.kind === 'actual' || one.indicator === figure.indicator || one.isInDirective,
    )
    if (isRepeated && isSaid) continue
    if (twins.some((one) => one.indicator === figure.indicator && one.kind === figure.kind))
      continue
    kept.set(key, [...twins, figure])
  }
  return [...kept.values()].flat().sort((a, b) => a.start - b.start)
}
