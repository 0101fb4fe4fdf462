import '../registry.css'
import './parts.css'
import type { LinkGraph } from '@hopluc/shared/entity-parts-links'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { UnitPicker } from '../../organisation/pickers.tsx'
import { unitWords } from '../../organisation/words.ts'
import { RegistryViews } from '../registry-views.tsx'
import { LinkDrawing } from './link-graph.tsx'
import { linkGraphQuery } from './queries.ts'
import { amountWords } from './words.ts'

type Row = LinkGraph['items'][number]
const route = getRouteApi('/app/registry/links')

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'entity',
    head: t('parts.affiliates.name'),
    phone: 'title',
    cell: ({ entity }) => (
      <>
        <Link to="/registry/$id" params={{ id: entity.id }} search={{ tab: 'links' }}>
          {entity.name}
        </Link>
        <small>{unitWords(entity.unit)}</small>
      </>
    ),
  },
  {
    id: 'partner',
    head: t('parts.link.partner'),
    phone: 'line',
    cell: ({ partner }) => (
      <>
        {partner.name}
        <small>{t(`parts.partner.${partner.kind}`)}</small>
      </>
    ),
  },
  { id: 'product', head: t('parts.product'), cell: ({ product }) => product },
  {
    id: 'contract',
    head: t('parts.link.contract'),
    cell: ({ contractNo, season }) => [contractNo, season].filter(Boolean).join(', ') || '–',
  },
  {
    id: 'area',
    head: t('parts.product.area'),
    isFigure: true,
    cell: ({ area }) => amountWords(area, 'ha'),
  },
  {
    id: 'committed',
    head: t('parts.link.committed'),
    isFigure: true,
    cell: ({ committed, measure }) => amountWords(committed, measure),
  },
  {
    id: 'delivered',
    head: t('parts.link.delivered'),
    isFigure: true,
    phone: 'end',
    cell: ({ delivered, measure }) => amountWords(delivered, measure),
  },
  {
    id: 'until',
    head: t('parts.until'),
    cell: ({ untilOn }) => (untilOn ? <span className="figures">{formatDate(untilOn)}</span> : '–'),
  },
  {
    id: 'model',
    head: t('parts.link.result'),
    cell: ({ result, isModel }) => (
      <>
        {result ? t(`parts.result.${result}`) : '–'}
        {isModel && (
          <span className="parts-under">
            <Status kind="done">{t('parts.link.isModel')}</Status>
          </span>
        )}
      </>
    ),
  },
]

/** Who in the area is linked with whom, by product: drawn, and as a table. */
export function LinksPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { unit, commodity } = search
  const where = { unit, commodity, asOf: 'asOf' in search ? search.asOf : undefined }
  const { data, error, refetch } = useQuery(linkGraphQuery(where))
  return (
    <Page title={t('parts.links.page')} crumbs={[{ label: t('registry.short'), to: '/registry' }]}>
      <RegistryViews />
      <div className="parts-filters">
        <Select
          label={t('parts.commodity')}
          value={commodity ?? 'all'}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, commodity: next === 'all' ? undefined : next }),
            })
          }
          options={[
            { value: 'all', label: t('parts.all') },
            ...(data?.commodities ?? []).map(({ code, name, links }) => ({
              value: code,
              label: `${name} (${links})`,
            })),
          ]}
        />
        <UnitPicker
          label={t('registry.filter.unit')}
          value={unit ?? null}
          onChange={(next) =>
            void navigate({ search: (before) => ({ ...before, unit: next ?? undefined }) })
          }
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data?.items.length === 0 && <EmptyState>{t('parts.links.noneHere')}</EmptyState>}
      {data && data.items.length > 0 && (
        <>
          {data.isCut && <Notice kind="warning">{t('parts.graph.cut')}</Notice>}
          <LinkDrawing items={data.items} />
          <Section
            title={t('parts.links')}
            note={t('parts.links.note', { count: data.items.length })}
          >
            <Table
              label={t('parts.links')}
              columns={COLUMNS}
              rows={data.items}
              rowKey={({ id }) => id}
              isTall
            />
          </Section>
        </>
      )}
    </Page>
  )
}
