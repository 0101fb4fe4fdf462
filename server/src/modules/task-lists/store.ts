import type { TaskCounts, TaskQuery } from '@hopluc/shared/tasks'
import { TaskStatus } from '@hopluc/shared/task-deeds'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { onDay, selectRecords, toRecord, type TaskRecord } from '../task-rows/index.ts'

export type Filters = Omit<TaskQuery, 'limit' | 'cursor' | 'format'>

/** What is most pressing comes first when sorted by status. */
const ORDER = [
  'overdue',
  'due_soon',
  'not_taken_up',
  'waiting_confirmation',
  'in_term',
  'waiting_notice',
  'drafted',
  'standing',
  'paused',
  'done_late',
  'done_in_time',
  'cancelled',
] as const satisfies readonly TaskStatus[]

const DUE = sql<string>`coalesce(s.due_on, ${sql.lit(FOREVER)}::date)::text`
const NUMBER = sql<string>`lpad(t.year::text, 4, '0') || lpad(t.number::text, 7, '0') || t.part_no`
const RANK = sql<string>`lpad(array_position(${sql.lit(`{${ORDER.join(',')}}`)}::text[], s.status)::text, 2, '0')
  || coalesce(s.due_on, ${sql.lit(FOREVER)}::date)::text`
const SORTS = { due: DUE, number: NUMBER, status: RANK } as const

/**
 * A page by keyset. Says nothing about who asks: row security alone leaves out what they may not see.
 * Parts of what one sees as a whole are left out, but for the instances of a standing duty.
 */
export async function list(
  db: Reader,
  query: Filters & { cursor?: string | undefined; limit: number },
  day: PlainDate,
  accountId: Id,
): Promise<{ items: TaskRecord[]; next: string | null }> {
  let rows = filtered(db, query, day, accountId)
  rows = query.status
    ? rows.where('s.status', 'in', query.status)
    : rows.where('s.status', '<>', 'cancelled')
  const isDown = query.sort.startsWith('-')
  const name = query.sort.replace('-', '')
  const key = name === 'number' ? SORTS.number : name === 'status' ? SORTS.status : SORTS.due
  if (query.cursor) {
    const cut = query.cursor.lastIndexOf('_')
    const [value, id] = [query.cursor.slice(0, cut), query.cursor.slice(cut + 1)]
    const than = sql.raw(isDown ? '<' : '>')
    rows = rows.where(sql<boolean>`(${key} collate "C", t.id) ${than} (${value}, ${id}::uuid)`)
  }
  const found = await selectRecords(rows)
    .select(sql<string>`${key}`.as('key'))
    .orderBy(sql`${key} collate "C" ${sql.raw(isDown ? 'desc' : 'asc')}`)
    .orderBy('t.id', isDown ? 'desc' : 'asc')
    .limit(query.limit + 1)
    .execute()
  const page = found.slice(0, query.limit)
  const last = found.length > page.length ? page.at(-1) : undefined
  return { items: page.map(toRecord), next: last ? `${last.key}_${last.id}` : null }
}

