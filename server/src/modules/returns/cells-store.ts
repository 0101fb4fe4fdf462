import { type Period, periodBefore, type PeriodKey, samePeriod } from '@hopluc/shared/periods'
import type { BreakdownParts, FormDefinition } from '@hopluc/shared/report-forms'
import type { CellSource } from '@hopluc/shared/returns'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { findPeriod, periodsAt } from '../figures/index.ts'
import { BY_NAME, rowsOf, rowsTogether } from '../units/index.ts'
import type { Head } from './head-store.ts'
import { breakdownsOf, codesOf, type EntityRow, type LaidIndicator, partsKey } from './layout.ts'
import { returnNotFound } from './refusals.ts'

type Place = Pick<Head, 'unitId' | 'id'>

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
const cellsIn = ({
  unitId,
  id,
}: Place) => sql<CellRow>`select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId", version,
        value::float8 as value, is_none as "isNone", is_same as "isSame", source, reason, client, n,
        by_words as "byWords", to_jsonb(stated_at) #>> '{}' as at, is_accepted as "isAccepted",
        accepted_value::float8 as "acceptedValue", accepted_none as "acceptedNone", corrected
      from return_cells where unit_id = ${unitId} and return_id = ${id}`

const indicatorsIn = (
  definition: FormDefinition,
) => sql<LaidIndicator>`select id, code, name, measure,
    adds_up as "addsUp", decimals, origin
  from indicators where code = any (${codesOf(definition)}::text[])`

const byCode = (rows: readonly LaidIndicator[]) => new Map(rows.map((row) => [row.code, row]))

/** What the form's codes mean today. */
export async function indicatorsOf(
  db: Reader,
  definition: FormDefinition,
): Promise<Map<string, LaidIndicator>> {
  return byCode(await rowsOf(db, indicatorsIn(definition)))
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

type RegisteredEntity = EntityRow & {
  members: number | null
  capital: number | null
  workers: number | null
}

/**
 * Who lay in the unit on the cut-off day, or stands in the return already. How a row's own people are
 * reached only the unit itself is told.
 */
function entitiesIn({ id }: Place, { sections }: FormDefinition) {
  const kinds = sections.flatMap((section) =>
    section.kind === 'grid' && section.rows === 'entities' ? section.entityKinds : [],
  )
  return sql<RegisteredEntity>`select id, name, kind, detail, has_account as "hasAccount", invited_on as "invitedOn",
      members, capital, workers
    from return_entities(${id}, ${[...new Set(kinds)]}::text[]) order by kind, name ${BY_NAME}, id`
}

/** Of groups only how many there are. */
const groupsIn = ({ unitId, cutoffOn }: Head) => sql<{
  count: number
}>`select count(*)::int as count
  from entity_spans where unit_id = ${unitId} and kind = 'group' and is_live
    and ${cutoffOn}::date between from_on and until_on`

export interface Read {
  indicators: Map<string, LaidIndicator>
  entities: EntityRow[]
  /** How many, where they have one line. */
  groups: number
  /** Members, workers, charter capital (million đồng) as the register says them. */
  register: Map<Id, Record<string, number | null>>
  periods: Period[]
  cells: CellRow[]
  offers: OfferRow[]
}

/** All that stands in a return and is known beside it, on one way to the database. */
export async function read(
  db: Reader,
  head: Head,
  definition: FormDefinition,
  periods: readonly PeriodKey[],
): Promise<Read> {
  const rows = await rowsTogether(db, {
    indicators: indicatorsIn(definition),
    entities: entitiesIn(head, definition),
    groups: groupsIn(head),
    periods: periodsAt(periods),
    cells: cellsIn(head),
    offers: offersIn(head),
  })
  const hasGroupLine = definition.sections.some(
    (section) => section.kind === 'grid' && section.hasGroupLine,
  )
  return {
    ...rows,
    indicators: byCode(rows.indicators),
    entities: rows.entities.map(({ members: _m, capital: _c, workers: _w, ...row }) => row),
    groups: hasGroupLine ? (rows.groups[0]?.count ?? 0) : 0,
    register: new Map(
      rows.entities.map(({ id, members, capital, workers }) => [
        id,
        { H8: members, H9: workers, H13: capital === null ? null : capital / 1_000_000 },
      ]),
    ),
    offers: head.isOwn ? rows.offers : [],
  }
}

/** Of periods by their ids, which never change. */
const keys = new Map<number, PeriodKey>()

/** Which period it is, the one before it and the same of the year before. */
export async function periodsOf(db: Reader, id: number): Promise<PeriodKey[]> {
  const key = keys.get(id) ?? (await findPeriod(db, id))
  if (!key) throw returnNotFound()
  const { kind, year, part } = key
  keys.set(id, { kind, year, part })
  return [{ kind, year, part }, periodBefore(key), samePeriod(key)]
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
    sql<Before>`${PLANNED_ONCE} select entity_id as row, indicator_id as "indicatorId", breakdown_id as "breakdownId",
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
const offersIn = ({
  unitId,
  id,
}: Place) => sql<OfferRow>`select entity_id as row, indicator_id as "indicatorId",
    breakdown_id as "breakdownId", value::float8 as value, is_none as "isNone", by_words as "byWords",
    to_jsonb(offered_at) #>> '{}' as at
  from return_offers where unit_id = ${unitId} and return_id = ${id} and not is_taken`
