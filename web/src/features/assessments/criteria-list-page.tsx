import './assessments.css'
import type { CriteriaSetItem } from '@hopluc/shared/criteria'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { setsQuery } from './queries.ts'
import { setWords } from './words.tsx'

/** Sets of criteria: one's own, and those that come with the program and are copied. */
export function CriteriaListPage() {
  const { data, error, refetch } = useQuery(setsQuery)
  return (
    <Page title={t('assess.sets')} crumbs={[{ label: t('assess.title'), to: '/assessments' }]}>
      <p className="muted small">{t('assess.sets.hint')}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && (
        <Table
          label={t('assess.sets')}
          columns={COLUMNS()}
          rows={data.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          isTall
          empty={<EmptyState>{t('assess.sets.none')}</EmptyState>}
        />
      )}
    </Page>
  )
}

const COLUMNS = (): readonly Column<CriteriaSetItem>[] => [
  {
    id: 'name',
    head: t('assess.set'),
    phone: 'title',
    cell: (set) => (
      <>
        <Link className="row-title" to="/assessments/criteria/$id" params={{ id: set.id }}>
          {setWords(set)}
        </Link>{' '}
        {set.isDemo && <DemoMark />}
        <small>{set.basis}</small>
      </>
    ),
  },
  {
    id: 'unit',
    head: t('assess.unit'),
    phone: 'line',
    cell: ({ unit }) => (unit ? unitWords(unit) : t('assess.set.shipped')),
  },
  {
    id: 'years',
    head: t('assess.set.years'),
    width: '110px',
    cell: ({ fromYear, untilYear }) => (
      <span className="figures">
        {untilYear === null ? `${fromYear} –` : `${fromYear} – ${untilYear}`}
      </span>
    ),
  },
  {
    id: 'rounds',
    head: t('assess.set.rounds'),
    isFigure: true,
    width: '100px',
    cell: ({ rounds }) => rounds || '–',
  },
  {
    id: 'state',
    head: t('assess.state'),
    phone: 'end',
    width: '140px',
    cell: ({ state, unit }) =>
      unit === null ? (
        <Status kind="standing">{t('assess.set.form')}</Status>
      ) : (
        <Status kind={state === 'issued' ? 'done' : 'draft'}>{t(`assess.set.${state}`)}</Status>
      ),
  },
]
