import { type StructuredTextItem, extractTextItems, getDocumentProxy } from 'unpdf'
import { AppError } from '../../platform/errors.ts'

const MAX_PDF_BYTES = 25 * 1024 * 1024
const MAX_PAGES = 500

export interface PdfLine {
  page: number
  /** Points from the foot of the page. */
  y: number
  size: number
  pieces: { text: string; x: number; right: number }[]
}

/**
 * The lines of a PDF from top to bottom, each with its pieces from left to right.
 * @throws AppError `papers.not_pdf`, `papers.too_large`, `papers.encrypted`, `papers.broken`,
 * `papers.too_many_pages`.
 */
export async function readPdfLines(pdf: Uint8Array): Promise<PdfLine[][]> {
  assertPdf(pdf)
  const { items } = await readItems(pdf)
  return items.map((page, index) => pageLines(page, index + 1))
}

function assertPdf(pdf: Uint8Array): void {
  if (pdf.length > MAX_PDF_BYTES) {
    throw new AppError('too_large', 'papers.too_large', {
      vi: 'Tệp lớn hơn 25 MB. Hãy quét lại ở độ phân giải thấp hơn hoặc tách phụ lục.',
      en: 'The file is larger than 25 MB. Scan it at a lower resolution, or split off the annex.',
    })
  }
  if (Buffer.from(pdf.subarray(0, 1024)).toString('latin1').includes('%PDF-')) return
  throw new AppError('wrong_type', 'papers.not_pdf', {
    vi: 'Tệp này không phải là PDF. Hãy chọn bản PDF đã ký.',
    en: 'This file is no PDF. Choose the signed PDF.',
  })
}

async function readItems(pdf: Uint8Array) {
  try {
    // The reader takes the buffer away, so it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 })
    if (document.numPages <= MAX_PAGES) return await extractTextItems(document)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new AppError('rule', 'papers.encrypted', {
        vi: 'Tệp PDF có mật khẩu. Hãy gửi bản không đặt mật khẩu.',
        en: 'The PDF is locked by a password. Send it without one.',
      })
    }
    throw new AppError('rule', 'papers.broken', {
      vi: 'Tệp PDF bị hỏng, không mở được. Hãy tải lại từ hệ thống quản lý văn bản.',
      en: 'The PDF is damaged and cannot be opened. Download it again.',
    })
  }
  throw new AppError('too_large', 'papers.too_many_pages', {
    vi: `Tệp có hơn ${MAX_PAGES} trang. Hãy tách phụ lục thành tệp riêng.`,
    en: `The file has more than ${MAX_PAGES} pages. Split off the annex.`,
  })
}

function pageLines(items: readonly StructuredTextItem[], page: number): PdfLine[] {
  const shown = items.filter(({ str }) => str.trim() !== '').toSorted((a, b) => b.y - a.y)
  const lines: PdfLine[] = []
  for (const { str, x, y, width, fontSize } of shown) {
    const last = lines.at(-1)
    const piece = { text: str.normalize('NFC'), x, right: x + width }
    // A stamped number stands a little off the printed line.
    if (last && last.y - y < Math.max(last.size, fontSize) * 0.45) last.pieces.push(piece)
    else lines.push({ page, y, size: fontSize, pieces: [piece] })
  }
  return lines.map((line) => ({ ...line, pieces: line.pieces.toSorted((a, b) => a.x - b.x) }))
}

/** The words of a line between two positions, with spaces where there is room on the paper. */
export function lineText(line: PdfLine, from = -Infinity, until = Infinity): string {
  let text = ''
  let end = Infinity
  for (const piece of line.pieces) {
    const middle = (piece.x + piece.right) / 2
    if (middle < from || middle >= until) continue
    text += (piece.x - end > line.size * 0.15 ? ' ' : '') + piece.text
    end = piece.right
  }
  return text.replace(/\s+/g, ' ').trim()
}
