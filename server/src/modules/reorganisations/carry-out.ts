import type { ReportLine } from '@hopluc/shared/reorganisation-report'
import type { InWords } from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import type { SystemContext } from '../../platform/jobs-run.ts'
import { tell } from '../notices/index.ts'
import {
  type ActToCarryOut,
  createEffects,
  type Effect,
  listHoldings,
  type ResolvedPlan,
  undoRows,
} from '../holdings/index.ts'
import { examine, openMatters } from './preview.ts'
import { notReady, restedOn } from './refusals.ts'
import { listRests } from './rests.ts'
import * as effectsStore from './effects-store.ts'
import * as store from './store.ts'
import { heldOf, survey } from './survey.ts'

/**
 * Carries out what an administrator has asked for, in one transaction: readers see what was before it
 * or what is after it. A process that is killed leaves nothing behind, and the next one begins anew.
 * A refusal puts the act back to where it was, and says why.
 */
export async function carryOut(system: SystemContext, id: Id): Promise<void> {
  const work: { isUndo: boolean; record?: Record; applied?: Applied } = { isUndo: false }
  try {
    await system.write(async (tx) => {
      const record = await store.take(tx, id)
      if (!record) return
      work.record = record
      work.isUndo = record.state === 'undoing'
      if (work.isUndo) await takeBack(tx, system, record)
      else work.applied = await apply(tx, system, record)
    })
  } catch (error) {
    await system.write(async (tx) => {
      const failure =
        error instanceof AppError
          ? { vi: error.sentences.vi, en: error.sentences.en }
          : {
              vi: 'Hệ thống gặp lỗi nên chưa có gì thay đổi. Hãy báo người quản trị máy chủ.',
              en: 'The server failed, and nothing was changed. Tell whoever keeps it.',
            }
      const doing = { vi: 'Đã dừng', en: 'Stopped' }
      await store.enter(tx, id, work.isUndo ? 'applied' : 'draft', { scheduled_by: null })
      await store.putProgress(tx, id, { step: 0, steps: 0, doing, failure }, system.now)
      if (work.record) await tellWhoScheduled(tx, system, work.record, failure.vi)
    })
    throw error
  }
  const { applied } = work
  if (applied) await system.write((tx) => sweep(tx, id, applied))
}

/** Of what keeps an act from being carried out on its day; one that nobody set down tells nobody. */
export async function tellWhoScheduled(
  tx: Tx,
  system: SystemContext,
  { id, act, scheduledBy, version }: Record,
  text: string,
): Promise<void> {
  if (!scheduledBy) return
  await tell(tx, system, {
    to: { accountIds: [scheduledBy] },
    kind: 'reorganisation.waits',
    subjectKind: 'reorganisation',
    subjectId: id,
    params: { title: act, text },
    dedupe: `reorganisation.waits.${id}.${version}.${text}`,
  })
}

interface Applied {
  act: ActToCarryOut
  effects: number
  accounts: readonly Id[]
}

/** What others wrote while the act was carried out, and could not see it yet. */
async function sweep(tx: Tx, id: Id, { act, effects, accounts }: Applied): Promise<void> {
  const kept: effectsStore.KeptEffect[] = []
  for (const { module, isSwept, move } of listHoldings())
    if (isSwept && move) await move(tx, act, createEffects(tx, module, kept, []))
  if (kept.length === 0) return
  await effectsStore.insertEffects(tx, id, kept, effects)
  await effectsStore.refreshScopes(tx, accounts)
}

type Record = store.ReorganisationRecord

async function apply(tx: Tx, system: SystemContext, record: Record): Promise<Applied> {
  const started = performance.now()
  const { id } = record
  const { units, agencies } = record.plan
  await store.lockSubjects(
    tx,
    [...units.ended, ...units.changed.map((one) => one.id)],
    [...agencies.ended, ...agencies.changed.map((one) => one.id)],
  )
  const examined = await examine(tx, record)
  const issues = openMatters(examined)
  if (issues.length > 0) throw notReady(issues)
  const { plan } = examined.resolved
  const touched = touchedBy(plan)
  const before = await survey(tx, touched.before, plan.lastDay, plan.agencies.ended)
  const accounts = await effectsStore.accountsAround(tx, touched.unitIds, touched.agencyIds)

  const kept: effectsStore.KeptEffect[] = []
  const lines: ReportLine[] = []
  const act: ActToCarryOut = {
    reorganisationId: id,
    plan,
    today: system.today,
    now: system.now,
    passed: { posts: new Map() },
  }
  const holdings = listHoldings()
  for (const [step, { module, words, move }] of holdings.entries()) {
    await tellProgress(system, id, step, holdings.length, words)
    if (move) await move(tx, act, createEffects(tx, module, kept, lines))
  }
  await tellProgress(system, id, holdings.length, holdings.length, SETTLING)
  await settle(tx, touched, accounts)
  await effectsStore.insertEffects(tx, id, kept)
  const seconds = Number(((performance.now() - started) / 1000).toFixed(2))
  await store.enter(tx, id, 'applied', {
    applied_at: system.now,
    report: { seconds, held: heldOf(before.total), lines },
  })
  await audit.record(tx, audit.SYSTEM, 'reorganisation.carry_out', id, {
    act: plan.act,
    onDay: plan.onDay,
    effects: kept.length,
  })
  return { act, effects: kept.length, accounts }
}

