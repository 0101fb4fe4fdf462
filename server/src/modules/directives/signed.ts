import type { Directive, Notice, SignedPaperReading } from '@hopluc/shared/directives'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { assertAllowed, AppError } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { apart } from '../../platform/apart.ts'
import { type Comparison, directiveSentence, type SignedPaper } from '../papers/index.ts'
import { tooHeavy } from '../reading/index.ts'
import { newDay } from './domain.ts'
import { get, work } from './notice.ts'
import * as notices from './notice-store.ts'
import { mayNotice } from './policy.ts'
import { printed } from './present.ts'
import type { Examined, ToExamine } from './signed-examine.ts'

export interface SignedUpload {
  name: string
  bytes: Buffer
  /** The officer has said that the paper is no state secret: asked of a scan. */
  isStatedOpen: boolean
}

const WORK = { thread: new URL('./signed-thread.ts', import.meta.url), tooHeavy }

/**
 * Takes in the signed PDF: reads number, day, signer and digital signature, and compares it with
 * what was confirmed. Nothing is issued yet: a person looks at it first. A scan is kept without.
 * @throws AppError `papers.not_pdf`, `.broken`, `notices.state_secret` …
 */
export async function takeSigned(
  context: Context,
  id: Id,
  version: number,
  file: SignedUpload,
): Promise<Notice> {
  const { actor, now } = context
  await context.carries(file.bytes)
  const notice = await get(context, id)
  assertAllowed(mayNotice(actor, 'take_signed', { ownerId: notice.owner.id }))
  const { paper, result, isSecret } = await apart<Examined>(WORK, toExamine(notice, file), {
    signal: context.signal,
  })
  if (isSecret) throw secret()
  if (!paper.hasText && !file.isStatedOpen) throw unseen()
  const comparison = compare(notice, result)
  const received = await files.receive(file.name, file.bytes, ['application/pdf'])
  const taken = work(context, id, 'take_signed', version, async (tx) => {
    const { id: fileId, name } = await files.store(tx, received)
    await files.link(tx, fileId, 'notice', id)
    const signed: SignedPaperReading = {
      fileId,
      fileName: name,
      takenAt: now.toISOString(),
      by: actor.byWords,
      hasText: paper.hasText,
      number: paper.number === null ? null : Number.parseInt(paper.number, 10) || null,
      symbol: symbolOf(paper),
      issuedOn: paper.on,
      signerName: paper.signer?.name ?? paper.signature.signerName,
      signerTitle: paper.signer?.post ?? null,
      signature: !paper.signature.present ? 'none' : paper.signature.intact ? 'intact' : 'broken',
      signatureOf: paper.signature.signerName,
      comparison,
    }
    await notices.update(tx, id, { signed })
    const { number, symbol, issuedOn } = signed
    const isStatedOpen = paper.hasText ? undefined : true
    const summary = comparison?.summary.vi ?? null
    return { fileId, number, symbol, issuedOn, summary, isStatedOpen }
  })
  try {
    return await taken
  } finally {
    await received.dispose()
  }
}

function symbolOf({ number, symbol }: SignedPaper): string | null {
  if (symbol === null) return null
  return number === null ? symbol : `${number.padStart(2, '0')}/${symbol}`
}

function toExamine({ directives, content }: Notice, { name, bytes }: SignedUpload): ToExamine {
  const confirmed = directives.map((directive) => {
    const { text, manner, lead, co, due, dueWords, product } = printed(directive, content)
    return { id: directive.id, text, assignees: lead, manner, co, due, dueWords, product }
  })
  const own = [...content.evaluation, ...content.present, content.heard ?? ''].join('\n')
  return { name, bytes, confirmed, own }
}

/** Null where the signed paper has no text: it is compared by eye. */
function compare(notice: Notice, result: Comparison | null): SignedPaperReading['comparison'] {
  if (!result) return null
  return {
    directives: result.directives.map(({ id, status, signedText, runs }) => {
      const directive = notice.directives.find((one) => one.id === id)
      const before = directive ? directiveSentence(printed(directive, notice.content)) : ''
      const dueOn = status === 'changed' && signedText ? newDay(before, signedText) : null
      return { id, status, signedText, runs, dueOn }
    }),
    added: result.added,
    summary: { ...result.summary },
  }
}

/**
 * The signed words without what the notice puts around a directive's own: "Giao Sở …", the term and
 * the product, as far as the signer left them as they were.
 */
export function ownWords(
  directive: Directive,
  signedText: string,
  head: Pick<Notice['content'], 'superior'>,
): string {
  const whole = directiveSentence(printed(directive, head))
  const at = whole.toLocaleLowerCase('vi').indexOf(directive.text.toLocaleLowerCase('vi').slice(1))
  if (at < 1) return signedText.trim()
  const frame = whole.slice(0, at - 1).trim()
  const tail = whole.slice(at - 1 + directive.text.length).trim()
  let words = signedText.trim()
  if (frame !== '' && words.startsWith(frame)) words = words.slice(frame.length).trim()
  if (tail !== '' && words.endsWith(tail)) words = words.slice(0, -tail.length).trim()
  words = words.replace(/[\s;,.]+$/u, '')
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

function unseen() {
  return new AppError('rule', 'files.unseen', {
    vi: 'Bản ký là bản quét nên hệ thống không xem được có dấu mật hay không và chưa lưu. Hãy xác nhận văn bản không chứa bí mật nhà nước rồi gửi lại.',
    en: 'The signed paper is a scan: whether it bears a mark of secrecy cannot be seen here, and nothing was stored. State that it is no state secret and send it again.',
  })
}

function secret() {
  return new AppError('rule', 'notices.state_secret', {
    vi: 'Bản ký mang dấu chỉ độ mật nên không được đưa vào hệ thống này. Hệ thống chưa lưu gì.',
    en: 'The signed paper bears a mark of state secrecy and must not be kept here. Nothing was stored.',
  })
}
