import type {
  NewPurge,
  NewRetentionRule,
  Purge,
  PurgeConfirmation,
  PurgePage,
  PurgeSummary,
  RetentionRules,
} from '@hopluc/shared/purges'
import { Id, type PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { codeOf } from '../../platform/embedded-cluster.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { handle, jobKind, type Jobs } from '../../platform/jobs.ts'
import type { SystemContext } from '../../platform/jobs-run.ts'
import { templateFor } from '../templates/index.ts'
import * as store from './acts-store.ts'
import { purgeMinutes } from './minutes.ts'
import { allowedActions, mayPurge } from './policy.ts'
import * as refusals from './refusals.ts'
import * as rules from './rules-store.ts'
import { destroyRecord, sweepAudit } from './service.ts'
import { judgeAgain, survey } from './survey.ts'

const carrying = jobKind('purges.carry_out', z.object({ id: Id }))
/** Of PostgreSQL: an exclusion constraint was violated. */
const EXCLUDED = '23P01'

export function list(
  { read, actor }: Context,
  limit: number,
  cursor: string | undefined,
): Promise<PurgePage> {
  assertAllowed(mayPurge(actor))
  return read(async (db) => {
    const rows = await store.list(db, limit, cursor?.slice(cursor.lastIndexOf('_') + 1))
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items: items.map(summarise), next: last ? `_${last.id}` : null }
  })
}

export function get({ read, actor }: Context, id: Id): Promise<Purge> {
  assertAllowed(mayPurge(actor))
  return read((db) => present(db, id))
}

function summarise(row: store.PurgeRow): PurgeSummary {
  const { madeAt, confirmedAt, endedAt } = row
  return {
    ...row,
    madeAt: madeAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }
}

async function present(db: Reader, id: Id): Promise<Purge> {
  const row = await store.get(db, id)
  return {
    ...summarise(row),
    file: { id: row.fileId, name: row.fileName },
    madeBy: row.madeBy,
    confirmedBy: row.confirmedBy,
    items: await store.listItems(db, id),
    version: row.version,
    allowed: allowedActions(row.state, row.count - row.done),
  }
}

/**
 * The first step: what the decision would destroy, what stays and why. Nothing is destroyed.
 * @throws AppError `purges.nothing_named`, `.future_day`, `.file_missing`
 */
export async function draw(
  context: Context,
  system: SystemContext,
  command: NewPurge,
): Promise<Purge> {
  const { actor, today } = context
  assertAllowed(mayPurge(actor))
  if (command.decidedOn > today) throw refusals.futureDecision()
  if (command.lines.length + command.ruleIds.length === 0) throw refusals.nothingNamed()
  const items = await system.read((db) => survey(db, command, today))
  return context.write(async (tx) => {
    await files.get(tx, command.fileId).catch((error: unknown) => {
      throw error instanceof AppError ? refusals.fileMissing() : error
    })
    const id = await store.insert(tx, actor, command, items)
    await files.link(tx, command.fileId, 'purge', id)
    const { decision, decidedOn, decidedBy, ground } = command
    const said = { decision, decidedOn, decidedBy, ground, items: items.length }
    await audit.record(tx, actor, 'purge.draw', id, said)
    return present(tx, id)
  })
}

export function drop(context: Context, id: Id, version: number): Promise<void> {
  const { actor } = context
  assertAllowed(mayPurge(actor))
  return context.write(async (tx) => {
    const { state, decision, fileId } = await store.lock(tx, id, version)
    if (state !== 'draft') throw refusals.wrongState()
    await store.drop(tx, id)
    await files.unlink(tx, fileId, 'purge', id)
    await audit.record(tx, actor, 'purge.drop', id, { decision })
  })
}

/**
 * The second step: with the decision's number typed once more, it is carried out in the background.
 * One that broke off goes on where it stopped.
 */
export function confirm(
  context: Context,
  jobs: Jobs,
  id: Id,
  { version, decision }: PurgeConfirmation,
): Promise<Purge> {
  const { actor, now } = context
  assertAllowed(mayPurge(actor))
  return context.write(async (tx) => {
    const row = await store.lock(tx, id, version)
    if (row.state !== 'draft' && row.state !== 'failed') throw refusals.wrongState()
    if (row.count === 0) throw refusals.nothingToDo()
    if (decision.trim() !== row.decision) throw refusals.notConfirmed()
    await store.confirm(tx, id, actor.accountId, now)
    await audit.record(tx, actor, 'purge.confirm', id, { decision, count: row.count })
    await jobs.enqueueSystem(tx, carrying, { id })
    return present(tx, id)
  })
}

