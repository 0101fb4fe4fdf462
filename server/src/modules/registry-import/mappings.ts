import { ImportMapping, type KeptMappings } from '@hopluc/shared/entity-import'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { fingerprintOf } from './columns.ts'
import { may } from './policy.ts'
import { notFound } from './refusals.ts'

/** As it was last used for these heads; nothing where it is new. */
export async function find(
  db: Reader,
  agencyId: Id,
  fingerprint: string,
): Promise<ImportMapping | undefined> {
  const row = await db
    .selectFrom('entity_import_mappings')
    .select('mapping')
    .where('agency_id', '=', agencyId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row && ImportMapping.parse(row.mapping)
}

/** Keeps how the columns were matched; the next file with these heads is matched so. */
export async function keep(
  tx: Tx,
  { actor, now }: Context,
  { name, headers, mapping }: { name: string; headers: readonly string[]; mapping: ImportMapping },
): Promise<void> {
  const said = {
    name,
    mapping: JSON.stringify(mapping),
    updated_at: now,
    updated_by: actor.accountId,
  }
  await tx
    .insertInto('entity_import_mappings')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      fingerprint: fingerprintOf(headers),
      headers: [...headers],
      ...said,
    })
    .onConflict((on) => on.columns(['agency_id', 'fingerprint']).doUpdateSet(said))
    .execute()
}

/** Those of the acting person's agency, the last used first. */
export function list({ read }: Context): Promise<KeptMappings> {
  return read(async (db) => {
    const rows = await db
      .selectFrom('entity_import_mappings')
      .select(['id', 'name', 'headers', 'mapping'])
      .select(sql<Date>`updated_at`.as('updatedAt'))
      .orderBy('updated_at', 'desc')
      .limit(100)
      .execute()
    return {
      items: rows.map(({ mapping, updatedAt, ...row }) => ({
        ...row,
        mapping: ImportMapping.parse(mapping),
        updatedAt: updatedAt.toISOString(),
      })),
    }
  })
}

/** The next file with these heads is matched by their words again. */
export function forget(context: Context, id: Id): Promise<void> {
  const { actor } = context
  return context.write(async (tx) => {
    const row = await tx
      .selectFrom('entity_import_mappings')
      .select(['name', 'mapping'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound()
    assertAllowed(may(actor, 'entity.forget_mapping'))
    await tx.deleteFrom('entity_import_mappings').where('id', '=', id).execute()
    await audit.record(tx, actor, 'entity.forget_mapping', id, row)
  })
}
