import './support.css'
import type { SupportRanking } from '@hopluc/shared/support-views'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page, Sentence } from '../../ui/page.tsx'
import { EmptyState, ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { rankingQuery } from './queries.ts'
import { dong, OutcomeStatus } from './words.tsx'

const route = getRouteApi('/app/support/calls/$id')

type Row = SupportRanking['rows'][number]

/** The applications of a call in the order of priority, each with why it stands where it does. */
export function SupportRankingPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(rankingQuery(id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { programme, call, measures, rows } = data
  const named = measures.map(({ vi }) => vi.toLowerCase()).join(', ')
  return (
    <Page
      title={t('support.ranking')}
      crumbs={[{ label: t('support.title'), to: '/support' }]}
      lead={`${programme.name} · ${call.name}`}
    >
      <Sentence>
        {named ? t('support.ranking.lead', { measures: named }) : t('support.ranking.lead.day')}{' '}
        {call.budget !== null && t('support.ranking.budget', { amount: dong(call.budget) })}
      </Sentence>
      <Table
        label={t('support.ranking')}
        columns={columnsOf(data)}
        rows={rows}
        rowKey={({ item }) => item.id}
        rowName={({ item }) => item.entity.name}
        isTall
        empty={<EmptyState>{t('support.ranking.none')}</EmptyState>}
      />
    </Page>
  )
}

function columnsOf(data: SupportRanking): readonly Column<Row>[] {
  return [
    {
      id: 'place',
      head: t('support.ranking.place'),
      isFigure: true,
      width: '72px',
      phone: 'line',
      cell: ({ place }) => place,
    },
    {
      id: 'entity',
      head: t('support.column.who'),
      phone: 'title',
      cell: ({ item }) => (
        <>
          <Link className="row-title" to="/support/applications/$id" params={{ id: item.id }}>
            {item.entity.name}
          </Link>{' '}
          {item.isDemo && <DemoMark />}
          <small>
            {item.title} · {unitWords(item.unit)} · {formatDate(item.appliedOn)}
          </small>
        </>
      ),
    },
    {
      id: 'outcome',
      head: t('support.rule'),
      phone: 'end',
      cell: ({ item }) => <OutcomeStatus outcome={item.outcome} />,
    },
    {
      id: 'values',
      head: t('support.ranking.values'),
      cell: ({ values }) => (
        <ul className="support-values">
          {data.measures.map(({ code, vi }, at) => (
            <li key={code}>
              {vi}: <b className="figures">{valueWords(values[at])}</b>
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'why',
      head: t('support.ranking.why'),
      phone: 'line',
      cell: (row) => <small>{whyWords(data, row)}</small>,
    },
    {
      id: 'sum',
      head: t('support.ranking.sum'),
      isFigure: true,
      cell: ({ sum, isWithinBudget }) => (
        <>
          {dong(sum)}
          {!isWithinBudget && <small>{t('support.ranking.over')}</small>}
        </>
      ),
    },
  ]
}

const valueWords = (value: number | null | undefined): string =>
  value === null || value === undefined ? t('support.effect.none') : formatNumber(value)

/** Why a row stands after the one above it. */
function whyWords({ measures, rows }: SupportRanking, { place, after, item, values }: Row): string {
  if (after === null) return t('support.ranking.first')
  if (after === 'outcome')
    return t('support.ranking.after.outcome', {
      outcome: t(`support.outcome.${item.outcome}`).toLowerCase(),
    })
  const at = measures.findIndex(({ code }) => code === after)
  const measure = measures[at]
  if (!measure) return t('support.ranking.after.day')
  return t('support.ranking.after.measure', {
    measure: measure.vi.toLowerCase(),
    value: valueWords(values[at]),
    above: valueWords(rows[place - 2]?.values[at]),
  })
}
