import type { Affiliate } from '@hopluc/shared/entity-parts-links'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { unitWords } from '../../organisation/words.ts'
import { affiliatesQuery } from './queries.ts'

const COLUMNS: readonly Column<Affiliate>[] = [
  {
    id: 'name',
    head: t('parts.affiliates.name'),
    phone: 'title',
    cell: ({ id, name }) => (
      <Link to="/registry/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  {
    id: 'unit',
    head: t('parts.affiliates.unit'),
    phone: 'line',
    cell: ({ unit }) => unitWords(unit),
  },
  {
    id: 'members',
    head: t('parts.affiliates.members'),
    isFigure: true,
    phone: 'end',
    cell: ({ members }) => (members === null ? '–' : formatNumber(members)),
  },
  {
    id: 'from',
    head: t('parts.from'),
    cell: ({ fromOn }) => <span className="figures">{formatDate(fromOn)}</span>,
  },
  { id: 'decision', head: t('parts.decisionNo'), cell: ({ decisionNo }) => decisionNo ?? '–' },
]

/** Members of a union or an Alliance as of the day. */
export function AffiliatesSection({ path, asOf }: { path: string; asOf: PlainDate | undefined }) {
  const [q, setQ] = useState('')
  const [pages, setPages] = useState<readonly string[]>([])
  const where = { q: q || undefined, cursor: pages.at(-1), asOf }
  const { data, error, refetch } = useQuery(affiliatesQuery(path, where))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} />
  const { count, members, came, left } = data.total
  return (
    <Section
      title={t('parts.affiliates')}
      note={t('parts.affiliates.note', {
        count: formatNumber(count),
        members: formatNumber(members),
        came,
        left,
      })}
    >
      <div className="parts-filters">
        <TextField
          label={t('parts.affiliates.find')}
          value={q}
          onChange={(next) => {
            setQ(next)
            setPages([])
          }}
          onClear={() => setQ('')}
        />
      </div>
      <Table
        label={t('parts.affiliates')}
        columns={COLUMNS}
        rows={data.items}
        rowKey={({ id }) => id}
        empty={<EmptyState>{t('parts.affiliates.none')}</EmptyState>}
      />
      <div className="parts-pages">
        {pages.length > 0 && (
          <Button isSmall onPress={() => setPages(pages.slice(0, -1))}>
            {t('ui.pager.previous')}
          </Button>
        )}
        {data.next && (
          <Button isSmall onPress={() => setPages([...pages, data.next ?? ''])}>
            {t('ui.pager.next')}
          </Button>
        )}
      </div>
    </Section>
  )
}
