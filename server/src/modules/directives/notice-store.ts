import type { NoticeContent, SignedPaperReading } from '@hopluc/shared/directives'
import type { DocumentState } from '@hopluc/shared/documents'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

export interface Approval {
  by: string
  at: string
}
export interface Remark extends Approval {
  text: string
}

export type NoticeRow = Awaited<ReturnType<typeof get>>

/** The notice with what its document says of its way. */
export async function get(db: Reader, documentId: Id) {
  return db
    .selectFrom('conclusion_notices')
    .innerJoin('documents', 'documents.id', 'conclusion_notices.document_id')
    .leftJoin('meetings', 'meetings.id', 'documents.meeting_id')
    .select([
      'documents.id',
      'documents.owner_id as ownerId',
      'documents.symbol',
      'documents.issued_on as issuedOn',
      'documents.signer_name as signerName',
      'documents.draft_no as draftNo',
      'documents.number',
      'documents.abstract',
      'documents.meeting_id as meetingId',
      'documents.version as documentVersion',
      'meetings.held_on as heldOn',
      'signed_file_id as signedFileId',
      'started_by_word_on as startedByWordOn',
      'conclusion_notices.version',
    ])
    .select((from) => [
      from.ref('documents.state').$castTo<DocumentState>().as('state'),
      from.ref('conclusion_notices.content').$castTo<NoticeContent>().as('content'),
      from.ref('approved').$castTo<Approval | null>().as('approved'),
      from.ref('remarks').$castTo<Remark[]>().as('remarks'),
      from.ref('signed').$castTo<SignedPaperReading | null>().as('signed'),
    ])
    .where('documents.id', '=', documentId)
    .executeTakeFirstOrThrow(notFound)
}

/** Locks the notice for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, documentId: Id, version: number): Promise<NoticeRow> {
  await tx
    .selectFrom('conclusion_notices')
    .select('version')
    .where('document_id', '=', documentId)
    .forUpdate()
    .execute()
  const notice = await get(tx, documentId)
  if (notice.version === version) return notice
  throw new AppError('conflict', 'notices.changed', {
    vi: 'Dự thảo thông báo vừa được người khác thay đổi. Nội dung anh/chị nhập vẫn còn trên màn hình; hãy tải lại để xem bản mới.',
    en: 'Someone has just changed this draft. What you typed is still on the screen; reload to see the new version.',
  })
}

export async function insert(tx: Tx, documentId: Id, content: NoticeContent): Promise<void> {
  await tx
    .insertInto('conclusion_notices')
    .values({ document_id: documentId, content: JSON.stringify(content) })
    .execute()
}

export interface NoticePatch {
  content?: NoticeContent
  approved?: Approval | null
  remarks?: Remark[]
  signed?: SignedPaperReading
  startedByWordOn?: PlainDate
}

export async function update(tx: Tx, documentId: Id, patch: NoticePatch): Promise<void> {
  const { content, approved, remarks, signed, startedByWordOn } = patch
  await tx
    .updateTable('conclusion_notices')
    .set({
      ...(content && { content: JSON.stringify(content) }),
      ...(approved !== undefined && { approved: approved && JSON.stringify(approved) }),
      ...(remarks && { remarks: JSON.stringify(remarks) }),
      ...(signed && { signed: JSON.stringify(signed), signed_file_id: signed.fileId }),
      ...(startedByWordOn && { started_by_word_on: startedByWordOn }),
    })
    .set((from) => ({ version: from('version', '+', 1) }))
    .where('document_id', '=', documentId)
    .execute()
}

/** The reading from which it was made, and the source text. */
export async function findOrigin(db: Reader, documentId: Id) {
  return db
    .selectFrom('readings')
    .select(['id', 'document_id as sourceId'])
    .where('notice_id', '=', documentId)
    .executeTakeFirst()
}

export async function countTasks(db: Reader, documentId: Id): Promise<number> {
  const row = await db
    .selectFrom('tasks')
    .innerJoin('directives', 'directives.id', 'tasks.directive_id')
    .select((from) => from.fn.countAll().$castTo<number>().as('count'))
    .where('directives.notice_id', '=', documentId)
    .where('tasks.part_kind', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Number and day of a paper that has been issued. */
export async function findIssued(db: Reader, documentId: Id) {
  const row = await db
    .selectFrom('documents')
    .select(['symbol', 'issued_on as issuedOn'])
    .where('id', '=', documentId)
    .where('state', 'in', ['issued', 'replaced', 'expired'])
    .executeTakeFirst()
  const { symbol, issuedOn } = row ?? {}
  return symbol && issuedOn ? { symbol, issuedOn } : undefined
}

/** The unit of the body in whose name a notice is written, on a day. */
export async function getIssuerUnit(db: Reader, agencyId: Id, on: PlainDate): Promise<Id> {
  const body = await db
    .selectFrom('agency_versions')
    .select('unit_id as unitId')
    .where('agency_id', '=', agencyId)
    .orderBy((from) => from.and([from('from_on', '<=', on), from('until_on', '>=', on)]), 'desc')
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(notFound)
  return body.unitId
}

function notFound() {
  return new AppError('not_found', 'notices.not_found', {
    vi: 'Không tìm thấy thông báo kết luận này, hoặc thông báo không thuộc phạm vi của anh/chị.',
    en: 'There is no such conclusion notice, or it is outside your scope.',
  })
}
