import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import type { Effect } from '../holdings/index.ts'

export interface KeptEffect {
  module: string
  subjectId: Id
  effect: Effect
}

const CHUNK = 2000

export async function insertEffects(
  tx: Tx,
  id: Id,
  effects: readonly KeptEffect[],
  after = 0,
): Promise<void> {
  for (let at = 0; at < effects.length; at += CHUNK) {
    const rows = effects
      .slice(at, at + CHUNK)
      .map(({ module, subjectId, effect }, index) => ({
        seq: after + at + index + 1,
        module,
        subject_id: subjectId,
        effect,
      }))
    await sql`insert into reorganisation_effects (reorganisation_id, seq, module, subject_id, effect)
      select ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (seq int, module text, subject_id uuid, effect jsonb)`.execute(tx)
  }
}

const EffectSchema: z.ZodType<Effect> = z.union([
  z.object({ own: z.record(z.string(), z.unknown()) }),
  z.object({
    table: z.custom<'units'>((value) => typeof value === 'string'),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  }),
])

export async function hasEffects(db: Reader, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('reorganisation_effects')
    .select('seq')
    .where('reorganisation_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** First to last. */
export async function listEffects(db: Reader, id: Id): Promise<KeptEffect[]> {
  const rows = await db
    .selectFrom('reorganisation_effects')
    .select(['module', 'subject_id', 'effect'])
    .where('reorganisation_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ module, subject_id, effect }) => ({
    module,
    subjectId: subject_id,
    effect: EffectSchema.parse(effect),
  }))
}

/** Ancestry and the units' parts; then what people reach. */
export async function settlePlaces(tx: Tx, unitIds: readonly Id[]): Promise<void> {
  await sql`select refresh_ancestry()`.execute(tx)
  await sql`select refresh_unit_parts(${[...new Set(unitIds)]}::uuid[])`.execute(tx)
}

export async function accountsAround(
  db: Reader,
  unitIds: readonly Id[],
  agencyIds: readonly Id[],
): Promise<Id[]> {
  const rows = await db
    .selectFrom(
      sql<{ id: Id }>`(select id from accounts_around(${[...new Set(unitIds)]}::uuid[],
        ${[...new Set(agencyIds)]}::uuid[]) as a (id))`.as('around'),
    )
    .selectAll('around')
    .execute()
  return rows.map(({ id }) => id)
}

export async function refreshScopes(tx: Tx, accountIds: readonly Id[]): Promise<void> {
  if (accountIds.length === 0) return
  await sql`select refresh_scopes_of(${[...new Set(accountIds)]}::uuid[])`.execute(tx)
}
