import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'

/** Rows of the year's work for `fillEmptyTables`, about the entity that is there already. */
export function registryYearRows(known: {
  entity: Id | undefined
  unitId: Id | undefined
  standing: Id | undefined
  agency: Id | undefined
}): [string, Record<string, unknown>][] {
  const { entity, unitId, standing, agency } = known
  const own = sql`(select e.id from entities e join posts p on p.agency_id = e.agency_id
    join accounts a on a.id = p.account_id where a.username = 'cooperative' limit 1)`
  const proposal = {
    proposed_by: standing,
    seen: '{"attributes": {"phone": null}, "place": null}',
    attributes: '{"phone": "1"}',
  }
  return [
    ['entity_proposals', { ...proposal, entity_id: entity }],
    ['entity_proposals', { ...proposal, entity_id: own }],
    ['entity_confirmations', { entity_id: entity, year: 2025, national_on: '2025-12-16' }],
    [
      'commune_works',
      {
        unit_id: unitId,
        entity_id: entity,
        year: 2026,
        kind: 'consolidate',
        updated_by: standing,
        note: 'Mật danh',
      },
    ],
    ['saved_views', { list: 'registry', account_id: standing, agency_id: agency, search: '{}' }],
  ]
}
