import type { InWords } from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { readRows, type Row, type TableName } from './rows.ts'
import type { Asked, Effects, HeldCount, ResolvedPlan, Subject } from './types.ts'

export function heirsOf(id: Id, { agencies }: ResolvedPlan) {
  return agencies.successions.filter(({ fromId }) => fromId === id)
}

/** Its successors; where it has none, those of its neighbours, and then all of the act. */
export function likelyHeirs(id: Id, plan: ResolvedPlan): { toId: Id; duty: string }[] {
  const own = heirsOf(id, plan)
  if (own.length > 0) return own.map(({ toId, duty }) => ({ toId, duty }))
  const placeOf = (agencyId: Id) => plan.names.agencies.get(agencyId)?.unitId
  const { successions, founded } = plan.agencies
  const near = successions.filter(({ fromId }) => placeOf(fromId) === placeOf(id))
  const some = near.length > 0 ? near : successions
  const ids = some.length > 0 ? some.map(({ toId }) => toId) : founded.map((one) => one.id)
  return [...new Set(ids)].slice(0, 30).map((toId) => ({ toId, duty: '' }))
}

/** Who takes over what an ended agency leaves open: its only successor, or the one answered. */
export function heirOfWork(id: Id, plan: ResolvedPlan): Id | undefined {
  const heirs = heirsOf(id, plan)
  return heirs.length === 1 ? heirs[0]?.toId : plan.answers[`work:${id}`]
}

/** Ended agencies of which the plan alone does not say who takes over. */
export function unclearOf(plan: ResolvedPlan): Id[] {
  return plan.agencies.ended.filter((id) => heirsOf(id, plan).length !== 1)
}

/** One question an agency, whichever modules have open work of it. */
export function workQuestion(id: Id, plan: ResolvedPlan): Asked {
  const nameOf = (agencyId: Id) => plan.names.agencies.get(agencyId)?.name ?? agencyId
  return {
    key: `work:${id}`,
    vi: `Nhiệm vụ và công việc đang mở của ${nameOf(id)} giao về cơ quan nào?`,
    en: `Which agency takes over the open tasks and work of ${nameOf(id)}?`,
    subject: { kind: 'agency', id, name: nameOf(id) },
    input: 'agency',
    choices: likelyHeirs(id, plan).map(({ toId, duty }) => {
      const words = duty === '' ? nameOf(toId) : `${nameOf(toId)} (${duty})`
      return { value: toId, vi: words, en: words }
    }),
    usual: null,
  }
}

/** Rows that belong to an agency while they are open. */
export interface OpenWork {
  table: TableName
  /** The column that says whose it is. */
  owner: string
  /** Beside the owner: what is open, of `t`. */
  isOpen: RawBuilder<unknown>
  kind: string
  what: InWords
  /** What else changes with the owner. */
  along?: (row: Row, to: { id: Id; name: string; unitId: Id }) => Row
}

export async function countWork(
  db: Reader,
  { table, owner, isOpen, kind }: OpenWork,
  { agencyIds }: Pick<Subject, 'agencyIds'>,
): Promise<HeldCount[]> {
  if (agencyIds.length === 0) return []
  const rows = await db
    .selectFrom(
      sql<{ agencyId: Id; count: number }>`(
        select t.${sql.ref(owner)} as "agencyId", count(*)::int as count from ${sql.table(table)} t
        where t.${sql.ref(owner)} = any (${[...new Set(agencyIds)]}::uuid[]) and ${isOpen}
        group by 1)`.as('found'),
    )
    .selectAll('found')
    .execute()
  return rows.map((row) => ({ kind, unitId: null, ...row }))
}

export async function askAboutWork(
  db: Reader,
  work: OpenWork,
  plan: ResolvedPlan,
): Promise<Asked[]> {
  const counts = await countWork(db, work, { agencyIds: unclearOf(plan) })
  return counts.flatMap(({ agencyId }) => (agencyId ? [workQuestion(agencyId, plan)] : []))
}

/** Open rows pass to the successor; `but` leaves out those that cannot. */
export async function moveWork(
  tx: Tx,
  work: OpenWork,
  plan: ResolvedPlan,
  effects: Effects,
  but: (row: Row, toId: Id) => boolean = () => false,
): Promise<void> {
  const { table, owner, isOpen, what, along } = work
  if (plan.agencies.ended.length === 0) return
  const rows = await readRows(
    tx,
    table,
    sql`t.${sql.ref(owner)} = any (${[...plan.agencies.ended]}::uuid[]) and ${isOpen}`,
  )
  const changes = rows.flatMap((before) => {
    const toId = heirOfWork(String(before[owner]), plan)
    const to = toId ? plan.names.agencies.get(toId) : undefined
    if (!toId || !to || but(before, toId)) return []
    const after = { ...before, [owner]: toId }
    return [{ before, after: along ? along(after, { id: toId, ...to }) : after }]
  })
  await effects.update(table, changes, (row) => String(row['id'] ?? row[owner]))
  const groups = Map.groupBy(changes, ({ before }) => String(before[owner]))
  for (const [fromId, some] of groups) {
    const toId = heirOfWork(fromId, plan)
    effects.report({
      what,
      subject: plan.names.agencies.get(fromId)?.name ?? fromId,
      from: null,
      to: (toId && plan.names.agencies.get(toId)?.name) ?? null,
      count: some.length,
      unitIds: [],
      agencyIds: [fromId, ...(toId ? [toId] : [])],
    })
  }
}
