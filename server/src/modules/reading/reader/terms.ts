import type { Due } from '@hopluc/shared/finds'
import type { PlainDate } from '@hopluc/shared/values'
import { days, lastOfMonth, nextDate, plainDate } from './days.ts'
import type { Flow, Piece } from './flow.ts'
import { TERM_RULES } from './lexicon/terms.ts'

/** A term in the flow: its last day, or how it recurs, or neither when it hangs on an event. */
export interface Term extends Piece {
  date: PlainDate | null
  recurrence: Due['recurrence']
  code: 'dated' | 'recurring' | 'event'
}

const DAY = String.raw`(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?(?![\d%])|ngày \d{1,2} tháng \d{1,2}(?:,? năm \d{4})?`
const YEAR = String.raw`(?: ?[/.-] ?\d{4}|,? năm \d{4}|,? năm (?:nay|sau|tới)| tới| này)?`
const MONTH = String.raw`tháng \d{1,2}(?!\d)${YEAR}`
const MONTHS = String.raw`tháng \d{1,2}(?:(?:,| và| -|-) ?(?:tháng )?\d{1,2}(?!\d))+${YEAR}`
const QUARTER = String.raw`quý (?:iv|iii|ii|i|[1-4])(?!\p{L})${YEAR}`
const QUARTERS = String.raw`quý (?:iv|iii|ii|i|[1-4])(?:(?:,| và| -|-) ?(?:quý )?(?:iv|iii|ii|i|[1-4])(?![\p{L}\d]))+${YEAR}`
const HALF = String.raw`(?:\d{1,2}|sáu|chín|ba|hai|bốn) tháng (?:đầu|cuối) năm(?: \d{4})?`
const PHASE = String.raw`(?:giai đoạn|thời kỳ|các năm|nhiệm kỳ) \d{4} ?- ?\d{4}`
const YEARS = String.raw`năm (?:ngân sách |kế hoạch )?\d{4}(?: ?- ?\d{4})?|năm (?:nay|tới|sau)`
const PERIOD = `${MONTHS}|${MONTH}|${QUARTERS}|${QUARTER}|${HALF}|${PHASE}|${YEARS}`
const BY = String.raw`(?:chậm nhất|muộn nhất)(?: là)?(?: (?:trong|đến|vào|hết|trước))?(?: \d{1,2} ?(?:h|giờ|g) ?\d{0,2}(?: phút)?,?)?(?: ngày)?|trước(?: hết)?(?: \d{1,2} ?(?:h|giờ|g) ?\d{0,2}(?: phút)?,?)?|từ nay (?:đến|cho đến)(?: hết| cuối)?|(?:cho )?đến(?: hết| cuối| trước)?|trong(?: cả)?|hết|xong|vào(?: cuối| đầu)?|cuối|không (?:để )?(?:(?:chậm|muộn|trễ) (?:hơn|quá)|quá(?= ngày))(?: ngày)?`

