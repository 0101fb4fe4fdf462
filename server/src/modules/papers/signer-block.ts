import { type PdfLine, lineText } from './pdf-lines.ts'
import type { AuthorityMode } from './types.ts'

export interface SignerBlock {
  mode: AuthorityMode
  /** The lines above the signature as printed: "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN". */
  lines: string[]
  /** The signer's own post as printed, in capitals. */
  post: string | null
  /** The office under the signature of a committee's paper. */
  officeHeld: string | null
  name: string | null
}

const AUTHORITY = /^(TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}/u
const STAMP =
  /^(Ký bởi|Người ký|Ký ngày|Email|Cơ quan|Tổ chức|Thời gian|Digitally|Date:|\(|Đã ký)/iu
const RANK =
  /^(?:(?:GS|PGS|TS|ThS|BS|KS)\.?\s*)+(?=\p{Lu})|^(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy)\s/u
const NAME = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}[\p{L}'’-]*){1,6}$/u
const POSTS =
  /^(CHỦ TỊCH|PHÓ |TRƯỞNG |GIÁM ĐỐC|CHÁNH |CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BÍ THƯ|THỦ TRƯỞNG|QUYỀN )/u

const isCapital = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase('vi')

/** The signature block beside or above "Nơi nhận" of the last page that has one; else null. */
export function readSigner(pages: readonly (readonly PdfLine[])[]): SignerBlock | null {
  for (const page of pages.toReversed()) {
    const found = readPage(page)
    if (found !== null) return found
  }
  return null
}

function readPage(page: readonly PdfLine[]): SignerBlock | null {
  const left = Math.min(...page.flatMap(({ pieces }) => pieces.map(({ x }) => x)))
  const right = Math.max(...page.flatMap(({ pieces }) => pieces.map((piece) => piece.right)))
  const middle = left + (right - left) * 0.42
  const to = page.findIndex((line) => lineText(line).startsWith('Nơi nhận'))
  const column = page.map((line) => lineText(line, middle))
  const first = column.findIndex((text) => AUTHORITY.test(text))
  const post = column.findIndex((text, index) => index >= Math.max(to - 2, 0) && POSTS.test(text))
  const start = first >= 0 ? first : to >= 0 ? post : -1
  return start < 0 ? null : readColumn(column.slice(start, start + 30))
}

function readColumn(column: readonly string[]): SignerBlock | null {
  const texts = column.filter((text) => text !== '' && !STAMP.test(text))
  const nameAt = texts.findIndex((text) => NAME.test(text.replace(RANK, '')) && !isCapital(text))
  const above = (nameAt < 0 ? texts : texts.slice(0, nameAt)).filter(isCapital)
  const [head = ''] = above
  const mode = modeOf(head)
  // Down to the post that belongs to the first line; what follows is the office held elsewhere.
  const last = above.findLastIndex((text) => AUTHORITY.test(text))
  const postAt = mode === 'Q' || mode === 'direct' ? 0 : last + 1
  const post = above[postAt] ?? null
  if (post === null && nameAt < 0) return null
  const held = above.slice(postAt + 1).join(' ')
  return {
    mode,
    lines: above.slice(0, postAt + 1),
    post: post === null ? null : post.replace(/^Q\s*\.\s*/u, ''),
    officeHeld: held === '' ? null : held,
    name: texts[nameAt] ?? null,
  }
}

const MODES = new Map<string, AuthorityMode>(
  (['TM', 'KT', 'TL', 'TUQ', 'Q'] as const).map((mode) => [mode, mode]),
)

function modeOf(line: string): AuthorityMode {
  return MODES.get(AUTHORITY.exec(line)?.[1] ?? '') ?? 'direct'
}
