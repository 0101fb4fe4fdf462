import './market.css'
import { IconPlus } from '@tabler/icons-react'
import type { MarketSeries } from '@hopluc/shared/market'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { boardQuery } from './queries.ts'
import { Trend } from './trend.tsx'

/** The latest price of each commodity at each place, what it was before, how it went. */
export function MarketPage() {
  const { data, error, refetch } = useQuery(boardQuery)
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title={t('market.title')}
      lead={
        <>
          <Link to="/registry/market">{t('market.offers')}</Link>
          <Link to="/activities" search={{ kind: 'notice' }}>
            {t('market.notices')}
          </Link>
        </>
      }
      actions={
        <>
          <ButtonLink to="/market/prices">{t('market.history')}</ButtonLink>
          <ExcelButton path="/market-prices" search={{}} />
          {data?.mayEnter && (
            <Button kind="primary" icon={IconPlus} onPress={() => setOpen(true)}>
              {t('market.enter')}
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <Table
          label={t('market.title')}
          columns={columns()}
          rows={data.items}
          rowKey={({ id }) => id}
          rowName={({ commodityName }) => commodityName}
          isTall
          empty={<EmptyState>{t('market.none')}</EmptyState>}
        />
      )}
      {isOpen && data && <EntryDialog board={data} onClose={() => setOpen(false)} />}
    </Page>
  )
}

const beforeOf = ({ trend }: MarketSeries) => trend.at(-2)?.price

function changeWords(one: MarketSeries): string | null {
  const before = beforeOf(one)
  if (before === undefined) return null
  const change = one.price - before
  if (change === 0) return '0'
  const percent = formatNumber((change / before) * 100, 1)
  return `${change > 0 ? '+' : ''}${formatNumber(change)} (${change > 0 ? '+' : ''}${percent}%)`
}

const columns = (): readonly Column<MarketSeries>[] => [
  {
    id: 'commodity',
    head: t('market.commodity'),
    phone: 'title',
    cell: ({ commodity, commodityName, place, isDemo }) => (
      <>
        <Link className="row-title" to="/market/prices" search={{ commodity }}>
          {commodityName}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>{place}</small>
      </>
    ),
  },
  {
    id: 'price',
    head: t('market.price'),
    isFigure: true,
    width: '120px',
    phone: 'end',
    cell: ({ price, measure }) => `${formatNumber(price)}/${measure}`,
  },
  {
    id: 'before',
    head: t('market.before'),
    isFigure: true,
    width: '110px',
    cell: (one) => {
      const before = beforeOf(one)
      return before !== undefined && formatNumber(before)
    },
  },
  {
    id: 'change',
    head: t('market.change'),
    isFigure: true,
    width: '150px',
    phone: 'line',
    cell: changeWords,
  },
  { id: 'trend', head: t('market.trend'), width: '140px', cell: (one) => <Trend one={one} /> },
  {
    id: 'onDay',
    head: t('market.onDay'),
    width: '110px',
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
