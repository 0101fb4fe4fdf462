import type {
  ImportCommand,
  ImportPreview,
  ImportResult,
  ImportRow,
} from '@hopluc/shared/task-import'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { ensureStub } from '../documents/index.ts'
import { enter, seedsOf } from '../task-drafts/index.ts'
import { assertMayDraft } from '../task-giving/index.ts'
import { makeInstances } from '../task-instances/index.ts'
import {
  familyOf,
  type ListedTask,
  type Plan,
  type Planned,
  planOf,
  readList,
  startsOf,
} from '../task-import-plan/index.ts'
import { refresh } from '../task-projection/index.ts'
import { append, lock, mannersOf } from '../task-records/index.ts'
import { storiesOf } from '../task-rows/index.ts'

/** What the import would do, line by line; nothing is written. */
export async function preview(context: Context, command: ImportCommand): Promise<ImportPreview> {
  const read = await readList(context, command)
  const plan = await context.read((db) => planOf(db, context, command, read))
  return {
    sheets: plan.sheets,
    sheet: plan.sheet,
    headerRow: plan.headerRow,
    headers: plan.headers,
    mapping: plan.mapping,
    rows: plan.planned.map(({ row }) => row),
    issues: plan.issues,
    unknownAgencies: plan.unknown,
    stubs: [...new Set(toCreate(plan).flatMap(({ row }) => row.source ?? []))],
    counts: {
      create: countOf(plan, 'create'),
      update: countOf(plan, 'update'),
      same: countOf(plan, 'same'),
      skip: countOf(plan, 'skip'),
    },
  }
}

/** The whole list in one transaction; the same list again changes nothing. */
export async function commit(context: Context, command: ImportCommand): Promise<ImportResult> {
  const { actor, today } = context
  const read = await readList(context, command)
  return context.write(async (tx) => {
    await assertMayDraft(tx, context, command.issuerId)
    const plan = await planOf(tx, context, command, read)
    const creates = toCreate(plan)
    const documents = await stubsFor(tx, context, command, creates)
    const leads = creates.flatMap(({ leadIds }) => leadIds)
    const manners = await mannersOf(tx, leads, today)
    const seeds = creates.flatMap(({ listed, draft }) => {
      const documentId = documents.get(sourceKey(listed)) ?? null
      const starts = startsOf(listed, documentId)
      return seedsOf({ ...draft, documentId }, manners, listed.assignedOn, starts)
    })
    if (seeds.length > 0) await enter(tx, actor, seeds, today)
    const recurring = seeds.filter(({ recurrence }) => recurrence !== null).map(({ id }) => id)
    await makeInstances(tx, actor, today, recurring)
    const updated = await update(tx, context, plan)
    const counts = {
      created: creates.length,
      updated,
      same: countOf(plan, 'same'),
      skipped: countOf(plan, 'skip'),
      stubs: documents.size,
    }
    const heads = seeds.filter(({ partKind }) => partKind === null).map(({ id }) => id)
    await audit.record(tx, actor, 'task.import', command.issuerId, {
      fileId: command.fileId,
      ...counts,
      heads,
    })
    return { ...counts, issues: plan.issues }
  })
}

const sourceKey = ({ source }: ListedTask) => `${source.symbol ?? ''} ${source.on ?? ''}`

/** One stub for each paper that the list names, however many lines rest on it. */
async function stubsFor(
  tx: Tx,
  context: Context,
  { issuerId }: ImportCommand,
  creates: readonly Planned[],
): Promise<Map<string, Id>> {
  const documents = new Map<string, Id>()
  for (const { listed } of creates) {
    const key = sourceKey(listed)
    const { symbol, on, issuer, abstract } = listed.source
    if (!symbol || documents.has(key)) continue
    const kind = symbol.split('/')[1]?.split('-')[0] ?? 'khác'
    const cited = { kind, symbol, date: on, issuerName: issuer, abstract, ownerId: issuerId }
    documents.set(key, await ensureStub(tx, context, cited))
  }
  return documents
}

/** Mirrored tasks take their state from the tracker's list, with all their copies. */
async function update(tx: Tx, { actor }: Context, plan: Plan): Promise<number> {
  const changed = plan.planned.filter(({ row }) => row.action === 'update')
  const heads = changed.flatMap(({ row }) => row.taskId ?? [])
  if (heads.length === 0) return 0
  const families = await familyOf(tx, heads)
  const ids = [...families.values()].flat()
  const tasks = await lock(tx, ids)
  const stories = await storiesOf(tx, ids)
  const done = changed.flatMap(({ row, listed }) =>
    (families.get(row.taskId ?? '') ?? []).flatMap((id) => {
      const task = tasks.find((one) => one.id === id)
      return task ? [{ task, events: [...(stories.get(id) ?? []), listed.state] }] : []
    }),
  )
  const entries = done.map(({ task, events }) => {
    const event = events.at(-1)
    return event ? [{ taskId: task.id, seq: events.length, event }] : []
  })
  await append(tx, actor, entries.flat())
  await refresh(tx, done)
  return changed.length
}

const toCreate = ({ planned }: Plan) => planned.filter(({ row }) => row.action === 'create')
const countOf = ({ planned }: Plan, action: ImportRow['action']) =>
  planned.filter(({ row }) => row.action === action).length
