import '../registry.css'
import './parts.css'
import type { DebtProgress } from '@hopluc/shared/entity-parts-debts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { UnitPicker } from '../../organisation/pickers.tsx'
import { unitWords } from '../../organisation/words.ts'
import { RegistryViews } from '../registry-views.tsx'
import { debtProgressQuery } from './queries.ts'
import { million } from './words.ts'

type Row = DebtProgress['items'][number]
const route = getRouteApi('/app/registry/debts')

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'unit',
    head: t('parts.affiliates.unit'),
    phone: 'title',
    cell: ({ unit }) => unitWords(unit),
  },
  {
    id: 'entities',
    head: t('parts.debts.entities'),
    isFigure: true,
    cell: ({ entities }) => entities,
  },
  {
    id: 'amount',
    head: t('parts.debt.amount'),
    isFigure: true,
    cell: ({ amount }) => million(amount),
  },
  { id: 'paid', head: t('parts.debt.paid'), isFigure: true, cell: ({ paid }) => million(paid) },
  {
    id: 'written',
    head: t('parts.debt.writtenOff'),
    isFigure: true,
    cell: ({ writtenOff }) => million(writtenOff),
  },
  {
    id: 'left',
    head: t('parts.debt.left'),
    isFigure: true,
    phone: 'end',
    cell: ({ left }) => <b>{million(left)}</b>,
  },
  {
    id: 'progress',
    head: t('parts.debts.progress'),
    isFigure: true,
    phone: 'line',
    cell: ({ amount, paid, writtenOff }) =>
      `${formatNumber(((paid + writtenOff) / amount) * 100, 1)}%`,
  },
  { id: 'old', head: t('parts.debt.old'), isFigure: true, cell: ({ old }) => million(old) },
  {
    id: 'doubtful',
    head: t('parts.debt.doubtful'),
    isFigure: true,
    cell: ({ doubtful }) => million(doubtful),
  },
  {
    id: 'plan',
    head: t('parts.debts.withoutPlan'),
    isFigure: true,
    cell: ({ withoutPlan }) => withoutPlan,
  },
]

/** How far debts are settled, commune by commune. */
export function DebtsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const direction = search.direction ?? 'owed_to'
  const { unit, cursor } = search
  const where = { unit, direction, cursor, asOf: 'asOf' in search ? search.asOf : undefined }
  const { data, error, refetch } = useQuery(debtProgressQuery(where))
  return (
    <Page title={t('parts.debts.page')} crumbs={[{ label: t('registry.short'), to: '/registry' }]}>
      <RegistryViews />
      <div className="parts-filters">
        <Select
          label={t('parts.debt.direction')}
          value={direction}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, direction: next, cursor: undefined }),
            })
          }
          options={[
            { value: 'owed_to', label: t('parts.direction.owed_to') },
            { value: 'owed_by', label: t('parts.direction.owed_by') },
          ]}
        />
        <UnitPicker
          label={t('registry.filter.unit')}
          value={unit ?? null}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, unit: next ?? undefined, cursor: undefined }),
            })
          }
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <p className="muted small">
            {t('parts.debts.million')}{' '}
            {data.parties
              .map(({ party, left }) => `${t(`parts.party.${party}`)} ${million(left)}`)
              .join(' · ')}
          </p>
          <Table
            label={t('parts.debts.page')}
            columns={COLUMNS}
            rows={data.items}
            rowKey={({ unit }) => unit.id}
            empty={<EmptyState>{t(`parts.debts.${direction}.none`)}</EmptyState>}
            sum={{
              unit: t('parts.sum'),
              entities: data.total.entities,
              amount: million(data.total.amount),
              paid: million(data.total.paid),
              written: million(data.total.writtenOff),
              left: million(data.total.left),
              old: million(data.total.old),
              doubtful: million(data.total.doubtful),
              plan: data.total.withoutPlan,
            }}
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
    </Page>
  )
}
