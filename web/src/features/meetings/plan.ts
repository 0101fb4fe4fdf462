import { AgendaItem, type MeetingRecord, SessionKind } from '@hopluc/shared/meetings'
import { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import { newId } from '../../lib/new-id.ts'

/** What the form of a meeting holds while one types. */
export const Plan = z.object({
  kind: SessionKind,
  title: z.string(),
  heldOn: PlainDate.nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  chairName: z.string(),
  chairTitle: z.string(),
  secretaryName: z.string(),
  secretaryTitle: z.string(),
  agenda: z.array(AgendaItem.extend({ text: z.string() })),
  invited: z.array(z.object({ value: Id, label: z.string() })),
  key: z.string(),
})
export type Plan = z.infer<typeof Plan>

export const freshPlan = (): Plan => ({
  kind: 'committee',
  title: '',
  heldOn: null,
  startsAt: '',
  endsAt: '',
  place: '',
  chairName: '',
  chairTitle: '',
  secretaryName: '',
  secretaryTitle: '',
  agenda: [],
  invited: [],
  key: newId(),
})

export function planOf(meeting: MeetingRecord): Plan {
  return {
    ...freshPlan(),
    kind: meeting.kind,
    title: meeting.title,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt ?? '',
    endsAt: meeting.endsAt ?? '',
    place: meeting.place ?? '',
    chairName: meeting.chairName ?? '',
    chairTitle: meeting.chairTitle ?? '',
    secretaryName: meeting.secretaryName ?? '',
    secretaryTitle: meeting.secretaryTitle ?? '',
    agenda: meeting.agenda,
  }
}

const orNull = (words: string) => words.trim() || null

/** 7:30, 7h30, 07.30 → 07:30; what is no time is left for the server to refuse at its field. */
export function asTime(words: string): string | null {
  const match = /^\s*(\d{1,2})\s*(?:[:.hg]\s*(\d{2})?)?\s*$/i.exec(words)
  if (!match) return orNull(words)
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`
}

/** As it is sent: empty fields are null, empty items of the agenda are left out. */
export function factsOf(plan: Plan) {
  return {
    kind: plan.kind,
    title: plan.title.trim(),
    heldOn: plan.heldOn,
    startsAt: asTime(plan.startsAt),
    endsAt: asTime(plan.endsAt),
    place: orNull(plan.place),
    chairName: orNull(plan.chairName),
    chairTitle: orNull(plan.chairTitle),
    secretaryName: orNull(plan.secretaryName),
    secretaryTitle: orNull(plan.secretaryTitle),
    agenda: plan.agenda.filter(({ text }) => text.trim() !== ''),
  }
}
