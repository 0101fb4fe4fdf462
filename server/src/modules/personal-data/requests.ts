import type {
  DataDeadlineName,
  DataRequest,
  DataRequestCommand,
  DataRequestDeed,
  DataRequestItem,
  DataRequestPage,
  DataRequestQuery,
  NewDataRequest,
} from '@hopluc/shared/personal-data'
import { Email, Phone } from '@hopluc/shared/personal-data'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import type * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { addWorkingDays } from '../calendar/index.ts'
import { findPersonal, listPersonal, maskedFor, showPersonal } from '../personal-fields/index.ts'
import { completeDue, deadlineSetting, overdueOn, usualDays } from './domain.ts'
import { allowedOnRequest, mayKeepRequests } from './policy.ts'
import { illegible, noSuchRecord, notCorrectable, notNow, notToday } from './refusals.ts'
import * as requests from './requests-store.ts'
import * as store from './store.ts'
import { requested } from './telling.ts'

/** All for the administrator; for everyone else what they asked, and what was asked about them. */
export function list(context: Context, query: DataRequestQuery): Promise<DataRequestPage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const page = await requests.listRequests(db, query, today)
    return {
      items: page.items.map((item) => withClock(item, today)),
      next: page.next,
      counts: await requests.countRequests(db, today),
      mayKeep: mayKeepRequests(actor),
    }
  })
}

function withClock(item: requests.ItemRow, today: string): DataRequestItem {
  return { ...item, overdue: overdueOn(today, item) }
}

export function get(context: Context, id: Id): Promise<DataRequest> {
  return context.read((db) => present(db, context, id))
}

/**
 * Enters a request: for oneself, signed in; or by the administrator for who came, wrote or rang. The
 * first answer is due two working days later (NĐ 356/2025/NĐ-CP).
 */
export function register(
  context: Context,
  jobs: Jobs,
  command: z.output<typeof NewDataRequest>,
): Promise<DataRequest> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const isOwn = command.subjectId === actor.accountId && command.identifiedBy === 'signed_in'
    assertAllowed(isOwn || mayKeepRequests(actor))
    if (command.receivedOn > today || (isOwn && command.receivedOn !== today)) throw notToday()
    const account = command.subjectId ? await store.findAccount(tx, command.subjectId) : undefined
    if (command.subjectId && !account) throw noSuchRecord()
    const due = {
      answerDueOn: await addWorkingDays(tx, command.receivedOn, await daysOf(tx, 'answer', today)),
      completeDueOn: completeDue(command.receivedOn, await daysOf(tx, command.kind, today)),
    }
    const subjectName = account?.name ?? command.subjectName
    const id = await requests.addRequest(tx, { ...command, subjectName }, due)
    await requests.addStep(tx, id, {
      action: 'register',
      note: command.text,
      on: command.receivedOn,
      by: actor.byWords,
    })
    const kept = { kind: command.kind, receivedOn: command.receivedOn, ...due }
    if (isOwn) await audit.record(tx, actor, 'personal.request', id, kept)
    else await audit.record(tx, actor, 'personal.register', id, kept)
    const request = await present(tx, context, id)
    await jobs.enqueueSystem(tx, requested, {
      requestId: id,
      code: request.code,
      kind: command.kind,
      answerDueOn: due.answerDueOn,
      byId: actor.accountId,
    })
    return request
  })
}

function daysOf(db: Reader, name: DataDeadlineName, day: PlainDate): Promise<number> {
  return store.settingNumber(db, deadlineSetting(name), day, usualDays(name))
}

/** One step of the way: answer, extend, correct, complete, refuse, lift. */
export function act(context: Context, id: Id, command: DataRequestCommand): Promise<DataRequest> {
  const { actor, today } = context
  const { version, ...deed } = command
  return context.write(async (tx) => {
    assertAllowed(mayKeepRequests(actor))
    const request = await requests.lock(tx, id, version)
    if (!allowedOnRequest(actor, request).includes(deed.action)) throw notNow()
    const step = { action: deed.action, note: deed.note, on: today, by: actor.byWords }
    if (deed.action === 'correct') {
      const corrected = await correct(tx, request, deed)
      await requests.addStep(tx, id, { ...step, ...corrected })
      await audit.record(tx, actor, 'personal.correct', request.subjectId ?? id, {
        requestId: id,
        field: deed.field,
        before: { value: corrected.before },
        value: corrected.after,
      })
      return present(tx, context, id)
    }
    await requests.setRequest(tx, id, changeBy(deed, request, today))
    await requests.addStep(tx, id, step)
    await audit.record(tx, actor, `personal.${deed.action}`, id, deed)
    return present(tx, context, id)
  })
}

function changeBy(
  deed: Exclude<DataRequestDeed, { action: 'correct' }>,
  request: requests.RequestRow,
  today: string,
): Parameters<typeof requests.setRequest>[2] {
  switch (deed.action) {
    case 'answer':
      return { state: 'answered', answered_on: today }
    case 'extend':
      return { is_extended: true, complete_due_on: addDays(request.completeDueOn, deed.days) }
    case 'complete':
      return { state: 'completed', closed_on: today }
    case 'refuse':
      return {
        state: 'refused',
        closed_on: today,
        ...(!request.answeredOn && { answered_on: today }),
      }
    case 'lift':
      return { lifted_on: today }
  }
}

/** What stood and what stands, as the history keeps it: masked where the field is. */
async function correct(
  tx: Tx,
  request: requests.RequestRow,
  { field, recordId, value }: Extract<DataRequestDeed, { action: 'correct' }>,
): Promise<{ field: string; before: string | null; after: string | null }> {
  const declared = findPersonal(field)
  if (!declared?.correct || (value === null && !declared.correct.mayBeEmpty)) throw notCorrectable()
  if (request.subjectId === null || recordId !== request.subjectId) throw noSuchRecord()
  const before = await store.findValue(tx, declared, recordId)
  const after = value === null ? null : formed(declared.mask?.as, value)
  if (!(await store.setValue(tx, declared, recordId, after))) throw noSuchRecord()
  return { field, before: maskedFor(field, before?.value ?? null), after: maskedFor(field, after) }
}

function formed(kind: string | undefined, value: string): string {
  const form = kind === 'phone' ? Phone : kind === 'email' ? Email : undefined
  const { data } = form?.safeParse(value) ?? { data: value }
  if (data === undefined) throw illegible()
  return data
}

async function present(db: Reader, context: Context, id: Id): Promise<DataRequest> {
  const { actor, today } = context
  const request = await requests.getRequest(db, id)
  const { subjectId } = request
  const allowed = allowedOnRequest(actor, request)
  return {
    ...request,
    overdue: overdueOn(today, request),
    askerPhone: showPersonal(actor, 'data_requests.asker_phone', id, request.askerPhone, subjectId),
    askerEmail: showPersonal(actor, 'data_requests.asker_email', id, request.askerEmail, subjectId),
    steps: (await requests.listSteps(db, id)).map((step) => ({
      ...step,
      field: (step.field && findPersonal(step.field)?.name) || null,
    })),
    correctable: subjectId && allowed.includes('correct') ? await correctable(db, subjectId) : [],
    allowed,
  }
}

/** Of the person's own account what is there: a field without a row cannot be corrected. */
async function correctable(db: Reader, subjectId: Id): Promise<DataRequest['correctable']> {
  const found: DataRequest['correctable'] = []
  for (const one of listPersonal())
    if (one.correct && (await store.findValue(db, one, subjectId)))
      found.push({
        field: one.field,
        recordId: subjectId,
        name: one.name,
        mayBeEmpty: one.correct.mayBeEmpty,
      })
  return found
}
