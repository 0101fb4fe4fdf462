import './readings.css'
import type { ReadingItem } from '@hopluc/shared/readings'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { AskedList } from './asked-list.tsx'
import { IntakeForm } from './intake-form.tsx'
import { readingListQuery } from './queries.ts'

const route = getRouteApi('/app/readings')

/** Where a text is put in, and what has been put in so far. */
export function ReadingsPage() {
  const search = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const { meeting, state, q, cursor } = search
  const { data, error, refetch } = useQuery({
    ...readingListQuery({ state, q, cursor }),
    placeholderData: keepPreviousData,
  })
  const open = (row: ReadingItem) => void navigate({ to: '/readings/$id', params: { id: row.id } })
  return (
    <Page title={t('readings.title')} lead={<p>{t('readings.list.lead')}</p>}>
      <IntakeForm meetingId={meeting} today={today} />
      <AskedList today={today} />
      <Section
        title={t('readings.list.title')}
        more={<ExcelButton isSmall path="/readings" search={{ state, q }} />}
      >
        <TabLinks
          label={t('readings.list.state')}
          tabs={([undefined, 'open', 'confirmed'] as const).map((one) => ({
            id: one ?? 'all',
            label: t(`readings.list.${one ?? 'all'}`),
            change: { state: one },
            isCurrent: one === state,
          }))}
        />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <>
            <Table
              label={t('readings.title')}
              columns={columns(today)}
              rows={data.items}
              rowKey={({ id }) => id}
              rowName={({ title }) => title}
              onOpen={open}
              isTall
              empty={
                <EmptyState>
                  {t(state || q ? 'readings.list.none' : 'readings.list.empty')}
                </EmptyState>
              }
            />
            <Pager cursor={cursor} next={data.next} />
          </>
        ) : (
          <Skeleton rows={5} />
        )}
      </Section>
      <p>
        <Link to="/readings/accuracy">{t('accuracy.title')}</Link>
      </p>
    </Page>
  )
}

function columns(today: string): Column<ReadingItem>[] {
  return [
    {
      id: 'title',
      head: t('readings.list.name'),
      phone: 'title',
      cell: ({ id, title, sourceName }) => (
        <>
          <Link to="/readings/$id" params={{ id }}>
            {title}
          </Link>
          {sourceName && <span className="cell-note">{sourceName}</span>}
        </>
      ),
    },
    {
      id: 'day',
      head: t('readings.list.day'),
      width: '110px',
      phone: 'line',
      cell: ({ documentDate }) =>
        documentDate ? <span className="figures">{formatDate(documentDate)}</span> : '–',
    },
    {
      id: 'state',
      head: t('readings.list.state'),
      width: '220px',
      phone: 'end',
      cell: ({ state }) => (
        <Status kind={state === 'confirmed' ? 'done' : state === 'open' ? 'draft' : 'cancelled'}>
          {t(`readings.state.${state}`)}
        </Status>
      ),
    },
    {
      id: 'directives',
      head: t('readings.list.directives'),
      width: '230px',
      phone: 'line',
      cell: ({ state, right, open, skipped }) => (
        <span className="figures">
          {state === 'confirmed'
            ? t('readings.list.taken', { count: right })
            : t('readings.list.counts', { right, open, skipped })}
        </span>
      ),
    },
    {
      id: 'by',
      head: t('readings.list.by'),
      width: '240px',
      phone: 'none',
      cell: ({ createdBy, createdAt }) => (
        <>
          {createdBy}
          <span className="cell-note figures">{formatInstant(createdAt, today)}</span>
        </>
      ),
    },
  ]
}
