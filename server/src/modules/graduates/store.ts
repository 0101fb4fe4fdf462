import type {
  Graduate,
  GraduatePage,
  GraduateQuery,
  GraduateStep,
  NewGraduate,
} from '@hopluc/shared/graduates'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { unitOn } from '../support/index.ts'
import { agencyNamed, both, idOfCursor, pageOfRows, rowsOf } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends Graduate {
  isPayer: boolean
  birthYear: number | null
  decision: string
  outcomeNote: string | null
}

const columns = (
  day: PlainDate,
) => sql`g.id, ${agencyNamed(sql`g.agency_id`, sql`${day}::date`)} as agency,
  (select json_build_object('id', e.id, 'name', e.name) from entities e where e.id = g.entity_id) as entity,
  ${unitOn('g.unit_id', day)} as unit,
  (select p.name from support_programmes p where p.id = g.programme_id) as programme,
  g.name, g.post, g.training, g.from_on as "fromOn", g.until_on as "untilOn",
  (12 * extract(year from g.until_on + 1) + extract(month from g.until_on + 1)
    - 12 * extract(year from g.from_on) - extract(month from g.from_on)
    + (extract(day from g.until_on + 1) > extract(day from g.from_on))::int)::int as months,
  g.region, g.monthly, g.wage, g.paid_months as "paidMonths", g.paid, g.outcome, g.outcome_on as "outcomeOn",
  g.outcome = 'working' and g.until_on < ${day}::date as "isOver", g.is_demo as "isDemo", g.version,
  g.birth_year as "birthYear", g.decision, g.outcome_note as "outcomeNote",
  g.agency_id in (select acting_agencies()) as "isPayer"`

function conditions({ outcome, entity }: GraduateQuery): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = []
  if (outcome) where.push(sql`g.outcome = ${outcome}`)
  if (entity) where.push(sql`g.entity_id = ${entity}`)
  return where
}

/** Who began last comes first. */
export async function list(db: Reader, query: GraduateQuery, day: PlainDate) {
  const where = conditions(query)
  if (query.cursor)
    where.push(sql`(g.from_on, g.id) < (select o.from_on, o.id from graduates o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from graduates g where ${both(where)}
      order by g.from_on desc, g.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export async function sums(db: Reader, query: GraduateQuery): Promise<GraduatePage['sums']> {
  const of = (outcome: string) =>
    sql`(count(*) filter (where g.outcome = ${outcome}))::int as ${sql.ref(outcome)}`
  const [row] = await rowsOf(
    db,
    sql<
      GraduatePage['sums']
    >`select count(*)::int as people, count(distinct g.entity_id)::int as entities,
        ${of('working')}, ${of('stayed')}, ${of('left')}, coalesce(sum(g.paid), 0)::bigint as paid
      from graduates g where ${both(conditions(query))}`,
  )
  if (!row) throw notFound()
  return row
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Row | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from graduates g where g.id = ${id}`,
  )
  return row
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Row> {
  const row = await find(db, id, day)
  if (!row) throw notFound()
  return row
}

export interface StepRow extends GraduateStep {
  id: Id
}

export function listSteps(db: Reader, id: Id): Promise<StepRow[]> {
  return rowsOf(
    db,
    sql<StepRow>`select id, seq, action, on_day as "onDay", month, amount, until_on as "untilOn", paper, text,
        by_words as "byWords"
      from graduate_steps where graduate_id = ${id} order by seq`,
  )
}

export async function insert(
  tx: Tx,
  given: NewGraduate,
  of: { agencyId: Id; unitId: Id; wage: number | null },
): Promise<void> {
  await tx
    .insertInto('graduates')
    .values({
      id: given.id,
      agency_id: of.agencyId,
      entity_id: given.entityId,
      unit_id: of.unitId,
      programme_id: given.programmeId,
      name: given.name,
      birth_year: given.birthYear,
      training: given.training,
      post: given.post,
      decision: given.decision,
      from_on: given.fromOn,
      until_on: given.untilOn,
      region: given.region,
      monthly: given.monthly,
      wage: of.wage,
    })
    .execute()
}

export interface Patch {
  until_on?: PlainDate
  outcome?: 'stayed' | 'left'
  outcome_on?: PlainDate
  outcome_note?: string | null
  paid_months?: number
  paid?: number
}

/** Refuses who last saw another version. */
export async function update(tx: Tx, id: Id, version: number, patch: Patch): Promise<void> {
  const updated = await tx
    .updateTable('graduates')
    .set({ ...patch, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw changed()
}

export interface Step {
  id: Id
  action: GraduateStep['action']
  on: PlainDate
  month?: PlainDate
  amount?: number
  untilOn?: PlainDate
  paper?: string | null
  text?: string | null
}

export async function append(
  tx: Tx,
  graduateId: Id,
  seq: number,
  step: Step,
  by: { accountId: Id; byWords: string },
): Promise<void> {
  await tx
    .insertInto('graduate_steps')
    .values({
      id: step.id,
      graduate_id: graduateId,
      seq,
      action: step.action,
      on_day: step.on,
      month: step.month ?? null,
      amount: step.amount ?? null,
      until_on: step.untilOn ?? null,
      paper: step.paper ?? null,
      text: step.text ?? null,
      made_by: by.accountId,
      by_words: by.byWords,
    })
    .execute()
}
