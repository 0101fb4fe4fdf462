import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { EntityAttributes, EntityHistory } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { unitWords } from '../organisation/words.ts'
import { AttributeField } from './attribute-field.tsx'
import type { Subject } from './change-model.ts'
import type { Faults, TypedAttributes, TypedPlace } from './form-model.ts'
import { useListNames } from './list-queries.ts'
import { PlaceFields } from './place-fields.tsx'
import { ATTRIBUTES, attributeWords, say } from './words.ts'

interface FieldsProps {
  readonly subjects: readonly Subject[]
  readonly setSubjects: (subjects: readonly Subject[]) => void
  readonly attributes: TypedAttributes
  readonly setAttributes: (change: Partial<TypedAttributes>) => void
  readonly place: TypedPlace
  readonly setPlace: (place: TypedPlace) => void
  /** What holds on the chosen day. */
  readonly then: EntityAttributes | undefined
  readonly placeThen: EntityHistory['places'][number] | undefined
  readonly day: PlainDate
  readonly faults: Faults
}

const SUBJECTS: readonly Subject[] = [...ATTRIBUTES.filter((key) => key !== 'kind'), 'place']

export const subjectWords = (subject: Subject) =>
  subject === 'place' ? t('registry.change.place') : say(TRAIT_WORDS[subject])

/** Only what was chosen is entered, each with the value of the day beside it. */
export function ChangeFields(props: FieldsProps) {
  const { subjects, setSubjects, faults, day } = props
  const names = useListNames()
  const add = (subject: Subject) => {
    // It begins with what holds on the day, so that a correction of the past starts from there.
    if (subject === 'place' && props.placeThen) {
      const { unitId, address, lat, lon } = props.placeThen
      props.setPlace({ unitId, address, lat, lon })
    } else if (subject !== 'place' && props.then) {
      props.setAttributes({ [subject]: props.then[subject] })
    }
    setSubjects([...subjects, subject])
  }
  const thenWords = (subject: Subject): string | null => {
    if (subject !== 'place') return props.then ? attributeWords(subject, props.then, names) : null
    const { placeThen } = props
    return placeThen
      ? [placeThen.address, unitWords(placeThen.unit)].filter(Boolean).join(', ')
      : null
  }
  return (
    <>
      {subjects.map((subject) => (
        <div key={subject} className="registry-change">
          <div className="registry-change-field">
            {subject === 'place' ? (
              <PlaceFields place={props.place} set={props.setPlace} faults={faults} day={day} />
            ) : (
              <AttributeField
                attribute={subject}
                attributes={props.attributes}
                set={props.setAttributes}
                error={faults[subject]}
              />
            )}
          </div>
          <p className="registry-change-then">
            <span className="muted small">
              {t('registry.change.then', { day: formatDate(day) })}
            </span>
            <span className={thenWords(subject) === null ? 'muted' : ''}>
              {thenWords(subject) ?? t('registry.change.empty')}
            </span>
          </p>
          <IconButton
            label={t('registry.change.remove', { name: subjectWords(subject) })}
            icon={IconX}
            isSmall
            onPress={() => setSubjects(subjects.filter((one) => one !== subject))}
          />
        </div>
      ))}
      <div className="registry-change-add">
        <Menu
          label={t('registry.change.choose')}
          words={t('registry.change.choose')}
          icon={IconPlus}
          actions={SUBJECTS.filter((subject) => !subjects.includes(subject)).map((subject) => ({
            id: subject,
            label: subjectWords(subject),
            run: () => add(subject),
          }))}
        />
        {faults.subjects && <span className="red small">{faults.subjects}</span>}
      </div>
    </>
  )
}
