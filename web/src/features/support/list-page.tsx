import './support.css'
import { type SupportItem, SupportState } from '@hopluc/shared/support'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { programmesQuery, supportsQuery } from './queries.ts'
import type { SupportSearch } from './search.ts'
import { SupportTabs } from './tabs.tsx'
import { dong, SupportStatus } from './words.tsx'

const route = getRouteApi('/app/support/applications')

/** What was applied for: for an authority of its area, for a cooperative its own. */
export function SupportListPage() {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(supportsQuery(search))
  return (
    <Page
      title={t('support.applications')}
      crumbs={[{ label: t('support.title'), to: '/support' }]}
      actions={<ExcelButton path="/support-applications" search={search} />}
    >
      <SupportTabs />
      <Filters />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t('support.applications')}
            columns={COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            isTall
            empty={<EmptyState>{t('support.none')}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('support.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
    </Page>
  )
}

function Filters() {
  const { programme, state } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(programmesQuery)
  const change = (next: SupportSearch) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const any = { value: '', label: t('support.all') }
  return (
    <search className="support-filters">
      <Select
        label={t('support.programme')}
        prefix={t('support.programme')}
        value={programme ?? ''}
        options={[any, ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(next) => change({ programme: next || undefined })}
      />
      <Select
        label={t('support.state')}
        prefix={t('support.state')}
        value={state ?? ''}
        options={[
          any,
          ...SupportState.options.map((value) => ({ value, label: t(`support.state.${value}`) })),
        ]}
        onChange={(next) => change({ state: SupportState.safeParse(next).data })}
      />
    </search>
  )
}

const COLUMNS = (): readonly Column<SupportItem>[] => [
  {
    id: 'entity',
    head: t('support.column.who'),
    phone: 'title',
    cell: ({ id, entity, title, isDemo }) => (
      <>
        <Link className="support-link" to="/support/applications/$id" params={{ id }}>
          {entity.name}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>{title}</small>
      </>
    ),
  },
  {
    id: 'programme',
    head: t('support.programme'),
    cell: ({ programme, unit }) => (
      <>
        {programme.name}
        <small>{unitWords(unit)}</small>
      </>
    ),
  },
  {
    id: 'appliedOn',
    head: t('support.appliedOn'),
    width: '96px',
    cell: ({ appliedOn }) => <span className="figures">{formatDate(appliedOn)}</span>,
  },
  {
    id: 'amount',
    head: t('support.column.amount'),
    isFigure: true,
    width: '130px',
    phone: 'line',
    cell: ({ approved, asked }) => dong(approved ?? asked),
  },
  {
    id: 'disbursed',
    head: t('support.disbursed'),
    isFigure: true,
    width: '130px',
    cell: ({ disbursed }) => disbursed > 0 && dong(disbursed),
  },
  {
    id: 'state',
    head: t('support.state'),
    phone: 'end',
    cell: (one) => <SupportStatus one={one} />,
  },
]
