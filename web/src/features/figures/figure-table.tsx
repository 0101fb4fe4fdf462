import type {
  FigureCellOfTable,
  FigureColumn,
  FigureTable,
  FigureTableRow,
  PlannedValue,
} from '@hopluc/shared/figures'
import { missingTo } from '@hopluc/shared/target-expression'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { SearchLink } from '../../ui/search-link.tsx'
import { unitWords } from '../organisation/words.ts'
import type { FigureSearch } from './search.ts'
import { changeWords, inSentence, nameOf, valueWords } from './words.ts'

interface FigureTableViewProps {
  readonly table: FigureTable
  readonly search: FigureSearch
}

/** The area and what lies below it, by indicators; every number opens where it comes from. */
export function FigureTableView({ table, search }: FigureTableViewProps) {
  const { total, rows, area, period } = table
  const cells = [total, ...rows].flatMap((row) => row.cells)
  const columns = table.columns.map((one) => {
    const plans = cells.flatMap(({ indicatorId, plan }) =>
      indicatorId === one.id && plan ? [plan] : [],
    )
    return { ...one, plannedUntil: [...new Set(plans.map(({ untilYear }) => untilYear))] }
  })
  const shared = { columns, search, year: period.year }
  return (
    <div className="table-scroll">
      <table className="figures-table" aria-label={t('figures.table')}>
        <thead>
          <tr>
            <th scope="col">{t('figures.area')}</th>
            {columns.map((column) => (
              <Fragment key={column.id}>
                <th scope="col" title={`${column.code}, ${column.measure}`}>
                  {nameOf(column)}
                  <span className="figures-measure">{column.measure}</span>
                </th>
                {column.plannedUntil.length > 0 && <PlanHeads column={column} year={period.year} />}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="figures-total">
            <th scope="row">{t('figures.total', { area: inSentence(unitWords(area)) })}</th>
            <Cells row={total} {...shared} />
          </tr>
          {rows.map((row) => (
            <tr key={row.unit.id}>
              <th scope="row">
                {row.unit.level === 'commune' ? (
                  unitWords(row.unit)
                ) : (
                  <SearchLink change={{ unit: row.unit.id, of: undefined, code: undefined }}>
                    {unitWords(row.unit)}
                  </SearchLink>
                )}
              </th>
              <Cells row={row} {...shared} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where all plans end in one later year, its name stands above; else beside each number. */
function planHead({ plannedUntil: [until, ...others] }: Column, year: number): string {
  return until === undefined || until === year || others.length > 0
    ? t('figures.plan', { year })
    : t('figures.plan.until', { year: until })
}

function PlanHeads({ column, year }: { column: Column; year: number }) {
  const of = <span className="for-readers">: {nameOf(column)}</span>
  return (
    <>
      <th scope="col" className="figures-plan">
        {planHead(column, year)}
        {of}
      </th>
      <th scope="col" className="figures-plan">
        {t('figures.plan.done')}
        {of}
      </th>
    </>
  )
}

interface Column extends FigureColumn {
  /** Until when those plans reach that hold for the year; none where nobody plans it. */
  readonly plannedUntil: readonly number[]
}
interface CellsProps {
  readonly row: FigureTableRow
  readonly columns: readonly Column[]
  readonly search: FigureSearch
  readonly year: number
}

function Cells({ row, columns, search, year }: CellsProps) {
  return columns.map((column) => {
    const cell = row.cells.find(({ indicatorId }) => indicatorId === column.id)
    return (
      <Fragment key={column.id}>
        <ValueCell row={row} column={column} cell={cell} search={search} />
        {column.plannedUntil.length > 0 && (
          <PlanCells row={row} column={column} cell={cell} year={year} />
        )}
      </Fragment>
    )
  })
}

interface CellProps {
  readonly row: FigureTableRow
  readonly column: Column
  readonly cell: FigureCellOfTable | undefined
}

function ValueCell({ row, column, cell, search }: CellProps & { readonly search: FigureSearch }) {
  const isOpen = search.of === row.unit.id && search.code === column.code
  const name = `${nameOf(column)}, ${unitWords(row.unit)}`
  return (
    <td className={isOpen ? 'figures-hit' : ''}>
      {!cell || (cell.value === null && cell.estimate === null) ? (
        <span className="figures-missing" title={t('figures.explain.none')}>
          <span className="for-readers">{t('figures.explain.none')}</span>
        </span>
      ) : (
        <>
          {cell.value === null ? (
            <span>≈ {valueWords(cell.estimate, column.decimals)}</span>
          ) : (
            <SearchLink
              className="value-link"
              change={{ of: row.unit.id, code: column.code }}
              aria-label={`${name}: ${valueWords(cell.value, column.decimals)}`}
            >
              {valueWords(cell.value, column.decimals)}
            </SearchLink>
          )}
          <CellNotes cell={cell} decimals={column.decimals} search={search} />
        </>
      )}
    </td>
  )
}

/** What is planned, which opens the target, and how much of it there is. */
function PlanCells({ row, column, cell, year }: CellProps & { readonly year: number }) {
  const plan = cell?.plan
  if (!plan)
    return (
      <>
        <td className="figures-plan">–</td>
        <td className="figures-plan">–</td>
      </>
    )
  const words = aimWords(plan, column.decimals)
  return (
    <>
      <td className="figures-plan">
        <Link
          to="/targets/$id"
          params={{ id: plan.targetId }}
          className="value-link"
          title={plan.isAllotted ? t('figures.plan.given') : undefined}
          aria-label={`${planHead(column, year)}, ${nameOf(column)}, ${unitWords(row.unit)}: ${words}`}
        >
          {words}
        </Link>
        <span className="figures-notes">
          {column.plannedUntil.length > 1 && plan.untilYear > year && (
            <span>{t('figures.plan.untilShort', { year: plan.untilYear })}</span>
          )}
          {!plan.isSame && <span>{t('figures.plan.other')}</span>}
        </span>
      </td>
      <td className="figures-plan">{doneWords(plan, cell.value)}</td>
    </>
  )
}

function aimWords({ bound }: PlannedValue, decimals: number): string {
  const least = valueWords(bound.value, decimals)
  if (bound.op === 'range') return `${least} – ${valueWords(bound.to, decimals)}`
  return bound.op === 'at_most' ? `≤ ${least}` : least
}

function doneWords({ bound, done, isSame }: PlannedValue, value: number | null): string {
  if (done !== null) return `${formatNumber(done, 1)}%`
  if (value === null || bound.op !== 'at_most' || !isSame) return '–'
  return t(missingTo(bound, value) > 0 ? 'figures.plan.over' : 'figures.plan.within')
}

function CellNotes({
  cell,
  decimals,
  search: { against = 'same' },
}: {
  cell: FigureCellOfTable
  decimals: number
  search: FigureSearch
}) {
  const before = against === 'same' ? cell.same : against === 'previous' ? cell.previous : null
  const change = changeWords(cell.value, before)
  return (
    <span className="figures-notes">
      {cell.estimate !== null && cell.value !== null && (
        <span>≈ {valueWords(cell.estimate, decimals)}</span>
      )}
      {change && <span title={valueWords(before, decimals)}>{change}</span>}
      {cell.missing > 0 && !cell.isCounted && (
        <span className="figures-warn">{t('figures.missing.few', { count: cell.missing })}</span>
      )}
      {cell.isEstimate && <span className="figures-warn">{t('figures.split')}</span>}
      {cell.isIncomplete && <span className="figures-warn">{t('figures.incomplete')}</span>}
    </span>
  )
}
