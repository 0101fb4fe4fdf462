import type {
  AttendeesChange,
  MeetingAction,
  MeetingChange,
  MeetingQuery,
  MeetingRecord,
  MeetingStep,
  MeetingSummary,
  NewMeeting,
} from '@hopluc/shared/meetings'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret, searchQuery } from '../documents/index.ts'
import { assertFiles, assertHeld, assertOrder, createMeeting } from './create.ts'
import { advance, keptFiles } from './domain.ts'
import {
  appendStep,
  listAttendees,
  listFiles,
  listPapers,
  replaceAttendees,
  replaceFiles,
} from './parts.ts'
import { may } from './policy.ts'
import { present, summarise, tasksOf } from './present.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import { tellCancelled, tellChanged, tellInvited } from './tell.ts'

export async function list(context: Context, query: MeetingQuery): Promise<Page<MeetingSummary>> {
  const day = query.asOf ?? context.today
  const search = query.q ? searchQuery(query.q) : undefined
  if (query.q && !search) return { items: [], next: null }
  return context.read(async (db) => {
    let page = await store.list(db, query, day, search && { ...search, isNear: false })
    if (search && page.items.length === 0 && !query.cursor)
      page = await store.list(db, query, day, { ...search, isNear: true })
    return { next: page.next, items: await all(db, page.items, day, query.q) }
  })
}

async function all(db: Reader, rows: store.MeetingRow[], day: PlainDate, typed?: string) {
  const items: MeetingSummary[] = []
  for (const row of rows) items.push(await summarise(db, row, day, typed))
  return items
}

export async function get(context: Context, id: Id, asOf?: PlainDate): Promise<MeetingRecord> {
  return context.read(async (db) => present(context, db, await store.get(db, id), asOf))
}

export function create(context: Context, meeting: NewMeeting): Promise<MeetingRecord> {
  return context.write(async (tx) => {
    const id = await createMeeting(tx, context, meeting)
    return present(context, tx, await store.get(tx, id))
  })
}

export function change(
  context: Context,
  id: Id,
  { version, ...facts }: MeetingChange,
): Promise<MeetingRecord> {
  assertNoStateSecret(facts.title, facts.course, facts.conclusion, facts.note)
  return work(context, id, 'edit', version, async (tx, meeting) => {
    assertOrder({ startsAt: meeting.startsAt, endsAt: meeting.endsAt, ...said(facts) })
    if (meeting.state === 'held' && facts.heldOn !== undefined)
      assertHeld(facts.heldOn, context.today)
    const fileIds = (await listFiles(tx, id)).map((file) => file.id)
    if (facts.fileIds) await changeFiles(tx, id, facts.fileIds)
    const files = (await listFiles(tx, id)).map((file) => file.id)
    const agenda = keptFiles(facts.agenda ?? store.agendaOf(meeting), files)
    const patch = said({
      kind: facts.kind,
      title: facts.title,
      held_on: facts.heldOn,
      starts_at: facts.startsAt,
      ends_at: facts.endsAt,
      place: facts.place,
      chair_name: facts.chairName,
      chair_title: facts.chairTitle,
      secretary_name: facts.secretaryName,
      secretary_title: facts.secretaryTitle,
      course: facts.course,
      conclusion: facts.conclusion,
      note: facts.note,
    })
    await store.update(tx, id, { ...patch, agenda: JSON.stringify(agenda) })
    await tellChanged(tx, context, meeting, await store.get(tx, id))
    const before = { ...meeting, agenda: store.agendaOf(meeting), fileIds }
    return audit.changes(before, { ...said(facts), ...(facts.agenda && { agenda }) })
  })
}

async function changeFiles(tx: Tx, id: Id, fileIds: readonly Id[]): Promise<void> {
  const before = (await listFiles(tx, id)).map((file) => file.id)
  await assertFiles(
    tx,
    fileIds.filter((fileId) => !before.includes(fileId)),
  )
  await replaceFiles(tx, id, fileIds)
}