const DATED = new RegExp(
  String.raw`(?<!\p{L})(?:từ (?:ngày )?[\d/.-]{1,10}(?: tháng \d{1,2})?(?: năm \d{4})? (?:đến|-)(?: hết)? (?:${DAY}|${PERIOD})|(?:${BY}) (?:hết |cuối |đầu |giữa )?(?:${DAY}|${PERIOD})|(?:trong|đến|hết|đến hết|đến cuối|từ nay đến hết|từ nay đến cuối|trước khi kết thúc) (?:cả )?năm(?: nay)?(?= ?(?:[,.;)/]|$)))`,
  'gu',
)
const RECURRING = new RegExp(
  String.raw`(?<!\p{L})(?:định kỳ (?:trước |vào |chậm nhất )?(?:ngày )?\d{1,2}[/-]\d{1,2}(?:(?:,| và|, và) (?:ngày )?\d{1,2}[/-]\d{1,2})+|(?:định kỳ )?(?:trước |vào |chậm nhất |muộn nhất )?(?:ngày |mùng )(\d{1,2})(?:/\d{1,2})? (?:hằng|hàng|của|mỗi)(?: tháng| quý| năm)(?: (?:cuối|đầu)[^,;.]{0,20})?|(?:định kỳ )?(?:trước |vào |chậm nhất )?ngày (\d{1,2})(?: của)? tháng (?:cuối|đầu|thứ \p{L}+)(?: của)?(?: mỗi)? quý(?: sau)?|định kỳ(?: (?:vào|theo|mỗi|hằng|hàng|một|\d+|sáu|ba|chín|02|03|06))*(?: (?:tuần|tháng|quý|năm|đầu|cuối|lần|và|,|6 tháng|hằng|hàng|1 năm))+(?:,? (?:và |6 tháng |hằng |hàng |9 tháng )*(?:tháng|quý|năm))*(?:/lần)?|(?:ít nhất |tối thiểu )?(?:mỗi|một|hằng|hàng) (ngày|tuần|tháng|quý|năm|6 tháng) (?:ít nhất )?(?:một|hai|ba|bốn|\d{1,2}) (?:lần|kỳ|cuộc|buổi|số|phiên)|(?:(?:\d{1,2}|sáu|ba|chín) tháng|(?:mỗi )?(?:tháng|quý|năm|tuần)) (?:một|1|01) lần|(?:ít nhất |tối thiểu )?(?:một|hai|\d{1,2}) (?:lần|kỳ)(?:/| mỗi | một )(?:tuần|tháng|quý|năm)|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)(?:, (?:6 tháng|hằng \p{L}+|hàng \p{L}+|quý|năm))*)(?!\p{L})`,
  'gu',
)
/** A period that needs no preposition: alone in brackets, or before the task's verb. */
const ALONE = new RegExp(
  String.raw`(?<=\()(?:hoàn thành |xong )?(?:${QUARTERS}|${QUARTER}|${MONTH}|${DAY})(?=\))|(?<=; )(?:hoàn thành |xong |thời gian:? )?(?:${QUARTERS}|${QUARTER}|${MONTH}|${DAY})(?=\))|(?<=(?:thời (?:gian|hạn)(?: hoàn thành| thực hiện)?|hoàn thành|hạn chót|hạn cuối(?: cùng)?|xong):? (?:là )?)(?:${DAY}|${MONTH}|${QUARTER})|(?<=ngay (?:từ|trong) (?:đầu )?)(?:${QUARTER}|${MONTH})|^(?:từ tháng \d{1,2}(?:[/-]\d{4})? (?:đến|-) )?(?:${MONTHS}|${QUARTER}|${MONTH})(?=:|[,:]? (?:phải )?(?:hoàn thành|tổ chức|triển khai|xây dựng|ban hành|trình|báo cáo|rà soát|thực hiện))`,
  'gu',
)
const EVENT =
  /(?<!\p{L})(?:trong (?:tuần|tháng) (?:này|tới|sau)|trong thời gian (?:sớm nhất|ngắn nhất|tới đây)|ngay (?:sau|trong) (?:buổi|hội nghị|cuộc họp|phiên họp|khi|tháng này|tuần này)[^,;.]{0,40}|(?:trong|sau) (?:vòng )?\d{1,3} (?:ngày|tuần|tháng)(?: làm việc)?(?: kể)?(?: từ [^,;.]{3,60})?|trước tết[^,;.]*|(?:tại|trước|trong|vào) (?:kỳ họp|cuộc họp|hội nghị|phiên họp|buổi họp) [^,;.]{2,50}|trước (?:mùa|vụ|thời vụ) [^,;.]{2,40}|trước khi [^,;.]{4,60}|ngay sau khi [^,;.]{4,60})/gu

