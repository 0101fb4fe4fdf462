import { OFFICE_WORDS } from '@hopluc/shared/entity-words'
import { type Manager, Managers } from '@hopluc/shared/entity-parts-people'
import { t } from '../../../lib/i18n.ts'
import { MaskedText } from '../../../ui/masked.tsx'
import type { Column } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import { say } from '../words.ts'
import type { FieldRow } from './fields.tsx'
import { PartSection } from './part-section.tsx'
import { options, spanWords } from './words.ts'

const COLUMNS: readonly Column<Manager>[] = [
  {
    id: 'name',
    head: t('parts.manager.name'),
    phone: 'title',
    cell: ({ name, isCurrent }) => (isCurrent ? name : <span className="muted">{name}</span>),
  },
  {
    id: 'office',
    head: t('parts.manager.office'),
    phone: 'line',
    cell: ({ office }) => say(OFFICE_WORDS[office]),
  },
  {
    id: 'training',
    head: t('parts.manager.training'),
    cell: ({ training, trainingField }) => (
      <>
        {training ? t(`parts.training.${training}`) : '–'}
        {trainingField && <small>{trainingField}</small>}
      </>
    ),
  },
  {
    id: 'birth',
    head: t('parts.manager.birth'),
    cell: ({ birthYear, sex }) =>
      [birthYear, sex && t(`parts.sex.${sex}`)].filter(Boolean).join(', ') || '–',
  },
  {
    id: 'phone',
    head: t('parts.member.phone'),
    cell: ({ phone, name }) => (
      <MaskedText value={phone} label={t('parts.member.phone.of', { name })} empty="–" />
    ),
  },
  {
    id: 'days',
    head: t('parts.manager.days'),
    phone: 'end',
    cell: ({ fromOn, untilOn }) => <span className="figures">{spanWords(fromOn, untilOn)}</span>,
  },
]

const rows = (): readonly FieldRow[] => [
  [
    { key: 'name', label: 'parts.manager.name', kind: 'text', isRequired: true },
    {
      key: 'office',
      label: 'parts.manager.office',
      kind: 'choice',
      isRequired: true,
      options: options.office(),
    },
  ],
  [
    { key: 'fromOn', label: 'parts.from', kind: 'day', isRequired: true },
    { key: 'untilOn', label: 'parts.until', kind: 'day' },
  ],
  [
    {
      key: 'training',
      label: 'parts.manager.training',
      kind: 'choice',
      options: options.training(),
    },
    { key: 'trainingField', label: 'parts.manager.trainingField', kind: 'text' },
  ],
  [
    { key: 'birthYear', label: 'parts.manager.birthYear', kind: 'whole' },
    { key: 'sex', label: 'parts.manager.sex', kind: 'choice', options: options.sex() },
  ],
  [{ key: 'phone', label: 'parts.member.phone', kind: 'kept' }],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]

/** Chairman, director, controllers, accountant: who holds which office, then and now. */
export function ManagersSection(part: EntityPartProps) {
  return (
    <PartSection<Manager>
      part={part}
      noun="managers"
      list={Managers}
      columns={COLUMNS}
      rows={rows()}
      words={{
        title: t('parts.managers'),
        none: t('parts.managers.none'),
        add: t('parts.managers.add'),
        edit: t('parts.managers.edit'),
      }}
    />
  )
}
