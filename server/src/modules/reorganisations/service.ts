import { ReorganisationReport, type ReportLine } from '@hopluc/shared/reorganisation-report'
import type {
  NewReorganisation,
  Reorganisation,
  ReorganisationCommand,
  ReorganisationEdit,
  ReorganisationItem,
  ReorganisationPreview,
  ReorganisationQuery,
} from '@hopluc/shared/reorganisations'
import type { Id, Page } from '@hopluc/shared/values'
import { randomUUIDv7 } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { SystemContext } from '../../platform/jobs-run.ts'
import { carrying } from './jobs.ts'
import { allowedOn, mayReorganise } from './policy.ts'
import { examine, openMatters, preview as makePreview } from './preview.ts'
import { changed, isDue, notReady, restedOn, tooEarly, wrongState } from './refusals.ts'
import { listRests } from './rests.ts'
import * as effectsStore from './effects-store.ts'
import * as store from './store.ts'

/** Drafts are the administrator's; what was applied is read by everyone signed in. */
export function list(
  context: Context,
  query: ReorganisationQuery,
): Promise<Page<ReorganisationItem>> {
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query)
    return { items: items.map(itemOf), next }
  })
}

export function get(context: Context, id: Id): Promise<Reorganisation> {
  return context.read((db) => present(db, context, id))
}

export function draw(context: Context, command: NewReorganisation): Promise<Reorganisation> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayReorganise(actor))
    const id = randomUUIDv7()
    await store.insert(tx, id, command, actor.accountId)
    const { act, onDay, title } = command
    await audit.record(tx, actor, 'reorganisation.draft', id, { act, onDay, title })
    return present(tx, context, id)
  })
}

export function change(
  context: Context,
  id: Id,
  { version, ...command }: ReorganisationEdit,
): Promise<Reorganisation> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayReorganise(actor))
    const before = await store.lock(tx, id, version)
    if (before.state !== 'draft') throw wrongState()
    await store.change(tx, id, command)
    await audit.record(tx, actor, 'reorganisation.change', id, { before: before.plan, ...command })
    return present(tx, context, id)
  })
}

/** What would move, by the counts of all: the administrator reads no agency's work for it. */
export async function preview(
  context: Context,
  system: SystemContext,
  id: Id,
  { version }: ReorganisationCommand,
): Promise<ReorganisationPreview> {
  assertAllowed(mayReorganise(context.actor))
  const record = await context.read((db) => store.get(db, id))
  if (record.version !== version) throw changed()
  if (record.state !== 'draft' && record.state !== 'scheduled') throw wrongState()
  return system.read((db) => makePreview(db, record, context.today))
}

/** Refused while a question is open; carried out in the background, in one transaction. */
export async function apply(
  context: Context,
  system: SystemContext,
  jobs: Jobs,
  id: Id,
  { version }: ReorganisationCommand,
): Promise<Reorganisation> {
  const { actor, today } = context
  assertAllowed(mayReorganise(actor))
  const record = await context.read((db) => store.get(db, id))
  if (record.version === version && record.state === 'draft') {
    if (record.onDay > today) throw tooEarly()
    const issues = openMatters(await system.read((db) => examine(db, record)))
    if (issues.length > 0) throw notReady(issues)
  }
  return context.write(async (tx) => {
    const { state, act, onDay } = await store.lock(tx, id, version)
    if (state !== 'draft') throw wrongState()
    await store.enter(tx, id, 'applying', { applied_by: actor.accountId })
    await audit.record(tx, actor, 'reorganisation.apply', id, { act, onDay })
    await jobs.enqueueSystem(tx, carrying, { id })
    return present(tx, context, id)
  })
}

/**
 * Sets it down for its day, on which the system carries it out. Refused while a question is open; what
 * comes up until then is told to who set it down.
 */
