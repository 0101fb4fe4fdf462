import type {
  DunningCommand,
  DunningLetter,
  DunningLetterCommand,
  DunningProposals,
  DunningTexts,
} from '@hopluc/shared/dunning'
import type { TaskRow } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { registerDocument } from '../documents/index.ts'
import { tell } from '../notices/index.ts'
import { dunningText, makeDunningLetter } from '../papers/index.ts'
import { findTracker, listRungs } from '../task-page/index.ts'
import { getBody } from '../task-papers/index.ts'
import { insertComments } from '../task-people/index.ts'
import { personsOf } from '../task-telling/index.ts'
import { templateFor } from '../templates/index.ts'
import { actingIn, present, rowsOf } from '../task-rows/index.ts'
import { lateTask, nextRung } from './domain.ts'
import { letterInput } from '../dunning-letter/index.ts'
import * as store from './store.ts'

const REMINDERS = ['standing', 'chair', 'delegate', 'leader', 'officer']

/** Late tasks by agency, each with the rung reached and the next one by rule. */
export function proposals(context: Context, asOf?: PlainDate): Promise<DunningProposals> {
  const { actor, today } = context
  const day = asOf !== undefined && asOf < today ? asOf : today
  return context.read(async (db) => {
    const { agencyIds } = await actingIn(db, context)
    const issuers = actor.committeeId ? [...agencyIds, actor.committeeId] : agencyIds
    if (!REMINDERS.includes(actor.role)) return { asOf: day, items: [] }
    const late = await store.listLate(db, day, issuers)
    const shown = await present(db, context, late, day)
    const rungs = await listRungs(
      db,
      shown.map(({ row }) => row.id),
    )
    const byAgency = Map.groupBy(shown, ({ row }) => row.lead?.id ?? '')
    const items = [...byAgency.values()].flatMap((some) => {
      const agency = some[0]?.row.lead
      if (!agency) return []
      const tasks = some.map(({ row }) => {
        const own = rungs.filter((rung) => rung.taskId === row.id && rung.on <= day)
        return { task: row, rungs: own, ...nextRung(row.daysLate, own) }
      })
      return [{ agency, tasks }]
    })
    return {
      asOf: day,
      items: items.toSorted(
        (one, other) =>
          other.tasks.length - one.tasks.length ||
          one.agency.name.localeCompare(other.agency.name, 'vi'),
      ),
    }
  })
}

/** The same as text to copy, one for each agency; nothing is written. */
export function texts(context: Context, taskIds: readonly Id[]): Promise<DunningTexts> {
  return context.read(async (db) => {
    const rows = await remindable(db, context, taskIds)
    const answerTo = await answerToOf(db, context, rows)
    const items = groups(rows).map(([agency, own]) => ({
      agency,
      text: dunningText({
        agency: agency.name,
        tasks: own.map((row) => lateTask(row, context.today)),
        asOf: context.today,
        answerTo,
        answerBy: null,
      }),
    }))
    return { items }
  })
}

/** A reminder, or a place in the report or on the agenda. */
export function climb(context: Context, command: DunningCommand): Promise<{ recorded: number }> {
  const { actor, today, now } = context
  const { taskIds, rung, note } = command
  return context.write(async (tx) => {
    const rows = await remindable(tx, context, taskIds)
    await store.climb(tx, {
      taskIds,
      rung,
      on: today,
      documentId: null,
      note,
      byWords: actor.byWords,
    })
    if (rung === 'reminder') {
      const text = note ?? 'Nhắc thực hiện nhiệm vụ.'
      const by = { accountId: actor.accountId, byWords: actor.byWords, at: now }
      await insertComments(
        tx,
        taskIds.map((taskId) => ({ taskId, text, mentions: [], kind: 'reminder', ...by })),
      )
      await remind(tx, context, rows)
    }
    for (const id of taskIds) await audit.record(tx, actor, 'task.dun', id, { rung, note })
    return { recorded: rows.length }
  })
}

