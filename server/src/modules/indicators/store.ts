import type { Indicator } from '@hopluc/shared/indicators'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/** The whole catalogue in its order; small enough to be read at once. */
export function listIndicators(db: Reader): Promise<Indicator[]> {
  return rowsOf(
    db,
    sql<Indicator>`select i.id, i.code, i.name, i.name_en as "nameEn", i.measure, i.adds_up as "addsUp",
        i.definition, i.owner, i.origin, i.formula, i.registry_rule as "registryRule",
        i.entity_kinds as "entityKinds", s.code as "statedAs", i.dims, i.decimals,
        i.is_active as "isActive", i.version
      from indicators i left join indicators s on s.id = i.stated_as
      order by i.place, i.code`,
  )
}

/** Whether whoever asks keeps the catalogue. */
export async function keepsCatalogue(db: Reader): Promise<boolean> {
  const [row] = await rowsOf(db, sql<{ may: boolean }>`select keeps_indicators() as may`)
  return row?.may ?? false
}
