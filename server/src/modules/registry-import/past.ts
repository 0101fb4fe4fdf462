import {
  type EntityImportOrder,
  ImportCounts,
  type PastImportPage,
  type PastImportQuery,
  RejectedLine,
} from '@hopluc/shared/entity-import'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { SheetToWrite } from '../../platform/excel.ts'
import { assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { both, idOfCursor, rowsOf } from '../units/index.ts'
import { may } from './policy.ts'
import { open, type Opened } from './reading.ts'
import * as refusals from './refusals.ts'
import { remarksAlone, sheetOf } from './remarks.ts'

interface Done {
  id: Id
  order: EntityImportOrder
  opened: Opened
  counts: ImportCounts
  rejected: readonly RejectedLine[]
}

/** Keeps what an import did, and its file, out of which the lines that stayed behind are handed back. */
export async function keep(tx: Tx, { actor, now }: Context, done: Done): Promise<void> {
  const { id, order, opened, counts, rejected } = done
  const { fileId, source, day, isPartial, gone } = order
  await tx
    .insertInto('entity_imports')
    .values({
      id,
      agency_id: actor.agencyId,
      file_id: fileId,
      file_name: opened.fileName,
      source,
      day,
      sheet: opened.table.sheet,
      is_partial: isPartial,
      counts: JSON.stringify(counts),
      gone: gone.length,
      rejected: JSON.stringify(rejected),
      imported_by: actor.accountId,
      imported_words: actor.byWords,
      imported_at: now,
    })
    .execute()
  await files.link(tx, fileId, 'entity_import', id)
}

type Row = Omit<PastImportPage['items'][number], 'counts'> & { counts: unknown }

/** Those of the acting person's agency, the last first. */
export function list({ read }: Context, query: PastImportQuery): Promise<PastImportPage> {
  const { limit, cursor } = query
  const after = cursor
    ? [
        sql`(i.imported_at, i.id) < (select imported_at, id from entity_imports where id = ${idOfCursor(cursor)})`,
      ]
    : []
  return read(async (db) => {
    const rows = await rowsOf(
      db,
      sql<Row>`select i.id, i.file_name as "fileName", i.source, i.day, i.is_partial as "isPartial", i.counts,
          i.gone, jsonb_array_length(i.rejected) as rejected, i.imported_words as "by",
          to_char(i.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
          exists (select from files f where f.id = i.file_id) as "hasFile"
        from entity_imports i where ${both([sql`true`, ...after])}
        order by i.imported_at desc, i.id desc limit ${limit + 1}`,
    )
    const items = rows
      .slice(0, limit)
      .map((row) => ({ ...row, counts: ImportCounts.parse(row.counts) }))
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items, next: last ? `_${last.id}` : null }
  })
}

/**
 * The lines that stayed behind as they came, each with what is to be mended; without a file that is no
 * longer there only which they were.
 * @throws AppError `entity_import.not_found`
 */
export async function rejected(context: Context, id: Id): Promise<SheetToWrite> {
  assertAllowed(may(context.actor, 'entity.import'))
  const row = await context.read((db) =>
    db
      .selectFrom('entity_imports')
      .select(['file_id as fileId', 'source', 'day', 'sheet', 'rejected'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  if (!row) throw refusals.notFound()
  const { fileId, day, sheet } = row
  const lines = z.array(RejectedLine).parse(row.rejected)
  if (!fileId) return remarksAlone(lines)
  const { table } = await open(context, { fileId, source: 'import', day, sheet })
  return sheetOf(table, new Map(lines.map(({ line, remark }) => [line, remark])))
}
