import type { PlainDate } from '@hopluc/shared/values'
import { kindOfSymbol, kindOfTitle } from './paper-kinds.ts'
import { type PdfLine, lineText, readPdfLines } from './pdf-lines.ts'
import { type PdfSignature, readPdfSignatures } from './pdf-signature.ts'
import { type SignerBlock, readSigner } from './signer-block.ts'

export interface DigitalSignature {
  present: boolean
  /** All signatures hold; false also when none is there. */
  intact: boolean
  /** Of the last person's signature. */
  signerName: string | null
  organisation: string | null
  issuerName: string | null
  signedAt: string | null
  /** False when something was appended after the last signature. */
  coversWholeFile: boolean
  /** Never claimed: the chain of certificates is not examined here. */
  trusted: 'unknown'
  all: PdfSignature[]
}

/** What a signed paper says of itself. What was not found is null: a person types it. */
export interface SignedPaper {
  pages: number
  /** False for a scan without a text layer. */
  hasText: boolean
  text: string
  number: string | null
  symbol: string | null
  /** In small letters: "thông báo", "công văn". */
  kind: string | null
  abstract: string | null
  place: string | null
  on: PlainDate | null
  superior: string | null
  issuer: string | null
  signer: SignerBlock | null
  /** A mark of state secrecy: such a paper must not be kept here. */
  secrecyMark: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT' | null
  urgency: 'khẩn' | 'thượng khẩn' | 'hỏa tốc' | null
  signature: DigitalSignature
}

/** Fewer letters than this on all pages means a scan. */
const TEXT_LETTERS = 40

/**
 * Reads number, day, issuer, signer and digital signatures of a signed PDF.
 * @throws AppError `papers.not_pdf`, `papers.too_large`, `papers.encrypted`, `papers.broken`.
 */
export async function readSignedPaper(pdf: Uint8Array): Promise<SignedPaper> {
  const pages = await readPdfLines(pdf)
  const signature = summarise(readPdfSignatures(pdf))
  const lines = pages.flat()
  const text = lines.map((line) => lineText(line)).join('\n')
  const hasText = (text.match(/\p{L}/gu) ?? []).length >= TEXT_LETTERS
  const shared = { pages: pages.length, hasText, text: hasText ? text : '', signature }
  const [first = []] = pages
  return {
    ...shared,
    ...readHead(first),
    secrecyMark: readSecrecy(lines),
    signer: hasText ? readSigner(pages) : null,
  }
}

function summarise(all: PdfSignature[]): DigitalSignature {
  const last = all.findLast(({ kind }) => kind === 'signature') ?? all.at(-1)
  return {
    present: all.length > 0,
    intact: all.length > 0 && all.every(({ isIntact }) => isIntact),
    signerName: last?.signerName ?? null,
    organisation: last?.organisation ?? null,
    issuerName: last?.issuerName ?? null,
    signedAt: last?.signedAt ?? null,
    coversWholeFile: all.some(({ coversWholeFile }) => coversWholeFile),
    trusted: 'unknown',
    all,
  }
}

type Head = Omit<SignedPaper, 'pages' | 'hasText' | 'text' | 'signer' | 'signature' | 'secrecyMark'>

// Spaces may stand anywhere: some programs place each letter by itself.
const NUMBER = /^S\s*ố\s*:?\s*(\d[\d\s]*[a-z]?)?\s*[/-]\s*(\p{Lu}[\p{L}\d&/\s.-]*)/u
const PARTY_NUMBER = /^(?:Số\s*:?\s*)?(\d+)\s*-\s*(\p{Lu}[\p{L}\d]*\/\p{Lu}[\p{L}\d&-]*)/u
const DAY = /^(.*?),?\s*ng\s*ày\s*(\d\s*\d?)\s*th\s*áng\s*(\d\s*\d?)\s*năm\s*((?:\d\s*){4})/u
const STATE = /C\s*ỘNG\s+H\s*ÒA|C\s*ỘNG\s+H\s*OÀ|ĐẢNG\s+CỘNG\s+SẢN/u

function readHead(page: readonly PdfLine[]): Head {
  const top = page.slice(0, 40)
  const edge = columnEdge(top)
  const left = top.map((line) => lineText(line, -Infinity, edge))
  const right = top.map((line) => lineText(line, edge))
  const at = left.findIndex((text) => PARTY_NUMBER.test(text) || NUMBER.test(text))
  const [number, symbol] = readNumber(left[at] ?? '')
  const day = [...right, ...top.map((line) => lineText(line))].find((text) => DAY.test(text))
  const own = at < 0 ? [] : left.slice(0, at).filter((text) => text !== '' && text !== '*')
  const start =
    Math.max(
      at,
      right.findIndex((text) => DAY.test(text)),
    ) + 1
  return {
    number,
    symbol,
    ...readTitle(top.slice(start), symbol),
    ...readDay(day ?? ''),
    ...readIssuer(own),
    ...readMarks(top),
  }
}

