import type { DueSource, Manner, Recurrence, TaskEvent } from '@hopluc/shared/task-deeds'
import type { TaskOrigin } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { AppError } from '../../platform/errors.ts'

/** What is to become one task, a container with copies, or a standing duty. */
export interface Draft {
  issuerId: Id
  issuerUnitId: Id
  title: string
  content: string | null
  leadIds: readonly Id[]
  coIds: readonly Id[]
  /** Left out: as each lead's relation says. */
  manner?: Manner | undefined
  dueOn: PlainDate | null
  dueText: string | null
  dueSource: DueSource | null
  textDueOn: PlainDate | null
  recurrence: Recurrence | null
  product: string | null
  directedBy: string | null
  directiveId: Id | null
  documentId: Id | null
  item: string | null
  origin: TaskOrigin
  trackerCode: string | null
  /** A sub-task of another agency's task. */
  parentId: Id | null
}

/** A task to be entered, with its story so far. Its number is given with the others of its issuer. */
export interface Seed {
  id: Id
  draft: Draft
  title: string
  leadId: Id
  manner: Manner
  isContainer: boolean
  parentId: Id | null
  partKind: 'copy' | 'subtask' | 'instance' | null
  /** Below the number of the task that heads it: '', '3', '2.3'. */
  partNo: string
  period: string | null
  recurrence: Recurrence | null
  events: TaskEvent[]
}

/** By which relation each lead is given a task. */
export type Manners = ReadonlyMap<Id, Manner>

/** What follows the draft at once: the chair's word, or a paper signed already. */
export type Start = Exclude<TaskEvent, { action: 'draft' }>

/** One task for one lead; for several a container and a copy each; a duty that recurs stands once. */
export function seedsOf(
  draft: Draft,
  manners: Manners,
  on: PlainDate,
  starts: readonly Start[] = [],
): Seed[] {
  assertTerm(draft)
  const leads = [...new Set(draft.leadIds)]
  const coIds = [...new Set(draft.coIds)].filter((id) => !leads.includes(id))
  const one = { draft, title: draft.title, partNo: '', period: null, parentId: draft.parentId }
  const partKind = draft.parentId ? ('subtask' as const) : null
  const story = (leadId: Id, leadIds: Id[] = []): TaskEvent[] => [
    {
      action: 'draft',
      dueOn: draft.recurrence ? null : draft.dueOn,
      leadId,
      leadIds,
      coIds,
      isStanding: draft.recurrence !== null,
      on: [on, ...starts.map((start) => start.on)].toSorted()[0] ?? on,
    },
    ...starts,
  ]
  const [first] = leads
  if (first === undefined) throw noLead()
  if (draft.recurrence) {
    const isMany = leads.length > 1
    const leadId = isMany ? draft.issuerId : first
    const events = story(leadId, leads)
    const manner = mannerOfAll(draft, leads, manners)
    const { recurrence } = draft
    return [
      { ...one, id: newId(), leadId, manner, isContainer: isMany, partKind, recurrence, events },
    ]
  }
  if (leads.length === 1) {
    const manner = mannerOf(draft, first, manners)
    const events = story(first)
    return [
      {
        ...one,
        id: newId(),
        leadId: first,
        manner,
        isContainer: false,
        partKind,
        recurrence: null,
        events,
      },
    ]
  }
  const whole: Seed = {
    ...one,
    id: newId(),
    leadId: draft.issuerId,
    manner: mannerOfAll(draft, leads, manners),
    isContainer: true,
    partKind,
    recurrence: null,
    events: story(draft.issuerId),
  }
  return [whole, ...copiesOf(whole, leads, manners, story)]
}

export function copiesOf(
  whole: Seed,
  leads: readonly Id[],
  manners: Manners,
  story: (leadId: Id) => TaskEvent[],
): Seed[] {
  return leads.map((leadId, index) => ({
    ...whole,
    id: newId(),
    leadId,
    manner: mannerOf(whole.draft, leadId, manners),
    isContainer: false,
    parentId: whole.id,
    partKind: 'copy',
    partNo: whole.partNo ? `${whole.partNo}.${index + 1}` : `${index + 1}`,
    period: null,
    events: story(leadId),
  }))
}

/** Who is asked by relation is never ordered. */
function mannerOf({ manner }: Draft, leadId: Id, manners: Manners): Manner {
  return manners.get(leadId) === 'request' ? 'request' : (manner ?? 'assign')
}

function mannerOfAll(draft: Draft, leads: readonly Id[], manners: Manners): Manner {
  return leads.every((id) => mannerOf(draft, id, manners) === 'request') ? 'request' : 'assign'
}

/** A term names its source, and one that is proposed is never earlier than the text's. */
export function assertTerm(draft: Pick<Draft, 'dueOn' | 'dueSource' | 'textDueOn'>): void {
  const { dueOn, dueSource, textDueOn } = draft
  if (dueOn !== null && dueSource === null)
    throw new AppError('rule', 'tasks.due_without_source', {
      vi: 'Thời hạn phải ghi rõ nguồn: theo văn bản hoặc do Thường trực đề xuất.',
      en: 'A due day names its source: the document, or proposed by the standing agency.',
    })
  if (dueOn !== null && textDueOn !== null && dueSource === 'proposed' && dueOn < textDueOn)
    throw new AppError('rule', 'tasks.due_before_text', {
      vi: 'Thời hạn đề xuất không được sớm hơn thời hạn ghi trong văn bản.',
      en: 'A proposed due day is never earlier than the one in the text.',
    })
}

/**
 * The signed paper decides; a day other than the one that the text's words mean needs the words in
 * which the paper says so.
 */
export function assertSignedTerm(
  textDueOn: PlainDate | null,
  draftDueOn: PlainDate | null,
  { dueOn, dueText }: { dueOn?: PlainDate | undefined; dueText?: string | undefined },
): void {
  if (dueOn === undefined || dueText !== undefined || textDueOn === null) return
  if (dueOn === textDueOn || dueOn === draftDueOn) return
  throw new AppError('rule', 'tasks.due_other_than_text', {
    vi: 'Thời hạn này khác thời hạn ghi trong văn bản gốc. Hãy ghi lời văn về thời hạn trong văn bản đã ký.',
    en: 'This due day is not the one in the text. Give the words in which the signed paper states it.',
  })
}

function noLead(): AppError {
  return new AppError('rule', 'tasks.no_lead', {
    vi: 'Nhiệm vụ cần ít nhất một cơ quan chủ trì.',
    en: 'A task needs at least one agency that leads.',
  })
}
