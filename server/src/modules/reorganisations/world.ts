import type { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import { type AgencyKind, UnitLevel } from '@hopluc/shared/units'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

export interface UnitVersion {
  unitId: Id
  fromOn: PlainDate
  untilOn: PlainDate
  level: UnitLevel
  kind: string
  name: string
  code: string | null
  parentId: Id | null
}

export interface AgencyVersion {
  agencyId: Id
  fromOn: PlainDate
  untilOn: PlainDate
  unitId: Id
  kind: AgencyKind
  name: string
  shortName: string
  symbol: string | null
  actsForId: Id | null
}

/** What stands before the act, as far as the plan touches it. */
export interface World {
  /** By unit, first to last. */
  units: ReadonlyMap<Id, readonly UnitVersion[]>
  agencies: ReadonlyMap<Id, readonly AgencyVersion[]>
  /** `from to` of successions of the same day. */
  unitSuccessions: ReadonlySet<string>
  agencySuccessions: ReadonlySet<string>
}

/**
 * Units the plan names, those above and directly below them, and those above these; agencies it
 * names, those at all these units but above, and those that act for them.
 */
export async function loadWorld(
  db: Reader,
  plan: ReorganisationPlan,
  onDay: PlainDate,
): Promise<World> {
  const { units, agencies } = plan
  const own = [
    ...units.changed.map(({ id }) => id),
    ...units.ended,
    ...units.founded.map(({ id }) => id),
    ...units.successions.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...agencies.founded.map(({ unitId }) => unitId),
    ...agencies.changed.flatMap(({ unitId }) => unitId ?? []),
  ]
  const named = [
    ...own,
    ...units.founded.flatMap(({ parentId }) => parentId ?? []),
    ...units.changed.flatMap(({ parentId }) => parentId ?? []),
  ]
  const lastDay = addDays(onDay, -1)
  const unitRows = await listUnits(
    db,
    sql`v.unit_id in (
      select id from ${ids(named)}
      union select b.unit_id from unit_versions b where b.parent_id in (select id from ${ids(own)})
        and b.until_on >= ${lastDay}
      union select a.ancestor_id from unit_ancestry a where a.descendant_id in (select id from ${ids(named)}))`,
  )
  const namedAgencies = [
    ...agencies.ended,
    ...agencies.founded.flatMap(({ id, actsForId }) => [id, ...(actsForId ? [actsForId] : [])]),
    ...agencies.changed.flatMap(({ id, actsForId }) => [id, ...(actsForId ? [actsForId] : [])]),
    ...agencies.successions.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...Object.values(plan.answers).filter(isId),
  ]
  const agencyRows = await listAgencies(
    db,
    sql`v.agency_id in (
      select id from ${ids(namedAgencies)}
      union select b.agency_id from agency_versions b where b.unit_id in (select id from ${ids(own)})
        and b.until_on >= ${lastDay}
      union select b.agency_id from agency_versions b
        where b.acts_for_id in (select id from ${ids(agencies.ended)}) and b.until_on >= ${lastDay})`,
  )
  return {
    units: Map.groupBy(unitRows, ({ unitId }) => unitId),
    agencies: Map.groupBy(agencyRows, ({ agencyId }) => agencyId),
    unitSuccessions: await listSuccessions(db, 'unit_successions', onDay),
    agencySuccessions: await listSuccessions(db, 'agency_successions', onDay),
  }
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

const ids = (all: readonly Id[]) => sql`unnest(${[...new Set(all)]}::uuid[]) as ids (id)`

async function listUnits(db: Reader, where: RawBuilder<unknown>): Promise<UnitVersion[]> {
  const rows = await db
    .selectFrom('unit_versions as v')
    .select([
      'v.unit_id as unitId',
      'v.from_on as fromOn',
      'v.until_on as untilOn',
      'v.level',
      'v.kind',
      'v.name',
      'v.code',
      'v.parent_id as parentId',
    ])
    .where(sql<boolean>`${where}`)
    .orderBy('v.unit_id')
    .orderBy('v.from_on')
    .execute()
  return rows.map((row) => ({ ...row, level: UnitLevel.parse(row.level) }))
}

function listAgencies(db: Reader, where: RawBuilder<unknown>): Promise<AgencyVersion[]> {
  return db
    .selectFrom('agency_versions as v')
    .select((v) => [
      'v.agency_id as agencyId',
      'v.from_on as fromOn',
      'v.until_on as untilOn',
      'v.unit_id as unitId',
      v.ref('v.kind').$castTo<AgencyKind>().as('kind'),
      'v.name',
      'v.short_name as shortName',
      'v.symbol',
      'v.acts_for_id as actsForId',
    ])
    .where(sql<boolean>`${where}`)
    .orderBy('v.agency_id')
    .orderBy('v.from_on')
    .execute()
}

async function listSuccessions(
  db: Reader,
  table: 'unit_successions' | 'agency_successions',
  onDay: PlainDate,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom(table)
    .select(['from_id', 'to_id'])
    .where('on_day', '=', onDay)
    .execute()
  return new Set(rows.map(({ from_id, to_id }) => `${from_id} ${to_id}`))
}
