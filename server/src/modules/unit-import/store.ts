import { UnitImportAction, UnitImportResult } from '@hopluc/shared/unit-import'
import { UnitLevel } from '@hopluc/shared/units'
import { type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { type Plan, type State, touchedBy, type UnitRow } from './plan.ts'

const MANY = 4000
/** Beyond this making all parts anew costs less than finding which ones. */
const FEW_UNITS = 500

/** Every version and succession: some 14,000 rows of a nation, read at once. */
export async function readState(db: Reader): Promise<State> {
  const versions = await db
    .selectFrom('unit_versions')
    .select([
      'unit_id as id',
      'from_on as fromOn',
      'until_on as untilOn',
      'level',
      'kind',
      'name',
      'code',
      'parent_id as parentId',
    ])
    .orderBy('unit_id')
    .orderBy('from_on')
    .execute()
  const successions = await db
    .selectFrom('unit_successions')
    .select(['from_id as fromId', 'to_id as toId', 'on_day as onDay', 'is_whole as isWhole'])
    .execute()
  return {
    versions: versions.map((one) => ({ ...one, level: UnitLevel.parse(one.level) })),
    successions,
  }
}

/** Two imports at once would found the same units. */
export async function lock(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(2004)`.execute(tx)
}

/** Writes the whole plan; what follows from units is made anew in the same transaction. */
export async function apply(tx: Tx, plan: Plan, act: string): Promise<void> {
  const ids = [...new Set(plan.founded.map(({ id }) => id))]
  for (const some of chunks(ids))
    await sql`insert into units (id) select unnest(${some}::uuid[])`.execute(tx)
  for (const one of plan.closed)
    await tx
      .updateTable('unit_versions')
      .set({ until_on: one.untilOn })
      .where('unit_id', '=', one.id)
      .where('from_on', '=', one.fromOn)
      .execute()
  for (const one of plan.corrected)
    await tx
      .updateTable('unit_versions')
      .set({ kind: one.kind, name: one.name, code: one.code, parent_id: one.parentId })
      .where('unit_id', '=', one.id)
      .where('from_on', '=', one.fromOn)
      .execute()
  for (const some of chunks([...plan.founded, ...plan.followed])) await insert(tx, some)
  for (const some of chunks(plan.successions))
    await sql`insert into unit_successions (from_id, to_id, on_day, is_whole, act)
      select r.from_id, r.to_id, r.on_day, r.is_whole, ${act} from json_to_recordset(${JSON.stringify(
        some.map(({ fromId, toId, onDay, isWhole }) => ({
          from_id: fromId,
          to_id: toId,
          on_day: onDay,
          is_whole: isWhole,
        })),
      )}::json) as r (from_id uuid, to_id uuid, on_day date, is_whole boolean)`.execute(tx)
  for (const one of plan.loosened)
    await tx
      .updateTable('unit_successions')
      .set({ is_whole: false })
      .where('from_id', '=', one.fromId)
      .where('to_id', '=', one.toId)
      .where('on_day', '=', one.onDay)
      .where('share', 'is', null)
      .execute()
  const touched = touchedBy(plan)
  await sql`update units set version = version + 1 where id = any(${touched}::uuid[])
    and id <> all(${ids}::uuid[])`.execute(tx)
  await settle(tx, touched)
}

async function insert(tx: Tx, versions: readonly UnitRow[]): Promise<void> {
  const rows = versions.map(({ id, fromOn, untilOn, level, kind, name, code, parentId }) => ({
    unit_id: id,
    from_on: fromOn,
    until_on: untilOn,
    level,
    kind,
    name,
    code,
    parent_id: parentId,
  }))
  await sql`insert into unit_versions (unit_id, from_on, until_on, level, kind, name, code, parent_id)
    select r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r (unit_id uuid, from_on date,
      until_on date, level text, kind text, name text, code text, parent_id uuid)`.execute(tx)
}

/** Ancestry, parts, and what those see who oversee units. */
async function settle(tx: Tx, touched: readonly Id[]): Promise<void> {
  await sql`select refresh_ancestry()`.execute(tx)
  const some = touched.length > FEW_UNITS ? null : touched
  await sql`select refresh_unit_parts(${some}::uuid[])`.execute(tx)
  await sql`select refresh_scopes(account_id) from (select distinct account_id from posts
    where role in ('chair', 'delegate', 'standing', 'observer')) overseers`.execute(tx)
}

/** Agencies at these units that have people from the day on. */
export function listPeopled(
  db: Reader,
  unitIds: readonly Id[],
  onDay: PlainDate,
): Promise<{ unit: string; agency: string; people: number }[]> {
  if (unitIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom(
      sql<{ unit: string; agency: string; people: number }>`(
        select distinct on (u.name, a.name) u.kind || ' ' || u.name as unit, a.name as agency,
          (select count(distinct p.account_id)::int from posts p
            where p.agency_id = a.agency_id and p.until_on >= ${onDay}) as people
        from unit_versions u join agency_versions a on a.unit_id = u.unit_id and a.until_on >= ${onDay}
        where u.unit_id = any (${[...unitIds]}::uuid[]) and u.until_on >= ${onDay})`.as('left'),
    )
    .selectAll('left')
    .where('people', '>', 0)
    .orderBy('unit')
    .orderBy('agency')
    .execute()
}

/** The nation, under which the whole list is recorded. */
export async function nationId(db: Reader, day: PlainDate): Promise<Id | undefined> {
  const row = await db
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('level', '=', 'nation')
    .where('until_on', '>=', day)
    .limit(1)
    .executeTakeFirst()
  return row?.unit_id
}

const Counts = z
  .object({ counts: z.record(UnitImportAction, z.int()) })
  .nullable()
  .catch(null)
const JobState = UnitImportResult.shape.state

export async function getJob(db: Reader, id: Id, name: string): Promise<UnitImportResult> {
  const job = await db
    .selectFrom('jobs')
    .select(['state', 'result', 'error'])
    .where('id', '=', id)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!job)
    throw new AppError('not_found', 'units.import_not_found', {
      vi: 'Không tìm thấy lần nhập danh mục này.',
      en: 'There is no such import.',
    })
  const counts = Counts.parse(job.result)?.counts ?? null
  return { state: JobState.parse(job.state), job: id, counts, error: job.error }
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MANY) }, (_, at) =>
    items.slice(at * MANY, (at + 1) * MANY),
  )
}
