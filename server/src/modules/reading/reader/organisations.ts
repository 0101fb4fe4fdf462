import { added } from './added.ts'
import { NOT_NAME, NOT_PROPER, TRADE } from './lexicon/organisations.ts'
import type { Flow, Piece } from './flow.ts'
import { verbAt } from './words.ts'

export interface Organisation extends Piece {
  kind: 'cooperative' | 'group' | 'union' | 'enterprise'
  name: Piece
  place: Piece | null
  code: 'named' | 'enterprise' | 'listed'
}

const FORM =
  /(?<![\p{L}\d])(?:(liên hiệp (?:htx|hợp tác xã)(?: \(lhhtx\))?)|((?:htx|hợp tác xã)(?: \(htx\))?)|((?:tổ hợp tác|tht)(?: \(tht\))?)|(quỹ tín dụng nhân dân|qtdnd)|(công ty (?:tnhh(?: mtv| một thành viên| hai thành viên)?|cổ phần|cp|trách nhiệm hữu hạn)?|doanh nghiệp tư nhân|dntn|tập đoàn|tổng công ty|siêu thị))(?= )/giu
const WORD = /^ (["“]?[\p{L}\d][\p{L}\d.&'’/-]*)/u
const ACRONYM =
  /^(?:OCOP|UBND|THT|HTX|KTTT|MTQG|QR|TNHH|NTM|BCĐ|HĐND|HĐQT|KH|LMHTX|VN|QTDND|GRDP|CNTT|BHXH|II|III|IV)$/u
const UNIT = String.raw`(?:thị trấn|thị xã|thành phố|xã|phường|huyện|quận|tỉnh|đặc khu|thôn|ấp|bản|buôn|làng|tp\.?|tx\.?|tt\.?|khu phố|tổ dân phố)`
const BRACKET = new RegExp(String.raw`^ \(((?:ở |tại |thuộc )?${UNIT}[ .][^()]{1,70})\)`, 'iu')
const AFTER = new RegExp(
  String.raw`^(?:,| ở| tại)? (${UNIT} (?:\p{Lu}[\p{L}'’]*|\d{1,2})(?: (?:\p{Lu}[\p{L}'’]*|\d{1,2}))*(?:, ${UNIT} \p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*)*)*)`,
  'u',
)

/** Named cooperatives, groups, unions and enterprises in one block. */
export function organisationsIn(flow: Flow, block: Piece): Organisation[] {
  const low = flow.low.slice(block.start, block.end)
  const found: Organisation[] = []
  for (const match of low.matchAll(FORM)) {
    const start = block.start + match.index
    if (found.some((one) => start < one.end)) continue
    if (
      /liên minh $|(?:giám đốc|luật|nghị định|quỹ[^,;.]{0,24}phát triển|đại hội|bản chất|khu vực|số|loại hình|mô hình(?= \p{Ll})) $/u.test(
        low.slice(Math.max(0, match.index - 34), match.index),
      ) &&
      !low.slice(0, match.index).endsWith('giám đốc ')
    )
      continue
    if (match[5] !== undefined && !/\p{Lu}/u.test(flow.text.charAt(start))) continue
    const kind = match[1] ? 'union' : match[3] ? 'group' : match[5] ? 'enterprise' : 'cooperative'
    const from = start + match[0].length
    const end = nameEnd(flow, from, block.end, kind === 'enterprise')
    if (end <= from) continue
    const place = placeAfter(flow, end, block.end)
    found.push({
      start,
      end: place?.outer ?? end,
      kind,
      name: { start: kind === 'enterprise' ? start : from + 1, end },
      place: place ? { start: place.start, end: place.end } : null,
      code: kind === 'enterprise' ? 'enterprise' : 'named',
    })
  }
  return found
}

/** Length of the trade phrase after a blank at `at`, and whether it is written like a name. */
function tradeAt(flow: Flow, at: number): { length: number; isCapital: boolean } {
  const words = (/^ ([^.;:()\n]{1,40})/u.exec(flow.low.slice(at, at + 42))?.[1] ?? '').split(' ')
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const phrase = words.slice(0, count).join(' ').replace(/[,]+$/u, '')
    if (!TRADE.has(phrase) && !added().trades.has(phrase)) continue
    const written = flow.text.slice(at + 1, at + 1 + phrase.length)
    return {
      length: phrase.length + 1,
      isCapital: written.split(' ').every((word) => /^\p{Lu}/u.test(word)),
    }
  }
  return { length: 0, isCapital: false }
}

/** The name runs over words of trade to the last proper word or number. */
function nameEnd(flow: Flow, from: number, limit: number, isEnterprise: boolean): number {
  let at = from
  let end = from
  let proper = 0
  let strange = 0
  let capitalTrade = from
  for (let count = 0; count < 18 && at < limit; count += 1) {
    const joint =
      proper === 0 ? /^(?:,| và| -| &)(?= \p{L})/u.exec(flow.low.slice(at, at + 5)) : null
    if (joint && at > from && tradeAt(flow, at + joint[0].length).length > 0) {
      at += joint[0].length
      continue
    }
    const trade = proper === 0 || isEnterprise ? tradeAt(flow, at) : { length: 0, isCapital: false }
    if (trade.length > 0 && at + trade.length <= limit) {
      at += trade.length
      if (trade.isCapital && !isGeneric(flow, at - trade.length, at)) capitalTrade = at
      continue
    }
    const isNamed = proper > 0 || strange === 0
    const match = WORD.exec(flow.text.slice(at, Math.min(limit, at + 40)))
    if (!match?.[1]) break
    const word = match[1].replace(/[.,;:]+$/, '')
    const low = word.toLowerCase()
    if (/^\d/.test(word)) {
      const isDay = /^ \d{1,2}(?: tháng |\/)\d/u.test(flow.low.slice(at, at + 12))
      if (count === 0 && !isDay) break
      if (!numberInName(flow, at, word, isNamed)) break
      const day = /^ \d{1,2} tháng \d{1,2}(?!\d)/u.exec(flow.low.slice(at, at + 20))
      at += day?.[0].length ?? word.length + 1
      end = at
      proper += 1
      if (!nextUpper(flow, at)) break
    } else if (/^["“]?\p{Lu}/u.test(word)) {
      if (ACRONYM.test(word) || NOT_PROPER.test(flow.low.slice(at + 1, at + 24))) break
      at += word.length + 1
      proper += 1
      end = at
    } else if (low === 'số' && /^ số \d/u.test(flow.low.slice(at, at + 6))) at += word.length + 1
    else if (proper === 0 && strange < 2 && !NOT_NAME.has(low) && verbAt(flow.low, at + 1) === 0) {
      strange += 1
      at += word.length + 1
    } else break
    if (match[1] !== word && !/^["“]/.test(match[1])) break
  }
  return proper > 0 ? end : capitalTrade
}

function nextUpper(flow: Flow, at: number): boolean {
  return /^ \p{Lu}/u.test(flow.text.slice(at, at + 2))
}

/** "HTX Nông nghiệp" names nobody; "HTX Thanh Long" may. */
function isGeneric(flow: Flow, start: number, end: number): boolean {
  return /^ (?:nông nghiệp|dịch vụ|sản xuất|kinh doanh|tổng hợp|thương mại|vận tải|thủy sản|nn|dv|tm|sx|sxkd|dvnn|chăn nuôi|xây dựng|môi trường|phát triển|quỹ|công nghiệp|du lịch|tín dụng|lâm nghiệp)$/u.test(
    flow.low.slice(start, end),
  )
}

/** "19 tháng 5", "19/8", "số 5", "Mỹ Đông 2"; a count or year after a name is not part of it. */
function numberInName(flow: Flow, at: number, word: string, isExpected: boolean): boolean {
  if (!isExpected) return false
  const rest = flow.low.slice(at, at + 30)
  if (/^ \d{1,2} tháng \d{1,2}(?!\d)/u.test(rest)) return true
  if (/^\d{1,2}\/\d{1,2}$/.test(word)) return true
  if (/^ \d+[,.]\d/.test(rest)) return false
  return (
    /^\d{1,2}$/.test(word) &&
    !/^ \d+ (?:htx|thành|tỷ|triệu|ha|tấn|người|lao|hộ|lớp|sản|năm|tháng)/u.test(rest)
  )
}

function placeAfter(
  flow: Flow,
  at: number,
  limit: number,
): { start: number; end: number; outer: number } | undefined {
  const text = flow.text.slice(at, Math.min(limit, at + 110))
  const bracket = BRACKET.exec(text)
  if (bracket?.[1]) {
    const shift = /^(?:ở|tại|thuộc) /u.exec(bracket[1])?.[0].length ?? 0
    return { start: at + 2 + shift, end: at + 2 + bracket[1].length, outer: at + bracket[0].length }
  }
  const after = AFTER.exec(text)
  if (!after?.[1]) return undefined
  const start = at + after[0].length - after[1].length
  return { start, end: at + after[0].length, outer: at + after[0].length }
}
