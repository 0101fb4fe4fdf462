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

/** Row security leaves only links that are old enough. */
export async function endOld(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from file_links where subject_kind = 'export' and created_at < now() - interval '7 days'`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

function notFound() {
  return new AppError('not_found', 'exports.not_found', {
    vi: 'Không tìm thấy tệp xuất này trong các yêu cầu của đồng chí.',
    en: 'There is no such export among yours.',
  })
}
