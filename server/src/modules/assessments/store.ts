import type {
  AssessmentItem,
  AssessmentLevel,
  AssessmentQuery,
  AssessmentState,
  AssessmentStep,
  Mark,
} from '@hopluc/shared/assessments'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import * as files from '../../platform/files.ts'
import {
  agencyNamed,
  BY_NAME,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
  unitsUnder,
} from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends AssessmentItem {
  setId: Id
  isOwn: boolean
  isKept: boolean
}

const columns = (
  day: PlainDate,
) => sql`a.id, a.round_id as "roundId", r.name as "roundName", r.year, a.state, a.total::float8 as total, a.band,
  a.not_rated as "notRated", a.appeal, a.is_demo as "isDemo", a.version, r.set_id as "setId",
  json_build_object('id', e.id, 'name', e.name) as entity,
  (select ${unitName('u')} from unit_versions u where u.unit_id = a.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  (select s.sector from entity_spans s where s.entity_id = a.entity_id
    order by (${day}::date between s.from_on and s.until_on) desc, s.from_on desc limit 1) as sector,
  (select b ->> 'name' from criteria_sets c, jsonb_array_elements(c.bands) b
    where c.id = r.set_id and b ->> 'code' = a.band) as "bandName",
  a.entity_id in (select id from own_entities) as "isOwn", a.unit_id in (select kept_units()) as "isKept"`
const FROM = sql`assessments a join assessment_rounds r on r.id = a.round_id join entities e on e.id = a.entity_id`

/** By the cooperative's name; of one cooperative the latest year first. */
export async function list(db: Reader, query: AssessmentQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.round) where.push(sql`a.round_id = ${query.round}`)
  if (query.entity) where.push(sql`a.entity_id = ${query.entity}`)
  if (query.unit) where.push(sql`a.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.state) where.push(sql`a.state = ${query.state}`)
  if (query.appeal) where.push(sql`a.appeal = ${query.appeal}`)
  if (query.band)
    where.push(
      query.band === 'none'
        ? sql`a.not_rated is not null`
        : sql`(a.band = ${query.band} and a.state = 'decided' and a.not_rated is null)`,
    )
  if (query.sector)
    where.push(sql`exists (select from entity_spans s where s.entity_id = a.entity_id
      and ${day}::date between s.from_on and s.until_on and s.sector = ${query.sector})`)
  const order = sql`-r.year, e.name ${BY_NAME}, a.id`
  if (query.cursor)
    where.push(sql`(-r.year, e.name ${BY_NAME}, a.id) > (select -o.year, n.name ${BY_NAME}, m.id
      from assessments m join assessment_rounds o on o.id = m.round_id join entities n on n.id = m.entity_id
      where m.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from ${FROM} where ${both(where)}
      order by ${order} limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Row> {
  const [row] = await rowsOf(db, sql<Row>`select ${columns(day)} from ${FROM} where a.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** What a round has of each of its cooperatives: who, and the points given last. */
export interface ScoredRow {
  id: Id
  entityId: Id
  name: string
  state: AssessmentState
  total: number | null
  band: string | null
  notRated: string | null
  marks: Mark[] | null
}

/** All of a round, by name; held until the transaction ends where they are to be changed. */
export function scoredOf(db: Reader, roundId: Id): Promise<ScoredRow[]> {
  return rowsOf(
    db,
    sql<ScoredRow>`select a.id, a.entity_id as "entityId", e.name, a.state, a.total::float8 as total, a.band,
        a.not_rated as "notRated", l.marks
      from assessments a join entities e on e.id = a.entity_id
      left join lateral (select s.marks from assessment_steps s where s.assessment_id = a.id and s.marks is not null
        order by s.seq desc limit 1) l on true
      where a.round_id = ${roundId} order by e.name ${BY_NAME}, a.id`,
  )
}

export interface StepRow extends AssessmentStep {
  marks: Mark[] | null
}

export function listSteps(db: Reader, id: Id, day: PlainDate): Promise<StepRow[]> {
  return rowsOf(
    db,
    sql<StepRow>`select s.seq, s.action, s.level, s.marks, s.total::float8 as total, s.text, s.on_day as "onDay",
        ${agencyNamed(sql`s.agency_id`, sql`${day}::date`)} as agency, s.by_words as "byWords",
        to_jsonb(s.made_at) #>> '{}' as "madeAt",
        (select b ->> 'name' from criteria_sets c, jsonb_array_elements(c.bands) b
          where c.id = s.set_id and b ->> 'code' = s.band) as "bandName",
        coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size) order by l.position)
          from assessment_files l join files f on f.id = l.file_id
          where l.assessment_id = s.assessment_id and l.seq = s.seq), '[]') as files
      from assessment_steps s where s.assessment_id = ${id} order by s.seq`,
  )
}

export interface Step {
  action: AssessmentStep['action']
  level: AssessmentLevel
  on: PlainDate
  at: Date
  by: { accountId: Id; agencyId: Id; byWords: string }
  text?: string | null
  /** Points given under a set. */
  given?: { marks: readonly Mark[]; total: number; band: string | null; setId: Id }
  fileIds?: readonly Id[]
}

/** Adds a line to the trail, with its files. */
export async function append(tx: Tx, id: Id, step: Step): Promise<void> {
  const row = await tx
    .selectFrom('assessment_steps')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  const seq = Number(row?.last ?? 0) + 1
  await tx
    .insertInto('assessment_steps')
    .values({
      assessment_id: id,
      seq,
      action: step.action,
      level: step.level,
      marks: step.given ? JSON.stringify(step.given.marks) : null,
      total: step.given ? String(step.given.total) : null,
      band: step.given?.band ?? null,
      set_id: step.given?.setId ?? null,
      text: step.text ?? null,
      on_day: step.on,
      agency_id: step.by.agencyId,
      made_by: step.by.accountId,
      by_words: step.by.byWords,
      made_at: step.at,
    })
    .execute()
  for (const [position, fileId] of (step.fileIds ?? []).entries()) {
    await files.link(tx, fileId, 'assessment', id)
    await tx
      .insertInto('assessment_files')
      .values({ assessment_id: id, seq, position, file_id: fileId })
      .execute()
  }
}

export interface Patch {
  state?: AssessmentState
  total?: number | null
  band?: string | null
  notRated?: string | null
  appeal?: 'open' | 'kept' | 'changed'
}

/** Nothing of what somebody has changed since. */
export async function update(tx: Tx, id: Id, version: number, patch: Patch): Promise<void> {
  const { state, total, band, notRated, appeal } = patch
  const { numUpdatedRows } = await tx
    .updateTable('assessments')
    .set(({ eb }) => ({
      ...(state !== undefined && { state }),
      ...(total !== undefined && { total: total === null ? null : String(total) }),
      ...(band !== undefined && { band }),
      ...(notRated !== undefined && { not_rated: notRated }),
      ...(appeal !== undefined && { appeal }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw changed()
}
