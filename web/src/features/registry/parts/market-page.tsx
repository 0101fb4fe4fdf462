import '../registry.css'
import './parts.css'
import type { MarketNotice } from '@hopluc/shared/entity-parts-links'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { commoditiesQuery } from '../list-queries.ts'
import { RegistryViews } from '../registry-views.tsx'
import { MARKET_COLUMNS } from './links-tab.tsx'
import { marketQuery } from './queries.ts'

const route = getRouteApi('/app/registry/market')

const COLUMNS: readonly Column<MarketNotice>[] = [
  ...MARKET_COLUMNS.slice(0, 1),
  {
    id: 'entity',
    head: t('parts.affiliates.name'),
    phone: 'line',
    cell: ({ entityId, entityName }) =>
      entityId ? (
        <Link to="/registry/$id" params={{ id: entityId }}>
          {entityName}
        </Link>
      ) : (
        entityName
      ),
  },
  ...MARKET_COLUMNS.slice(1),
]

/** What cooperatives offer and want now, wherever they lie. */
export function MarketPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { side, commodity, cursor } = search
  const where = { side, commodity, cursor, asOf: 'asOf' in search ? search.asOf : undefined }
  const { data, error, refetch } = useQuery(marketQuery(where))
  const { data: commodities } = useQuery(commoditiesQuery)
  return (
    <Page title={t('parts.market.page')} crumbs={[{ label: t('registry.short'), to: '/registry' }]}>
      <RegistryViews />
      <div className="parts-filters">
        <Select
          label={t('parts.market.side')}
          value={side ?? 'all'}
          onChange={(next) =>
            void navigate({
              search: (before) => ({
                ...before,
                side: next === 'all' ? undefined : next,
                cursor: undefined,
              }),
            })
          }
          options={[
            { value: 'all', label: t('parts.all') },
            { value: 'offer', label: t('parts.side.offer') },
            { value: 'want', label: t('parts.side.want') },
          ]}
        />
        <Select
          label={t('parts.commodity')}
          value={commodity ?? 'all'}
          onChange={(next) =>
            void navigate({
              search: (before) => ({
                ...before,
                commodity: next === 'all' ? undefined : next,
                cursor: undefined,
              }),
            })
          }
          options={[
            { value: 'all', label: t('parts.all') },
            ...(commodities?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <Table
            label={t('parts.market.page')}
            columns={COLUMNS}
            rows={data.items}
            rowKey={({ id }) => id}
            isTall
            empty={<EmptyState>{t('parts.market.noneNow')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
    </Page>
  )
}
