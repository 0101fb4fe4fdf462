import './figures.css'
import type { FigureTable } from '@hopluc/shared/figures'
import { periodCode } from '@hopluc/shared/periods'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SearchLink } from '../../ui/search-link.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice, ErrorState, Skeleton } from '../../ui/states.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { excelOf, RankingChart, TrendChart } from './charts.tsx'
import { ColumnsDialog } from './columns-dialog.tsx'
import { FigureDrawer } from './figure-drawer.tsx'
import { FigureTableView } from './figure-table.tsx'
import { PublishedTable } from './published-table.tsx'
import { asked, figureTableQuery } from './queries.ts'
import { TileChart } from './tile-map.tsx'
import { inSentence, nameOf, periodsOfYear, periodWords } from './words.ts'

const route = getRouteApi('/app/figures')

/** Figures of an area and a period: compared, drawn, explained, with who has not reported. */
export function FiguresPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(figureTableQuery(search))
  const close = () =>
    void navigate({ search: (before) => ({ ...before, of: undefined, code: undefined }) })
  if (error)
    return (
      <Page title={t('figures.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title={t('figures.title')}>
        <Skeleton rows={10} />
      </Page>
    )
  const period = periodCode(data.period)
  return (
    <Page
      title={t('figures.title.of', { period: inSentence(periodWords(period)) })}
      shortTitle={t('figures.title')}
      lead={<Lead table={data} />}
      actions={
        <>
          <ButtonLink to="/indicators">{t('indicators.title')}</ButtonLink>
          <ExcelButton path="/figures" search={{ ...asked(search), period }} />
        </>
      }
    >
      <Filters table={data} />
      <Body table={data} />
      {search.of && search.code && (
        <FigureDrawer
          start={{
            unit: search.of,
            code: search.code,
            period,
            boundaries: data.boundaries,
            asOf: search.asOf,
          }}
          onClose={close}
        />
      )}
    </Page>
  )
}

function Lead({ table }: { table: FigureTable }) {
  const { today } = useSession()
  const { area, above, period, boundaries, asOf, isDemo } = table
  return (
    <>
      {above.map((unit) => (
        <span key={unit.id}>
          <SearchLink change={{ unit: unit.id, of: undefined, code: undefined }}>
            {unitWords(unit)}
          </SearchLink>
          {' › '}
        </span>
      ))}
      {t('figures.lead', {
        area: unitWords(area),
        cutOff: formatDate(period.windowUntil),
        boundaries: inSentence(t(`figures.boundaries.${boundaries}`)),
      })}
      {asOf && ` · ${inSentence(t('figures.asOf', { when: formatInstant(asOf, today) }))}`}{' '}
      {isDemo && <DemoMark />}
    </>
  )
}

function Filters({ table }: { table: FigureTable }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [isChoosing, setIsChoosing] = useState(false)
  const current = periodCode(table.period)
  const periods = [...new Set([current, ...table.periods, ...periodsOfYear(table.period.year)])]
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, of: undefined, code: undefined, ...next }) })
  return (
    <search className="figures-filters">
      <UnitPicker
        label={t('figures.area')}
        isLabelHidden
        placeholder={t('figures.area')}
        value={table.area.id}
        onChange={(unit) => change({ unit: unit ?? undefined })}
      />
      <Select
        label={t('figures.period')}
        prefix={t('figures.period')}
        value={current}
        options={periods.map((value) => ({ value, label: periodWords(value) }))}
        onChange={(period) => change({ period })}
      />
      <Select
        label={t('figures.against')}
        prefix={t('figures.against')}
        value={search.against ?? 'same'}
        options={(['same', 'previous', 'none'] as const).map((value) => ({
          value,
          label: t(`figures.against.${value}`),
        }))}
        onChange={(against) => change({ against })}
      />
      <Select
        label={t('figures.boundaries')}
        prefix={t('figures.boundaries')}
        value={table.boundaries}
        options={(['today', 'then'] as const).map((value) => ({
          value,
          label: t(`figures.boundaries.${value}`),
        }))}
        onChange={(boundaries) => change({ boundaries })}
      />
      <Button onPress={() => setIsChoosing(true)}>{t('figures.columns')}</Button>
      {isChoosing && (
        <ColumnsDialog
          chosen={table.columns.map(({ code }) => code)}
          onClose={() => setIsChoosing(false)}
          onChoose={(codes) => change({ codes: codes.join(',') || undefined })}
        />
      )}
    </search>
  )
}

function Body({ table }: { table: FigureTable }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { columns, total, rows, area, period } = table
  const isEmpty = [total, ...rows].every(({ cells }) => cells.length === 0)
  const column = columns.find(({ code }) => code === search.chart) ?? columns[0]
  return (
    <>
      {table.waiting.length > 0 && (
        <Notice kind="warning">
          {t('figures.waiting', { units: table.waiting.map(unitWords).join(', ') })}
        </Notice>
      )}
      <Section title={t('figures.table')} note={t('figures.table.note')}>
        {isEmpty ? (
          <EmptyState>
            {t('figures.none', {
              area: inSentence(unitWords(area)),
              period: inSentence(periodWords(periodCode(period))),
            })}
          </EmptyState>
        ) : (
          <FigureTableView table={table} search={search} />
        )}
      </Section>
      {!isEmpty && column && (
        <>
          <div className="figures-chart-choice">
            <Select
              label={t('figures.chart.indicator')}
              prefix={t('figures.chart.indicator')}
              value={column.code}
              options={columns.map((one) => ({ value: one.code, label: nameOf(one) }))}
              onChange={(chart) => void navigate({ search: (before) => ({ ...before, chart }) })}
            />
          </div>
          <div className="figures-charts">
            <TrendChart table={table} column={column} asOf={search.asOf} />
            <RankingChart table={table} column={column} asOf={search.asOf} />
            <TileChart
              table={table}
              column={column}
              search={excelOf({ table, column, asOf: search.asOf })}
            />
          </div>
        </>
      )}
      <Missing table={table} />
      {table.published.length > 0 && (
        <Section
          title={t('figures.published')}
          more={<Link to="/figures/published">{t('figures.published.all')}</Link>}
        >
          <PublishedTable
            items={table.published}
            ours={(one) =>
              total.cells.find((cell) => cell.indicatorId === one.indicatorId)?.value ?? null
            }
          />
        </Section>
      )}
    </>
  )
}

function Missing({ table }: { table: FigureTable }) {
  const { missing, expected } = table
  if (expected === 0) return null
  return (
    <Section
      title={t('figures.missing')}
      note={t('figures.missing.note', { count: missing.length, expected })}
      more={<Link to="/rounds">{t('figures.missing.round')}</Link>}
    >
      {missing.length === 0 ? (
        <p className="muted">{t('figures.missing.none', { expected })}</p>
      ) : (
        <p className="figures-missing-list">{missing.map(unitWords).join(', ')}</p>
      )}
    </Section>
  )
}
