import { readFile } from 'node:fs/promises'
import type { PaperHints } from '@hopluc/shared/document-files'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { AppError } from '../../platform/errors.ts'
import { type SignedPaper, readSignedPaper } from '../papers/index.ts'
import { paperKindOf } from './domain.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** A small archive may unpack to gigabytes: beyond this its text is not looked at. */
const MOST_UNPACKED = 150 * 1024 * 1024

export interface FileText {
  /** Null for a scan, a picture or a table. */
  text: string | null
  hints: PaperHints | null
  /** A mark of secrecy in the head, where the layout shows it apart from the text. */
  isMarkedSecret: boolean
}

const NOTHING: FileText = { text: null, hints: null, isMarkedSecret: false }

/**
 * What a received file says, for search and for the register's form.
 * @throws AppError for a Word or PDF file that nobody could open: damaged, or locked by a password.
 */
export async function readFileText(path: string, mediaType: string): Promise<FileText> {
  if (mediaType === 'text/plain') return { ...NOTHING, text: plain(await readFile(path, 'utf8')) }
  if (mediaType === WORD) return { ...NOTHING, text: await wordText(path) }
  if (mediaType === 'application/pdf') return pdfText(await readSignedPaper(await readFile(path)))
  return NOTHING
}

async function wordText(path: string): Promise<string | null> {
  const bytes = await readFile(path)
  try {
    let unpacked = 0
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        return false
      },
    })
    if (unpacked > MOST_UNPACKED) return null
    return plain((await mammoth.extractRawText({ buffer: bytes })).value)
  } catch {
    throw new AppError('rule', 'documents.broken_file', {
      vi: 'Tệp Word bị hỏng, không mở được. Hãy lưu lại tệp rồi gửi lại.',
      en: 'The Word file is damaged and cannot be opened. Save it again and send it once more.',
    })
  }
}

function pdfText(paper: SignedPaper): FileText {
  return {
    text: paper.hasText ? plain(paper.text) : null,
    hints: hintsOf(paper),
    isMarkedSecret: paper.secrecyMark !== null,
  }
}

const URGENCIES = { khẩn: 'urgent', 'thượng khẩn': 'very_urgent', 'hỏa tốc': 'express' } as const

function hintsOf(paper: SignedPaper): PaperHints {
  const number = Number(paper.number)
  return {
    kind: paper.kind === null ? null : paperKindOf(paper.kind),
    number: Number.isInteger(number) && number > 0 ? number : null,
    symbol: paper.number && paper.symbol ? `${paper.number}/${paper.symbol}` : paper.symbol,
    issuedOn: paper.on,
    issuerName: paper.issuer && sentenceCase(paper.issuer),
    abstract: paper.abstract,
    signerName: paper.signer?.name ?? null,
    signerTitle: paper.signer?.post ? sentenceCase(paper.signer.post) : null,
    urgency: paper.urgency ? URGENCIES[paper.urgency] : 'normal',
    signature: paper.signature.present
      ? { isIntact: paper.signature.intact, signerName: paper.signature.signerName }
      : null,
  }
}

/** "ỦY BAN NHÂN DÂN XÃ AN LẠC THÔN" as a line of the form: "Ủy ban nhân dân xã an lạc thôn". */
function sentenceCase(capitals: string): string {
  const low = capitals.toLocaleLowerCase('vi')
  return low.charAt(0).toLocaleUpperCase('vi') + low.slice(1)
}

/** A byte order mark is none of the text; a text of nothing but spaces is none. */
function plain(text: string): string | null {
  const bare = text.replace(/^\uFEFF/, '')
  return bare.trim() === '' ? null : bare
}
