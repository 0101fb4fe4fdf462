import type { Indicator, NewIndicator } from '@hopluc/shared/indicators'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { rowsOf } from '../units/index.ts'

/** The whole catalogue in its order; small enough to be read at once. */
export function listIndicators(db: Reader): Promise<Indicator[]> {
  return rowsOf(
    db,
    sql<Indicator>`${PLANNED_ONCE} select i.id, i.code, i.name, i.name_en as "nameEn", i.measure, i.adds_up as "addsUp",
        i.definition, i.owner, i.origin, i.formula, i.registry_rule as "registryRule",
        i.entity_kinds as "entityKinds", s.code as "statedAs", i.dims, i.decimals,
        i.is_active as "isActive", i.version
      from indicators i left join indicators s on s.id = i.stated_as
      order by i.place, i.code`,
  )
}

/** Whether whoever asks keeps the catalogue, which is one for all provinces. */
export async function keepsCatalogue(db: Reader): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ may: boolean }>`select keeps_indicators() and ((select role from signed_in) = 'admin'
      or exists (select from own_units o join unit_versions v on v.unit_id = o.unit_id
        where v.level = 'nation')) as may`,
  )
  return row?.may ?? false
}

/** False where another version stands than was seen. */
export async function change(
  tx: Tx,
  accountId: Id,
  after: Indicator,
  version: number,
): Promise<boolean> {
  const changed = await tx
    .updateTable('indicators')
    .set({
      name: after.name,
      name_en: after.nameEn,
      measure: after.measure,
      definition: after.definition,
      owner: after.owner,
      formula: after.formula,
      decimals: after.decimals,
      is_active: after.isActive,
      version: version + 1,
      updated_at: sql`now()`,
      updated_by: accountId,
    })
    .where('id', '=', after.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** What was said until now. */
export async function keepVersion(tx: Tx, accountId: Id, before: Indicator): Promise<void> {
  const { id, version, ...said } = before
  await tx
    .insertInto('indicator_versions')
    .values({ indicator_id: id, version, said: JSON.stringify(said), changed_by: accountId })
    .execute()
}

export async function add(tx: Tx, accountId: Id, entry: NewIndicator): Promise<void> {
  await tx
    .insertInto('indicators')
    .values({
      id: entry.id,
      code: entry.code,
      name: entry.name,
      name_en: entry.nameEn,
      measure: entry.measure,
      adds_up: entry.addsUp,
      definition: entry.definition,
      owner: entry.owner,
      origin: entry.origin,
      formula: entry.formula,
      decimals: entry.decimals,
      is_active: entry.isActive,
      updated_by: accountId,
    })
    .execute()
}
