import type { NewWork, Work, WorkChange, WorkQuery } from '@hopluc/shared/entity-years'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { both, rowsOf, unitName, unitsUnder } from '../../units/index.ts'
import { workChanged, workNotFound } from '../refusals.ts'

export type WorkRow = Omit<Work, 'mayChange' | 'isLate'> & { isKept: boolean }
export type Filters = Pick<WorkQuery, 'unit' | 'kind' | 'state'> & { year: number }

const unitNamed = (column: RawBuilder<unknown>, day: PlainDate) => sql`(select ${unitName('u')}
  from unit_versions u where u.unit_id = ${column}
  order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1)`

function conditions({ year, unit, kind, state }: Filters, day: PlainDate): RawBuilder<unknown>[] {
  const found = [sql`w.year = ${year}`]
  if (unit) found.push(sql`w.unit_id in ${unitsUnder(unit, day)}`)
  if (kind) found.push(sql`w.kind = ${kind}`)
  if (state) found.push(sql`w.state = ${state}`)
  return found
}

const select = (where: readonly RawBuilder<unknown>[], day: PlainDate, limit: number) =>
  sql<WorkRow>`select w.id, w.year, w.kind, w.unit_id as "unitId", ${unitNamed(sql`w.unit_id`, day)} as unit,
      (select json_build_object('id', e.id, 'name', e.name, 'version', e.version)
        from entities e where e.id = w.entity_id) as entity,
      w.candidate_name as "candidateName", w.founders, w.advised_by as "advisedBy", w.state, w.due_on as "dueOn",
      w.note, w.suggested_by as "suggestedBy",
      (select json_build_object('id', v.id, 'kind', v.kind, 'onDay', v.on_day, 'decisionNo', v.decision_no)
        from entity_events v where v.id = w.event_id) as event,
      w.is_demo as "isDemo", w.version, w.unit_id in (select work_units()) as "isKept"
    from commune_works w where ${both(where)} order by coalesce(w.due_on, '9999-12-31'), w.id limit ${limit}`

/** What is due first comes first. */
export function list(
  db: Reader,
  filters: Filters,
  { day, limit, after }: { day: PlainDate; limit: number; after?: Id | undefined },
): Promise<WorkRow[]> {
  const where = conditions(filters, day)
  if (after !== undefined)
    where.push(sql`(coalesce(w.due_on, '9999-12-31'), w.id) > (
      select coalesce(a.due_on, '9999-12-31'), a.id from commune_works a where a.id = ${after})`)
  return rowsOf(db, select(where, day, limit))
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<WorkRow> {
  const [row] = await rowsOf(db, select([sql`w.id = ${id}`], day, 1))
  if (!row) throw workNotFound()
  return row
}

export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('commune_works')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw workChanged()
}

export interface Count {
  kind: Work['kind']
  state: Work['state']
  count: number
}

export function counts(db: Reader, filters: Filters, day: PlainDate): Promise<Count[]> {
  return rowsOf(
    db,
    sql<Count>`select w.kind, w.state, count(*)::int as count from commune_works w
      where ${both(conditions(filters, day))} group by 1, 2`,
  )
}

export function countsByUnit(
  db: Reader,
  year: number,
  day: PlainDate,
): Promise<{ unitId: Id; unit: UnitName; counts: Count[] }[]> {
  return rowsOf(
    db,
    sql<{ unitId: Id; unit: UnitName; counts: Count[] }>`select w.unit_id as "unitId",
        ${unitNamed(sql`w.unit_id`, day)} as unit,
        json_agg(json_build_object('kind', w.kind, 'state', w.state, 'count', w.n)) as counts
      from (select unit_id, kind, state, count(*)::int as n from commune_works where year = ${year}
        group by 1, 2, 3) w group by w.unit_id order by sum(w.n) desc, w.unit_id`,
  )
}

/** Where the entity lies on the day. */
export async function unitOf(db: Reader, entityId: Id, day: PlainDate): Promise<Id | undefined> {
  const row = await db
    .selectFrom('entity_places')
    .select('unit_id')
    .where('entity_id', '=', entityId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirst()
  return row?.unit_id
}

export async function isKeptUnit(db: Reader, unitId: Id): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ isKept: boolean }>`select ${unitId}::uuid in (select kept_units()) as "isKept"`,
  )
  return row?.isKept === true
}

export async function isTaken(db: Reader, { entityId, year, kind }: NewWork): Promise<boolean> {
  if (!entityId) return false
  const row = await db
    .selectFrom('commune_works')
    .select('id')
    .where('entity_id', '=', entityId)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}

type Wanted = Pick<WorkChange, 'dueOn' | 'candidateName' | 'founders' | 'advisedBy' | 'note'>
const wanted = ({ dueOn, candidateName, founders, advisedBy, note }: Wanted) => ({
  due_on: dueOn,
  candidate_name: candidateName,
  founders,
  advised_by: advisedBy,
  note,
})

export async function insert(
  tx: Tx,
  { accountId }: Actor,
  work: NewWork & { id: Id; unitId: Id; at: Date },
): Promise<void> {
  await tx
    .insertInto('commune_works')
    .values({
      id: work.id,
      unit_id: work.unitId,
      year: work.year,
      kind: work.kind,
      entity_id: work.entityId ?? null,
      state: work.state,
      suggested_by: work.suggestedBy,
      ...wanted(work),
      updated_at: work.at,
      updated_by: accountId,
    })
    .execute()
}

export async function update(
  tx: Tx,
  { accountId }: Actor,
  id: Id,
  change:
    | (Wanted & { state: Work['state']; at: Date })
    | { state: 'done'; eventId: Id; entityId: Id; at: Date },
): Promise<void> {
  const values =
    'eventId' in change ? { event_id: change.eventId, entity_id: change.entityId } : wanted(change)
  await tx
    .updateTable('commune_works')
    .set(({ eb }) => ({
      ...values,
      state: change.state,
      version: eb('version', '+', 1),
      updated_at: change.at,
      updated_by: accountId,
    }))
    .where('id', '=', id)
    .execute()
}
