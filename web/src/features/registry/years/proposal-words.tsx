import type { EntityAttributes } from '@hopluc/shared/entities'
import type { Proposal, ProposalSubject, ProposalValues } from '@hopluc/shared/entity-proposals'
import type { ReactNode } from 'react'
import { t } from '../../../lib/i18n.ts'
import { unitWords } from '../../organisation/words.ts'
import { subjectWords } from '../change-fields.tsx'
import { useListNames } from '../list-queries.ts'
import { attributeWords, type ListNames } from '../words.ts'

/** A value as it is read; what is empty says so. */
export function ValueWords(props: {
  subject: ProposalSubject
  values: ProposalValues
  units: Proposal['units']
}): ReactNode {
  const names = useListNames()
  return (
    wordsOf(props.subject, props.values, props.units, names) ?? (
      <span className="muted">{t('registry.change.empty')}</span>
    )
  )
}

function wordsOf(
  subject: ProposalSubject,
  { attributes, place }: ProposalValues,
  units: Proposal['units'],
  names: ListNames,
): string | null {
  if (subject !== 'place') return attributeWords(subject, said(attributes), names)
  if (!place) return null
  const unit = units[place.unitId]
  const point = place.lat !== null && place.lon !== null && `${place.lat}, ${place.lon}`
  return [place.address, unit && unitWords(unit), point].filter(Boolean).join(', ')
}

const said = (attributes: ProposalValues['attributes']): Partial<EntityAttributes> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))

export const subjectsWords = (subjects: readonly ProposalSubject[]): string =>
  subjects.map(subjectWords).join(', ')
