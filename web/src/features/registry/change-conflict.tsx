import { IconAlertTriangle } from '@tabler/icons-react'
import type { Entity } from '@hopluc/shared/entities'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { FormActions } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { unitQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'
import { subjectWords } from './change-fields.tsx'
import { clashesOf, placeOf, type Subject } from './change-model.ts'
import type { TypedAttributes, TypedPlace } from './form-model.ts'
import { useListNames } from './list-queries.ts'
import { attributeWords } from './words.ts'

interface ConflictProps {
  readonly subjects: readonly Subject[]
  readonly mine: { readonly attributes: TypedAttributes; readonly place: TypedPlace }
  readonly seen: Entity
  readonly theirs: Entity
  readonly onGoOn: (kept: readonly Subject[]) => void
}

/** Two people at one record: one card a thing, with both sides; nothing typed is lost. */
export function ChangeConflict({ subjects, mine, seen, theirs, onGoOn }: ConflictProps) {
  const names = useListNames()
  const unit = useQuery({
    ...unitQuery(mine.place.unitId ?? ''),
    enabled: mine.place.unitId !== null && subjects.includes('place'),
  })
  const [left, setLeft] = useState<ReadonlySet<Subject>>(new Set())
  const placeWords = ({ address }: TypedPlace, at: string | undefined) =>
    [address, at].filter(Boolean).join(', ')
  const words = (subject: Subject, side: 'mine' | 'theirs'): string => {
    const nothing = t('registry.change.empty')
    if (subject !== 'place') {
      const { attributes } = side === 'mine' ? mine : theirs
      return attributeWords(subject, attributes, names) ?? nothing
    }
    return side === 'mine'
      ? placeWords(mine.place, unit.data && unitWords(unit.data)) || nothing
      : placeWords(placeOf(theirs), unitWords(theirs.place.unit)) || nothing
  }
  const choose = (subject: Subject, side: 'mine' | 'theirs') => {
    const next = new Set(left)
    if (side === 'mine') next.delete(subject)
    else next.add(subject)
    setLeft(next)
  }
  const by = [theirs.updatedBy, formatDate(dayOf(theirs.updatedAt))].filter(Boolean).join(', ')
  return (
    <section className="conflict" aria-label={t('ui.conflict.title')}>
      <p className="conflict-title">
        <Icon of={IconAlertTriangle} /> {t('ui.conflict.title')} · {by}
      </p>
      <p className="small">{t('registry.conflict.lead')}</p>
      <ul className="registry-clashes">
        {clashesOf(subjects, seen, theirs).map(({ subject, isBoth }) => (
          <li key={subject}>
            <RadioGroup
              label={subjectWords(subject)}
              value={left.has(subject) ? 'theirs' : 'mine'}
              onChange={(side) => choose(subject, side)}
              choices={[
                { value: 'mine', label: t('registry.conflict.mine'), note: words(subject, 'mine') },
                {
                  value: 'theirs',
                  label: t('registry.conflict.theirs'),
                  note: isBoth ? words(subject, 'theirs') : t('registry.conflict.only'),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      <FormActions>
        <Button
          kind="primary"
          onPress={() => onGoOn(subjects.filter((subject) => !left.has(subject)))}
        >
          {t('registry.conflict.join')}
        </Button>
      </FormActions>
    </section>
  )
}
