import type { EntityFigures, FigureCell, FigureRow } from '@hopluc/shared/entity-parts-figures'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { cellKey, pasted, sparkline, type Typed, typedOf } from './figures-model.ts'

const SPARK = { width: 64, height: 16 }

interface GridProps {
  readonly label: string
  readonly figures: EntityFigures
  /** What is typed; null while one only reads. */
  readonly typed: Typed | null
  readonly wrong: readonly string[]
  readonly onType: (more: Typed) => void
  readonly onShow: (row: FigureRow, year: number) => void
}

/** Rows are indicators, columns years; a missing figure is an empty cell, zero is 0. */
export function FiguresGrid(props: GridProps) {
  const { label, figures, typed } = props
  const { rows, years } = figures
  const cells = new Map(figures.cells.map((cell) => [cellKey(cell.key, cell.year), cell]))
  return (
    <div className="parts-grid-frame">
      <table className="parts-grid" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('parts.figures.indicator')}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
            {!typed && <th aria-label={t('parts.figures.trend')} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={row.key} className={row.key === row.code ? '' : 'parts-grid-part'}>
              <th scope="row">
                {row.name} {row.key === row.code && <span className="muted">{row.measure}</span>}
              </th>
              {years.map((year, right) => {
                const cell = cells.get(cellKey(row.key, year))
                return typed ? (
                  <EntryCell
                    key={year}
                    {...props}
                    typed={typed}
                    cell={cell}
                    at={{ row: down, column: right }}
                  />
                ) : (
                  <ShownCell key={year} row={row} year={year} cell={cell} onShow={props.onShow} />
                )
              })}
              {!typed && (
                <td>
                  <Sparkline
                    values={years.map((year) => cells.get(cellKey(row.key, year))?.shown ?? null)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ShownCell(props: {
  row: FigureRow
  year: number
  cell: FigureCell | undefined
  onShow: (row: FigureRow, year: number) => void
}) {
  const { row, year, cell, onShow } = props
  if (!cell)
    return (
      <td className="parts-grid-missing">
        <span className="for-readers">{t('parts.figures.missing')}</span>
      </td>
    )
  const isEstimate = cell.source.from === 'estimate'
  const words = cell.shown === null ? t('parts.figures.none') : formatNumber(cell.shown)
  return (
    <td>
      <button
        type="button"
        className={`parts-figure${cell.value === null ? ' parts-figure-none' : ''}`}
        aria-label={t('parts.figures.of', { name: row.name, year, value: words })}
        onClick={() => onShow(row, year)}
      >
        {isEstimate && '≈ '}
        {words}
      </button>
    </td>
  )
}

function EntryCell(
  props: GridProps & {
    typed: Typed
    cell: FigureCell | undefined
    at: { row: number; column: number }
  },
) {
  const { figures, typed, cell, at, wrong, onType } = props
  const [row, year] = [figures.rows[at.row], figures.years[at.column]]
  if (!row || year === undefined) return null
  const key = cellKey(row.key, year)
  return (
    <td className="parts-grid-entry">
      <input
        className={typed[key] === undefined ? '' : 'parts-entry-changed'}
        value={typed[key] ?? typedOf(cell, row.isMean)}
        inputMode={row.isMean ? 'text' : 'decimal'}
        aria-label={t('parts.figures.cell', { name: row.name, year })}
        aria-invalid={wrong.includes(key)}
        onChange={(event) => onType({ [key]: event.target.value })}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text')
          if (!/[\t\n]/.test(text.trim())) return
          event.preventDefault()
          onType(pasted(text, at, figures.rows, figures.years))
        }}
        onKeyDown={(event) => {
          const down =
            event.key === 'ArrowDown' || event.key === 'Enter'
              ? 1
              : event.key === 'ArrowUp'
                ? -1
                : 0
          if (down === 0) return
          event.preventDefault()
          const table = event.currentTarget.closest('tbody')
          const next = table?.rows[at.row + down]?.cells[at.column + 1]?.querySelector('input')
          next?.focus()
          next?.select()
        }}
      />
    </td>
  )
}

export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const line = sparkline(values, SPARK)
  if (!line) return null
  return (
    <svg
      className="parts-spark"
      viewBox={`-2 -3 ${SPARK.width + 5} ${SPARK.height + 6}`}
      aria-hidden="true"
    >
      <path d={line.path} />
      <circle cx={line.last.x} cy={line.last.y} r="2" />
    </svg>
  )
}
