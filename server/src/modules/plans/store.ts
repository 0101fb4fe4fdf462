import { PAPER_KIND_NAMES, type PaperKind } from '@hopluc/shared/documents'
import {
  NEAR_PERCENT,
  type PlanContent,
  type PlanItem,
  type PlanPage,
  type PlanQuery,
  type PlanState,
} from '@hopluc/shared/plans'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  agencyNamed,
  BY_NAME,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
} from '../units/index.ts'
import { stateOn } from './domain.ts'
import { changed, planNotFound } from './refusals.ts'

/** A unit as JSON, by its name on the day or as it was last called. */
export const unitNamed = (id: RawBuilder<unknown>, day: PlainDate) => sql`(
  select ${unitName('u')} from unit_versions u where u.unit_id = ${id}
  order by (${day}::date between u.from_on and u.until_on) desc, (u.from_on <= ${day}::date) desc,
    u.from_on desc limit 1)`

export interface PlanRow extends PlanItem {
  documentId: Id | null
  bases: string | null
  note: string | null
  parentId: Id | null
  openedOn: PlainDate | null
  submittedOn: PlainDate | null
  isOwn: boolean
  /** The last day on which its unit is. */
  unitUntil: PlainDate
}

const columns = (
  day: PlainDate,
) => sql`p.id, p.title, p.kind, p.state, p.from_on as "fromOn", p.until_on as "untilOn",
  ${unitNamed(sql`p.unit_id`, day)} as unit, ${agencyNamed(sql`p.body_id`, sql`${day}::date`)} as body,
  p.number, p.issued_on as "issuedOn", p.register_by as "registerBy",
  p.near_percent as "nearPercent",
  (select count(*)::int from targets t where t.plan_id = p.id) as targets, p.version, p.is_demo as "isDemo",
  p.document_id as "documentId", p.bases, p.note, p.parent_id as "parentId", p.opened_on as "openedOn",
  p.submitted_on as "submittedOn", p.body_id in (select planned_bodies()) as "isOwn",
  (select max(u.until_on) from unit_versions u where u.unit_id = p.unit_id) as "unitUntil"`

/** As it stood on the day: what came later had not happened. */
function asOf(row: PlanRow, day: PlainDate): PlanRow {
  const state = stateOn(row, day)
  return state === 'issued' ? row : { ...row, state, number: null, issuedOn: null }
}

/** Plans that run on the day, the newest first; then those that are over. */
export async function list(db: Reader, query: PlanQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = [sql`p.from_on <= (${day}::date + interval '2 years')`]
  if (query.kind) where.push(sql`p.kind = ${query.kind}`)
  if (query.unit) where.push(sql`p.unit_id = ${query.unit}`)
  if (query.cursor)
    where.push(sql`(p.until_on, p.id) < (select o.until_on, o.id from plans o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<PlanRow>`select ${columns(day)} from plans p where ${both(where)}
      order by p.until_on desc, p.id desc limit ${query.limit + 1}`,
  )
  const { items, next } = pageOfRows(rows, query.limit)
  return { items: items.map((row) => asOf(row, day)), next }
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<PlanRow> {
  const [row] = await rowsOf(
    db,
    sql<PlanRow>`select ${columns(day)} from plans p where p.id = ${id}`,
  )
  if (!row) throw planNotFound()
  return asOf(row, day)
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version?: number): Promise<{ state: PlanState }> {
  const row = await tx
    .selectFrom('plans')
    .select(['version', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw planNotFound()
  if (version !== undefined && row.version !== version) throw changed('plans')
  return { state: stateOf(row.state) }
}

const STATES: readonly PlanState[] = ['draft', 'registering', 'submitted', 'issued']
function stateOf(words: string): PlanState {
  const found = STATES.find((one) => one === words)
  if (!found) throw new Error(`a plan stands at ${words}`)
  return found
}

const written = (content: PlanContent) => ({
  kind: content.kind,
  unit_id: content.unitId,
  title: content.title,
  from_on: content.fromOn,
  until_on: content.untilOn,
  document_id: content.documentId,
  bases: content.bases,
  note: content.note,
  register_by: content.registerBy,
  parent_id: content.parentId,
  near_percent: content.nearPercent,
})

export async function insert(tx: Tx, content: PlanContent & { bodyId: Id; by: Id }): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('plans')
    .values({ id, body_id: content.bodyId, created_by: content.by, ...written(content) })
    .execute()
  return id
}

export function change(tx: Tx, id: Id, content: PlanContent): Promise<void> {
  return update(tx, id, written(content))
}

export async function update(
  tx: Tx,
  id: Id,
  patch: Partial<ReturnType<typeof written>> & {
    state?: PlanState
    opened_on?: PlainDate
    submitted_on?: PlainDate | null
    number?: string
    issued_on?: PlainDate
    issued_by?: Id
    near_percent?: number
  },
): Promise<void> {
  await tx
    .updateTable('plans')
    .set(({ eb }) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, id: Id): Promise<void> {
  await tx
    .deleteFrom('targets')
    .where('plan_id', '=', id)
    .where('parent_id', 'is not', null)
    .execute()
  await tx.deleteFrom('targets').where('plan_id', '=', id).execute()
  await tx.deleteFrom('plans').where('id', '=', id).execute()
}

type Body = PlanPage['bodies'][number]

/** In whose name the acting person draws up plans, for which unit, and what gap its last plan called small. */
export function bodies(db: Reader, day: PlainDate): Promise<Body[]> {
  return rowsOf(
    db,
    sql<Body>`select v.agency_id as id, v.name, v.short_name as "shortName",
        ${unitNamed(sql`v.unit_id`, day)} as unit,
        coalesce((select p.near_percent from plans p where p.body_id = v.agency_id
          order by p.id desc limit 1), ${NEAR_PERCENT}::int) as "nearPercent"
      from agency_versions v where v.agency_id in (select planned_bodies())
        and ${day}::date between v.from_on and v.until_on
      order by (v.kind = 'steering_committee') desc, v.name collate "vi-x-icu"`,
  )
}

export async function mayPlan(db: Reader, bodyId: Id): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ may: boolean }>`select ${bodyId}::uuid in (select planned_bodies()) as may`,
  )
  return row?.may === true
}

/** Whether the unit is the body's own on the day, or lies below it. */
export async function liesIn(db: Reader, unitId: Id, bodyId: Id, day: PlainDate): Promise<boolean> {
  const found = await rowsOf(
    db,
    sql<{ id: Id }>`select a.descendant_id as id from agency_versions v
      join unit_ancestry a on a.ancestor_id = v.unit_id and ${day}::date between a.from_on and a.until_on
      where v.agency_id = ${bodyId} and ${day}::date between v.from_on and v.until_on
        and a.descendant_id = ${unitId}`,
  )
  return found.length > 0
}

/** Of the nation, by name. */
export function provincesOf(db: Reader, nationId: Id, day: PlainDate): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select unit_id as id, level, kind, name from unit_versions
      where parent_id = ${nationId} and level = 'province' and ${day}::date between from_on and until_on
      order by name ${BY_NAME}, unit_id`,
  )
}

