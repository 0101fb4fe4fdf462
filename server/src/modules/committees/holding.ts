import type { Id } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  bump,
  declareHolding,
  type Effects,
  follow,
  type HeldCount,
  moveWork,
  readRows,
  type ResolvedPlan,
  type Row,
} from '../holdings/index.ts'

const DUTIES = { kind: 'duties', vi: 'Địa bàn có người phụ trách', en: 'Duties' } as const
const INSPECTIONS = {
  kind: 'inspections',
  vi: 'Cuộc kiểm tra theo kế hoạch',
  en: 'Planned inspections',
} as const
const ITEMS = {
  kind: 'programme_items',
  vi: 'Việc trong chương trình công tác',
  en: 'Programme items',
} as const

/**
 * Who is in charge of a unit is in charge of its only successor, and inspections planned there are
 * made there; where there is not one, or the body itself ends, both end. A body's programme ends with
 * it. What was done stays with who did it.
 */
declareHolding({
  module: 'committee-work',
  order: 35,
  words: { vi: 'Công việc của Ban Chỉ đạo', en: 'Work of committees' },
  kinds: [DUTIES, INSPECTIONS, ITEMS].map((kind) => ({ ...kind, manner: 'moves' as const })),
  count: async (db, { unitIds, agencyIds, day }) => [
    ...(await countBy(
      db,
      DUTIES.kind,
      'unit',
      sql`duties t where t.unit_id = ${anyOf(unitIds)}
      and ${day}::date between t.from_on and t.until_on`,
    )),
    ...(await countBy(
      db,
      INSPECTIONS.kind,
      'unit',
      sql`inspections t
      where t.unit_id = ${anyOf(unitIds)} and t.state = 'planned'`,
    )),
    ...(await countBy(
      db,
      ITEMS.kind,
      'body',
      sql`programme_items t
      join programmes p on p.id = t.programme_id
      where p.body_id = ${anyOf(agencyIds)} and t.due_on >= ${day}::date and ${IS_OPEN}`,
    )),
  ],
  move: async (tx, { plan }, effects) => {
    const bodies = [...plan.agencies.ended, ...(await endBoards(tx, plan, effects))]
    await moveDuties(tx, plan, effects, bodies)
    await moveInspections(tx, plan, effects, bodies)
    await moveItems(tx, plan, effects, bodies)
  },
  // a meeting noted since then belongs to the duty that an undo takes away
  restsOn: async (db, { entries }) => {
    const ids = entries.map(({ subjectId }) => subjectId)
    const found = await countBy(
      db,
      '',
      'duty',
      sql`duty_meetings t where t.duty_id = ${anyOf(ids)}`,
    )
    const count = found.reduce((sum, one) => sum + one.count, 0)
    const vi = `${count} lần làm việc với HTX đã ghi sau đó`
    return count === 0 ? [] : [{ count, vi, en: `${count} meetings noted since` }]
  },
})

const IS_OPEN = sql`t.done_on is null and t.cancelled_on is null and t.meeting_id is null
  and t.task_id is null and t.document_id is null`

const anyOf = (ids: readonly Id[]) => sql`any (${[...new Set(ids)]}::uuid[])`

async function countBy(
  db: Reader,
  kind: string,
  of: 'unit' | 'body' | 'duty',
  from: RawBuilder<unknown>,
): Promise<HeldCount[]> {
  const rows = await db
    .selectFrom(
      sql<{ id: Id; count: number }>`(
        select ${sql.ref(`${of}_id`)} as id, count(*)::int as count from ${from} group by 1)`.as(
        'found',
      ),
    )
    .selectAll('found')
    .execute()
  return rows.map(({ id, count }) => ({
    kind,
    unitId: of === 'unit' ? id : null,
    agencyId: of === 'body' ? id : null,
    count,
  }))
}

/** The boards of an Alliance end with it; answers the bodies that did. */
async function endBoards(tx: Tx, plan: ResolvedPlan, effects: Effects): Promise<Id[]> {
  const { onDay, lastDay, agencies } = plan
  const found = await tx
    .selectFrom('boards')
    .select('body_id')
    .where(sql<boolean>`alliance_id = ${anyOf(agencies.ended)}`)
    .where(sql<boolean>`body_id <> all (${[...agencies.ended]}::uuid[])`)
    .execute()
  const ids = found.map(({ body_id }) => body_id)
  const ending = { ids, onDay, lastDay, next: () => null }
  await follow(tx, effects, { table: 'agency_versions', of: 'agency_id', ...ending })
  await follow(tx, effects, { table: 'committee_versions', of: 'committee_id', ...ending })
  await follow(tx, effects, { table: 'committee_members', of: 'id', by: 'committee_id', ...ending })
  await bump(tx, effects, 'agencies', ids)
  return ids
}

/** The unit in whose place another stands from the day on. */
function heirOfUnit(row: Row, { units }: ResolvedPlan): Id | undefined {
  const heirs = units.successions.filter(({ fromId }) => fromId === row['unit_id'])
  return heirs.length === 1 ? heirs[0]?.toId : undefined
}

