import { EntityEventKind, type NewEntity } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import { t } from '../../lib/i18n.ts'
import {
  attributeFaults,
  type Faults,
  NO_ATTRIBUTES,
  placeFaults,
  TypedAttributes,
  TypedPlace,
  TypedSource,
} from './form-model.ts'

export const FOUNDING_STEPS = [
  'canvassed',
  'founders_found',
  'conference_held',
  'filed',
] as const satisfies EntityEventKind[]

/** A new entry while it is typed; kept on this machine until it is sent. */
export const EntityDraft = z.object({
  attributes: TypedAttributes,
  place: TypedPlace,
  state: z.enum(['registered', 'founding']),
  step: z.enum(FOUNDING_STEPS),
  onDay: z.string().nullable(),
  decisionNo: z.string().nullable(),
  decidedBy: z.string().nullable(),
  advisedBy: z.string().nullable(),
  source: TypedSource,
})
export type EntityDraft = z.infer<typeof EntityDraft>

export function emptyDraft(today: PlainDate, kind: string | undefined, unitId: string | undefined) {
  const known = TypedAttributes.shape.kind.safeParse(kind)
  const draft: EntityDraft = {
    attributes: { ...NO_ATTRIBUTES, ...(known.success && { kind: known.data }) },
    place: { unitId: unitId ?? null, address: null, lat: null, lon: null },
    state: 'registered',
    step: 'canvassed',
    onDay: null,
    decisionNo: null,
    decidedBy: null,
    advisedBy: null,
    source: { from: 'certificate', on: today, documentId: null, note: null },
  }
  return draft
}

export function draftFaults(draft: EntityDraft, today: PlainDate): Faults {
  const { onDay, source } = draft
  return {
    ...attributeFaults(draft.attributes),
    ...placeFaults(draft.place),
    ...(!onDay && { onDay: t('registry.form.required') }),
    ...(onDay && onDay > today && { onDay: t('registry.create.fromOn.wrong') }),
    ...(!source.on && { sourceOn: t('registry.form.required') }),
  }
}

/** What is sent; undefined while something is missing. Its description holds from its first event. */
export function entityOf(draft: EntityDraft): NewEntity | undefined {
  const { attributes, place, state, onDay, decisionNo, decidedBy, advisedBy, source } = draft
  const { unitId, ...where } = place
  const { on } = source
  if (!unitId || !onDay || !on) return undefined
  return {
    attributes,
    place: { unitId, ...where },
    fromOn: onDay,
    source: { ...source, on },
    events: [
      {
        kind: state === 'registered' ? 'registered' : draft.step,
        onDay,
        untilOn: null,
        details: advisedBy?.trim() ? { advisedBy } : {},
        decidedBy: decidedBy?.trim() || null,
        decisionNo: decisionNo?.trim() || null,
        decidedOn: null,
        documentId: null,
        note: null,
        otherIds: [],
      },
    ],
  }
}
