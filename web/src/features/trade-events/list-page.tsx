import '../support/support.css'
import { IconPlus } from '@tabler/icons-react'
import type { TradeEvent } from '@hopluc/shared/trade-events'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Sentence } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { SupportTabs } from '../support/tabs.tsx'
import { dong } from '../support/words.tsx'
import { YearSelect } from '../support/year-select.tsx'
import { EventDialog } from './event-dialogs.tsx'
import { eventsQuery } from './queries.ts'

const route = getRouteApi('/app/support/trade-events')

/** The events of a year and what cooperatives won there. */
export function TradeEventListPage() {
  const { today } = useSession()
  const { year = Number(today.slice(0, 4)), cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(eventsQuery({ year, cursor }))
  const [isAdding, setAdding] = useState(false)
  return (
    <Page
      title={t('trade.title')}
      crumbs={[{ label: t('support.title'), to: '/support' }]}
      actions={
        <>
          <ExcelButton path="/trade-events" search={{ year }} />
          {data?.mayKeep && (
            <Button kind="primary" icon={IconPlus} onPress={() => setAdding(true)}>
              {t('trade.new')}
            </Button>
          )}
        </>
      }
    >
      <SupportTabs />
      <YearSelect year={year} onChange={(next) => void navigate({ search: { year: next } })} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          {data.sums.events > 0 && (
            <Sentence>
              {t('trade.sums', {
                ...data.sums,
                year,
                value: dong(data.sums.value),
                cost: dong(data.sums.cost),
              })}
            </Sentence>
          )}
          <Table
            label={t('trade.title')}
            columns={COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            isTall
            empty={<EmptyState>{t('trade.none')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next}>
            {data.items.length > 0 && t('trade.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
      {isAdding && <EventDialog event={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

const COLUMNS = (): readonly Column<TradeEvent>[] => [
  {
    id: 'name',
    head: t('trade.name'),
    phone: 'title',
    cell: ({ id, name, kind, isDemo }) => (
      <>
        <Link className="row-title" to="/support/trade-events/$id" params={{ id }}>
          {name}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>{t(`trade.kind.${kind}`)}</small>
      </>
    ),
  },
  {
    id: 'agency',
    head: t('trade.agency'),
    cell: ({ agency, place }) => (
      <>
        {agency.name}
        <small>{place}</small>
      </>
    ),
  },
  {
    id: 'days',
    head: t('trade.days'),
    phone: 'line',
    cell: ({ fromOn, untilOn }) => <span className="figures">{formatRange(fromOn, untilOn)}</span>,
  },
  {
    id: 'participants',
    head: t('trade.participants'),
    isFigure: true,
    cell: ({ participants }) => participants > 0 && participants,
  },
  {
    id: 'contracts',
    head: t('trade.contracts'),
    isFigure: true,
    cell: ({ contracts }) => contracts > 0 && contracts,
  },
  {
    id: 'value',
    head: t('trade.value'),
    isFigure: true,
    phone: 'line',
    cell: ({ value }) => value > 0 && dong(value),
  },
  {
    id: 'cost',
    head: t('trade.cost'),
    isFigure: true,
    cell: ({ cost }) => cost !== null && dong(cost),
  },
]