/** Every term in a piece of the flow; years left open are filled from `anchor`. */
export function terms(flow: Flow, piece: Piece, anchor: PlainDate | null): Term[] {
  const low = flow.low.slice(piece.start, piece.end)
  const found: Term[] = []
  const take = (match: RegExpExecArray, term: Omit<Term, 'start' | 'end'>): void => {
    const start = piece.start + match.index
    const end = start + match[0].trimEnd().length
    if (!found.some((one) => start < one.end && end > one.start))
      found.push({ start, end, ...term })
  }
  for (const { pattern, code } of TERM_RULES) {
    for (const match of low.matchAll(pattern)) {
      const date = code === 'dated' ? lastDay(match[0], anchor) : null
      take(match, { date, recurrence: code === 'recurring' ? recurrenceOf(match) : null, code })
    }
  }
  for (const match of low.matchAll(RECURRING)) {
    if (isName(low, match)) continue
    take(match, { date: null, recurrence: recurrenceOf(match), code: 'recurring' })
  }
  const alone = [...low.matchAll(ALONE)]
  const early = alone.filter((match) => match[0].startsWith('từ '))
  for (const match of early)
    take(match, { date: lastDay(match[0], anchor), recurrence: null, code: 'dated' })
  for (const match of low.matchAll(DATED)) {
    if (isMention(low, match)) continue
    take(match, { date: lastDay(match[0], anchor), recurrence: null, code: 'dated' })
  }
  for (const match of alone)
    take(match, { date: lastDay(match[0], anchor), recurrence: null, code: 'dated' })
  for (const match of low.matchAll(EVENT))
    take(match, { date: null, recurrence: null, code: 'event' })
  return found.sort((a, b) => a.start - b.start)
}

const PERIOD_ALONE = new RegExp(`^(?:${QUARTERS}|${QUARTER}|${MONTHS}|${MONTH}|${HALF})[:.]?$`, 'u')

/** A heading that is nothing but a period: "II. Quý II". It holds for the items below. */
export function periodAlone(flow: Flow, piece: Piece, anchor: PlainDate | null): Term | null {
  const low = flow.low.slice(piece.start, piece.end)
  if (!PERIOD_ALONE.test(low)) return null
  return { ...piece, date: lastDay(low, anchor), recurrence: null, code: 'dated' }
}

/** "kế hoạch hằng năm", "nghị quyết hằng năm của …" only name a thing. */
function isName(low: string, match: RegExpExecArray): boolean {
  if (!/^(?:hằng|hàng|mỗi) \p{L}+$/u.test(match[0])) return false
  const before = low.slice(Math.max(0, match.index - 40), match.index)
  const after = low.slice(match.index + match[0].length, match.index + match[0].length + 12)
  if (
    /(?:kế hoạch|phương án|nghị quyết|chương trình|dự toán|đại hội|thường niên|nhu cầu|số liệu|lương|doanh thu|thu nhập|chỉ tiêu|ngân sách)(?: [\p{L}-]+){0,7} $/u.test(
      before,
    )
  )
    return true
  return /^ (?:của|và giai đoạn|từ|theo|có|đều|cho)/u.test(after) || match[0].startsWith('mỗi')
}

/** "đến năm 2030" in a scheme's title, "trong năm 2020" of what is planned: no deadline. */
function isMention(low: string, match: RegExpExecArray): boolean {
  const words = match[0]
  const before = low.slice(Math.max(0, match.index - 30), match.index)
  if (
    !/^trước (?:ngày )?\d/u.test(words) &&
    /(?:kỳ họp|hội nghị|phiên họp|cuộc họp|đại hội|tổng kết)(?: \p{L}+)? $/u.test(before)
  )
    return true
  if (
    /^(?:đến|trong|vào) (?:năm|giai đoạn|thời kỳ|nhiệm kỳ)/u.test(words) &&
    !/^trong năm|^vào năm/u.test(words)
  ) {
    const isAim = /(?:bảo đảm|đảm bảo|phấn đấu|hoàn thành|để|xong|,|^|ngay) ?$/u.test(before)
    const after = low.slice(match.index + words.length)
    return !isAim && !(words.startsWith('trong') && /^\s*(?:$|, đồng thời )/u.test(after))
  }
  return /(?:kể|định hướng|tầm nhìn|tính|so với|số liệu|cập nhật) $/u.test(before)
}

/** The last day of a printed period or day, null when no year can be told. */
export function lastDay(words: string, anchor: PlainDate | null): PlainDate | null {
  const spoken = spokenDay(words, anchor)
  if (spoken !== undefined) return spoken
  const printed = /^(?:từ )?tháng/u.test(words) ? undefined : days(words).at(-1)
  if (printed) {
    if (printed.year !== null) return plainDate(printed.year, printed.month, printed.day)
    return anchor === null ? null : nextDate(anchor, printed.month, printed.day)
  }
  const years = [...words.matchAll(/(?<!\d)(\d{4})(?!\d)/g)].map((match) => Number(match[1]))
  const current = anchor === null ? undefined : Number(anchor.slice(0, 4))
  const relative = /năm (?:sau|tới)/u.test(words) ? 1 : 0
  const year = years.at(-1) ?? (current === undefined ? undefined : current + relative)
  const month = endMonth(words)
  if (year === undefined) return null
  if (years.length === 0 && relative === 0 && anchor !== null && month !== 12) {
    return nextDate(anchor, month, lastOfMonth(year, month))
  }
  return plainDate(year, month, 31)
}

