import type { Flow, Piece } from './flow.ts'
import { PROVINCES, SURNAMES } from './lexicon/names.ts'

/** A person with the offices that the text gives beside the name. */
export interface Person extends Piece {
  name: Piece
  /** The office held, without seats on boards; null when none stands there. */
  title: string | null
}

/** "K'Brểu", "H’Yim": one word is a whole name. */
const ONE_WORD = String.raw`[KHY]['’]\p{Lu}\p{L}+`
const NAME_WORD = String.raw`\p{Lu}[\p{L}'’]*`
const POST = String.raw`(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng (?:phòng|ban|đoàn)(?! chỉ đạo)|chánh (?:văn phòng|thanh tra)|tổng giám đốc|bộ trưởng|thủ tướng|cục trưởng|chi cục trưởng|vụ trưởng|thứ trưởng)`
const OFFICE = new RegExp(
  String.raw`(?<!\p{L})(${POST}(?: thường trực)?)((?: (?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tỉnh ủy|huyện ủy|thành ủy|thị ủy|đảng ủy|liên minh (?:htx|hợp tác xã)|sở|phòng|tp\.?|tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|quận|đặc khu|việt nam|chính phủ|văn phòng|hội nông dân|mttq))*)`,
  'gu',
)
const ADDRESS = new RegExp(
  String.raw`(?<!\p{L})(?:[Đđ]ồng chí|[Đđ]/c|[Đđ]c|[ÔôBb](?:ng|à)) (${ONE_WORD}(?: ${NAME_WORD})*|${NAME_WORD}(?: ${NAME_WORD}){1,4})`,
  'gu',
)
const CAPITALS = new RegExp(String.raw`(?<![\p{L}])(${NAME_WORD}(?: ${NAME_WORD}){1,5})`, 'gu')

/** Persons in a piece: after a form of address, or after an office. */
export function personsIn(flow: Flow, piece: Piece): Person[] {
  const text = flow.text.slice(piece.start, piece.end)
  const low = flow.low.slice(piece.start, piece.end)
  const found: Person[] = []
  const add = (start: number, end: number): void => {
    if (found.some((one) => start < one.name.end && end > one.name.start)) return
    found.push({
      start,
      end,
      name: { start, end },
      title: officeNear(low, start - piece.start, end - piece.start, text),
    })
  }
  for (const match of text.matchAll(ADDRESS)) {
    const name = match[1] ?? ''
    if (/^(?:Trưởng|Phó|Chủ|Bí|Giám)/u.test(name)) continue
    const start = piece.start + match.index + match[0].length - name.length
    add(start, start + name.length)
  }
  for (const match of text.matchAll(CAPITALS)) {
    const after = low.slice(match.index + match[0].length, match.index + match[0].length + 60)
    if (!/^(?:,| -) /u.test(after) || withoutPlace(match[0]) !== match[0]) continue
    if (new RegExp(`^(?:,| -) (?:ủy viên [^,;.]{3,40}, )?${POST}`, 'u').test(after)) {
      add(piece.start + match.index, piece.start + match.index + match[0].length)
    }
  }
  for (const office of low.matchAll(OFFICE)) {
    const at = office.index + office[0].length
    const after = new RegExp(CAPITALS.source, 'u').exec(text.slice(at, at + 80))
    if (!after?.[1] || !/^(?:[ ,-]| là)*$/.test(text.slice(at, at + after.index))) continue
    const name = withoutPlace(after[1])
    if (name === undefined) continue
    const start = piece.start + at + after.index + after[1].length - name.length
    add(start, start + name.length)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "An Giang Lâm Quốc Hưng" → "Lâm Quốc Hưng"; undefined when there is only a place. */
function withoutPlace(written: string): string | undefined {
  const words = written.replace(/^TP\.? /, '')
  for (const province of PROVINCES) {
    if (words.startsWith(`${province} `)) return words.slice(province.length + 1)
    if (words === province) return undefined
  }
  const parts = words.split(' ')
  if (SURNAMES.has(parts[0]?.toLowerCase() ?? '') && parts.length >= 2 && parts.length <= 4)
    return words
  for (let index = 1; index <= parts.length - 2; index += 1) {
    if (SURNAMES.has(parts[index]?.toLowerCase() ?? '')) return parts.slice(index).join(' ')
  }
  return SURNAMES.has(parts[0]?.toLowerCase() ?? '') ? words : undefined
}

/** The office beside a name: after it, up to the next verb; else before it. */
function officeNear(low: string, start: number, end: number, text: string): string | null {
  const after = low.slice(end, end + 220)
  const stop =
    /(?<!\p{L})(?:chủ trì|đã|tổ chức|phát biểu|kết luận|yêu cầu|cho biết|làm việc|tiếp|dự|khẳng định|nhấn mạnh|ghi nhận|cùng|và|tại)(?!\p{L})|[;.]/u.exec(
      after,
    )
  const reach = after.slice(0, stop?.index ?? after.length)
  const joined = /^\s*[,\-(–]/.test(reach) ? best([...reach.matchAll(OFFICE)], text, end) : null
  if (joined !== null) return joined
  const from = Math.max(0, start - 90)
  const before = low.slice(from, start)
  const last = [...before.matchAll(OFFICE)].at(-1)
  if (!last || before.length - (last.index + last[0].length) > 24) return null
  return short(text.slice(from + last.index, from + last.index + last[0].length))
}

/** Offices are given with the usual short names of councils and committees. */
function short(title: string): string {
  return title
    .trim()
    .replace(/[ỦU]y ban nhân dân/iu, 'UBND')
    .replace(/hội đồng nhân dân/iu, 'HĐND')
}

function best(offices: RegExpExecArray[], text: string, offset: number): string | null {
  const chosen =
    offices.find((one) => /chủ tịch/u.test(one[0]) && /ubnd|ủy ban nhân dân|hđnd/u.test(one[0])) ??
    offices.find((one) => /bí thư|chủ tịch/u.test(one[0])) ??
    offices[0]
  return chosen
    ? short(text.slice(offset + chosen.index, offset + chosen.index + chosen[0].length))
    : null
}
