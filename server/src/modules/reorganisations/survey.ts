import type { Held, ReorganisationQuestion } from '@hopluc/shared/reorganisations'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { listHoldings } from '../holdings/index.ts'

export type Counts = Record<string, number>

export interface Survey {
  /** By unit, what it and its agencies hold. */
  byUnit: Map<Id, Counts>
  total: Counts
}

/**
 * What units and their agencies hold on a day, and agencies beside them. As a person, what they may
 * see of it; as the system, all.
 */
export async function survey(
  db: Reader,
  unitIds: readonly Id[],
  day: PlainDate,
  others: readonly Id[] = [],
): Promise<Survey> {
  const units = [...new Set(unitIds)]
  const at = await agenciesAt(db, units, day)
  const agencyIds = [...new Set([...at.keys(), ...others])]
  const byUnit = new Map<Id, Counts>()
  const total: Counts = {}
  for (const { count } of listHoldings())
    for (const one of await count(db, { unitIds: units, agencyIds, day })) {
      add(total, one.kind, one.count)
      const unitId = one.unitId ?? (one.agencyId && at.get(one.agencyId))
      if (!unitId) continue
      const counts = byUnit.get(unitId) ?? {}
      add(counts, one.kind, one.count)
      byUnit.set(unitId, counts)
    }
  return { byUnit, total }
}

export function sum(all: readonly (Counts | undefined)[]): Counts {
  const result: Counts = {}
  for (const counts of all)
    for (const [kind, count] of Object.entries(counts ?? {})) add(result, kind, count)
  return result
}

/** Counts by kind in words, in the order of the modules; kinds without any are left out. */
export function heldOf(total: Counts, questions: readonly ReorganisationQuestion[] = []): Held[] {
  return listHoldings().flatMap(({ module, kinds }) =>
    kinds.flatMap((kind, index) => {
      const count = total[kind.kind] ?? 0
      const waiting =
        index === 0 ? questions.filter((one) => one.module === module && one.isOpen).length : 0
      return count > 0 || waiting > 0 ? [{ ...kind, count, waiting }] : []
    }),
  )
}

function add(counts: Counts, kind: string, count: number): void {
  counts[kind] = (counts[kind] ?? 0) + count
}

async function agenciesAt(
  db: Reader,
  unitIds: readonly Id[],
  day: PlainDate,
): Promise<Map<Id, Id>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('agency_versions')
    .select(['agency_id', 'unit_id'])
    .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return new Map(rows.map(({ agency_id, unit_id }) => [agency_id, unit_id]))
}
