import type { ExportJob } from '@hopluc/shared/exports'
import { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

const Result = z.object({ fileId: Id }).nullable().catch(null)
const State = z.enum(['waiting', 'running', 'done', 'failed'])

export async function getJob(db: Reader, id: Id, name: string): Promise<ExportJob> {
  const job = await db
    .selectFrom('jobs')
    .select(['id', 'state', 'result', 'error'])
    .where('id', '=', id)
    .where('name', '=', name)
    .executeTakeFirstOrThrow(notFound)
  const fileId = Result.parse(job.result)?.fileId
  const file = fileId
    ? await db
        .selectFrom('files')
        .select(['id', 'name', 'size'])
        .where('id', '=', fileId)
        .executeTakeFirst()
    : undefined
  return { id: job.id, state: State.parse(job.state), file: file ?? null, error: job.error }
}

/** Answers how many files are nobody's any more. */
export async function endOld(tx: Tx): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select end_old_exports() as ended`.execute(tx)
  return rows[0]?.ended ?? 0
}

export async function usernameOf(db: Reader, accountId: Id): Promise<string> {
  const { username } = await db
    .selectFrom('accounts')
    .select('username')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return username
}

function notFound() {
  return new AppError('not_found', 'exports.not_found', {
    vi: 'Không tìm thấy tệp xuất này trong các yêu cầu của đồng chí.',
    en: 'There is no such export among yours.',
  })
}
