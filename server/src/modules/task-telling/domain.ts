import type { NoticeKind } from '@hopluc/shared/notices'
import type { TaskEvent } from '@hopluc/shared/task-deeds'
import type { Id } from '@hopluc/shared/values'
import type { Addressees, Telling } from '../notices/index.ts'

/** A task of which an event is told. */
export interface Told {
  task: { id: Id; issuerId: Id; leadId: Id; title: string; isContainer: boolean; version: number }
  event: TaskEvent
  /** To whom the agency has passed it; nobody yet, then its clerk and officers are told. */
  personIds: readonly Id[]
  coIds: readonly Id[]
  byWords: string
}

const DECIDERS = { committeeRoles: ['chair', 'delegate'] } as const

/** Who hears of an event, and how it is called; not every event is worth a notice. */
export function tellingsOf(told: Told): Telling[] {
  const { event, task } = told
  if (task.isContainer) return [] // its parts tell their own
  const lead = leadOf(told)
  const leaders: Addressees = { agencyIds: [task.leadId], roles: ['leader'] }
  const standing: Addressees = {
    committeeId: task.issuerId,
    agencyIds: [task.issuerId],
    roles: ['officer'],
  }
  const deciders: Addressees = {
    committeeId: task.issuerId,
    ...DECIDERS,
    agencyIds: [task.issuerId],
    roles: ['leader'],
  }
  const tell = (to: Addressees, kind: NoticeKind) => telling(told, to, kind)
  switch (event.action) {
    case 'issue':
      return [tell(lead, 'task.issued'), ...coOf(told, 'task.issued')]
    case 'start_by_word':
      return [tell(lead, 'task.by_word')]
    case 'prepare':
      return [tell(leaders, 'task.to_approve')]
    case 'decline':
      return [tell(lead, 'task.declined')]
    case 'submit':
      return [tell(standing, 'task.submitted')]
    case 'return':
      return [tell(lead, 'task.returned')]
    case 'confirm':
      return [tell(lead, 'task.confirmed')]
    case 'question':
      return [tell(standing, 'task.asked')]
    case 'answer':
      return [tell(lead, 'task.answered')]
    case 'request':
      return [tell(standing, 'task.to_decide'), tell(deciders, 'task.to_decide')]
    case 'propose':
      return [tell(deciders, 'task.to_decide')]
    case 'decide':
      return [tell(lead, event.verdict === 'grant' ? 'task.granted' : 'task.refused')]
    case 'order':
      return [tell(lead, 'task.changed'), ...newLead(told)]
    case 'resume':
      return [tell(lead, 'task.changed')]
    case 'ask_explanation':
      return [tell(lead, 'task.explain'), tell(leaders, 'task.explain')]
    case 'explain':
      return [tell(deciders, 'task.explained')]
    case 'hand_over':
      return [tell({ agencyIds: [event.toId] }, 'task.handed_over')]
    default:
      return []
  }
}

function leadOf({ task, personIds }: Told): Addressees {
  return personIds.length > 0
    ? { accountIds: personIds }
    : { agencyIds: [task.leadId], roles: ['clerk', 'officer'] }
}

function coOf(told: Told, kind: NoticeKind): Telling[] {
  if (told.coIds.length === 0) return []
  return [telling(told, { agencyIds: told.coIds, roles: ['clerk', 'officer'] }, kind)]
}

function newLead(told: Told): Telling[] {
  const { event } = told
  if (event.action !== 'order' || event.wish.kind !== 'change_lead') return []
  const to: Addressees = { agencyIds: [event.wish.leadId], roles: ['clerk', 'officer'] }
  return [telling(told, to, 'task.issued')]
}

function telling({ task, event, byWords }: Told, to: Addressees, kind: NoticeKind): Telling {
  const text = 'reason' in event ? event.reason : 'text' in event ? event.text : ''
  return {
    to,
    kind,
    subjectKind: 'task',
    subjectId: task.id,
    params: { title: task.title, by: byWords, text: text.slice(0, 200) },
    dedupe: `${kind}:${task.id}:${task.version + 1}`,
  }
}
