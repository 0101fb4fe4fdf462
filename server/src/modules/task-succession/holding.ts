import { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Tx } from '../../platform/db.ts'
import {
  type ActToCarryOut,
  declareHolding,
  type Effects,
  heirOfWork,
  readRows,
  type ResolvedPlan,
  type Row,
  unclearOf,
  workQuestion,
} from '../holdings/index.ts'
import { tell } from '../notices/index.ts'
import { type HandedOver, handOverAll, type Succession, takeBack } from './service.ts'
import * as store from './store.ts'

const KIND = { kind: 'tasks', vi: 'Nhiệm vụ đang mở', en: 'Open tasks', manner: 'moves' } as const
const Handed = z.object({ taskId: Id, seq: z.int(), fromId: Id, toId: Id })

/** Open tasks pass to the successor, what is done stays with who did it. */
declareHolding({
  module: 'tasks',
  order: 50,
  isSwept: true,
  words: { vi: 'Nhiệm vụ', en: 'Tasks' },
  kinds: [KIND],
  count: async (db, { agencyIds }) => {
    const rows = await store.countOpen(db, agencyIds)
    return rows.map(({ agencyId, count }) => ({ kind: KIND.kind, unitId: null, agencyId, count }))
  },
  questions: async (db, plan) => {
    const unclear = unclearOf(plan)
    const held = await store.listHeldBy(db, unclear)
    return unclear.flatMap((id) => {
      const isHeld = held.some(({ agencyIds }) => agencyIds.includes(id))
      return isHeld ? [workQuestion(id, plan)] : []
    })
  },
  move: async (tx, act, effects) => {
    const { plan } = act
    const successions = plan.agencies.ended.flatMap((fromId): Succession[] => {
      const toId = heirOfWork(fromId, plan)
      return toId ? [{ fromId, toId, on: plan.onDay, act: plan.act }] : []
    })
    const handed = await handOverAll(tx, successions)
    effects.own(handed.map((one) => ({ subjectId: one.taskId, data: { ...one } })))
    await movePersons(tx, act, effects, handed)
    await moveOpinions(tx, effects, handed)
    for (const { fromId, toId } of successions) {
      const count = handed.filter((one) => one.fromId === fromId && one.toId === toId).length
      if (count === 0) continue
      effects.report({
        what: { vi: 'Nhiệm vụ đang mở được bàn giao', en: 'Open tasks handed over' },
        subject: nameOf(fromId, plan),
        from: null,
        to: nameOf(toId, plan),
        count,
        unitIds: [],
        agencyIds: [fromId, toId],
      })
      await tell(tx, act, {
        to: { agencyIds: [toId] },
        kind: 'task.handed_over',
        subjectKind: 'reorganisation',
        subjectId: act.reorganisationId,
        params: { title: nameOf(fromId, plan), count },
        dedupe: `reorganisation.tasks.${act.reorganisationId}.${fromId}.${toId}`,
      })
    }
  },
  undo: async (tx, entries, { act, today }) => {
    const handed = entries.map(({ data }) => Handed.parse(data))
    await takeBack(tx, handed, { act, on: today })
  },
  restsOn: async (db, { entries }) => {
    const handed = entries.map(({ data }) => Handed.parse(data))
    const count = await store.countLaterEvents(db, handed)
    return count === 0
      ? []
      : [
          {
            vi: `${count} sự kiện của nhiệm vụ do cơ quan kế thừa thực hiện`,
            en: `${count} events of tasks by the successors`,
            count,
          },
        ]
  },
})

const nameOf = (id: Id, { names }: ResolvedPlan) => names.agencies.get(id)?.name ?? id

/** Whoever had a task in hand and comes along keeps it; with the others it ends. */
async function movePersons(
  tx: Tx,
  { passed, now }: ActToCarryOut,
  effects: Effects,
  handed: readonly HandedOver[],
): Promise<void> {
  if (handed.length === 0) return
  const taskOf = (row: Row) => String(row['task_id'])
  const toOf = new Map(handed.map(({ taskId, fromId, toId }) => [`${taskId} ${fromId}`, toId]))
  const rows = (
    await readRows(
      tx,
      'task_persons',
      sql`t.ended_at is null and t.task_id = any (${[...new Set(handed.map(({ taskId }) => taskId))]}::uuid[])`,
    )
  ).filter((row) => toOf.has(`${taskOf(row)} ${String(row['agency_id'])}`))
  await effects.update(
    'task_persons',
    rows.map((row) => ({ before: row, after: { ...row, ended_at: now.toISOString() } })),
    taskOf,
  )
  await effects.insert(
    'task_persons',
    rows.flatMap((row) => {
      const next = passed.posts.get(String(row['post_id']))
      const to = toOf.get(`${taskOf(row)} ${String(row['agency_id'])}`)
      return next && next.agencyId === to
        ? [{ ...row, post_id: next.postId, agency_id: next.agencyId }]
        : []
    }),
    taskOf,
  )
}

/** Whoever has not answered a round that is open is asked in the successor. */
async function moveOpinions(
  tx: Tx,
  effects: Effects,
  handed: readonly HandedOver[],
): Promise<void> {
  if (handed.length === 0) return
  const taskIds = [...new Set(handed.map(({ taskId }) => taskId))]
  const rounds = await tx
    .selectFrom('opinion_rounds')
    .select(['id', 'task_id'])
    .where(sql<boolean>`task_id = any (${taskIds}::uuid[])`)
    .where('closed_on', 'is', null)
    .execute()
  const taskOfRound = new Map(rounds.map(({ id, task_id }) => [id, task_id]))
  const asked = await readRows(
    tx,
    'opinions',
    sql`t.round_id = any (${[...taskOfRound.keys()]}::uuid[])`,
  )
  const keyOf = (row: Row) => `${String(row['round_id'])} ${String(row['agency_id'])}`
  const there = new Set(asked.map(keyOf))
  const toOf = new Map(handed.map(({ taskId, fromId, toId }) => [`${taskId} ${fromId}`, toId]))
  const moved = asked.flatMap((row) => {
    const taskId = taskOfRound.get(String(row['round_id']))
    const to = toOf.get(`${taskId ?? ''} ${String(row['agency_id'])}`)
    return to && row['answered_on'] === null ? [{ row, next: { ...row, agency_id: to } }] : []
  })
  const roundOf = (row: Row) => String(row['round_id'])
  await effects.remove(
    'opinions',
    moved.map(({ row }) => row),
    roundOf,
  )
  const fresh = new Map(moved.map(({ next }) => [keyOf(next), next]))
  await effects.insert(
    'opinions',
    [...fresh].flatMap(([key, row]) => (there.has(key) ? [] : [row])),
    roundOf,
  )
}
