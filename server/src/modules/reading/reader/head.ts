import type { FoundDocument } from '@hopluc/shared/finds'
import type { PlainDate } from '@hopluc/shared/values'
import { dateOf, days } from './days.ts'
import type { Layout } from './layout.ts'

/** The document's own head: number, day, issuer, signer, abstract. */
export function headOf(layout: Layout): FoundDocument {
  const { flow, blocks, kind } = layout
  if (kind === 'news')
    return { kind, number: null, date: null, issuer: null, signer: null, abstract: null }
  const heads = blocks
    .filter((block) => block.kind === 'head')
    .map((block) => flow.text.slice(block.start, block.end))
  const number = heads
    .map((line) => /(?:^|\s)[Ss]ố\s*:?\s*(\d+\s*[/-]\s*[\p{L}][\p{L}\d&/.-]*)/u.exec(line)?.[1])
    .find((one) => one !== undefined)
  const dated = heads.find((line) => /\p{Lu}[\p{L}. ]+, (?:ngày )/u.test(line))
  const day =
    dated === undefined
      ? undefined
      : days(dated.toLowerCase().slice(dated.toLowerCase().lastIndexOf('ngày')))[0]
  const about = heads
    .map((line) => /^V\/v:? (.+)$/u.exec(line)?.[1])
    .find((one) => one !== undefined)
  const title = heads.findIndex(
    (line) =>
      line === line.toUpperCase() &&
      /^(?:THÔNG BÁO|KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|ĐỀ ÁN|NGHỊ QUYẾT|TỜ TRÌNH|KẾT LUẬN)/u.test(
        line,
      ),
  )
  const abstract =
    about ??
    (title >= 0
      ? heads
          .slice(title + 1)
          .filter((line) => !/^[_\-=*]+$|^kính gửi|^[-+]/iu.test(line))
          .filter(
            (line) =>
              line !== line.toUpperCase() || !/ỦY BAN|CHỦ TỊCH|GIÁM ĐỐC|BAN CHỈ ĐẠO/u.test(line),
          )
          .join(' ')
      : '')
  return {
    kind,
    number: number?.replace(/\s/g, '') ?? null,
    date: day ? dateOf(day) : null,
    issuer: issuerOf(heads),
    signer: signerOf(layout),
    abstract: abstract === '' ? null : abstract,
  }
}

const MOTTO =
  /\s*(?:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc)\s*-?\s*/gu

/** The capitals above the number; the last body named issues. */
function issuerOf(heads: readonly string[]): string | null {
  const lines: string[] = []
  for (const head of heads) {
    const line = head.replace(MOTTO, ' ').trim()
    if (
      /^[Ss]ố\s*:/u.test(line) ||
      /^(?:THÔNG BÁO|KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|CHỈ THỊ)/u.test(line)
    )
      break
    if (line !== '' && line === line.toUpperCase() && /\p{L}{2}/u.test(line) && line.length < 120)
      lines.push(line)
  }
  return lines.length > 0 ? lines.join(' ') : null
}

const POST = /^(?:(?:TM|KT|TL|TUQ|Q)\.|CHỦ TỊCH|PHÓ|GIÁM ĐỐC|CHÁNH|TRƯỞNG|BÍ THƯ)/u

/** The name under the posts at the document's end. */
function signerOf(layout: Layout): FoundDocument['signer'] {
  const lines = layout.blocks
    .filter((block) => block.kind === 'recipients')
    .map((block) => layout.flow.text.slice(block.start, block.end))
  const posts = lines.filter((line) => POST.test(line) || / (?:TL|KT|TM)\. /u.test(line))
  const after = lines.findLastIndex(
    (line) => POST.test(line) || /(?:CHỦ TỊCH|GIÁM ĐỐC|VĂN PHÒNG|TRƯỞNG BAN)$/u.test(line),
  )
  for (const line of lines.slice(after + 1)) {
    const name = /(?:^|[;.)] )((?:\p{Lu}\p{L}*)(?: \p{Lu}\p{Ll}*){1,4})$/u.exec(line)?.[1]
    if (name !== undefined && !/^\(?Đã ký/u.test(name)) return { name, title: posts.at(-1) ?? null }
  }
  return null
}

/** The day on which a news text came out: from the lines around the text. */
export function publishedOn(layout: Layout): PlainDate | null {
  for (const block of layout.blocks) {
    if (block.kind === 'text' && block.end - block.start > 200) break
    if (block.kind === 'text' && block.end - block.start > 60) continue
    const found = days(layout.flow.low.slice(block.start, block.end))
      .map(dateOf)
      .find((date) => date !== null)
    if (found) return found
  }
  return null
}