/** Who is invited and who came, as one list. */
export function setAttendees(
  context: Context,
  id: Id,
  command: AttendeesChange,
): Promise<MeetingRecord> {
  return work(context, id, 'attend', command.version, async (tx) => {
    const before = (await listAttendees(tx, id)).map(attendeeWords)
    await replaceAttendees(tx, id, command)
    await store.update(tx, id, {})
    const attendees = command.attendees.map(attendeeWords)
    const count = (attendance: string) =>
      command.attendees.filter((one) => one.attendance === attendance).length
    return {
      ...audit.changes({ attendees: before }, { attendees }),
      invited: command.attendees.length,
      present: count('present') + count('substituted'),
      absent: count('absent'),
    }
  })
}

/** Who, and whether they came. */
function attendeeWords({ name, attendance, person }: AttendeesChange['attendees'][number]) {
  return [name, attendance, person].filter(Boolean).join(', ')
}

export function step(
  context: Context,
  id: Id,
  { action, version, note }: MeetingStep,
): Promise<MeetingRecord> {
  const { today } = context
  return work(
    context,
    id,
    action,
    version,
    async (tx, meeting) => {
      const state = advance(action, meeting.state)
      if (action === 'invite') {
        if (!meeting.heldOn) throw refusals.dayMissing()
        if (meeting.invited === 0) throw refusals.nobodyInvited()
        await store.update(tx, id, { invited_on: today })
        await tellInvited(tx, context, meeting)
      } else if (action === 'hold') {
        assertHeld(meeting.heldOn, today)
        await store.update(tx, id, { state, agenda: await agendaHeld(tx, meeting, today) })
      } else if (action === 'conclude') {
        const papers = await listPapers(tx, id)
        const isWritten = papers.some(({ kind }) => kind === 'BB' || kind === 'TB' || kind === 'KL')
        if (!meeting.conclusion && !isWritten) throw refusals.noConclusion()
        await store.update(tx, id, { state })
      } else {
        await store.update(tx, id, { state })
        if (action === 'cancel') await tellCancelled(tx, context, meeting, note)
      }
      const { state: reached } = await store.get(tx, id)
      return { ...audit.changes({ state: meeting.state }, { state: reached }), note }
    },
    note,
  )
}

/** The open tasks that came back to it stay with it. */
async function agendaHeld(tx: Tx, meeting: store.MeetingRow, today: PlainDate): Promise<string> {
  const agenda = store.agendaOf(meeting)
  const taskIds = (await tasksOf(tx, meeting, today)).map(({ id }) => id)
  if (taskIds.length > 0)
    agenda.push({
      text: 'Tình hình thực hiện các nhiệm vụ chưa hoàn thành',
      presenter: '',
      fileIds: [],
      taskIds,
    })
  return JSON.stringify(agenda)
}

/** Lock, may I, can it, do it, record; what `doIt` returns goes into the audit. */
async function work(
  context: Context,
  id: Id,
  action: MeetingAction,
  version: number,
  doIt: (tx: Tx, meeting: store.MeetingRow) => Promise<object>,
  note?: string,
): Promise<MeetingRecord> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const meeting = await store.lock(tx, id, version)
    assertAllowed(may(actor, action, meeting))
    advance(action, meeting.state)
    const data = await doIt(tx, meeting)
    await appendStep(tx, actor, id, { action, on: today, note })
    await audit.record(tx, actor, `meeting.${action}`, id, data)
    return present(context, tx, await store.get(tx, id))
  })
}

type Said<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** Without what was not said: undefined leaves a column as it is, null empties it. */
function said<T extends object>(columns: T): Said<T> {
  const result: Said<T> = {}
  for (const key in columns) {
    const value = columns[key]
    if (isSaid(value)) result[key] = value
  }
  return result
}

function isSaid<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}
