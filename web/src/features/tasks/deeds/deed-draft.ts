import type { Evidence, Outgoing, TaskDeed, Wish } from '@hopluc/shared/task-deeds'
import { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import type { Act } from '../acts.ts'

/** A file that the server has, or that waits to be sent. */
export const KeptFile = z.object({ id: Id, name: z.string(), size: z.number() })
export type KeptFile = z.infer<typeof KeptFile>
const TypedPaper = z.object({ number: z.string(), on: PlainDate.nullable() })
export type TypedPaper = z.infer<typeof TypedPaper>

/** What a person types for any deed; each deed takes the fields it needs. */
export const DeedDraft = z.object({
  text: z.string(),
  percent: z.number(),
  files: z.array(KeptFile),
  papers: z.array(TypedPaper),
  paper: TypedPaper,
  dueOn: PlainDate.nullable(),
  leadId: Id.nullable(),
  isObjective: z.boolean(),
  verdict: z.enum(['grant', 'refuse']).nullable(),
  untilOn: PlainDate.nullable(),
  item: z.string(),
  seq: z.number().nullable(),
})
export type DeedDraft = z.infer<typeof DeedDraft>

export const EMPTY_DRAFT: DeedDraft = {
  text: '',
  percent: 0,
  files: [],
  papers: [],
  paper: { number: '', on: null },
  dueOn: null,
  leadId: null,
  isObjective: false,
  verdict: null,
  untilOn: null,
  item: '',
  seq: null,
}

export type DeedField =
  | 'text'
  | 'percent'
  | 'evidence'
  | 'paper'
  | 'signed'
  | 'item'
  | 'wish'
  | 'isObjective'
  | 'verdict'
  | 'untilOn'
  | 'seq'

/** The fields of a deed, in the order in which they are asked. */
export function fieldsOf({ action, prepared, wish }: Act): readonly DeedField[] {
  switch (prepared ?? action) {
    case 'issue':
      return ['signed', 'item', 'wish', 'text']
    case 'progress':
      return ['percent', 'text', 'evidence']
    case 'submit':
      return ['text', 'evidence']
    case 'explain':
      return ['text', 'isObjective', 'evidence']
    case 'judge_cause':
      return ['isObjective', 'text']
    case 'ask_explanation':
      return ['text', 'untilOn']
    case 'request':
    case 'propose':
    case 'order':
      return wish === 'pause'
        ? ['isObjective', 'text', 'paper']
        : wish === 'cancel'
          ? ['text', 'paper']
          : ['wish', 'text', 'paper']
    case 'decide':
      return wish === 'pause'
        ? ['verdict', 'isObjective', 'text', 'paper']
        : ['verdict', 'wish', 'text', 'paper']
    case 'add_paper':
      return ['seq', 'signed']
    default:
      return ['text']
  }
}

/** Words one may leave out. */
export function isTextOptional({ action, prepared }: Act): boolean {
  return ['progress', 'submit', 'confirm', 'decide', 'start_by_word', 'issue'].includes(
    prepared ?? action,
  )
}

/** A field and what is missing in it. */
export type DeedFaults = Partial<Record<DeedField | 'dueOn' | 'leadId', 'missing' | 'evidence'>>

export function faultsOf(act: Act, draft: DeedDraft): DeedFaults {
  const fields = fieldsOf(act)
  const faults: DeedFaults = {}
  if (fields.includes('text') && !isTextOptional(act) && !draft.text.trim()) faults.text = 'missing'
  if (fields.includes('signed') && !markOf(draft.paper)) faults.signed = 'missing'
  if (fields.includes('untilOn') && !draft.untilOn) faults.untilOn = 'missing'
  if (fields.includes('verdict') && !draft.verdict) faults.verdict = 'missing'
  if (fields.includes('seq') && draft.seq === null) faults.seq = 'missing'
  if (fields.includes('paper') && isHalf(draft.paper)) faults.paper = 'missing'
  if (draft.papers.some(isHalf)) faults.evidence = 'missing'
  const isWished = ['request', 'propose', 'order'].includes(act.prepared ?? act.action)
  if (isWished && act.wish === 'extend' && !draft.dueOn) faults.dueOn = 'missing'
  if (isWished && act.wish === 'change_lead' && !draft.leadId) faults.leadId = 'missing'
  const isResult = (act.prepared ?? act.action) === 'submit'
  const evidence = evidenceOf(draft)
  if (isResult && !evidence.text && !evidence.fileIds.length && !evidence.papers.length)
    faults.evidence = 'evidence'
  return faults
}

const isHalf = ({ number, on }: TypedPaper) => Boolean(number.trim()) !== (on !== null)

function markOf({ number, on }: TypedPaper) {
  return number.trim() && on ? { number: number.trim(), on } : null
}

function evidenceOf({ text, files, papers }: DeedDraft): Evidence {
  return {
    text: text.trim(),
    fileIds: files.map(({ id }) => id),
    papers: papers.flatMap((paper) => markOf(paper) ?? []),
  }
}

/** The deed as it is sent; undefined where something is missing (`faultsOf` says what). */
export function deedOf(act: Act, draft: DeedDraft): TaskDeed | undefined {
  const { action, prepared } = act
  const text = draft.text.trim()
  if (prepared) {
    const deed = outgoing(prepared, act, draft)
    return deed && { action: 'prepare', deed }
  }
  switch (action) {
    case 'take_up':
    case 'approve':
      return { action }
    case 'answer':
      return { action, text }
    case 'start_by_word':
      return { action, text }
    case 'confirm':
      return { action, note: text }
    case 'return':
    case 'decline':
    case 'resume':
      return { action, reason: text }
    case 'judge_cause':
      return { action, text, isObjective: draft.isObjective }
    case 'progress':
      return { action, percent: draft.percent, ...evidenceOf(draft) }
    case 'ask_explanation':
      return draft.untilOn ? { action, text, untilOn: draft.untilOn } : undefined
    case 'propose':
    case 'order': {
      const wish = wishOf(act, draft)
      return wish && { action, wish, reason: text, paper: markOf(draft.paper) }
    }
    case 'submit':
    case 'question':
    case 'request':
    case 'explain':
      return outgoing(action, act, draft)
    default:
      return withPaper(act, draft)
  }
}

function withPaper({ action, seq, wish }: Act, draft: DeedDraft): TaskDeed | undefined {
  const paper = markOf(draft.paper)
  switch (action) {
    case 'issue':
      return paper
        ? {
            action,
            number: paper.number,
            signedOn: paper.on,
            documentId: null,
            item: draft.item.trim() || null,
            ...(draft.dueOn && { dueOn: draft.dueOn }),
            ...(draft.dueOn && draft.text.trim() && { dueText: draft.text.trim() }),
          }
        : undefined
    case 'add_paper':
      return paper && draft.seq !== null ? { action, seq: draft.seq, paper } : undefined
    case 'decide':
      if (!draft.verdict || seq === undefined) return undefined
      return {
        action,
        seq,
        verdict: draft.verdict,
        note: draft.text.trim(),
        paper,
        ...(wish === 'extend' &&
          draft.verdict === 'grant' &&
          draft.dueOn && { dueOn: draft.dueOn }),
        ...(wish === 'pause' && { isObjective: draft.isObjective }),
      }
    default:
      return undefined
  }
}

function outgoing(action: Outgoing['action'], act: Act, draft: DeedDraft): Outgoing | undefined {
  const text = draft.text.trim()
  switch (action) {
    case 'submit':
      return { action, ...evidenceOf(draft) }
    case 'question':
      return { action, text }
    case 'explain':
      return { action, ...evidenceOf(draft), text, isObjective: draft.isObjective }
    case 'request': {
      const wish = wishOf(act, draft)
      return wish && { action, wish, reason: text, paper: markOf(draft.paper) }
    }
  }
}

function wishOf({ wish }: Act, draft: DeedDraft): Wish | undefined {
  switch (wish) {
    case 'extend':
      return draft.dueOn ? { kind: wish, dueOn: draft.dueOn } : undefined
    case 'change_lead':
      return draft.leadId ? { kind: wish, leadId: draft.leadId } : undefined
    case 'pause':
      return { kind: wish, isObjective: draft.isObjective }
    case 'cancel':
      return { kind: wish }
    default:
      return undefined
  }
}
