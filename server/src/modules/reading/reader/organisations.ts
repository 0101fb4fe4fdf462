import { NOT_NAME, TRADE } from './lexicon/organisations.ts'
import type { Flow, Piece } from './flow.ts'

export interface Organisation extends Piece {
  kind: 'cooperative' | 'group' | 'union' | 'enterprise'
  name: Piece
  place: Piece | null
  code: 'named' | 'enterprise' | 'listed'
}

const FORM =
  /(?<![\p{L}\d])(?:(liên hiệp (?:htx|hợp tác xã)(?: \(lhhtx\))?)|((?:htx|hợp tác xã)(?: \(htx\))?)|((?:tổ hợp tác|tht)(?: \(tht\))?)|(quỹ tín dụng nhân dân|qtdnd)|(công ty (?:tnhh(?: mtv| một thành viên| hai thành viên)?|cổ phần|cp|trách nhiệm hữu hạn)?|doanh nghiệp tư nhân|dntn|tập đoàn|tổng công ty|siêu thị))(?= )/giu
const WORD = /^ (["“]?[\p{L}\d][\p{L}\d.&'’/\-]*)/u
const ACRONYM =
  /^(?:OCOP|UBND|THT|HTX|KTTT|MTQG|QR|TNHH|NTM|BCĐ|HĐND|HĐQT|KH|LMHTX|VN|QTDND|GRDP|CNTT|BHXH|II|III|IV)$/u
const SCHEME =
  /^(?:Luật|Việt|VietGAP|VietGap|GlobalGAP|Nghị|Quyết|Thông|Kế|Đề|Chương|Covid|Số|Sở|Phòng|Ban|Liên|Hội|Đại|Nhà|Bên|Trong|Tuy|Theo|Đến|Năm|Ngày|Tổng|Doanh|Đồng)$/u
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
      /liên minh $|(?:giám đốc|luật|nghị định|quỹ[^,;.]{0,24}phát triển|đại hội|bản chất|khu vực|số|loại hình|mô hình) $/u.test(
        low.slice(Math.max(0, match.index - 34), match.index),
      ) &&
      !/giám đốc $/u.test(low.slice(0, match.index))
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

/** The name runs over words of trade to the last proper word or number. */
function nameEnd(flow: Flow, from: number, limit: number, isEnterprise: boolean): number {
  let at = from
  let end = from
  let proper = 0
  let strange = 0
  for (let count = 0; count < 16 && at < limit; count += 1) {
    const match = WORD.exec(flow.text.slice(at, Math.min(limit, at + 40)))
    const comma =
      proper === 0 && count > 0 ? /^,(?= \p{Ll})/u.exec(flow.text.slice(at, at + 3)) : null
    if (comma && TRADE.has(/^, (\p{L}+)/u.exec(flow.low.slice(at, at + 20))?.[1] ?? '')) {
      at += 1
      continue
    }
    if (!match?.[1]) break
    const word = match[1].replace(/[.,;:]+$/, '')
    const low = word.toLowerCase()
    const isUpper = /^["“]?\p{Lu}/u.test(word)
    if (/^\d/.test(word)) {
      if (!numberInName(flow, at, word, proper > 0 || count === 0 || TRADE.has(lastWord(flow, at))))
        break
      const day = /^ \d{1,2} tháng \d{1,2}(?!\d)/u.exec(flow.low.slice(at, at + 20))
      at += day?.[0].length ?? match[0].length
      end = at
      proper += 1
      if (!/^ \p{Lu}/u.test(flow.text.slice(at, at + 3))) break
      continue
    }
    if (
      isUpper &&
      (ACRONYM.test(word) || (SCHEME.test(word) && (proper === 0 || word !== 'Đồng')))
    ) {
      if (!(count > 0 && /^(?:Liên|Đại|Đồng|Việt|Nhà|Năm)$/u.test(word))) break
    }
    if (isUpper) {
      const isTrade = TRADE.has(low) && proper === 0 && !isNameWord(flow, at + match[0].length)
      at += match[0].length
      if (!isTrade) {
        proper += 1
        end = at
      }
    } else if (
      low === 'số' &&
      /^ \d/.test(flow.text.slice(at + match[0].length, at + match[0].length + 2))
    )
      at += match[0].length
    else if (
      TRADE.has(low) &&
      (proper === 0 || isEnterprise || nextUpper(flow, at + match[0].length))
    ) {
      if (proper > 0 && !nextUpper(flow, at + match[0].length)) break
      at += match[0].length
    } else if (!NOT_NAME.has(low) && proper === 0 && strange < 2 && !isEnterprise) {
      strange += 1
      at += match[0].length
    } else break
    if (match[1] !== word) break
  }
  return proper > 0 ? end : from
}

function lastWord(flow: Flow, at: number): string {
  return /(\p{L}+)$/u.exec(flow.low.slice(Math.max(0, at - 12), at))?.[1] ?? ''
}

function nextUpper(flow: Flow, at: number): boolean {
  return /^ \p{Lu}/u.test(flow.text.slice(at, at + 2))
}

/** A capitalised word of trade is a name's when no other capital word follows: "HTX Xanh". */
function isNameWord(flow: Flow, at: number): boolean {
  const rest = flow.text.slice(at, at + 60)
  return !/^(?: [\p{L}\-]+){0,7} \p{Lu}/u.test(rest) && false
}

/** "19 tháng 5", "19/8", "số 5", "Mỹ Đông 2"; a count or year after a name is not part of it. */
function numberInName(flow: Flow, at: number, word: string, isExpected: boolean): boolean {
  if (!isExpected) return false
  const rest = flow.low.slice(at, at + 30)
  if (/^ \d{1,2} tháng \d{1,2}(?!\d)/u.test(rest)) return true
  if (/^\d{1,2}\/\d{1,2}$/.test(word)) return true
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
