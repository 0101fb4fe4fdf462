import type { DocumentKind } from '@hopluc/shared/finds'
import type { Line } from './lines.ts'

/** What kind of document it is and where its own head and body part. */
export interface Outline {
  kind: DocumentKind
  /** Index of the line with the kind's name, or -1. */
  titleLine: number
  /** Index of the first line of the body. */
  bodyLine: number
}

const TITLES: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^thông báo(?: kết luận| ý kiến kết luận)?$/, 'notice'],
  [/^kế hoạch(?: hành động)?$/, 'plan'],
  [/^báo cáo(?: tóm tắt| nhanh)?$/, 'report'],
  [/^quyết định$/, 'decision'],
  [/^(?:chỉ thị|công điện)$/, 'directive'],
  [
    /^(?:chương trình(?: hành động| công tác(?: (?:năm|quý|tháng|6 tháng)(?: \S+){1,4})?)?|đề án|phương án)$/,
    'programme',
  ],
  [/^nghị quyết$/, 'resolution'],
  [/^tờ trình$/, 'submission'],
  [/^kết luận$/, 'notice'],
  [/^(?:biên bản|hướng dẫn)$/, 'other'],
]
const OWN_NUMBER = /(?:^|\s)số\s*:?\s*[\d.…_]*\s*[\d.…_]*\s*[-/]\s*[\p{L}\d]/u
const NATION = /cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam/
const TO = /^kính gửi\s*:?/

/** Reads the head's shape: a title line in capitals, an own number, "Kính gửi". */
export function outline(lines: readonly Line[]): Outline {
  const head = lines.slice(0, 60)
  const isOfficial = head.some((line) => NATION.test(line.low) || OWN_NUMBER.test(line.low))
  const titleLine = head.findIndex(
    (line) =>
      line.text === line.text.toUpperCase() && TITLES.some(([title]) => title.test(line.low)),
  )
  if (titleLine >= 0 && (isOfficial || titleLine < 12)) {
    const low = head[titleLine]?.low ?? ''
    const kind = TITLES.find(([title]) => title.test(low))?.[1] ?? 'other'
    return { kind, titleLine, bodyLine: afterAbstract(lines, titleLine + 1) }
  }
  const to = head.findIndex((line) => TO.test(line.low))
  if (to >= 0 && isOfficial) {
    return { kind: 'letter', titleLine: -1, bodyLine: afterRecipients(lines, to) }
  }
  return { kind: 'news', titleLine: -1, bodyLine: 0 }
}

/** The abstract under the title: lines up to a blank one, a rule, or one that opens the body. */
function afterAbstract(lines: readonly Line[], from: number): number {
  let index = from
  while (index < lines.length && index < from + 8) {
    const line = lines[index]
    if (!line) break
    if (line.text === '' && index > from) return afterTo(lines, index)
    if (/^[_\-=*]{3,}$/.test(line.text)) return afterTo(lines, index + 1)
    if (index > from && opensBody(line)) return afterTo(lines, index)
    index += 1
  }
  return afterTo(lines, Math.min(index, lines.length))
}

/** A report may be addressed too, between abstract and body. */
function afterTo(lines: readonly Line[], from: number): number {
  let index = from
  while (lines[index]?.text === '') index += 1
  return TO.test(lines[index]?.low ?? '') ? afterRecipients(lines, index) : from
}

function opensBody(line: Line): boolean {
  return (
    TO.test(line.low) ||
    /^(?:[ivx]+|\d+|[a-e])\s*[.)]\s/i.test(line.text) ||
    /^(?:ngày|sáng|chiều|trong ngày|thực hiện|căn cứ|thi hành|để|nhằm|sau khi|theo|xét|trong thời gian|thời gian qua|điều 1|hôm nay,?|tại|qua|được|trước|hiện nay,?|thời gian gần|triển khai|tiếp theo|vào lúc|vào hồi|hồi|lúc)\s/.test(
      line.low,
    ) ||
    line.text.length > 150 ||
    (line.text.length > 60 && /[.:;]$/.test(line.text) && line.text !== line.text.toUpperCase())
  )
}

function afterRecipients(lines: readonly Line[], to: number): number {
  let index = to + 1
  if (!(lines[to]?.text ?? '').endsWith(':')) return index
  while (index < lines.length) {
    const line = lines[index]
    if (!line || !(/^[-+•*]/.test(line.text) || line.text === '')) break
    if (line.text === '' && /^[^-+•*]/.test(lines[index + 1]?.text ?? '-')) break
    index += 1
  }
  return index
}
