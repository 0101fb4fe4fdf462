import type { BreakdownParts, FormDefinition } from '@hopluc/shared/report-forms'
import type { CellSource } from '@hopluc/shared/returns'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'
import type { Head } from './head-store.ts'
import { breakdownsOf, codesOf, type EntityRow, type LaidIndicator, partsKey } from './layout.ts'

/** A cell as it is kept. */
export interface CellRow {
  row: Id
  indicatorId: Id
  breakdownId: number
  version: number
  value: number | null
  isNone: boolean
  isSame: boolean
  source: CellSource | null
  reason: string | null
  client: Id | null
  n: number | null
  byWords: string
  at: string
  isAccepted: boolean
  acceptedValue: number | null
  acceptedNone: boolean
  corrected: {
    value: number | null
    isNone: boolean
    number: string
    on: PlainDate
    reason: string
  } | null
}

/** Cells of a return in which something was said. */
export function listCells(db: Reader, { unitId, id }: Pick<Head, 'unitId' | 'id'>) {
  return rowsOf(
    db,
    sql<CellRow>`select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId", version,
        value::float8 as value, is_none as "isNone", is_same as "isSame", source, reason, client, n,
        by_words as "byWords", to_jsonb(stated_at) #>> '{}' as at, is_accepted as "isAccepted",
        accepted_value::float8 as "acceptedValue", accepted_none as "acceptedNone", corrected
      from return_cells where unit_id = ${unitId} and return_id = ${id}`,
  )
}

/** What the form's codes mean today. */
export async function indicatorsOf(
  db: Reader,
  definition: FormDefinition,
): Promise<Map<string, LaidIndicator>> {
  const rows = await rowsOf(
    db,
    sql<LaidIndicator>`select id, code, name, measure, adds_up as "addsUp", decimals, origin
      from indicators where code = any (${codesOf(definition)}::text[])`,
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** Of combinations, whose ids never change. */
const interned = new Map<string, number>()

/** Ids of the form's breakdowns, made when its first round was opened. */
export async function breakdownIdsOf(
  db: Reader,
  definition: FormDefinition,
): Promise<Map<string, number>> {
  const wanted = breakdownsOf(definition)
  if (wanted.some((parts) => !interned.has(partsKey(parts)))) {
    const rows = await rowsOf(
      db,
      sql<{ id: number; parts: BreakdownParts }>`select id, parts from breakdowns
        where parts in (select value from jsonb_array_elements(${JSON.stringify(wanted)}::jsonb))`,
    )
    for (const { id, parts } of rows) interned.set(partsKey(parts), id)
  }
  return new Map(
    wanted.flatMap((parts) => {
      const id = interned.get(partsKey(parts))
      return id === undefined ? [] : [[partsKey(parts), id] as const]
    }),
  )
}

export interface Entities {
  entities: EntityRow[]
  groups: number
  /** Members, workers, charter capital (million đồng) as the register says them. */
  register: Map<Id, Record<string, number | null>>
}

/**
 * Who lay in the unit on the cut-off day, or stands in the return already; of groups only how many, where
 * they have one line. How a row's own people are reached only the unit itself is told.
 */
export async function entitiesOf(
  db: Reader,
  head: Pick<Head, 'unitId' | 'id' | 'cutoffOn'>,
  definition: FormDefinition,
): Promise<Entities> {
  const grids = definition.sections.flatMap((section) =>
    section.kind === 'grid' && section.rows === 'entities' ? [section] : [],
  )
  if (grids.length === 0) return { entities: [], groups: 0, register: new Map() }
  const kinds = [...new Set(grids.flatMap(({ entityKinds }) => entityKinds))]
  const { unitId, id, cutoffOn } = head
  const rows = await rowsOf(
    db,
    sql<
      EntityRow & { members: number | null; capital: number | null; workers: number | null }
    >`select id, name, kind, detail, has_account as "hasAccount", invited_on as "invitedOn", members, capital, workers
      from return_entities(${id}, ${kinds}::text[]) order by kind, name ${BY_NAME}, id`,
  )
  const [groups] = grids.some(({ hasGroupLine }) => hasGroupLine)
    ? await rowsOf(
        db,
        sql<{ count: number }>`select count(*)::int as count from entity_spans
          where unit_id = ${unitId} and kind = 'group' and is_live
            and ${cutoffOn}::date between from_on and until_on`,
      )
    : []
  return {
    entities: rows.map(({ members: _m, capital: _c, workers: _w, ...row }) => row),
    groups: groups?.count ?? 0,
    register: new Map(
      rows.map(({ id: entityId, members, capital, workers }) => [
        entityId,
        { H8: members, H9: workers, H13: capital === null ? null : capital / 1_000_000 },
      ]),
    ),
  }
}

/** What stood in a cell in another period, under the key of the cell it is shown beside. */
export interface Before {
  row: Id
  indicatorId: Id
  breakdownId: number
  periodId: number
  value: number | null
  isNone: boolean
}

/** Figures that hold of these periods: of the unit itself and of the entities in its rows. */
export function listBefore(
  db: Reader,
  returnId: Id,
  entityIds: readonly Id[],
  indicatorIds: readonly Id[],
  periods: readonly { id: number; year: number }[],
): Promise<Before[]> {
  const known = periods.filter(({ id }) => id > 0)
  if (known.length === 0 || indicatorIds.length === 0) return Promise.resolve([])
  return rowsOf(
    db,
    sql<Before>`select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId",
        period_id as "periodId", is_none as "isNone", value
      from return_before(${returnId}, ${[...entityIds]}::uuid[], ${[...indicatorIds]}::uuid[],
        ${known.map(({ id }) => id)}::int[], ${[...new Set(known.map(({ year }) => year))]}::smallint[])`,
  )
}

export interface OfferRow {
  row: Id
  indicatorId: Id
  breakdownId: number
  value: number | null
  isNone: boolean
  byWords: string
  at: string
}

/** What cooperatives filled in and nobody has taken over yet. */
export function listOffers(db: Reader, { unitId, id }: Pick<Head, 'unitId' | 'id'>) {
  return rowsOf(
    db,
    sql<OfferRow>`select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId",
        value::float8 as value, is_none as "isNone", by_words as "byWords", to_jsonb(offered_at) #>> '{}' as at
      from return_offers where unit_id = ${unitId} and return_id = ${id} and not is_taken`,
  )
}