export async function schedule(
  context: Context,
  system: SystemContext,
  id: Id,
  { version }: ReorganisationCommand,
): Promise<Reorganisation> {
  const { actor, today } = context
  assertAllowed(mayReorganise(actor))
  const record = await context.read((db) => store.get(db, id))
  if (record.version === version && record.state === 'draft') {
    if (record.onDay <= today) throw isDue()
    const issues = openMatters(await system.read((db) => examine(db, record)))
    if (issues.length > 0) throw notReady(issues)
  }
  return context.write(async (tx) => {
    const { state, act, onDay } = await store.lock(tx, id, version)
    if (state !== 'draft') throw wrongState()
    await store.enter(tx, id, 'scheduled', { scheduled_by: actor.accountId })
    await audit.record(tx, actor, 'reorganisation.schedule', id, { act, onDay })
    return present(tx, context, id)
  })
}

/** Back to a draft, which can be changed again. */
export function unschedule(
  context: Context,
  id: Id,
  { version }: ReorganisationCommand,
): Promise<Reorganisation> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayReorganise(actor))
    const { state, act } = await store.lock(tx, id, version)
    if (state !== 'scheduled') throw wrongState()
    await store.enter(tx, id, 'draft', { scheduled_by: null })
    await audit.record(tx, actor, 'reorganisation.unschedule', id, { act })
    return present(tx, context, id)
  })
}

/** Refused, with what rests on it, once others have built on it. */
export async function undo(
  context: Context,
  system: SystemContext,
  jobs: Jobs,
  id: Id,
  { version }: ReorganisationCommand,
): Promise<Reorganisation> {
  const { actor } = context
  assertAllowed(mayReorganise(actor))
  const record = await context.read((db) => store.get(db, id))
  if (record.version === version && record.state === 'applied') {
    const rests = await system.read(async (db) =>
      listRests(db, record, await effectsStore.listEffects(db, id)),
    )
    if (rests.length > 0)
      throw restedOn(rests.map(({ module, vi, en }) => ({ path: module, vi, en })))
  }
  return context.write(async (tx) => {
    const { state, act } = await store.lock(tx, id, version)
    if (state !== 'applied') throw wrongState()
    await store.enter(tx, id, 'undoing', { undone_by: actor.accountId })
    await audit.record(tx, actor, 'reorganisation.undo', id, { act })
    await jobs.enqueueSystem(tx, carrying, { id })
    return present(tx, context, id)
  })
}

/** What moved; without the right to reorganise, what concerns the own units and agencies. */
export function report(context: Context, id: Id): Promise<ReorganisationReport> {
  return context.read(async (db) => {
    const found = await store.findReport(db, id)
    if (found === null) throw wrongState()
    const all = ReorganisationReport.parse(found)
    if (mayReorganise(context.actor)) return all
    const reach = await store.reachOf(db)
    const isSeen = ({ unitIds, agencyIds }: ReportLine) =>
      unitIds.some((one) => reach.has(one)) || agencyIds.some((one) => reach.has(one))
    return { ...all, held: [], lines: all.lines.filter(isSeen) }
  })
}

async function present(db: Reader, { actor, today }: Context, id: Id): Promise<Reorganisation> {
  const record = await store.get(db, id)
  const isAdmin = mayReorganise(actor)
  return {
    ...itemOf(record),
    document: record.documentId ? await store.findDocument(db, record.documentId) : null,
    version: record.version,
    plan: isAdmin ? record.plan : { ...record.plan, answers: {} },
    progress: isAdmin ? await store.findProgress(db, id) : null,
    allowed: allowedOn(actor, record.state, {
      isDue: record.onDay <= today,
      hasEffects: isAdmin && (await effectsStore.hasEffects(db, id)),
    }),
  }
}

function itemOf(record: store.ReorganisationRecord): ReorganisationItem {
  const { plan, appliedAt, undoneAt } = record
  const { units, agencies } = plan
  const renamed = units.changed.map(({ id }) => id)
  const before = [...units.successions.map(({ fromId }) => fromId), ...units.ended, ...renamed]
  const after = [
    ...units.successions.map(({ toId }) => toId),
    ...units.founded.map(({ id }) => id),
    ...renamed,
  ]
  return {
    id: record.id,
    act: record.act,
    decidedOn: record.decidedOn,
    onDay: record.onDay,
    title: record.title,
    state: record.state,
    unitsBefore: new Set(before).size,
    unitsAfter: new Set(after).size,
    agencies: new Set([...agencies.ended, ...agencies.successions.map(({ fromId }) => fromId)])
      .size,
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  }
}
