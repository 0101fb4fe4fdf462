import type { ConfirmationQuery, ConfirmationRow } from '@hopluc/shared/entity-years'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db.ts'
import { both, rowsOf, unitName, unitsUnder } from '../../units/index.ts'

type Filters = Pick<ConfirmationQuery, 'unit' | 'kind' | 'state' | 'q'>

const unitNamed = (day: PlainDate) => sql`(select ${unitName('u')} from unit_versions u
  where u.unit_id = s.unit_id order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1)`

/** What is alive on the day, with what was said of the year. */
const live = (year: number) => sql`reachable_spans s
  join entities e on e.id = s.entity_id
  left join entity_confirmations c on c.entity_id = s.entity_id and c.year = ${year}`

function conditions({ unit, kind, state, q }: Filters, day: PlainDate): RawBuilder<unknown>[] {
  const found = [sql`s.is_live and ${day}::date between s.from_on and s.until_on`]
  if (unit) found.push(sql`s.unit_id in ${unitsUnder(unit, day)}`)
  if (kind) found.push(sql`s.kind = ${kind}`)
  if (state === 'missing') found.push(sql`c.way is null`)
  if (state === 'confirmed') found.push(sql`c.way is not null`)
  if (state === 'not_national') found.push(sql`c.national_on is null`)
  if (state === 'proposed')
    found.push(
      sql`exists (select from entity_proposals p where p.entity_id = s.entity_id and p.state = 'open')`,
    )
  if (q)
    found.push(
      sql`s.words like '%' || registry_words(${q.replace(/[\\%_]/g, String.raw`\$&`)}) || '%'`,
    )
  return found
}

const columns = (
  day: PlainDate,
) => sql`s.entity_id as id, s.name, s.kind, ${unitNamed(day)} as unit, c.way,
  c.confirmed_words as "byWords",
  to_char(c.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, c.note,
  (select json_build_object('id', f.id, 'name', f.name) from files f where f.id = c.file_id) as file,
  c.national_on as "nationalOn", e.agency_id is not null as "hasAccount",
  (select count(*)::int from entity_proposals p where p.entity_id = s.entity_id and p.state = 'open') as "openProposals",
  s.is_demo as "isDemo"`

/** By name; `limit` rows, those after the one that the cursor names. */
export function list(
  db: Reader,
  {
    year,
    day,
    limit,
    after,
    ...filters
  }: Filters & { year: number; day: PlainDate; limit: number; after?: Id | undefined },
): Promise<ConfirmationRow[]> {
  const where = conditions(filters, day)
  if (after !== undefined)
    where.push(sql`(s.words, s.entity_id) > (select w.words, w.entity_id from reachable_spans w
      where w.entity_id = ${after} and ${day}::date between w.from_on and w.until_on)`)
  return rowsOf(
    db,
    sql<ConfirmationRow>`select ${columns(day)} from ${live(year)} where ${both(where)}
      order by s.words, s.entity_id limit ${limit}`,
  )
}

export async function find(
  db: Reader,
  id: Id,
  year: number,
  day: PlainDate,
): Promise<ConfirmationRow | undefined> {
  const where = [...conditions({}, day), sql`s.entity_id = ${id}`]
  const [row] = await rowsOf(
    db,
    sql<ConfirmationRow>`select ${columns(day)} from ${live(year)} where ${both(where)}`,
  )
  return row
}

const COUNTS = sql`count(*)::int as "all", count(c.way)::int as confirmed, count(c.national_on)::int as national`
interface Counts {
  all: number
  confirmed: number
  national: number
}

export async function total(
  db: Reader,
  year: number,
  day: PlainDate,
  filters: Pick<Filters, 'unit' | 'kind'>,
): Promise<Counts> {
  const [row] = await rowsOf(
    db,
    sql<Counts>`select ${COUNTS} from ${live(year)} where ${both(conditions(filters, day))}`,
  )
  return row ?? { all: 0, confirmed: 0, national: 0 }
}

export interface UnitCounts extends Counts {
  unitId: Id
  unit: UnitName
}

/** By the unit in which they lie; what is behind comes first. */
export function byUnit(db: Reader, year: number, day: PlainDate): Promise<UnitCounts[]> {
  return rowsOf(
    db,
    sql<UnitCounts>`select s.unit_id as "unitId", ${unitNamed(day)} as unit, ${COUNTS} from ${live(year)}
      where ${both(conditions({}, day))} group by s.unit_id
      order by count(c.way)::float8 / count(*), count(*) desc, s.unit_id limit 2000`,
  )
}

