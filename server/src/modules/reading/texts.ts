import { extractTextItems, getDocumentProxy } from 'unpdf'
import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser'
import { AppError, type Sentences } from '../../platform/errors.ts'
import { docxText } from './reader/docx.ts'
import { decode } from './reader/encodings.ts'
import { assertReadable } from './reader/limit.ts'

/** Files larger than this are refused, in bytes. */
export const FILE_LIMIT = 50_000_000

/** First bytes of old Word files, pictures and archives. */
const BINARY = [
  '\u00d0\u00cf\u0011\u00e0',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'II*',
  'MM\u0000',
  'PK',
  'Rar!',
]

export type TextKind = 'txt' | 'docx' | 'pdf' | 'html'

export interface FileText {
  text: string
  kind: TextKind
}

/**
 * The text of a file, by what its bytes are and then by its name. Throws an AppError that says
 * what is the matter: too large, of unknown kind, broken, or a scan without text.
 */
export async function textFrom(bytes: Uint8Array, filename: string): Promise<FileText> {
  if (bytes.byteLength > FILE_LIMIT) {
    throw failure('file_too_large', {
      vi: `Tệp "${filename}" lớn hơn 50 MB. Hãy chia nhỏ hoặc nén hình trong tệp.`,
      en: `The file "${filename}" is larger than 50 MB. Split it or shrink its pictures.`,
    })
  }
  if (bytes.byteLength === 0) {
    throw failure('file_empty', {
      vi: `Tệp "${filename}" rỗng.`,
      en: `The file "${filename}" is empty.`,
    })
  }
  const kind = kindOf(bytes, filename)
  const text = await textOf(kind, bytes, filename)
  assertReadable(text)
  return { text, kind }
}

function failure(code: string, sentences: Sentences): AppError {
  return new AppError('rule', `reading.${code}`, sentences)
}

function kindOf(bytes: Uint8Array, filename: string): TextKind {
  const ending = /\.([^.\\/]+)$/.exec(filename.toLowerCase())?.[1] ?? ''
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK') && ending !== 'xlsx' && ending !== 'pptx') return 'docx'
  if (/^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)/i.test(head.replace(/^ï»¿/, '')))
    return 'html'
  if (ending === 'pdf' || ending === 'docx') throw broken(filename, ending)
  if (ending === 'htm' || ending === 'html') return 'html'
  const isBinary =
    BINARY.some((sign) => head.startsWith(sign)) || head.includes('\u0000\u0000\u0000')
  if (!isBinary && ['', 'txt', 'text', 'md'].includes(ending)) return 'txt'
  throw failure('unknown_kind', {
    vi:
      ending === 'doc'
        ? `Tệp "${filename}" là .doc kiểu cũ. Hãy mở bằng Word và lưu lại thành .docx.`
        : `Không đọc được loại tệp của "${filename}". Hãy dùng .docx, .pdf có chữ, .html hoặc .txt.`,
    en:
      ending === 'doc'
        ? `"${filename}" is an old .doc file. Open it in Word and save it as .docx.`
        : `The kind of "${filename}" cannot be read. Use .docx, .pdf with text, .html or .txt.`,
  })
}

function broken(filename: string, kind: string): AppError {
  return failure(`${kind}_broken`, {
    vi: `Tệp "${filename}" bị hỏng hoặc không phải .${kind}. Hãy tải lại bản gốc.`,
    en: `The file "${filename}" is broken or no .${kind}. Upload the original again.`,
  })
}

async function textOf(kind: TextKind, bytes: Uint8Array, filename: string): Promise<string> {
  if (kind === 'pdf') return pdfText(bytes, filename)
  if (kind === 'docx') {
    try {
      return docxText(bytes)
    } catch {
      throw broken(filename, 'docx')
    }
  }
  const text = decode(bytes)
  if (text === null) {
    throw failure('unknown_encoding', {
      vi: `Không nhận ra bảng mã chữ của tệp "${filename}". Hãy lưu lại bằng UTF-8.`,
      en: `The encoding of "${filename}" is not recognised. Save it as UTF-8.`,
    })
  }
  return kind === 'html' ? htmlText(text) : text
}