async function moveDuties(tx: Tx, plan: ResolvedPlan, effects: Effects, bodies: readonly Id[]) {
  const { onDay, lastDay, units } = plan
  const rows = await readRows(
    tx,
    'duties',
    sql`t.until_on >= ${onDay} and (t.body_id = ${anyOf(bodies)}
      or t.unit_id = ${anyOf(units.ended)}
      or t.seat_id in (select m.seat_id from committee_members m
        group by m.seat_id having max(m.until_on) = ${lastDay}::date))`,
  )
  const heirs = units.successions.map(({ toId }) => toId)
  const there = await readRows(
    tx,
    'duties',
    sql`t.until_on >= ${onDay} and t.unit_id = ${anyOf(heirs)}`,
  )
  const seats = await seatsThatLast(tx, rows, onDay)
  const holderOf = (row: Row, unitId: unknown) =>
    [row['body_id'], row['seat_id'], row['holder_name'], unitId].join(' ')
  const held = new Set(there.map((row) => holderOf(row, row['unit_id'])))
  const after = await follow(tx, effects, {
    table: 'duties',
    of: 'id',
    ids: rows.map((row) => String(row['id'])),
    onDay,
    lastDay,
    next: (row) => {
      const heir = heirOfUnit(row, plan)
      const seat = row['seat_id']
      if (!heir || bodies.includes(String(row['body_id']))) return null
      if (typeof seat === 'string' && !seats.has(seat)) return null
      // of several units that become one, it is one duty
      if (held.has(holderOf(row, heir))) return null
      held.add(holderOf(row, heir))
      return { ...row, id: newId(), unit_id: heir }
    },
  })
  effects.own(after.map((row) => ({ subjectId: String(row['id']), data: {} })))
  say(effects, plan, { vi: 'Địa bàn phụ trách chuyển theo', en: 'Duties passed over' }, after)
}

async function seatsThatLast(tx: Tx, rows: readonly Row[], onDay: string): Promise<Set<Id>> {
  const ids = rows.flatMap(({ seat_id: seat }) => (typeof seat === 'string' ? [seat] : []))
  const found = await tx
    .selectFrom('committee_members')
    .select('seat_id')
    .where(sql<boolean>`seat_id = ${anyOf(ids)}`)
    .where('until_on', '>=', onDay)
    .execute()
  return new Set(found.map(({ seat_id }) => seat_id))
}

async function moveInspections(
  tx: Tx,
  plan: ResolvedPlan,
  effects: Effects,
  bodies: readonly Id[],
): Promise<void> {
  const rows = await readRows(
    tx,
    'inspections',
    sql`t.state = 'planned' and (t.body_id = ${anyOf(bodies)}
      or t.unit_id = ${anyOf(plan.units.ended)})`,
  )
  const changes = rows.map((before) => {
    const heir = heirOfUnit(before, plan)
    const goesOn = heir !== undefined && !bodies.includes(String(before['body_id']))
    const version = Number(before['version']) + 1
    const change = goesOn ? { unit_id: heir } : { state: 'cancelled' }
    return { before, after: { ...before, ...change, version } }
  })
  await effects.update('inspections', changes, (row) => String(row['id']))
  const moved = changes.flatMap(({ after }) => (after['state'] === 'planned' ? [after] : []))
  say(effects, plan, { vi: 'Cuộc kiểm tra chuyển theo', en: 'Inspections passed over' }, moved)
}

async function moveItems(tx: Tx, plan: ResolvedPlan, effects: Effects, bodies: readonly Id[]) {
  const { onDay, act } = plan
  const rows = await readRows(
    tx,
    'programme_items',
    sql`t.due_on >= ${onDay} and ${IS_OPEN} and t.programme_id in (
      select id from programmes where body_id = ${anyOf(bodies)})`,
  )
  await effects.update(
    'programme_items',
    rows.map((before) => ({
      before,
      after: { ...before, cancelled_on: onDay, note: before['note'] ?? `Kết thúc theo ${act}` },
    })),
    (row) => String(row['id']),
  )
  await moveWork(
    tx,
    {
      table: 'programme_items',
      owner: 'lead_id',
      isOpen: sql`t.due_on >= ${onDay} and ${IS_OPEN}`,
      kind: ITEMS.kind,
      what: { vi: 'Việc trong chương trình công tác', en: 'Items of work programmes' },
    },
    plan,
    effects,
  )
}

function say(
  effects: Effects,
  plan: ResolvedPlan,
  what: { vi: string; en: string },
  rows: readonly Row[],
): void {
  for (const [unitId, some] of Map.groupBy(rows, (row) => String(row['unit_id'])))
    effects.report({
      what,
      subject: plan.names.units.get(unitId) ?? unitId,
      from: null,
      to: null,
      count: some.length,
      unitIds: [unitId],
      agencyIds: [],
    })
}
