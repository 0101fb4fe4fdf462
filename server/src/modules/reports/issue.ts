import type { Report, ReportIssue, SignedReport } from '@hopluc/shared/reports'
import type { Id } from '@hopluc/shared/values'
import { apart } from '../../platform/apart.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { issueDocument, stepDocument } from '../documents/index.ts'
import { tooHeavy } from '../reading/index.ts'
import { can, may } from './policy.ts'
import { step } from './service.ts'
import type { Compared, ToCompare } from './signed-compare.ts'
import * as makes from './makes-store.ts'
import * as store from './store.ts'
import { wrongState } from './making.ts'

export interface SignedUpload {
  name: string
  bytes: Buffer
  /** The officer has said that the paper is no state secret: asked of a scan. */
  isStatedOpen: boolean
}

const WORK = { thread: new URL('./signed-thread.ts', import.meta.url), tooHeavy }

/**
 * Takes in the signed PDF: reads number, day, signer and digital signature, and says what is otherwise
 * than it was made. Nothing is issued yet: a person looks at it first.
 */
export async function takeSigned(
  context: Context,
  id: Id,
  version: number,
  file: SignedUpload,
): Promise<Report> {
  const { actor, now } = context
  await context.carries(file.bytes)
  const { report, made } = await context.read(async (db) => ({
    report: await store.get(db, id),
    made: (await makes.listMakes(db, id))[0]?.text ?? '',
  }))
  assertAllowed(may(actor, 'take_signed', report))
  if (!can('take_signed', report)) throw wrongState()
  const task: ToCompare = { name: file.name, bytes: file.bytes, made }
  const { paper, changes, isSecret } = await apart<Compared>(WORK, task, { signal: context.signal })
  if (isSecret) throw secret()
  if (!paper.hasText && !file.isStatedOpen) throw unseen()
  const received = await files.receive(file.name, file.bytes, ['application/pdf'])
  try {
    return await step(context, id, 'take_signed', version, async (tx) => {
      const { id: fileId, name } = await files.store(tx, received)
      await files.link(tx, fileId, 'report', id)
      const signed: SignedReport = {
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
        changes,
      }
      await store.update(tx, id, { signed })
      const { symbol, issuedOn } = signed
      const isStatedOpen = paper.hasText ? undefined : true
      return { fileId, symbol, issuedOn, changes: changes?.length ?? null, isStatedOpen }
    })
  } finally {
    await received.dispose()
  }
}

function symbolOf({ number, symbol }: Compared['paper']): string | null {
  if (symbol === null) return null
  return number === null ? symbol : `${number.padStart(2, '0')}/${symbol}`
}

/**
 * Takes it in as issued: number, day and signer. What it printed stays as it is from now on; the report
 * that it corrects is replaced.
 * @throws AppError `reports.missing_unseen`, `documents.number_taken` …
 */
export function issue(context: Context, id: Id, command: ReportIssue): Promise<Report> {
  const { symbol, issuedOn, signerName, signerTitle, version, isMissingSeen } = command
  return step(context, id, 'issue', version, async (tx, report) => {
    const missing = report.missing ?? 0
    if (missing > 0 && !isMissingSeen) throw missingUnseen(missing)
    const { signedFileId } = report
    let { documentVersion } = report
    if (report.state === 'draft') {
      await stepDocument(tx, context, id, { action: 'submit', version: documentVersion })
      documentVersion += 1
    }
    await issueDocument(tx, context, id, {
      symbol,
      issuedOn,
      signerName,
      ...(signerTitle && { signerTitle }),
      ...(signedFileId && { signedFileId }),
      version: documentVersion,
    })
    await store.update(tx, id, {})
    return { symbol, issuedOn, signerName, seq: report.madeSeq, missing }
  })
}

function missingUnseen(missing: number) {
  return new AppError('rule', 'reports.missing_unseen', {
    vi: `Báo cáo còn ${missing} chỗ “chưa có số liệu”. Hãy xem danh sách và xác nhận trước khi ban hành.`,
    en: `The report has ${missing} places without a figure. Look at the list and confirm before it is issued.`,
  })
}

function unseen() {
  return new AppError('rule', 'files.unseen', {
    vi: 'Bản ký là bản quét nên hệ thống không xem được có dấu mật hay không và chưa lưu. Hãy xác nhận văn bản không chứa bí mật nhà nước rồi gửi lại.',
    en: 'The signed paper is a scan: whether it bears a mark of secrecy cannot be seen here, and nothing was stored. State that it is no state secret and send it again.',
  })
}

function secret() {
  return new AppError('rule', 'reports.state_secret', {
    vi: 'Bản ký mang dấu chỉ độ mật nên không được đưa vào hệ thống này. Hệ thống chưa lưu gì.',
    en: 'The signed paper bears a mark of state secrecy and must not be kept here. Nothing was stored.',
  })
}