const NO_TEXT = new Set([
  'script',
  'style',
  'noscript',
  'nav',
  'aside',
  'form',
  'button',
  'svg',
  'iframe',
  'head',
  'template',
])
const BLOCKS = new Set(
  'address article blockquote br caption center dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)

/** A page's text, a line a block; items keep dash or number, a table's row is one line. */
function htmlText(html: string): string {
  const root = parse(html.replace(/<!doctype[^>]*>/i, ''), {
    comment: false,
    blockTextElements: { script: false, style: false },
  })
  const lines: string[] = ['']
  write(root, lines)
  return lines
    .map((line) => line.replace(/[ \u00a0\t\r\n\f]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function write(node: Node, lines: string[]): void {
  if (node.nodeType === NodeType.TEXT_NODE) {
    lines[lines.length - 1] += node.text
    return
  }
  if (node.nodeType !== NodeType.ELEMENT_NODE) return
  const tag = node.rawTagName?.toLowerCase() ?? ''
  if (NO_TEXT.has(tag)) return
  const isBlock = BLOCKS.has(tag)
  if (tag === 'tr') {
    lines.push(cellsOf(node).join(' | '), '')
    return
  }
  if (isBlock) lines.push('')
  if (tag === 'li') lines[lines.length - 1] += labelOf(node)
  for (const child of node.childNodes) write(child, lines)
  if (isBlock) lines.push('')
}

function cellsOf(row: Node): string[] {
  return row.childNodes
    .filter((cell) => /^t[dh]$/i.test(cell.rawTagName ?? ''))
    .map((cell) => cell.text.replace(/\s+/g, ' ').trim())
}

function labelOf(item: Node): string {
  const list: HTMLElement | null = item.parentNode
  if (list?.rawTagName.toLowerCase() !== 'ol') return '- '
  const place = list.childNodes
    .filter((one) => one.rawTagName?.toLowerCase() === 'li')
    .indexOf(item)
  return `${Number(list.getAttribute('start') ?? 1) + place}. `
}

/** A PDF's lines, put together from where its words stand; wide gaps stay three blanks. */
async function pdfText(bytes: Uint8Array, filename: string): Promise<string> {
  const pages = await pdfPages(bytes, filename)
  const text = pages.join('\n')
  if (text.replace(/\s/g, '').length < 20 * pages.length) {
    throw failure('pdf_scanned', {
      vi: `Tệp "${filename}" là bản quét, không có chữ để đọc. Hãy dùng bản PDF có chữ, .docx, hoặc nhận dạng chữ (OCR) trước.`,
      en: `"${filename}" is a scan without text. Use a PDF with text, a .docx, or run OCR first.`,
    })
  }
  return text
}

async function pdfPages(bytes: Uint8Array, filename: string): Promise<string[]> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes))
    const { items } = await extractTextItems(document)
    return items.map(pageText)
  } catch {
    throw broken(filename, 'pdf')
  }
}

interface Word {
  str: string
  x: number
  y: number
  width: number
  height: number
}

/** Words at one height are one line; the gap between them tells blank from column. */
function pageText(words: readonly Word[]): string {
  const lines: Word[][] = []
  for (const word of words.filter((one) => one.str.trim() !== '')) {
    const line = lines.findLast(
      (one) => Math.abs((one[0]?.y ?? 0) - word.y) < Math.max(2, word.height * 0.4),
    )
    if (line && lines.indexOf(line) >= lines.length - 40) line.push(word)
    else lines.push([word])
  }
  return lines
    .sort((a, b) => (b[0]?.y ?? 0) - (a[0]?.y ?? 0))
    .map((line) => lineText([...line].sort((a, b) => a.x - b.x)))
    .join('\n')
}

function lineText(words: readonly Word[]): string {
  let text = ''
  let end = 0
  for (const word of words) {
    const gap = word.x - end
    const size = Math.max(word.height, 6)
    if (text !== '' && !text.endsWith(' ') && !word.str.startsWith(' ')) {
      if (gap > size * 1.8) text += '   '
      else if (gap > size * 0.12) text += ' '
    }
    text += word.str
    end = word.x + word.width
  }
  return text
}