async function takeBack(tx: Tx, system: SystemContext, record: Record): Promise<void> {
  const { id, act } = record
  const effects = await effectsStore.listEffects(tx, id)
  const rests = await listRests(tx, record, effects)
  if (rests.length > 0)
    throw restedOn(rests.map(({ module, vi, en }) => ({ path: module, vi, en })))
  const touched = touchedByEffects(effects)
  const accounts = await effectsStore.accountsAround(tx, touched.unitIds, touched.agencyIds)
  const groups = contiguous(effects).toReversed()
  const holdings = new Map(listHoldings().map((holding) => [holding.module, holding]))
  for (const [step, { module, rows, own }] of groups.entries()) {
    const holding = holdings.get(module)
    if (holding) await tellProgress(system, id, step, groups.length, holding.words)
    if (own.length > 0)
      await holding?.undo?.(tx, own, { act, now: system.now, today: system.today })
    // who was below whom points at units, and so goes before them
    await undoRows(tx, rows, () => effectsStore.settlePlaces(tx, touched.unitIds))
  }
  await settle(tx, touched, accounts)
  await store.enter(tx, id, 'undone', { undone_at: system.now })
  await audit.record(tx, audit.SYSTEM, 'reorganisation.take_back', id, {
    act,
    effects: effects.length,
  })
}

const SETTLING = { vi: 'Phạm vi của người dùng', en: 'What people reach' }

interface Touched {
  unitIds: Id[]
  agencyIds: Id[]
}

async function settle(tx: Tx, touched: Touched, accounts: readonly Id[]): Promise<void> {
  await effectsStore.settlePlaces(tx, touched.unitIds)
  const now = await effectsStore.accountsAround(tx, touched.unitIds, touched.agencyIds)
  await effectsStore.refreshScopes(tx, [...accounts, ...now])
}

function touchedBy({ units, agencies }: ResolvedPlan): Touched & { before: Id[] } {
  const before = [
    ...units.ended,
    ...units.changed.map(({ id }) => id),
    ...units.successions.map(({ fromId }) => fromId),
  ]
  return {
    before,
    unitIds: [
      ...before,
      ...units.founded.map(({ id }) => id),
      ...units.successions.map(({ toId }) => toId),
    ],
    agencyIds: [
      ...agencies.ended,
      ...agencies.changed.map(({ id }) => id),
      ...agencies.founded.map(({ id }) => id),
      ...agencies.successions.flatMap(({ fromId, toId }) => [fromId, toId]),
    ],
  }
}

function touchedByEffects(effects: readonly effectsStore.KeptEffect[]): Touched {
  const idsIn = (tables: readonly string[], columns: readonly string[]) => [
    ...new Set(
      effects.flatMap(({ effect }) => {
        if (!('table' in effect) || !tables.includes(effect.table)) return []
        const row = effect.after ?? effect.before ?? {}
        return columns.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : []))
      }),
    ),
  ]
  return {
    unitIds: [
      ...idsIn(['unit_versions'], ['unit_id']),
      ...idsIn(['unit_successions'], ['from_id', 'to_id']),
    ],
    agencyIds: [
      ...idsIn(['agency_versions', 'posts'], ['agency_id', 'committee_id']),
      ...idsIn(['agency_successions'], ['from_id', 'to_id']),
    ],
  }
}

interface Group {
  module: string
  rows: Extract<Effect, { table: unknown }>[]
  own: { subjectId: Id; data: unknown }[]
}

/** Neighbours of one module and one kind. */
function contiguous(effects: readonly effectsStore.KeptEffect[]): Group[] {
  const groups: Group[] = []
  for (const { module, subjectId, effect } of effects) {
    const isRow = 'table' in effect
    const last = groups.at(-1)
    const isSame = last?.module === module && (last.own.length === 0) === isRow
    const group: Group = isSame && last ? last : { module, rows: [], own: [] }
    if (group !== last) groups.push(group)
    if ('table' in effect) group.rows.push(effect)
    else group.own.push({ subjectId, data: effect.own })
  }
  return groups
}

/** Beside the transaction of the act, so that the administrator sees it. */
async function tellProgress(
  system: SystemContext,
  id: Id,
  step: number,
  steps: number,
  doing: InWords,
): Promise<void> {
  const { vi, en } = doing
  await system.write((tx) =>
    store.putProgress(tx, id, { step, steps, doing: { vi, en }, failure: null }, system.now),
  )
}