/** "Quyết định số 12/QĐ-UBND ngày 10/03/2026" stands where the words were. */
export function actWords({ decision, decidedOn }: Pick<PurgeSummary, 'decision' | 'decidedOn'>) {
  return `Quyết định số ${decision} ngày ${decidedOn.split('-').toReversed().join('/')}`
}

/** Record by record, each in one transaction with its trace, so that it can go on where it stopped. */
export async function carryOut(system: SystemContext, id: Id): Promise<void> {
  const row = await system.read((db) => store.get(db, id))
  if (row.state !== 'waiting' && row.state !== 'running') return
  const due = await system.read((db) => store.listDue(db, id))
  if (row.state === 'waiting') await system.write((tx) => store.enter(tx, id, 'running'))
  try {
    for (const item of due) await destroyOne(system, row, item)
  } catch (error) {
    await system.write((tx) => store.enter(tx, id, 'failed'))
    throw error
  }
  await system.write(async (tx) => {
    const now = await store.get(tx, id)
    if (now.state !== 'running') return
    await store.carry(tx, id)
    const payloads = await sweepAudit(tx, await store.listReached(tx, id), actWords(row))
    await store.enter(tx, id, 'done')
    const said = { act: actWords(row), count: now.done, kept: now.kept, payloads }
    await audit.record(tx, audit.SYSTEM, 'purge.carry_out', id, said)
  })
}

function destroyOne(system: SystemContext, row: store.PurgeRow, item: store.Due): Promise<void> {
  const { id, confirmedBy, ground } = row
  return system.write(async (tx) => {
    await store.carry(tx, id)
    if (!(await store.take(tx, id, item.position))) return
    const now = await judgeAgain(tx, item, ground, system.today)
    // Another record of the list took it with it.
    if (!now) return store.noteDone(tx, id, item.position, {}, [])
    if (now.kept !== null && now.kept !== 'destroyed_before')
      return store.keep(tx, id, item.position, now)
    const by = confirmedBy ?? ''
    const what = { kind: item.kind, id: item.recordId, ground, act: actWords(row), by }
    const { places, ids } = await destroyRecord(tx, what)
    await store.noteDone(tx, id, item.position, places, ids)
  })
}

export const purgingHandler = handle(carrying, {
  isUrgent: true,
  retries: 0,
  seconds: 3600,
  asSystem: (system, { id }) => carryOut(system, id),
})

/** What a process that was killed left goes on. */
export const purgingOnHandler = handle(jobKind('purges.carry_on', z.object({})), {
  everySeconds: 30,
  asSystem: async (system) => {
    for (const id of await system.read(store.listUnderWay)) await carryOut(system, id)
  },
})

/** Minutes of what was destroyed, as .docx. */
export function minutes({ read, actor }: Context, id: Id): Promise<Buffer> {
  assertAllowed(mayPurge(actor))
  return read(async (db) => {
    const row = await store.get(db, id)
    if (row.state !== 'done') throw refusals.notDone()
    const { template } = await templateFor(db, row.agencyId, row.decidedOn)
    return purgeMinutes(row, await store.listItems(db, id), template)
  })
}

export function listRules({ read, actor, today }: Context): Promise<RetentionRules> {
  assertAllowed(mayPurge(actor))
  return read(async (db) => ({ items: await rules.listRules(db, today) }))
}

/** @throws AppError `retention.overlaps` */
export async function addRule(context: Context, rule: NewRetentionRule): Promise<RetentionRules> {
  const { actor } = context
  assertAllowed(mayPurge(actor))
  await context
    .write(async (tx) => {
      const id = await rules.addRule(tx, rule)
      await audit.record(tx, actor, 'retention.set', id, rule)
    })
    .catch((error: unknown) => {
      throw codeOf(error) === EXCLUDED ? refusals.ruleOverlaps() : error
    })
  return listRules(context)
}

export async function endRule(
  context: Context,
  id: Id,
  untilOn: PlainDate,
): Promise<RetentionRules> {
  const { actor } = context
  assertAllowed(mayPurge(actor))
  await context.write(async (tx) => {
    const before = await rules.endRule(tx, id, untilOn)
    if (!before) throw refusals.ruleNotFound()
    await audit.record(tx, actor, 'retention.end', id, audit.changes(before, { untilOn }))
  })
  return listRules(context)
}