async function remind(tx: Tx, context: Context, rows: readonly TaskRow[]): Promise<void> {
  const persons = await personsOf(
    tx,
    rows.map(({ id }) => id),
  )
  await tell(
    tx,
    context,
    ...rows.map((row) => {
      const accountIds = persons.get(row.id) ?? []
      const agencyIds = accountIds.length === 0 && row.lead ? [row.lead.id] : []
      return {
        to: { accountIds, agencyIds },
        kind: 'task.reminded' as const,
        subjectKind: 'task' as const,
        subjectId: row.id,
        params: {
          title: row.title,
          by: context.actor.byWords,
          dueOn: row.dueOn,
          days: row.daysLate,
        },
        dedupe: `task.reminded:${row.id}:${context.now.toISOString()}`,
      }
    }),
  )
}

/**
 * Công văn đôn đốc, as a draft in the register with its Word file: it is numbered and signed like any
 * other paper. The rung is climbed with it.
 */
export async function letter(
  context: Context,
  command: DunningLetterCommand,
): Promise<DunningLetter> {
  const { actor, today } = context
  const { taskIds, answerBy, under } = command
  const input = await context.read(async (db) => {
    const rows = await remindable(db, context, taskIds)
    const issuerId = rows[0]?.issuer.id ?? actor.agencyId
    const peopleId =
      under === 'people_committee'
        ? await store.findPeopleCommittee(db, issuerId, today)
        : undefined
    const body = await getBody(db, peopleId ?? issuerId, today)
    const answerTo = await answerToOf(db, context, rows)
    const { words } = await templateFor(db, body.id, today)
    return letterInput({
      body,
      words: { opening: words.letterOpening, closing: words.letterClosing },
      under,
      rows: groups(rows),
      lateTask,
      answerTo,
      answerBy,
      asOf: today,
    })
  })
  const bytes = await makeDunningLetter(input)
  const name = `Công văn đôn đốc ${today.split('-').toReversed().join('.')}.docx`
  const received = await files.receive(name, bytes)
  try {
    return await context.write(async (tx) => {
      await remindable(tx, context, taskIds)
      const file = await files.store(tx, received)
      const { id } = await registerDocument(tx, context, {
        direction: 'outgoing',
        kind: 'CV',
        abstract: input.abstract,
        files: [{ fileId: file.id, part: 'main' }],
        ...(actor.committeeId && { ownerId: actor.committeeId }),
      })
      const byWords = actor.byWords
      await store.climb(tx, {
        taskIds,
        rung: 'letter',
        on: today,
        documentId: id,
        note: null,
        byWords,
      })
      for (const taskId of taskIds)
        await audit.record(tx, actor, 'task.dun', taskId, { rung: 'letter', documentId: id })
      return { documentId: id, fileId: file.id, fileName: name, tasks: taskIds.length }
    })
  } finally {
    await received.dispose()
  }
}

/** Only given tasks that one may remind of, and that are late. */
async function remindable(db: Reader, context: Context, ids: readonly Id[]): Promise<TaskRow[]> {
  const rows = await rowsOf(db, context, ids)
  if (rows.length < new Set(ids).size)
    throw new AppError('not_found', 'tasks.not_found', {
      vi: 'Không tìm thấy nhiệm vụ trong phạm vi của đồng chí.',
      en: 'There is no such task within your scope.',
    })
  assertAllowed(rows.every(({ allowed }) => allowed.includes('remind')))
  if (rows.every(({ status }) => status === 'overdue')) return rows
  throw new AppError('rule', 'dunning.not_late', {
    vi: 'Chỉ đôn đốc nhiệm vụ đã quá hạn.',
    en: 'Only late tasks are pressed for.',
  })
}

function groups(rows: readonly TaskRow[]) {
  const byAgency = Map.groupBy(
    rows.filter(({ lead }) => lead !== null),
    ({ lead }) => lead?.id,
  )
  return [...byAgency.values()].flatMap((own) => {
    const lead = own[0]?.lead
    return lead ? [[lead, own] as const] : []
  })
}

async function answerToOf(db: Reader, context: Context, rows: readonly TaskRow[]): Promise<string> {
  const issuer = rows[0]?.issuer
  const tracker = issuer && (await findTracker(db, issuer.id, context.today))
  if (tracker) return `${tracker.name} (Cơ quan Thường trực ${issuer.shortName})`
  return issuer?.name ?? ''
}
