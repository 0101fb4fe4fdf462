import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'

/** Rows of the register for `fillEmptyTables`, about the entity that is there already. */
export function registryRows(known: {
  entity: Id | undefined
  unitId: Id | undefined
  standing: Id | undefined
  alliance: Id | undefined
  allianceUnit: Id | undefined
}): [string, Record<string, unknown>][] {
  const { entity, unitId, standing, alliance, allianceUnit } = known
  const [member, union] = [newId(), newId()]
  const part = { entity_id: entity, updated_by: standing }
  return [
    ['entities', { id: member, name: 'Mật danh Liên minh', kind: 'cooperative' }],
    ['entities', { id: union, name: 'Mật danh Liên hiệp', kind: 'union' }],
    ['entities', { id: newId(), name: 'Mật danh đang lập', kind: 'group', updated_by: standing }],
    ['entity_places', { entity_id: member, unit_id: allianceUnit }],
    ['entity_places', { entity_id: union, unit_id: unitId }],
    ['entity_versions', { entity_id: entity, kind: 'cooperative' }],
    ['entity_events', { entity_id: entity, kind: 'registered', recorded_by: standing }],
    ['entity_versions', { entity_id: member, name: 'Mật danh Liên minh', kind: 'cooperative' }],
    ['entity_events', { entity_id: member, kind: 'registered', recorded_by: standing }],
    ['entity_versions', { entity_id: union, name: 'Mật danh Liên hiệp', kind: 'union' }],
    ['entity_events', { entity_id: union, kind: 'registered', recorded_by: standing }],
    ['entity_events', { entity_id: entity, kind: 'congress', recorded_by: standing }],
    [
      'entity_successions',
      {
        from_id: member,
        to_id: entity,
        kind: 'absorbed',
        event_id: sql`(select id from entity_events where kind = 'congress' limit 1)`,
      },
    ],
    [
      'figures',
      {
        unit_id: unitId,
        entity_id: entity,
        indicator_id: sql`(select id from indicators where code = 'H10')`,
        year: 2025,
        period_id: sql`(select id from periods where kind = 'year' and from_on = '2025-01-01')`,
        value: 1,
        state: 'stated',
        source: '{}',
        stated_by: standing,
      },
    ],
    [
      'entity_doubles',
      {
        first_id: sql`least(${entity}::uuid, ${union}::uuid)`,
        second_id: sql`greatest(${entity}::uuid, ${union}::uuid)`,
        first_unit_id: unitId,
        second_unit_id: unitId,
        score: 75,
        reasons: JSON.stringify([{ kind: 'sameName', points: 50 }]),
      },
    ],
    [
      'entity_merges',
      {
        kept_id: entity,
        gone_id: union,
        kept_unit_id: unitId,
        gone_unit_id: unitId,
        merged_by: standing,
      },
    ],
    ['entity_merge_effects', { held_by: 'entity_products' }],
    ['entity_members', { ...part, kind: 'official_a', subject: 'person' }],
    ['entity_managers', { ...part, office: 'director' }],
    ['entity_products', part],
    ['entity_certificates', { ...part, kind: 'vietgap', valid_until: '2027-03-10' }],
    ['growing_areas', { ...part, kind: 'growing_area' }],
    ['entity_memberships', { ...part, union_id: union }],
    ['entity_memberships', { ...part, entity_id: member, alliance_id: alliance }],
    ['entity_debts', { ...part, direction: 'owed_to', party: 'member', amount: 1000 }],
    [
      'debt_settlements',
      {
        ...part,
        kind: 'paid',
        amount: 1,
        debt_id: sql`(select id from entity_debts where entity_id = ${entity} limit 1)`,
      },
    ],
    ['market_notices', { ...part, side: 'offer', until_on: '2027-03-10' }],
    ['value_links', { ...part, partner_kind: 'enterprise' }],
    [
      'figures',
      {
        unit_id: unitId,
        entity_id: entity,
        indicator_id: sql`(select id from indicators where code = 'H8')`,
        year: 2025,
        period_id: sql`(select id from periods where kind = 'year' and from_on = '2025-01-01')`,
        value: 1,
        state: 'stated',
        source: JSON.stringify({ from: 'entity', note: null }),
        stated_by: standing,
      },
    ],
  ]
}
