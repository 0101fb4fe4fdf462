import type {
  Recognition,
  RecognitionFigure,
  RecognitionItem,
  RecognitionKind,
  RecognitionQuery,
  RecognitionState,
} from '@hopluc/shared/recognitions'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  agencyNamed,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
  unitsUnder,
} from '../units/index.ts'
import type { Sides } from './policy.ts'
import { changed, notFound } from './refusals.ts'

export type Row = RecognitionItem & Sides

const columns = (day: PlainDate) => sql`r.id, r.kind,
  json_build_object('id', r.entity_id, 'name', r.entity_name) as entity,
  (select ${unitName('u')} from unit_versions u where u.unit_id = r.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  r.form, r.title, ${agencyNamed(sql`r.from_agency_id`, sql`${day}::date`)} as "from",
  ${agencyNamed(sql`r.to_agency_id`, sql`${day}::date`)} as "to",
  r.state, r.changed_on as "changedOn",
  case when r.decided_on is not null then json_build_object('number', r.decision_number,
    'on', r.decided_on, 'by', r.decided_by) end as decision,
  (r.pictures -> 0 ->> 'fileId')::uuid as "coverId", r.is_demo as "isDemo", r.version,
  r.id in (select id from proposed_recognitions) as "isProposer",
  r.id in (select id from handled_recognitions) as "isHandler"`

/** What changed last comes first. */
export async function list(db: Reader, query: RecognitionQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = [sql`r.kind = ${query.kind}`]
  if (query.state) where.push(sql`r.state = ${query.state}`)
  if (query.unit) where.push(sql`r.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.entity) where.push(sql`r.entity_id = ${query.entity}`)
  if (query.form) where.push(sql`r.form = ${query.form}`)
  if (query.cursor)
    where.push(sql`(r.changed_on, r.id) < (select o.changed_on, o.id from recognitions o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from recognitions r where ${both(where)}
      order by r.changed_on desc, r.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export type Whole = Row &
  Pick<Recognition, 'story' | 'year' | 'figures' | 'pictures' | 'checks'> & { provinceId: Id }

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Whole | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Whole>`select ${columns(day)}, r.story, r.year, r.figures, r.pictures, r.checks,
        -- of a province that is no more, its heir
        case when exists (select from unit_versions u where u.unit_id = r.province_id
            and ${day}::date between u.from_on and u.until_on) then r.province_id
          else coalesce((select h.to_id from unit_successions h where h.from_id = r.province_id
            order by h.to_id limit 1), r.province_id) end as "provinceId"
      from recognitions r where r.id = ${id}`,
  )
  return row
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Whole> {
  const row = await find(db, id, day)
  if (!row) throw notFound()
  return row
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('recognitions')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw changed()
}

/** How it went, for those whose business it is; nothing for others. */
export function listEvents(db: Reader, id: Id): Promise<Recognition['events']> {
  return rowsOf(
    db,
    sql<Recognition['events'][number]>`select seq, action, on_day as "onDay", text,
        by_words as "byWords",
        to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
      from recognition_events where recognition_id = ${id} order by seq`,
  )
}

export interface Words {
  toAgencyId: Id
  form: string
  title: string
  story: string
  year: number
  figures: readonly RecognitionFigure[]
  pictures: Recognition['pictures']
  checks: Recognition['checks']
}

const valuesOf = (said: Words) => ({
  to_agency_id: said.toAgencyId,
  form: said.form,
  title: said.title,
  story: said.story,
  year: said.year,
  figures: JSON.stringify(said.figures),
  pictures: JSON.stringify(said.pictures),
  checks: JSON.stringify(said.checks),
})

export interface NewRow extends Words {
  id: Id
  kind: RecognitionKind
  entityId: Id
  entityName: string
  unitId: Id
  provinceId: Id
  fromAgencyId: Id
  on: PlainDate
}

export async function insert(tx: Tx, row: NewRow): Promise<void> {
  await tx
    .insertInto('recognitions')
    .values({
      ...valuesOf(row),
      id: row.id,
      kind: row.kind,
      entity_id: row.entityId,
      entity_name: row.entityName,
      unit_id: row.unitId,
      province_id: row.provinceId,
      from_agency_id: row.fromAgencyId,
      changed_on: row.on,
    })
    .execute()
}

export async function edit(tx: Tx, id: Id, said: Words, on: PlainDate): Promise<void> {
  await tx
    .updateTable('recognitions')
    .set(({ eb }) => ({ ...valuesOf(said), changed_on: on, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export interface Turn {
  state: RecognitionState
  on: PlainDate
  figures?: readonly RecognitionFigure[]
  decision?: { number: string; on: PlainDate; by: string }
}

export async function turn(tx: Tx, id: Id, { state, on, figures, decision }: Turn): Promise<void> {
  await tx
    .updateTable('recognitions')
    .set(({ eb }) => ({
      state,
      changed_on: on,
      version: eb('version', '+', 1),
      ...(state === 'submitted' && { submitted_on: eb.fn.coalesce('submitted_on', eb.val(on)) }),
      ...(figures && { figures: JSON.stringify(figures) }),
      ...(decision && {
        decision_number: decision.number,
        decided_on: decision.on,
        decided_by: decision.by,
      }),
    }))
    .where('id', '=', id)
    .execute()
}

export interface Step {
  action: Recognition['events'][number]['action']
  on: PlainDate
  at: Date
  by: { accountId: Id; byWords: string }
  text?: string | null
}

/** Under the lock of the dossier, or in the transaction that makes it. */
export async function append(tx: Tx, id: Id, step: Step): Promise<void> {
  const { last } = await tx
    .selectFrom('recognition_events')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('recognition_id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('recognition_events')
    .values({
      recognition_id: id,
      seq: (last ?? 0) + 1,
      action: step.action,
      on_day: step.on,
      text: step.text ?? null,
      made_by: step.by.accountId,
      by_words: step.by.byWords,
      made_at: step.at,
    })
    .execute()
}
