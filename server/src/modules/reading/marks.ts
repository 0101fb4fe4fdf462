import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { AppError } from '../../platform/errors.ts'
import { decode } from './reader/encodings.ts'
import { type SecretMark, secretMark } from './reader/index.ts'

type Mark = SecretMark['mark']

/** Parts of Word, Excel, PowerPoint and OpenDocument files in which words stand that people see. */
const SEEN =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|word\/diagrams\/data\d*\.xml|xl\/(?:sharedStrings|drawings\/drawing\d*|worksheets\/[^/]+)\.?(?:xml)?|ppt\/(?:slides|slideMasters|slideLayouts|notesSlides)\/[^/]+\.xml|docProps\/[^/]+\.xml|(?:content|styles|meta)\.xml)$/
const ABOUT = /^(?:docProps\/|meta\.xml)/
const MOST_UNPACKED = 150_000_000
const MOST_PARTS = 5000
/** Marks of the upper case written without diacritics, in a file's name. */
const PLAIN = { 'TUYET MAT': 'TUYỆT MẬT', 'TOI MAT': 'TỐI MẬT' } as const

/**
 * The mark of a state secret wherever a file bears one: in its text, in headers, footers, boxes and
 * watermarks, in its properties, in its name. Null also for a scan or a picture: nobody can see it.
 * @throws AppError `reading.too_slow` for what unpacks to more than can be looked through
 */
export async function markOf(bytes: Uint8Array, filename: string): Promise<Mark | null> {
  return markOfTitle(filename.replace(/\.[^.]*$/, '')) ?? (await markInside(bytes))
}

async function markInside(bytes: Uint8Array): Promise<Mark | null> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return markOfPdf(bytes)
  if (head.startsWith('PK')) return markOfPacked(bytes)
  if (head.startsWith('{\\rtf')) return markOfLines(rtfText(Buffer.from(bytes).toString('latin1')))
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return markOfLines(oldOfficeText(bytes))
  const text = head.includes('\u0000\u0000\u0000') ? null : decode(bytes)
  return text === null ? null : markOfLines(text.includes('<') ? `${text}\n${bareXml(text)}` : text)
}

/** A header may hold the number of the page beside the mark. */
function markOfLines(text: string): Mark | null {
  const bare = text.replace(
    /[\s|–-]+(?:trang|tr\.?|page)?\s*\d{1,4}(?:\s*\/\s*\d{1,4})?\s*$/gimu,
    '',
  )
  return secretMark(text)?.mark ?? secretMark(bare)?.mark ?? null
}

/** "TỐI MẬT - Báo cáo", "Báo cáo (MẬT)", or nothing else: in a name or title no line stands alone. */
function markOfTitle(title: string): Mark | null {
  const words = title
    .normalize('NFC')
    .replace(/[_\s]+/g, ' ')
    .trim()
  const whole = /^(tuyệt mật|tối mật|mật)$/iu.exec(words)?.[1]?.toLocaleUpperCase('vi')
  const found =
    whole ??
    /^[[({*.\s-]*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*(?:[-–—:.,\])}*]|$)/u.exec(words)?.[1] ??
    /(?:[-–—:.,[({*]\s*)(TUYỆT MẬT|TỐI MẬT|MẬT)[\])}*.\s]*$/u.exec(words)?.[1] ??
    /(?<![\p{L}\d])(TUYET MAT|TOI MAT)(?![\p{L}\d])/u.exec(words)?.[1]
  if (found === 'TUYET MAT' || found === 'TOI MAT') return PLAIN[found]
  if (found === 'TUYỆT MẬT' || found === 'TỐI MẬT' || found === 'MẬT') return found
  return secretMark(words)?.mark ?? null
}

function markOfPacked(bytes: Uint8Array): Mark | null {
  for (const [name, content] of Object.entries(unpack(bytes))) {
    const xml = strFromU8(content)
    const found = ABOUT.test(name) ? markOfProperties(xml) : markOfLines(officeText(xml))
    if (found) return found
  }
  return null
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0
  let parts = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1
        const isSeen = SEEN.test(name)
        if (isSeen) size += originalSize
        if (size > MOST_UNPACKED || parts > MOST_PARTS) throw tooHeavy()
        return isSeen
      },
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    return {} // damaged: whoever reads the text says so
  }
}

