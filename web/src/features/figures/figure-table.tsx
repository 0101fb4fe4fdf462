import type {
  FigureCellOfTable,
  FigureColumn,
  FigureTable,
  FigureTableRow,
} from '@hopluc/shared/figures'
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
  const { columns, total, rows, area } = table
  return (
    <div className="table-scroll">
      <table className="figures-table" aria-label={t('figures.table')}>
        <thead>
          <tr>
            <th scope="col">{t('figures.area')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" title={`${column.code}, ${column.measure}`}>
                {nameOf(column)}
                <span className="figures-measure">{column.measure}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="figures-total">
            <th scope="row">{t('figures.total', { area: inSentence(unitWords(area)) })}</th>
            <Cells row={total} columns={columns} search={search} />
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
              <Cells row={row} columns={columns} search={search} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellsProps {
  readonly row: FigureTableRow
  readonly columns: readonly FigureColumn[]
  readonly search: FigureSearch
}

function Cells({ row, columns, search }: CellsProps) {
  return columns.map((column) => {
    const cell = row.cells.find(({ indicatorId }) => indicatorId === column.id)
    const isOpen = search.of === row.unit.id && search.code === column.code
    const name = `${nameOf(column)}, ${unitWords(row.unit)}`
    return (
      <td key={column.id} className={isOpen ? 'figures-hit' : ''}>
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
  })
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
