import { readFile } from 'node:fs/promises'
import type { PaperHints } from '@hopluc/shared/document-files'
import { apart, type ApartOptions } from '../../platform/apart.ts'
import { type SignedPaper, readSignedPaper } from '../papers/index.ts'
import { isStateSecret, markOf, textFrom, tooHeavy } from '../reading/index.ts'
import { paperKindOf } from './domain.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const TEXTS: readonly string[] = [WORD, 'text/plain']

export interface FileText {
  /** Null for a scan, a picture or a table. */
  text: string | null
  hints: PaperHints | null
  /** A mark of secrecy in its text, head, foot, boxes, properties or name. */
  isMarkedSecret: boolean
  /** A scan or a picture: whether it bears a mark only a person can see. */
  isUnseen: boolean
}

/** A file as it was received. */
export interface GivenFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

const WORK = { thread: new URL('./file-text-thread.ts', import.meta.url), tooHeavy }

/**
 * {@link fileText} of a file on the disk, on a thread of its own.
 * @throws AppError as there, and as `apart`
 */
export async function readFileText(
  file: { path: string; name: string; mediaType: string },
  options?: ApartOptions,
): Promise<FileText> {
  const { path, name, mediaType } = file
  const bytes = await readFile(path)
  return apart(WORK, { bytes, name, mediaType }, options)
}

/**
 * What a received file says, for search and for the register's form. The text is the same that a
 * reading of the file gives, so that the one is recognised by the other.
 * @throws AppError for a Word or PDF file that nobody could open: damaged, or locked by a password.
 */
export async function fileText({ bytes, name, mediaType }: GivenFile): Promise<FileText> {
  const none = { text: null, hints: null, isMarkedSecret: false, isUnseen: false }
  if (mediaType.startsWith('image/')) return { ...none, isUnseen: true }
  if ((await markOf(bytes, name)) !== null) return { ...none, isMarkedSecret: true }
  if (TEXTS.includes(mediaType)) return { ...none, text: await textOf(bytes, name) }
  if (mediaType !== 'application/pdf') return none
  const paper = await readSignedPaper(bytes)
  return {
    text: paper.hasText ? await textOf(bytes, name) : null,
    hints: hintsOf(paper),
    isMarkedSecret: paper.secrecyMark !== null || isStateSecret(paper.text),
    isUnseen: !paper.hasText,
  }
}

/** A text of nothing but spaces is none. */
async function textOf(bytes: Uint8Array, name: string): Promise<string | null> {
  const { text } = await textFrom(bytes, name)
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
