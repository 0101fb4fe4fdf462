import type { TaskEvent } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { agencyId } from './organisation.ts'
import type { Course } from './story.ts'

/** Who of the story acts: in the committee's name, as its head, or for the agency. */
export type Side = 'standing' | 'chair' | 'officer' | 'leader'
export interface Step {
  by: Side
  event: TaskEvent
}

interface Given {
  /** Of a container the issuer: its parts have leads of their own. */
  lead: string
  co: readonly string[]
  due: PlainDate | null
  /** The paper that gives it, or the words of a spoken direction. */
  paper: { number: string; documentId: Id } | null
  item: string | null
  on: PlainDate
}

const EVIDENCE = { fileIds: [], papers: [] }

/** A task's events, in the order of their days, as the people of the story would have recorded them. */
export function eventsOf({ lead, co, due, paper, item, on }: Given, course: Course): Step[] {
  const draft: TaskEvent = {
    action: 'draft',
    dueOn: due,
    leadId: agencyId(lead),
    leadIds: [],
    coIds: co.map(agencyId),
    isStanding: due === null,
    on,
  }
  const steps: Step[] = [{ by: 'standing', event: draft }]
  steps.push(
    paper
      ? {
          by: 'standing',
          event: {
            action: 'issue',
            number: paper.number,
            signedOn: on,
            documentId: paper.documentId,
            item,
            on,
          },
        }
      : { by: 'chair', event: { action: 'start_by_word', text: '', on } },
  )
  const all = [...steps, ...took(course), ...asked(course), ...gave(course), ...after(course)]
  return numbered(all.toSorted((a, b) => a.event.on.localeCompare(b.event.on)))
}

function took({ taken, progress, question }: Course): Step[] {
  const steps: Step[] = []
  if (question)
    steps.push({ by: 'officer', event: { action: 'question', text: question[1], on: question[0] } })
  if (taken) steps.push({ by: 'officer', event: { action: 'take_up', on: taken } })
  if (progress) {
    const [on, percent, text] = progress
    steps.push({ by: 'officer', event: { ...EVIDENCE, action: 'progress', percent, text, on } })
  }
  return steps
}

/** The wish's place among the events is what a decision names; `numbered` fills it in. */
function asked({ asked: wanted }: Course): Step[] {
  if (!wanted) return []
  const { on, dueOn, reason, granted, by } = wanted
  const wish = { wish: { kind: 'extend', dueOn }, reason, paper: null } as const
  const steps: Step[] = [
    by === 'standing'
      ? { by, event: { action: 'propose', ...wish, on } }
      : { by: 'leader', event: { action: 'request', ...wish, on } },
  ]
  return granted ? [...steps, grant(granted)] : steps
}

function grant(on: PlainDate): Step {
  const decision = { action: 'decide', seq: 0, verdict: 'grant', note: '', paper: null } as const
  return { by: 'chair', event: { ...decision, on } }
}

function gave({ prepared, sent, returned, confirmed }: Course): Step[] {
  const steps: Step[] = []
  if (prepared) {
    const [on, text] = prepared
    const deed = { ...EVIDENCE, action: 'submit', text } as const
    steps.push({ by: 'officer', event: { action: 'prepare', deed, on } })
  }
  if (sent) {
    const [on, text, paper] = sent
    const papers = paper ? [{ number: paper, on }] : []
    steps.push({ by: 'leader', event: { action: 'submit', text, fileIds: [], papers, on } })
  }
  if (returned)
    steps.push({
      by: 'standing',
      event: { action: 'return', reason: returned[1], on: returned[0] },
    })
  if (confirmed)
    steps.push({ by: 'standing', event: { action: 'confirm', note: '', on: confirmed } })
  return steps
}

function after({ later }: Course): Step[] {
  if (!later) return []
  const { taken, granted, sent, confirmed } = later
  const steps: Step[] = []
  if (granted) steps.push(grant(granted))
  if (taken) steps.push({ by: 'officer', event: { action: 'take_up', on: taken } })
  if (sent)
    steps.push({
      by: 'leader',
      event: { ...EVIDENCE, action: 'submit', text: sent[1], on: sent[0] },
    })
  return [...steps, { by: 'standing', event: { action: 'confirm', note: '', on: confirmed } }]
}

/** Decisions name the wish they answer by its number among the task's events, counted from 1. */
function numbered(steps: readonly Step[]): Step[] {
  const wish = steps.findIndex(({ event }) => ['propose', 'request'].includes(event.action))
  return steps.map(({ by, event }) => ({
    by,
    event: event.action === 'decide' ? { ...event, seq: wish + 1 } : event,
  }))
}
