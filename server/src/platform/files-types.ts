import { open, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { AppError } from './errors.ts'
import { zipEntries } from './excel-zip.ts'

/** What officers attach: papers, tables, slides and pictures. Nothing that runs when opened. */
export const MEDIA_TYPES: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'OpenDocument',
  'application/vnd.oasis.opendocument.spreadsheet': 'OpenDocument',
  'application/msword': 'Word 97–2003',
  'application/vnd.ms-excel': 'Excel 97–2003',
  'application/rtf': 'RTF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/tiff': 'TIFF',
  'image/heic': 'HEIC',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
}
/** One container for the old formats of Office: the name has to say which. */
const OLD_OFFICE: Record<string, string> = {
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
}
const MARKUP = /^\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|svg|script|iframe|meta|math)\b)/i

/**
 * The type that the content has, whatever the name says; refuses what is not among `accepted`, and
 * markup of all kinds unless named there: it can run where it is shown.
 */
export async function typeOf(
  path: string,
  name: string,
  accepted: readonly string[] = Object.keys(MEDIA_TYPES),
): Promise<string> {
  const found = await contentType(path, name)
  const type = found === 'application/x-cfb' ? OLD_OFFICE[extname(name).toLowerCase()] : found
  if (type && accepted.includes(type)) return type
  const known = [...new Set(accepted.map((one) => MEDIA_TYPES[one] ?? one))].join(', ')
  throw new AppError('wrong_type', 'files.wrong_type', {
    vi: `Không nhận tệp "${name}": nội dung không thuộc các loại ${known}. Tệp văn bản thuần phải lưu bằng UTF-8.`,
    en: `"${name}" is not accepted: its content is none of ${known}. Plain text has to be saved as UTF-8.`,
  })
}

async function contentType(path: string, name: string): Promise<string | undefined> {
  if (extname(name).toLowerCase() === '.csv' && (await isWide(path))) return 'text/csv'
  const told = (await fileTypeFromFile(path))?.mime
  if (told !== undefined && told !== 'application/zip') return told
  return (await sheetType(path)) ?? told ?? (await textType(path, name))
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer
  } finally {
    await handle.close()
  }
}

/** What Excel calls "Unicode text": its first two letters say so, and are those of a sound file too. */
async function isWide(path: string): Promise<boolean> {
  const [one, two] = await firstBytes(path)
  return (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A long table written as a stream has its rows before what says that it is one. */
async function sheetType(path: string): Promise<string | undefined> {
  if ((await firstBytes(path)).toString('latin1') !== 'PK\u0003\u0004') return undefined
  try {
    const entries = zipEntries(await readFile(path))
    const isSheet = entries.has('[Content_Types].xml') && entries.has('xl/workbook.xml')
    return isSheet ? EXCEL : undefined
  } catch {
    return undefined
  }
}

/** Text is what is UTF-8 throughout and holds no control characters but those of lines. */
async function textType(path: string, name: string): Promise<string | undefined> {
  const handle = await open(path)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  let isMarkup = false
  try {
    for await (const chunk of handle.createReadStream({ highWaterMark: 64 * 1024 })) {
      if (!Buffer.isBuffer(chunk)) return undefined
      const text = decoder.decode(chunk, { stream: true })
      if (hasControls(text)) return undefined
      if (isFirst) isMarkup = MARKUP.test(text)
      isFirst = false
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) return undefined // not UTF-8
    throw error
  } finally {
    await handle.close().catch(() => undefined) // the stream closes it too
  }
  if (isMarkup) return 'text/html'
  return extname(name).toLowerCase() === '.csv' ? 'text/csv' : 'text/plain'
}

function hasControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return true
  }
  return false
}
