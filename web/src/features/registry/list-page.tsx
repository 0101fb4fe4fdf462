import './registry.css'
import { IconPlus } from '@tabler/icons-react'
import type { EntityItem, EntityPage } from '@hopluc/shared/entity-lists'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ColumnChooser, useColumns } from '../../ui/column-chooser.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchLink } from '../../ui/search-link.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { isNarrowed } from './filter-options.ts'
import { entityColumns } from './list-columns.tsx'
import { ListFilters } from './list-filters.tsx'
import { useListNames } from './list-queries.ts'
import { ListTabs } from './list-tabs.tsx'
import { entityListQuery } from './queries.ts'
import { RegistryViews } from './registry-views.tsx'
import { SavedViewsButton } from './saved-views-button.tsx'
import { asked, type RegistrySearch } from './search.ts'
import { LIST_LINES, LIST_ACTIONS } from './sections.ts'

const route = getRouteApi('/app/registry')
const MILLION = 1_000_000

/** One line an entity, as of today or a past day. */
export function RegistryPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const { today } = useSession()
  const { asOf, ...filters } = search
  const isNow = asOf === undefined
  const names = useListNames()
  const { data: page } = useSuspenseQuery(entityListQuery(search))
  const columns = useColumns<EntityItem>('registry', entityColumns(asOf ?? today, names))
  const total = useTotal(search, page)
  return (
    <Page
      title={t('registry.title')}
      shortTitle={t('registry.short')}
      actions={
        <>
          <span className="registry-desk-only">
            <SavedViewsButton search={filters} />
            <ColumnChooser {...columns} />
            <Suspense fallback={null}>
              {LIST_ACTIONS.map(({ id, component: Action }) => (
                <Action key={id} search={search} isPast={!isNow} />
              ))}
            </Suspense>
            <ExcelButton path="/entities" search={asked(search)} />
          </span>
          {isNow && page.allowed.includes('add') && (
            <ButtonLink to="/registry/new" kind="primary" icon={IconPlus}>
              {t('registry.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <RegistryViews />
      <ListTabs search={search} total={total?.count} />
      <ListFilters search={search} />
      <Suspense fallback={null}>
        {LIST_LINES.map(({ id, component: Line }) => (
          <Line key={id} search={search} isPast={!isNow} />
        ))}
      </Suspense>
      <div className="registry-list">
        <Table
          label={t('registry.title')}
          columns={columns.columns}
          rows={page.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          sort={search.sort ?? 'name'}
          onOpen={({ id }) => void navigate({ to: '/registry/$id', params: { id } })}
          {...(total && { sum: sumOf(total) })}
          empty={<Empty search={search} />}
        />
      </div>
      <Pager cursor={search.cursor} next={page.next}>
        {page.items.length > 0 &&
          total &&
          t('registry.shown', {
            count: formatNumber(page.items.length),
            all: formatNumber(total.count),
          })}
      </Pager>
    </Page>
  )
}

type Total = NonNullable<EntityPage['total']>

/** The first page brings count and sums; a later one asks for the first page's again. */
function useTotal(search: RegistrySearch, page: EntityPage): Total | undefined {
  const first = useQuery({
    ...entityListQuery({ ...search, cursor: undefined, limit: 1 }),
    enabled: page.total === null,
  })
  return page.total ?? first.data?.total ?? undefined
}

const sumOf = ({ count, members, capital }: Total) => ({
  name: t('registry.sum', { count: formatNumber(count) }),
  members: formatNumber(members),
  capital: formatNumber(capital / MILLION, 0),
})

function Empty({ search }: { search: RegistrySearch }) {
  const isFiltered = isNarrowed(search) || [search.unit, search.kind, search.status].some(Boolean)
  if (!isFiltered) return <EmptyState>{t('registry.empty.first')}</EmptyState>
  return (
    <EmptyState
      action={
        search.life === undefined && (
          <SearchLink change={{ life: 'all', cursor: undefined }}>
            {t('registry.empty.filtered.ended')}
          </SearchLink>
        )
      }
    >
      {t('registry.empty.filtered')}
    </EmptyState>
  )
}
