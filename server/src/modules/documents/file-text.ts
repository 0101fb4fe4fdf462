import { readFile } from 'node:fs/promises'
import type { PaperHints } from '@hopluc/shared/document-files'
import { type SignedPaper, readSignedPaper } from '../papers/index.ts'
import { textFromApart } from '../reading/index.ts'
import { paperKindOf } from './domain.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const TEXTS: readonly string[] = [WORD, 'text/plain']

export interface FileText {
  /** Null for a scan, a picture or a table. */
  text: string | null
  hints: PaperHints | null
  /** A mark of secrecy in the head, where the layout shows it apart from the text. */
  isMarkedSecret: boolean
}

/**
 * What a received file says, for search and for the register's form. The text is the same that a
 * reading of the file gives, so that the one is recognised by the other.
 * @throws AppError for a Word or PDF file that nobody could open: damaged, or locked by a password.
 */
export async function readFileText(
  path: string,
  name: string,
  mediaType: string,
): Promise<FileText> {
  if (TEXTS.includes(mediaType)) {
    const text = await textOf(await readFile(path), name)
    return { text, hints: null, isMarkedSecret: false }
  }
  if (mediaType !== 'application/pdf') return { text: null, hints: null, isMarkedSecret: false }
  const bytes = await readFile(path)
  const paper = await readSignedPaper(bytes)
  return {
    text: paper.hasText ? await textOf(bytes, name) : null,
    hints: hintsOf(paper),
    isMarkedSecret: paper.secrecyMark !== null,
  }
}

/** A text of nothing but spaces is none. */
async function textOf(bytes: Buffer, name: string): Promise<string | null> {
  const { text } = await textFromApart(bytes, name)
  return text.trim() === '' ? null : text
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

/** Print is in capitals, the register is not; names inside are the officer's to correct. */
function sentenceCase(capitals: string): string {
  const low = capitals.toLocaleLowerCase('vi')
  return low.charAt(0).toLocaleUpperCase('vi') + low.slice(1)
}
