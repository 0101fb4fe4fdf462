import './registry.css'
import { EntityCountBy } from '@hopluc/shared/entity-lists'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { useSession } from '../session/queries.ts'
import { crossed, type Figure, filterOf, groupingOf } from './group-words.ts'
import { unitNamesQuery, useListNames } from './list-queries.ts'
import { entityCountsQuery } from './queries.ts'
import { RegistryViews } from './registry-views.tsx'

const route = getRouteApi('/app/registry/counts')
const FIGURES = ['count', 'members'] as const
type Key = string | null

/** Every count by two groupings, as of any day; each figure leads to the list it counted. */
export function CountsPage() {
  const { by, unit, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useSession()
  const names = useListNames()
  const units = useQuery(unitNamesQuery(asOf))
  const [figure, setFigure] = useState<Figure>('count')
  const chosen = (by ?? 'unit,kind').split(',')
  const [rowsBy = 'unit', columnsBy] = EntityCountBy.options
    .filter((one) => chosen.includes(one))
    .toSorted((one, other) => chosen.indexOf(one) - chosen.indexOf(other))
  const asked = [rowsBy, columnsBy].filter(Boolean).join(',')
  const { data, error, refetch } = useQuery(entityCountsQuery({ by: asked, unit, asOf }))
  const change = (next: { by?: string; unit?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }) })
  const options = (except?: string) =>
    EntityCountBy.options
      .filter((one) => one !== except)
      .map((one) => ({ value: one, label: t(`registry.counts.by.${one}`) }))
  const known = units.data ?? new Map<string, string>()
  const rowWords = groupingOf(rowsBy, known, names)
  const columnWords = columnsBy && groupingOf(columnsBy, known, names)
  const table = data && crossed(data.rows, figure, [rowWords.order, columnWords?.order])
  const day = formatDate(asOf ?? today)

  const cell = (value: number, row?: Key, column?: Key) => {
    const filters = {
      ...(unit && { unit }),
      ...(row !== undefined ? filterOf(rowsBy, row) : {}),
      ...(column !== undefined && columnsBy ? filterOf(columnsBy, column) : {}),
    }
    const isAskable =
      (row === undefined || filterOf(rowsBy, row)) &&
      (column === undefined || !columnsBy || filterOf(columnsBy, column))
    if (value === 0) return <span className="muted">0</span>
    if (!isAskable) return formatNumber(value)
    return (
      <Link to="/registry" search={filters} className="value-link">
        {formatNumber(value)}
      </Link>
    )
  }

  return (
    <Page
      title={t('registry.counts.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
    >
      <RegistryViews />
      <search className="registry-filters">
        <UnitPicker
          label={t('registry.filter.unit')}
          isLabelHidden
          placeholder={t('registry.filter.unit')}
          value={unit ?? null}
          onChange={(next) => change({ unit: next ?? undefined })}
        />
        <Select
          label={t('registry.counts.rows')}
          prefix={t('registry.counts.rows')}
          value={rowsBy}
          options={options(columnsBy)}
          onChange={(next) => change({ by: [next, columnsBy].filter(Boolean).join(',') })}
        />
        <Select
          label={t('registry.counts.columns')}
          prefix={t('registry.counts.columns')}
          value={columnsBy ?? ''}
          options={[{ value: '', label: t('registry.counts.by.none') }, ...options(rowsBy)]}
          onChange={(next) => change({ by: [rowsBy, next].filter(Boolean).join(',') })}
        />
        <Select
          label={t('registry.counts.value')}
          prefix={t('registry.counts.value')}
          value={figure}
          options={FIGURES.map((one) => ({ value: one, label: t(`registry.counts.value.${one}`) }))}
          onChange={setFigure}
        />
      </search>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !table && <Skeleton rows={8} />}
      {table?.lines.length === 0 && <EmptyState>{t('registry.counts.none', { day })}</EmptyState>}
      {table && table.lines.length > 0 && (
        <>
          <div className="table-scroll">
            <table className="registry-cross" aria-label={t('registry.counts.title')}>
              <thead>
                <tr>
                  <th scope="col">{t(`registry.counts.by.${rowsBy}`)}</th>
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {columnWords?.words(column)}
                    </th>
                  ))}
                  <th scope="col">{t('registry.counts.total')}</th>
                </tr>
              </thead>
              <tbody>
                {table.lines.map(({ head, cells, sum }) => (
                  <tr key={head}>
                    <th scope="row">{rowWords.words(head)}</th>
                    {cells.map((value, index) => (
                      <td key={table.columns[index]}>{cell(value, head, table.columns[index])}</td>
                    ))}
                    <td>
                      <b>{cell(sum, head)}</b>
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('registry.counts.total')}</th>
                  {table.sums.map((value, index) => (
                    <td key={table.columns[index]}>
                      {cell(value, undefined, table.columns[index])}
                    </td>
                  ))}
                  <td>{cell(table.sum)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
          <p className="registry-counts-note field-hint">
            {t('registry.counts.note', { day })}
            {[rowsBy, columnsBy].includes('commodity') && ` ${t('registry.counts.note.commodity')}`}
          </p>
        </>
      )}
    </Page>
  )
}