/** One query for all tabs: the same filters, but for the status. */
export async function counts(
  db: Reader,
  query: Filters,
  day: PlainDate,
  accountId: Id,
): Promise<TaskCounts> {
  const { manner, ...others } = query
  const rows = await filtered(db, others, day, accountId)
    .groupBy(['s.status', 't.manner'])
    .select(['s.status', 't.manner', (row) => row.fn.countAll<number>().as('count')])
    .execute()
  const byStatus = TaskStatus.options.map((status) => {
    const own = rows.filter((row) => row.status === status && (!manner || row.manner === manner))
    return [status, own.reduce((sum, { count }) => sum + count, 0)] as const
  })
  const requested = rows.filter((row) => row.manner === 'request' && row.status !== 'cancelled')
  return {
    all: byStatus.reduce((sum, [status, count]) => sum + (status === 'cancelled' ? 0 : count), 0),
    byStatus: statusCounts(byStatus),
    requested: requested.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Every status has its count, also nought. */
export function statusCounts(
  found: Iterable<readonly [TaskStatus, number]>,
): TaskCounts['byStatus'] {
  const counted = new Map(found)
  const of = (status: TaskStatus) => counted.get(status) ?? 0
  return {
    drafted: of('drafted'),
    waiting_notice: of('waiting_notice'),
    not_taken_up: of('not_taken_up'),
    in_term: of('in_term'),
    due_soon: of('due_soon'),
    overdue: of('overdue'),
    waiting_confirmation: of('waiting_confirmation'),
    done_in_time: of('done_in_time'),
    done_late: of('done_late'),
    standing: of('standing'),
    paused: of('paused'),
    cancelled: of('cancelled'),
  }
}

function filtered(db: Reader, query: Filters, day: PlainDate, accountId: Id) {
  let rows = onDay(db, day)
  if (query.parent) rows = rows.where('t.parent_id', '=', query.parent)
  else if (query.parts === 'each') rows = rows.where('t.is_container', '=', false)
  else if (query.parts === 'top' && !query.mine) rows = rows.where(IS_TOP)
  if (query.manner) rows = rows.where('t.manner', '=', query.manner)
  if (query.issuer) rows = rows.where('t.issuer_id', '=', query.issuer)
  if (query.document)
    rows = rows.where(
      sql<boolean>`(t.document_id = ${query.document}::uuid
        or t.state->'given'->>'documentId' = ${query.document})`,
    )
  if (query.directive) rows = rows.where('t.directive_id', '=', query.directive)
  if (query.ids) rows = rows.where('t.id', 'in', query.ids)
  if (query.year) rows = rows.where('t.year', '=', query.year)
  if (query.dueFrom) rows = rows.where('s.due_on', '>=', query.dueFrom)
  if (query.dueTo) rows = rows.where('s.due_on', '<=', query.dueTo)
  if (query.unit)
    rows = rows.where(sql<boolean>`s.lead_id in (select v.agency_id from agency_versions v
        join unit_ancestry a on a.descendant_id = v.unit_id and a.ancestor_id = ${query.unit}::uuid
      where ${sql.lit(day)}::date between v.from_on and v.until_on
        and ${sql.lit(day)}::date between a.from_on and a.until_on)`)
  if (query.lead) rows = rows.where(isParty('lead', query.lead, day))
  if (query.co) rows = rows.where(isParty('co', query.co, day))
  if (query.q) rows = rows.where(sayingAll(query.q))
  if (query.mine)
    rows = rows.where(sql<boolean>`t.id in (select task_id from task_persons
      where account_id = ${accountId}::uuid and ended_at is null)`)
  return rows
}

const IS_TOP = sql<boolean>`(t.parent_id is null or t.part_kind = 'instance'
  or not exists (select from tasks whole where whole.id = t.parent_id))`

/** Leads it, or one of its copies, on the day; drafts have no parties yet, but a lead. */
function isParty(part: 'lead' | 'co', agencyId: Id, day: PlainDate) {
  const own = sql<boolean>`t.id in (select coalesce(c.parent_id, c.id) from task_parties p
      join tasks c on c.id = p.task_id and (c.part_kind = 'copy' or c.parent_id is null)
    where p.agency_id = ${agencyId}::uuid and p.part = ${part}
      and ${sql.lit(day)}::date between p.from_on and p.until_on
    union all select p.task_id from task_parties p where p.agency_id = ${agencyId}::uuid
      and p.part = ${part} and ${sql.lit(day)}::date between p.from_on and p.until_on)`
  return part === 'co' ? own : sql<boolean>`(s.lead_id = ${agencyId}::uuid or ${own})`
}

/** Each word, without diacritics, in the task's own words or in the symbol of its paper. */
function sayingAll(words: string) {
  const each = words.split(/\s+/).map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`(t.folded like folded(${like}) or d.folded_symbol like folded(${like})
      or folded(coalesce(t.state->'given'->>'number', '')) like folded(${like})
      or t.number::text = ${word.split('/')[0] ?? ''} or t.tracker_code = ${word})`
  })
  return sql<boolean>`(${sql.join(each, sql` and `)})`
}
