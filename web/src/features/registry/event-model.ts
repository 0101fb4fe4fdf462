import type { EntityEventKind, EntityKind, NewEntityEvent } from '@hopluc/shared/entities'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { t } from '../../lib/i18n.ts'
import type { Faults } from './form-model.ts'

/**
 * Events as one chooses them, by what they are about. A move is recorded by changing the office, and
 * acts of reorganisation record themselves.
 */
export const EVENT_GROUPS = {
  founding: ['canvassed', 'founders_found', 'conference_held', 'filed', 'registered'],
  running: [
    'congress',
    'law_changed',
    'kind_changed',
    'consolidated',
    'suspended',
    'resumed',
    'not_at_address',
    'at_address',
  ],
  reorganising: ['absorbed', 'absorbs', 'amalgamated', 'divided', 'separated'],
  ending: [
    'dissolving',
    'dissolving_revoked',
    'dissolved',
    'certificate_revoked',
    'tax_revoked',
    'restored',
    'bankruptcy_opened',
    'bankruptcy_closed',
    'bankrupt',
  ],
} as const satisfies Record<string, readonly EntityEventKind[]>

/** What an event asks for beside its day and decision. */
export type EventField = 'until' | 'congress' | 'law' | 'advisedBy' | 'founders' | 'others'

const FIELDS: Partial<Record<EntityEventKind, readonly EventField[]>> = {
  canvassed: ['advisedBy'],
  founders_found: ['founders', 'advisedBy'],
  conference_held: ['founders', 'advisedBy'],
  filed: ['advisedBy'],
  registered: ['advisedBy'],
  congress: ['congress'],
  law_changed: ['law'],
  suspended: ['until'],
  absorbed: ['others'],
  absorbs: ['others'],
  amalgamated: ['others'],
  divided: ['others'],
  separated: ['others'],
}

export const fieldsOf = (kind: EntityEventKind): readonly EventField[] => FIELDS[kind] ?? []

/** Only one can take it in, or be what several become. */
export const isSingle = (kind: EntityEventKind) => kind === 'absorbed' || kind === 'amalgamated'

/** After these it is no longer among those in existence. */
export const ENDING: readonly EntityEventKind[] = [
  'dissolved',
  'bankrupt',
  'absorbed',
  'amalgamated',
  'divided',
]

/** A group is no legal person, so no court declares it bankrupt. */
const NOT_OF_GROUPS: readonly EntityEventKind[] = [
  'bankruptcy_opened',
  'bankruptcy_closed',
  'bankrupt',
]

/** Only a group becomes something else: a cooperative (Law 17/2023/QH15, article 108). */
export function offers(kind: EntityKind, event: EntityEventKind): boolean {
  return kind === 'group' ? !NOT_OF_GROUPS.includes(event) : event !== 'kind_changed'
}

export type TypedEvent = Omit<NewEntityEvent, 'onDay' | 'otherIds'> & {
  readonly onDay: PlainDate | null
  readonly others: readonly { readonly value: string; readonly label: string }[]
}

export const NO_EVENT: TypedEvent = {
  kind: 'congress',
  onDay: null,
  untilOn: null,
  details: {},
  decidedBy: null,
  decisionNo: null,
  decidedOn: null,
  documentId: null,
  note: null,
  others: [],
}

/** More than twelve months at a time warns, and bars nothing. */
export function isLongSuspension({ onDay, untilOn }: TypedEvent): boolean {
  return onDay !== null && untilOn !== null && untilOn > addDays(onDay, 366)
}

export function eventFaults({ kind, onDay, untilOn, details, others }: TypedEvent): Faults {
  const fields = fieldsOf(kind)
  const required = t('registry.form.required')
  return {
    ...(!onDay && { onDay: required }),
    ...(fields.includes('until') &&
      onDay &&
      untilOn &&
      untilOn < onDay && { until: t('registry.addEvent.until.wrong') }),
    ...(fields.includes('congress') && !details.congress && { congress: required }),
    ...(fields.includes('law') && !details.law && { law: required }),
    ...(fields.includes('others') && others.length === 0 && { others: required }),
  }
}

/** What is sent: only what belongs to the kind that was chosen in the end. */
export function eventOf(typed: TypedEvent): NewEntityEvent | undefined {
  const { onDay, others, details, untilOn, ...rest } = typed
  if (!onDay) return undefined
  const fields = fieldsOf(typed.kind)
  const { congress, law, advisedBy, founders } = details
  return {
    ...rest,
    onDay,
    untilOn: fields.includes('until') ? untilOn : null,
    details: {
      ...(fields.includes('congress') && congress && { congress }),
      ...(fields.includes('law') && law && { law }),
      ...(typed.kind === 'kind_changed' && { kind: 'cooperative' as const }),
      ...(fields.includes('advisedBy') && advisedBy && { advisedBy }),
      ...(fields.includes('founders') && founders !== undefined && { founders }),
    },
    otherIds: fields.includes('others') ? others.map(({ value }) => value) : [],
  }
}
