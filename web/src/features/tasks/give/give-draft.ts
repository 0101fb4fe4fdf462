import {
  NewTask,
  type NewTaskInput,
  Recurrence,
  type Task,
  type TaskEdit,
} from '@hopluc/shared/tasks'
import { type Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'

const Chosen = z.object({ value: z.string(), label: z.string(), note: z.string().optional() })

/** A task as it is typed; kept on the machine until it is sent. */
export const GiveDraft = z.object({
  issuerId: z.string(),
  title: z.string(),
  content: z.string(),
  leads: z.array(Chosen),
  cos: z.array(Chosen),
  term: z.enum(['day', 'recurs', 'none']),
  dueOn: PlainDate.nullable(),
  dueSource: z.enum(['document', 'proposed']),
  dueText: z.string(),
  every: Recurrence.shape.every,
  day: z.number().nullable(),
  isMonthAfter: z.boolean(),
  product: z.string(),
  directedBy: z.string(),
  documentId: z.string().nullable(),
  item: z.string(),
  trackerCode: z.string(),
  start: z.enum(['draft', 'word', 'paper']),
  number: z.string(),
  signedOn: PlainDate.nullable(),
})
export type GiveDraft = z.infer<typeof GiveDraft>

export function emptyGiveDraft(issuerId: Id, documentId: Id | null): GiveDraft {
  return {
    issuerId,
    title: '',
    content: '',
    leads: [],
    cos: [],
    term: 'day',
    dueOn: null,
    dueSource: 'proposed',
    dueText: '',
    every: 'quarter',
    day: null,
    isMonthAfter: false,
    product: '',
    directedBy: '',
    documentId,
    item: '',
    trackerCode: '',
    start: 'draft',
    number: '',
    signedOn: null,
  }
}

export type GiveFault = 'title' | 'leads' | 'dueOn' | 'paper'

/** What has to be there before it can be sent. */
export function giveFaults(draft: GiveDraft): Partial<Record<GiveFault, true>> {
  const isPaperHalf = draft.start === 'paper' && (!draft.number.trim() || !draft.signedOn)
  return {
    ...(!draft.title.trim() && { title: true }),
    ...(draft.leads.length === 0 && { leads: true }),
    ...(draft.term === 'day' && !draft.dueOn && { dueOn: true }),
    ...(isPaperHalf && { paper: true }),
  }
}

const orNull = (text: string) => text.trim() || null

function termOf(draft: GiveDraft) {
  const hasDay = draft.term === 'day' && draft.dueOn !== null
  return {
    dueOn: hasDay ? draft.dueOn : null,
    dueText: orNull(draft.dueText),
    dueSource: hasDay ? draft.dueSource : null,
    textDueOn: hasDay && draft.dueSource === 'document' ? draft.dueOn : null,
  }
}

/** As it is sent; a sub-task has the task that it is a part of. */
export function newTaskOf(draft: GiveDraft, parentId: Id | null): NewTaskInput {
  const { term, every, day, isMonthAfter } = draft
  return {
    issuerId: draft.issuerId,
    title: draft.title.trim(),
    content: orNull(draft.content),
    leadIds: draft.leads.map(({ value }) => value),
    coIds: draft.cos.map(({ value }) => value),
    ...termOf(draft),
    recurrence: term === 'recurs' ? { every, day, isMonthAfter } : null,
    product: orNull(draft.product),
    directedBy: orNull(draft.directedBy),
    documentId: draft.documentId,
    item: orNull(draft.item),
    parentId,
    trackerCode: orNull(draft.trackerCode),
    start: startOf(draft),
  }
}

function startOf({ start, number, signedOn }: GiveDraft): NewTask['start'] {
  if (start === 'word') return { by: 'word', text: '' }
  if (start === 'paper' && signedOn) return { by: 'paper', number: number.trim(), signedOn }
  return null
}

/** A draft that is already entered, to be changed. */
export function giveDraftOf(task: Task): GiveDraft {
  const { lead, co, dueOn, recurrence } = task
  return {
    ...emptyGiveDraft(task.issuer.id, task.source?.documentId ?? null),
    title: task.title,
    content: task.content ?? '',
    leads: lead ? [{ value: lead.id, label: lead.shortName }] : [],
    cos: co.map(({ id, shortName }) => ({ value: id, label: shortName })),
    term: dueOn ? 'day' : recurrence ? 'recurs' : 'none',
    dueOn,
    dueSource: task.dueSource ?? 'proposed',
    dueText: task.dueText ?? '',
    product: task.product ?? '',
    directedBy: task.directedBy ?? '',
    item: task.source?.item ?? '',
  }
}

/** The lead of a container stays with its parts: whichever is named, they keep theirs. */
export function taskEditOf(draft: GiveDraft, task: Task): TaskEdit {
  const lead = draft.leads[0]?.value ?? task.partRows[0]?.lead?.id ?? task.issuer.id
  return {
    version: task.version,
    leadId: lead,
    title: draft.title.trim(),
    content: orNull(draft.content),
    coIds: draft.cos.map(({ value }) => value),
    ...termOf(draft),
    product: orNull(draft.product),
    directedBy: orNull(draft.directedBy),
    item: orNull(draft.item),
  }
}

export type GivePatch = Partial<GiveDraft>