export interface Known {
  id: Id
  unitId: Id
  agencyId: Id | null
  isKept: boolean
  isOwn: boolean
  isConfirmed: boolean
  way: 'entity' | 'commune' | null
}

/** Of these, the live ones that the acting person reads, and how they stand to them. */
export function listKnown(
  db: Reader,
  ids: readonly Id[] | 'all',
  year: number,
  day: PlainDate,
  unit?: Id,
): Promise<Known[]> {
  const where = conditions({ unit }, day)
  if (ids !== 'all') where.push(sql`s.entity_id = any (${[...ids]}::uuid[])`)
  return rowsOf(
    db,
    sql<Known>`select s.entity_id as id, s.unit_id as "unitId", e.agency_id as "agencyId",
        exists (select from kept_entities k where k.id = s.entity_id) as "isKept",
        exists (select from own_entities o where o.id = s.entity_id) as "isOwn",
        c.way is not null as "isConfirmed", c.way
      from ${live(year)} where ${both(where)}`,
  )
}

export interface Said {
  year: number
  way: 'entity' | 'commune'
  byWords: string
  accountId: Id
  at: Date
  note: string | null
  fileId: Id | null
}

/** What was ticked before stays. Answers the rows' own ids. */
export async function confirm(
  tx: Tx,
  rows: readonly { id: Id; entityId: Id }[],
  said: Said,
): Promise<Id[]> {
  const values = {
    way: said.way,
    confirmed_by: said.accountId,
    confirmed_words: said.byWords,
    confirmed_at: said.at,
    note: said.note,
    file_id: said.fileId,
  }
  const kept = await tx
    .insertInto('entity_confirmations')
    .values(
      rows.map(({ id, entityId }) => ({ id, entity_id: entityId, year: said.year, ...values })),
    )
    .onConflict((on) => on.columns(['entity_id', 'year']).doUpdateSet(values))
    .returning('id')
    .execute()
  return kept.map(({ id }) => id)
}

interface WasConfirmed {
  id: Id
  way: string
  byWords: string
  at: Date
  note: string | null
  fileId: Id | null
}

/** Takes back what was confirmed; answers what it was, by entity. The paper stays where it hangs. */
export async function unconfirm(tx: Tx, ids: readonly Id[], year: number): Promise<WasConfirmed[]> {
  const { rows } = await sql<WasConfirmed>`with was as (
      select * from entity_confirmations
      where entity_id = any (${[...ids]}::uuid[]) and year = ${year} and way is not null for update
    )
    update entity_confirmations c set way = null, confirmed_by = null, confirmed_words = null,
      confirmed_at = null, note = null, file_id = null
    from was where c.id = was.id
    returning was.entity_id as id, was.way, was.confirmed_words as "byWords", was.confirmed_at as at,
      was.note, was.file_id as "fileId"`.execute(tx)
  return rows
}

/** @returns how many are otherwise than before */
export async function markNational(
  tx: Tx,
  rows: readonly { id: Id; entityId: Id }[],
  { year, on, byWords }: { year: number; on: PlainDate; byWords: string },
): Promise<number> {
  const values = { national_on: on, national_words: byWords }
  const result = await tx
    .insertInto('entity_confirmations')
    .values(rows.map(({ id, entityId }) => ({ id, entity_id: entityId, year, ...values })))
    .onConflict((conflict) =>
      conflict
        .columns(['entity_id', 'year'])
        .doUpdateSet(values)
        .where('entity_confirmations.national_on', 'is distinct from', on),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

/** A tick taken back leaves what was confirmed. */
export async function unmarkNational(tx: Tx, ids: readonly Id[], year: number): Promise<number> {
  const result = await tx
    .updateTable('entity_confirmations')
    .set({ national_on: null, national_words: null })
    .where('entity_id', 'in', [...ids])
    .where('year', '=', year)
    .where('national_on', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Bodies of a unit whose people keep its register. */
export async function keepersOf(db: Reader, unitId: Id, day: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('agency_versions')
    .select('agency_id')
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'people_committee')
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return rows.map(({ agency_id }) => agency_id)
}