/** Where the right-hand column of the head begins. */
function columnEdge(top: readonly PdfLine[]): number {
  for (const { pieces, size } of top) {
    const words = pieces.map(({ text }) => text)
    const start = words.findIndex((_, index) => STATE.test(words.slice(index).join(' ')))
    const from = words.findLastIndex((_, index) => STATE.test(words.slice(index).join(' ')))
    const piece = pieces[from]
    if (start >= 0 && piece) return piece.x - size * 0.3
  }
  return Infinity
}

function readNumber(text: string): [string | null, string | null] {
  const match = PARTY_NUMBER.exec(text) ?? NUMBER.exec(text)
  if (!match) return [null, null]
  const number = (match[1] ?? '').replace(/\s/g, '')
  const symbol = (match[2] ?? '').replace(/\s/g, '').replace(/[./-]+$/, '')
  return [number === '' ? null : number, symbol === '' ? null : symbol]
}

function readDay(text: string): { place: string | null; on: PlainDate | null } {
  const match = DAY.exec(text)
  if (!match) return { place: null, on: null }
  const [place = '', day = '', month = '', year = ''] = match
    .slice(1)
    .map((part) => part.replace(/(?<=\d)\s+(?=\d)/g, '').trim())
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isReal = !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on)
  return { place: place === '' ? null : place, on: isReal ? on : null }
}

const BODY =
  /^(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|BAN |BỘ |SỞ |VĂN PHÒNG|PHÒNG |CHI CỤC|LIÊN MINH|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|TRUNG TÂM|ĐOÀN |HỘI )/u

/** The last line that begins a body's name begins the issuer's; what stands above is its superior. */
function readIssuer(lines: readonly string[]): { superior: string | null; issuer: string | null } {
  if (lines.length === 0) return { superior: null, issuer: null }
  const start = Math.max(
    0,
    lines.findLastIndex((text) => BODY.test(text)),
  )
  const superior = lines.slice(0, start).join(' ')
  return { superior: superior === '' ? null : superior, issuer: lines.slice(start).join(' ') }
}

function readTitle(lines: readonly PdfLine[], symbol: string | null) {
  const texts = lines.map((line) => lineText(line))
  const about = texts.findIndex((text) => /^V\/v\b/iu.test(text))
  const title = texts.findIndex((text) => kindOfTitle(text) !== null)
  const kind = title < 0 ? null : kindOfTitle(texts[title] ?? '')
  const guess = symbol === null ? null : kindOfSymbol(symbol)
  if (title < 0) {
    const letter = about >= 0 || symbol !== null ? 'công văn' : null
    const abstract = about < 0 ? null : (texts[about] ?? '').replace(/^V\/v:?\s*/iu, '')
    return { kind: guess ?? letter, abstract }
  }
  return { kind, abstract: abstractAfter(lines.slice(title), texts.slice(title)) }
}

/** The lines under the title that follow each other closely; a gap ends the abstract. */
function abstractAfter(lines: readonly PdfLine[], texts: readonly string[]): string | null {
  const words: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    if (!above) continue
    if (above.y - line.y > line.size * 1.75) break
    words.push(texts[index] ?? '')
  }
  return words.length === 0 || words.length > 6 ? null : words.join(' ')
}

const SECRECY = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const
const URGENCY = ['thượng khẩn', 'hỏa tốc', 'khẩn'] as const

/**
 * On whatever page, also of a scan that was stamped afterwards: alone in its line, or with room on
 * both sides, for "BÍ MẬT" may be placed word by word.
 */
function readSecrecy(lines: readonly PdfLine[]): SignedPaper['secrecyMark'] {
  const alone = lines.flatMap((line) => {
    const { pieces, size } = line
    const stamps = pieces.filter(({ x, right }, index) => {
      const before = pieces[index - 1]?.right ?? -Infinity
      const after = pieces[index + 1]?.x ?? Infinity
      return x - before > size && after - right > size
    })
    return [lineText(line), ...stamps.map(({ text }) => text)]
  })
  const said = new Set(
    alone.map((text) => text.replace(/^Độ mật\s*:?\s*|[\s"'[\](){}|*.:–_-]/giu, '')),
  )
  return SECRECY.find((mark) => said.has(mark.replace(' ', ''))) ?? null
}

function readMarks(lines: readonly PdfLine[]): Pick<Head, 'urgency'> {
  const marks = lines.flatMap((line) => [
    lineText(line),
    ...line.pieces.map(({ text }) => text.trim()),
  ])
  const said = new Set(marks.map((text) => text.replace('HOẢ', 'HỎA')))
  return { urgency: URGENCY.find((mark) => said.has(mark.toLocaleUpperCase('vi'))) ?? null }
}
