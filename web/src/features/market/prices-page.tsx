import './market.css'
import type { MarketPrice } from '@hopluc/shared/market'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { boardQuery, pricesQuery } from './queries.ts'

const route = getRouteApi('/app/market/prices')

/** Prices one after the other, the newest first, of one commodity or all. */
export function MarketPricesPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(pricesQuery(search))
  const { data: board } = useQuery(boardQuery)
  return (
    <Page
      title={t('market.history')}
      crumbs={[{ label: t('market.title'), to: '/market' }]}
      actions={<ExcelButton path="/market-prices" search={search} />}
    >
      <search className="market-filters">
        <Select
          label={t('market.commodity')}
          prefix={t('market.commodity')}
          value={search.commodity ?? ''}
          options={[
            { value: '', label: t('market.all') },
            ...(board?.commodities ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(next) => void navigate({ search: { commodity: next || undefined } })}
        />
      </search>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t('market.history')}
            columns={columns()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ commodityName }) => commodityName}
            isTall
            empty={
              <EmptyState>
                {t(search.commodity ? 'market.none.filtered' : 'market.none')}
              </EmptyState>
            }
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('market.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
    </Page>
  )
}

const columns = (): readonly Column<MarketPrice>[] => [
  {
    id: 'commodity',
    head: t('market.commodity'),
    phone: 'title',
    cell: ({ commodityName, place, isDemo }) => (
      <>
        {commodityName} {isDemo && <DemoMark />}
        <small>{place}</small>
      </>
    ),
  },
  {
    id: 'price',
    head: t('market.price'),
    isFigure: true,
    width: '130px',
    phone: 'end',
    cell: ({ price, measure }) => `${formatNumber(price)}/${measure}`,
  },
  {
    id: 'onDay',
    head: t('market.onDay'),
    width: '120px',
    phone: 'line',
    cell: ({ onDay }) => <span className="figures">{formatDate(onDay)}</span>,
  },
  {
    id: 'source',
    head: t('market.source'),
    cell: ({ source, agency }) => (
      <>
        {source}
        <small>{agency.name}</small>
      </>
    ),
  },
]
