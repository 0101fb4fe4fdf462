import { OpinionRemark } from '@hopluc/shared/opinions'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

const Remarks = z.array(OpinionRemark)
const COLUMNS = [
  'id',
  'task_id as taskId',
  'title',
  'text',
  'file_id as fileId',
  'opened_on as openedOn',
  'until_on as untilOn',
  'closed_on as closedOn',
  'version',
] as const

export type Round = Awaited<ReturnType<typeof get>>

export function get(db: Reader, id: Id) {
  return db
    .selectFrom('opinion_rounds')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound)
}

/** `version` is left out by those who answer: they answer the text, whoever else has. */
export async function lock(tx: Tx, id: Id, version?: number): Promise<Round> {
  const round = await tx
    .selectFrom('opinion_rounds')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound)
  if (version === undefined || round.version === version) return round
  throw new AppError('conflict', 'opinions.changed', {
    vi: 'Đợt lấy ý kiến vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this round of opinions. Reload the page and try again.',
  })
}

export async function listOpinions(db: Reader, roundId: Id) {
  const rows = await db
    .selectFrom('opinions')
    .select([
      'agency_id as agencyId',
      'answer',
      'remarks',
      'paper',
      'answered_on as answeredOn',
      'by_words as byWords',
    ])
    .where('round_id', '=', roundId)
    .execute()
  return rows.map((row) => ({
    ...row,
    answer: z.enum(['agree', 'remarks']).nullable().parse(row.answer),
    remarks: Remarks.parse(row.remarks),
  }))
}
export type StoredOpinion = Awaited<ReturnType<typeof listOpinions>>[number]

export interface NewRound {
  taskId: Id
  title: string
  text: string
  fileId: Id | null
  openedOn: PlainDate
  untilOn: PlainDate
  agencyIds: readonly Id[]
  createdBy: Id
}

export async function insert(tx: Tx, round: NewRound): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('opinion_rounds')
    .values({
      id,
      task_id: round.taskId,
      title: round.title,
      text: round.text,
      file_id: round.fileId,
      opened_on: round.openedOn,
      until_on: round.untilOn,
      created_by: round.createdBy,
    })
    .execute()
  await tx
    .insertInto('opinions')
    .values(round.agencyIds.map((agency_id) => ({ round_id: id, agency_id })))
    .execute()
  return id
}

export async function putOpinion(
  tx: Tx,
  roundId: Id,
  agencyId: Id,
  values: {
    answer?: 'agree' | 'remarks'
    remarks: readonly OpinionRemark[]
    paper?: string | null
    answered_on?: PlainDate
    by_words?: string
  },
): Promise<void> {
  const { remarks, ...others } = values
  await tx
    .updateTable('opinions')
    .set({ ...others, remarks: JSON.stringify(remarks) })
    .where('round_id', '=', roundId)
    .where('agency_id', '=', agencyId)
    .execute()
}

export async function change(tx: Tx, id: Id, closedOn?: PlainDate): Promise<void> {
  await tx
    .updateTable('opinion_rounds')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(closedOn !== undefined && { closed_on: closedOn }),
    }))
    .where('id', '=', id)
    .execute()
}

function notFound(): AppError {
  return new AppError('not_found', 'opinions.not_found', {
    vi: 'Không tìm thấy đợt lấy ý kiến trong phạm vi của đồng chí.',
    en: 'There is no such round of opinions within your scope.',
  })
}