/** Units for which the acting person speaks today. */
export async function ownUnits(db: Reader): Promise<Id[]> {
  const rows = await rowsOf(db, sql<{ id: Id }>`select distinct unit_id as id from own_commune`)
  return rows.map(({ id }) => id)
}

interface PaperFacts {
  id: Id
  kind: PaperKind
  symbol: string | null
  issuedOn: PlainDate | null
  abstract: string
  depth: number
}

/** "Kế hoạch 07-KH/HU, 18/11/2020"; one without a number by what it is about. */
function labelOf({ kind, symbol, issuedOn, abstract }: PaperFacts): string {
  if (symbol === null) return abstract
  const day = issuedOn?.split('-').toReversed().join('/')
  return `${PAPER_KIND_NAMES[kind]} ${symbol}${day ? `, ${day}` : ''}`
}

/** The plan's paper and what it rests on, as far as it may be read; the first cause first. */
export async function papersOf(db: Reader, documentId: Id | null) {
  if (documentId === null) return { paper: null, chain: [] }
  const rows = await rowsOf(
    db,
    sql<PaperFacts>`with recursive up (id, depth) as (
        select ${documentId}::uuid, 0
        union
        select l.to_id, up.depth + 1 from up join document_links l on l.from_id = up.id
          and l.relation = 'rests_on' where up.depth < 6)
      select d.id, d.kind, d.symbol, d.issued_on as "issuedOn", d.abstract, max(up.depth)::int as depth
      from up join documents d on d.id = up.id group by d.id order by 6 desc, 4, 1`,
  )
  const named = rows.map((row) => ({ id: row.id, label: labelOf(row), depth: row.depth }))
  const shown = ({ id, label }: { id: Id; label: string }) => ({ id, label })
  const paper = named.find(({ depth }) => depth === 0)
  return {
    paper: paper ? shown(paper) : null,
    chain: named.filter(({ depth }) => depth > 0).map(shown),
  }
}

/** The words of the plan's paper. */
export async function textOf(db: Reader, documentId: Id | null): Promise<string | null> {
  if (documentId === null) return null
  const row = await db
    .selectFrom('documents')
    .select('text')
    .where('id', '=', documentId)
    .executeTakeFirst()
  return row?.text ?? null
}

export async function titleOf(db: Reader, id: Id | null) {
  if (id === null) return null
  const row = await db
    .selectFrom('plans')
    .select(['id', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Once a yearly plan is laid open communes and departments are told. */
export async function tellOpened(
  tx: Tx,
  { id, title, registerBy }: PlanRow,
  by: string,
  at: Date,
): Promise<void> {
  const params = JSON.stringify({ title, by, dueOn: registerBy })
  await sql`select tell_of_plan(${id}, 'plan.opened', ${params}::jsonb, ${at})`.execute(tx)
}
