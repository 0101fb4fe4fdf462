import type { CheckSubject } from '@hopluc/shared/return-checks'
import type { Return } from '@hopluc/shared/returns'
import { daysBetween, type Id, type PlainDate } from '@hopluc/shared/values'
import { calendarDay } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { withDaysOff } from '../calendar/index.ts'
import { type Contents, contentsOf } from './contents.ts'
import { rowsTogether } from '../units/index.ts'
import { getHead, type Head, namesIn } from './head-store.ts'
import { listTexts, textsIn } from './patch-store.ts'
import { allowedOn, mayEdit } from './policy.ts'
import { returnNotFound } from './refusals.ts'
import { eventsIn, filesOf, remarksIn } from './story-store.ts'
import { subjectOf } from './subject.ts'

/** A return as a whole: pages, cells, remarks, story, and what the reader may do now. */
export function get(context: Context, id: Id): Promise<Return> {
  return context.read((db) => present(db, context, id))
}

export async function present(db: Reader, context: Context, id: Id): Promise<Return> {
  const head = await getHead(db, id, context.today)
  const contents = await contentsOf(db, head)
  return shown(db, context, head, contents)
}

/** What the checks look at. */
export async function subjectToCheck(
  db: Reader,
  head: Head,
  { layout, cells, definition }: Contents,
): Promise<CheckSubject> {
  const texts = definition.sections.some(({ kind }) => kind !== 'grid')
    ? await listTexts(db, head)
    : []
  return { sections: layout.sections, cells, texts, checks: definition.checks }
}

export function daysLateOf(head: Head, today: PlainDate): number {
  const isOut = head.state === 'sent' || head.acceptedAt !== null
  const until = isOut ? head.sentAt && calendarDay(new Date(head.sentAt)) : today
  return until ? Math.max(0, daysBetween(head.dueOn, until)) : 0
}

/** A return whose pages have been read already. */
export async function shown(
  db: Reader,
  context: Context,
  head: Head,
  { period, layout, cells, definition, below }: Contents,
): Promise<Return> {
  const { actor, today } = context
  const { texts, events, remarks, ...read } = await rowsTogether(db, {
    names: namesIn(head, today),
    texts: textsIn(head),
    events: eventsIn(head),
    remarks: remarksIn(head),
  })
  const [names] = read.names
  if (!names) throw returnNotFound()
  const files = await filesOf(db, events)
  const signing = events.findLast(({ action }) => action === 'signed')
  const signedFile = files.get(signing?.fileId ?? '')
  const subject = subjectOf(head)
  return {
    id: head.id,
    round: { id: head.roundId, title: head.roundTitle },
    form: { code: head.formCode, name: head.formName },
    ...names,
    state: head.state,
    checkState: head.checkState,
    isCorrection: head.correction !== null,
    dueOn: head.dueOn,
    sentAt: head.sentAt,
    acceptedAt: head.acceptedAt,
    daysLate: daysLateOf(head, today),
    filled: cells.filter(({ value, isNone }) => value !== null || isNone).length,
    remindedOn: head.remindedOn,
    isDemo: head.isDemo,
    version: head.version,
    period: {
      id: period.id,
      kind: period.kind,
      year: period.year,
      part: period.part,
      fromOn: period.fromOn,
      untilOn: period.untilOn,
    },
    cutoffOn: head.cutoffOn,
    estimateOn: head.estimateOn,
    deadlines: await withDaysOff(db, head.deadlines),
    checkDueOn: head.checkDueOn,
    paper: head.paper,
    correction: head.correction,
    needsApproval: head.needsApproval,
    sections: layout.sections,
    cells,
    texts: texts.map(({ client: _client, n: _n, ...text }) => text),
    checks: definition.checks,
    below: below && below.told,
    remarks,
    events: events.map(({ signers: _signers, fileId, ...event }) => ({
      ...event,
      file: (fileId && files.get(fileId)) || null,
    })),
    signed:
      signing && signedFile
        ? {
            fileId: signedFile.id,
            name: signedFile.name,
            signers: signing.signers ?? [],
            at: signing.at,
          }
        : null,
    mayEdit: mayEdit(actor, subject),
    allowed: allowedOn(actor, subject),
  }
}
