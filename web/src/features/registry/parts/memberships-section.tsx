import { type Membership, Memberships } from '@hopluc/shared/entity-parts-links'
import { AgencyPage } from '@hopluc/shared/units'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { t } from '../../../lib/i18n.ts'
import type { Column } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import type { FieldRow } from './fields.tsx'
import { PartSection } from './part-section.tsx'
import { spanWords } from './words.ts'

const COLUMNS: readonly Column<Membership>[] = [
  {
    id: 'name',
    head: t('parts.membership.body'),
    phone: 'title',
    cell: ({ name, isCurrent }) => (isCurrent ? name : <span className="muted">{name}</span>),
  },
  {
    id: 'decision',
    head: t('parts.decisionNo'),
    phone: 'line',
    cell: ({ decisionNo }) => decisionNo ?? '–',
  },
  { id: 'card', head: t('parts.membership.cardNo'), cell: ({ cardNo }) => cardNo ?? '–' },
  {
    id: 'days',
    head: t('parts.membership.days'),
    phone: 'end',
    cell: ({ fromOn, untilOn }) => <span className="figures">{spanWords(fromOn, untilOn)}</span>,
  },
]

/** Unions and Alliances of which it is a member, from when to when. */
export function MembershipsSection(part: EntityPartProps) {
  const { data } = useQuery({
    queryKey: ['organisation', 'alliances', part.day],
    queryFn: () =>
      api.get('/agencies', AgencyPage, {
        kind: 'alliance',
        limit: 200,
        asOf: part.isPast ? part.day : undefined,
      }),
  })
  const alliances = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const rows: readonly FieldRow[] = [
    [
      { key: 'allianceId', label: 'parts.membership.alliance', kind: 'choice', options: alliances },
      { key: 'unionId', label: 'parts.membership.union', kind: 'entity' },
    ],
    [
      { key: 'fromOn', label: 'parts.from', kind: 'day', isRequired: true },
      { key: 'untilOn', label: 'parts.until', kind: 'day' },
    ],
    [
      { key: 'decisionNo', label: 'parts.decisionNo', kind: 'text' },
      { key: 'cardNo', label: 'parts.membership.cardNo', kind: 'text' },
    ],
    [{ key: 'note', label: 'parts.note', kind: 'text' }],
  ]
  return (
    <PartSection<Membership>
      part={part}
      noun="memberships"
      list={Memberships}
      columns={COLUMNS}
      rows={rows}
      words={{
        title: t('parts.memberships'),
        none: t('parts.memberships.none'),
        add: t('parts.memberships.add'),
        edit: t('parts.memberships.edit'),
      }}
    />
  )
}
