import { createHash } from 'node:crypto'
import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../platform/db.ts'
import { AGENCIES } from './agencies.ts'
import { demoId } from './id.ts'
import { accountId, agencyId, unitId } from './organisation.ts'
import type { DemoDocument, DemoMeeting, DemoStory, DemoTask } from './story.ts'

export const documentId = (key: string) => demoId(`document:${key}`)
export const meetingId = (key: string) => demoId(`meeting:${key}`)
const UNIT_OF = new Map(AGENCIES.map(({ key, unit }) => [key, unitId(unit)]))

export function unitOf(agency: string): Id {
  const unit = UNIT_OF.get(agency)
  if (!unit) throw new Error(`the demo has no agency ${agency}`)
  return unit
}

/** Meetings, documents with their links and readers, and the directives that the tasks carry out. */
export async function loadPapers(tx: Tx, story: DemoStory): Promise<void> {
  const by = accountId(story.by.standing)
  await loadMeetings(tx, story.meetings, by)
  await loadDocuments(tx, story.documents, by)
  const directives = story.tasks.flatMap((task) => directiveOf(task, story))
  if (directives.length) await tx.insertInto('directives').values(directives).execute()
}

async function loadMeetings(tx: Tx, meetings: readonly DemoMeeting[], by: Id): Promise<void> {
  if (!meetings.length) return
  await tx
    .insertInto('meetings')
    .values(
      meetings.map((meeting) => ({
        id: meetingId(meeting.key),
        agency_id: agencyId(meeting.agency),
        agency_unit_id: unitOf(meeting.agency),
        kind: meeting.kind,
        title: meeting.title,
        held_on: meeting.heldOn,
        starts_at: meeting.startsAt,
        place: meeting.place,
        chair_name: meeting.chair[0],
        chair_title: meeting.chair[1],
        state: meeting.state,
        agenda: JSON.stringify(meeting.agenda.map((text) => ({ text, presenter: '' }))),
        conclusion: meeting.conclusion ?? null,
        created_by: by,
      })),
    )
    .execute()
  const names = new Map(AGENCIES.map(({ key, name }) => [key, name]))
  const attendees = meetings.flatMap(({ key, invited, state }) =>
    invited.map((agency, position) => ({
      id: demoId(`attendee:${key}:${agency}`),
      meeting_id: meetingId(key),
      agency_id: agencyId(agency),
      name: names.get(agency) ?? agency,
      attendance: state === 'planned' ? 'invited' : 'present',
      position,
    })),
  )
  await tx.insertInto('meeting_attendees').values(attendees).execute()
}

async function loadDocuments(tx: Tx, documents: readonly DemoDocument[], by: Id): Promise<void> {
  await tx
    .insertInto('documents')
    .values(
      documents.map((document) => ({
        id: documentId(document.key),
        owner_id: agencyId(document.owner),
        owner_unit_id: unitOf(document.owner),
        direction: document.direction,
        kind: document.kind,
        number: document.number ?? null,
        symbol: document.symbol,
        issued_on: document.issuedOn,
        issuer_id: document.issuer ? agencyId(document.issuer) : null,
        issuer_name: document.issuerName,
        signer_name: document.signer?.[0] ?? null,
        signer_title: document.signer?.[1] ?? null,
        abstract: document.abstract,
        state: 'issued',
        is_stub: document.isStub ?? false,
        text: document.text ?? null,
        text_hash: document.text ? createHash('sha256').update(document.text).digest() : null,
        meeting_id: document.meeting ? meetingId(document.meeting) : null,
        created_by: by,
      })),
    )
    .execute()
  const links = documents.flatMap(({ key, restsOn = [] }) =>
    restsOn.map((to) => ({
      from_id: documentId(key),
      to_id: documentId(to),
      relation: 'rests_on',
    })),
  )
  if (links.length) await tx.insertInto('document_links').values(links).execute()
  const readers = documents.flatMap(({ key, readers: all = [] }) =>
    all.map((agency) => ({ document_id: documentId(key), agency_id: agencyId(agency) })),
  )
  if (readers.length) await tx.insertInto('document_readers').values(readers).execute()
}

/** The words in the paper by which a task was given; none for a spoken one. */
function directiveOf(task: DemoTask, story: DemoStory) {
  const { documents, issuer } = story
  const document = documents.find(({ key }) => key === task.document)
  if (!document?.text || !task.quote) return []
  const start = document.text.indexOf(task.quote)
  if (start < 0) throw new Error(`«${task.quote}» does not stand in ${document.key}`)
  const leads = task.copies ? task.copies.map(([lead]) => lead) : [task.lead]
  return [
    {
      id: directiveId(issuer, task),
      owner_id: agencyId(issuer),
      owner_unit_id: unitOf(issuer),
      document_id: documentId(document.key),
      notice_id: documentId(document.key),
      meeting_id: document.meeting ? meetingId(document.meeting) : null,
      position: task.number,
      item: task.item,
      start_at: start,
      end_at: start + task.quote.length,
      quote: task.quote,
      text: task.quote,
      manner: task.manner ?? 'assign',
      lead_ids: leads.map(agencyId),
      co_ids: (task.co ?? []).map(agencyId),
      due_on: task.due,
      due_text: task.dueText ?? null,
      due_source: task.due ? (task.dueText ? 'document' : 'proposed') : null,
      is_standing: task.due === null,
      given_on: story.assignedOn(task.document),
      product: task.product ?? null,
      has_task: true,
    },
  ]
}

export function directiveId(issuer: string, { number, document }: DemoTask): Id {
  return demoId(`directive:${issuer}:${document}:${number}`)
}