/** A tag or a run of text; a `<` that nothing closes costs no more than the way to the next one. */
const TOKEN = /<(\/?)(?:\w+:)?(\w+)((?:[^<>"]|"[^<"]*")*?)(\/?)>|([^<]+)/g
const LINE_ENDS = ['p', 'h', 'si', 'is', 'br', 'cr', 'oddHeader', 'oddFooter', 'evenHeader']
const FURNITURE = [
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'evenFooter',
  'firstHeader',
  'firstFooter',
]
const WORDS = ['t', 'delText', ...FURNITURE]

/**
 * What a person sees in a part, a line a paragraph; a box within a paragraph is lines of its own, a
 * watermark stands in an attribute.
 */
function officeText(xml: string): string {
  const isOpenDocument = xml.includes('office:document')
  let text = ''
  let open = 0
  for (const [, close, tag = '', attributes = '', single, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) {
      if (open > 0 || isOpenDocument) text += decoded(words)
      continue
    }
    if (tag === 'textpath') text += `\n${decoded(/string="([^"]*)"/.exec(attributes)?.[1] ?? '')}\n`
    else if (tag === 'txbxContent') text += '\n'
    else if (tag === 'tab' || tag === 's') text += '   '
    else if (WORDS.includes(tag)) {
      if (FURNITURE.includes(tag)) text += '\n'
      open = close || single ? 0 : 1
    }
    if (LINE_ENDS.includes(tag) && (close || single)) text += '\n'
  }
  // Excel's header: &C&"-,Bold"&14MẬT
  return text.replace(/&(?:"[^"]*"|[LCR]|[BIUESXYPNDTFAGZ]|\d{1,3}|K[\dA-F]{6})/g, '\n')
}

/** Each property by itself. */
function markOfProperties(xml: string): Mark | null {
  for (const [, value = ''] of xml.matchAll(/>([^<]+)</g)) {
    const found = markOfTitle(decoded(value))
    if (found) return found
  }
  return null
}

function bareXml(text: string): string {
  return decoded(text.replace(/<[^<>]*>/g, '\n'))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, number, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole
    const code = Number.parseInt(`${hex ?? number}`, hex === undefined ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Enough of RTF to see its words: letters beyond ASCII are `\u7853?`. */
function rtfText(rtf: string): string {
  return rtf
    .replace(/\\(?:par|line|cell|row|sect|page)\b ?/g, '\n')
    .replace(/\\u(-?\d{1,6}) ?(?:\?|\\'[\da-f]{2}| )?/gi, (_, code: string) =>
      String.fromCharCode((Number(code) + 0x10000) % 0x10000),
    )
    .replace(/\\[a-z]+-?\d* ?|[{}]/gi, '')
    .normalize('NFC')
}

/** The old formats keep their letters two bytes each between codes that are no letters. */
function oldOfficeText(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  return text.replace(/[^\p{L}\p{N}\p{M}\p{P} ]+/gu, '\n')
}

async function markOfPdf(bytes: Uint8Array): Promise<Mark | null> {
  const texts: string[] = []
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const { info } = await document.getMetadata()
    for (const value of Object.values(info)) {
      const found = typeof value === 'string' ? markOfTitle(value) : null
      if (found) return found
    }
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      // Stamps put on afterwards are notes on the page, not its text.
      for (const note of await page.getAnnotations()) texts.push(...noteWords(note))
    }
  } catch {
    return null // damaged or locked: whoever reads the text says so
  }
  return markOfLines(texts.join('\n'))
}

function noteWords(note: object): string[] {
  const words: string[] = []
  if ('contentsObj' in note && isText(note.contentsObj)) words.push(note.contentsObj.str)
  if ('fieldValue' in note && typeof note.fieldValue === 'string') words.push(note.fieldValue)
  if ('textContent' in note && Array.isArray(note.textContent))
    words.push(...note.textContent.filter((one) => typeof one === 'string'))
  return words
}

function isText(value: unknown): value is { str: string } {
  return (
    typeof value === 'object' && value !== null && 'str' in value && typeof value.str === 'string'
  )
}

/** Said of a file that takes more than it may. */
export function tooHeavy(): AppError {
  return new AppError('rule', 'reading.too_slow', {
    vi: 'Văn bản quá lớn hoặc quá phức tạp nên chưa đọc được. Hãy chia nhỏ hoặc lưu lại thành .docx rồi thử lại.',
    en: 'The text is too large or too complex to be read. Split it, or save it again as .docx.',
  })
}