/** "trong tháng này", "trong tháng tới", "chậm nhất ngày 18", "trong nửa đầu tháng 7". */
function spokenDay(words: string, anchor: PlainDate | null): PlainDate | null | undefined {
  const [, bare] = /(?:nhất|trước)(?: là)? (\d{1,2} tháng \d.*)$/u.exec(words) ?? []
  if (bare !== undefined) return lastDay(`ngày ${bare}`, anchor)
  const [, first, of] = /(nửa|\d{1,2} ngày) (?:đầu|cuối) (tháng \d.*)$/u.exec(words) ?? []
  if (first !== undefined && of !== undefined) {
    const last = lastDay(of, anchor)
    const until = /cuối/u.test(words) ? 31 : first === 'nửa' ? 15 : Number.parseInt(first, 10)
    return last && plainDate(Number(last.slice(0, 4)), Number(last.slice(5, 7)), until)
  }
  const month = /tháng (này|nay|tới|sau)$/u.exec(words)?.[1]
  const day = /ngày (\d{1,2})(?: tháng \p{L}+)?$/u.exec(words)?.[1]
  if (month === undefined && day === undefined && !/quý (?:này|tới|sau)$/u.test(words))
    return undefined
  if (anchor === null) return null
  const [year, now, today] = anchor.split('-').map(Number)
  if (year === undefined || now === undefined || today === undefined) return null
  const quarter = /quý (này|tới|sau)$/u.exec(words)?.[1]
  if (quarter !== undefined) {
    const last = Math.ceil(now / 3) * 3 + (quarter === 'này' ? 0 : 3)
    return plainDate(year + (last > 12 ? 1 : 0), last > 12 ? 3 : last, 31)
  }
  const isNext = month === undefined ? Number(day) < today : /tới|sau/u.test(month)
  const index = isNext ? now + 1 : now
  return plainDate(year + (index > 12 ? 1 : 0), index > 12 ? 1 : index, Number(day ?? 31))
}

const QUARTER_MONTHS: Record<string, number> = {
  i: 3,
  ii: 6,
  iii: 9,
  iv: 12,
  1: 3,
  2: 6,
  3: 9,
  4: 12,
}

function endMonth(words: string): number {
  if (/giữa năm/u.test(words)) return 6
  const quarter = [...words.matchAll(/(?:quý|,|và|-) ?(iv|iii|ii|i|[1-4])(?![\p{L}\d])/gu)].at(
    -1,
  )?.[1]
  if (quarter !== undefined && words.includes('quý')) return QUARTER_MONTHS[quarter] ?? 12
  const first = /(\d+|sáu|chín|ba|hai|bốn) tháng đầu/u.exec(words)?.[1]
  if (first !== undefined)
    return { sáu: 6, chín: 9, ba: 3, hai: 2, bốn: 4 }[first] ?? Math.min(12, Number(first))
  const month = [...words.matchAll(/(?:tháng|,|và|-) ?(\d{1,2})(?!\d)/gu)].at(-1)?.[1]
  const number = Number(month ?? 12)
  return number >= 1 && number <= 12 ? number : 12
}

function recurrenceOf(match: RegExpExecArray): NonNullable<Due['recurrence']> {
  const words = match[0]
  const day = Number(match[1] ?? match[2] ?? 0)
  const every = /quý/u.test(words)
    ? 'quarter'
    : /6 tháng|sáu tháng|06 tháng/u.test(words)
      ? 'half_year'
      : /9 tháng|chín tháng/u.test(words)
        ? 'nine_months'
        : /tháng/u.test(words)
          ? 'month'
          : /tuần/u.test(words)
            ? 'week'
            : /ngày(?! \d)/u.test(words)
              ? 'day'
              : 'year'
  return day >= 1 && day <= 31 ? { every, day } : { every }
}
