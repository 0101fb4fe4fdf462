import type { FigureColumn, FigureTable } from '@hopluc/shared/figures'
import { periodCode } from '@hopluc/shared/periods'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { unitWords } from '../organisation/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { HEIGHT, ranked, trendDrawing, WIDTH } from './chart-model.ts'
import { trendQuery } from './queries.ts'
import { nameOf, periodWords, shortPeriodWords, valueWords } from './words.ts'

interface ChartProps {
  readonly table: FigureTable
  readonly column: FigureColumn
  /** The past day that is looked at. */
  readonly asOf: PlainDate | undefined
}

export const excelOf = ({
  table: { area, period, boundaries },
  column: { code },
  asOf,
}: ChartProps) => ({ unit: area.id, period: periodCode(period), boundaries, codes: code, asOf })

/** An indicator of the area over the last periods of the same kind. */
export function TrendChart(props: ChartProps) {
  const { table, column, asOf } = props
  const { area, period, boundaries } = table
  const { code, measure, decimals } = column
  const key = { unit: area.id, code, period: periodCode(period), boundaries, asOf }
  const { data } = useQuery(trendQuery(key))
  const points = data?.points ?? []
  const title = t('figures.trend', { name: nameOf(column) })
  const drawing = trendDrawing(
    points.map((one) => ({ label: shortPeriodWords(one.period), value: one.value })),
  )
  const rows = points.map((one) => ({ name: periodWords(one.period), value: one.value }))
  return (
    <ChartFrame {...{ title, measure, decimals, rows }} search={excelOf(props)}>
      {drawing ? (
        <svg className="figures-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
          <title>{`${title}: ${rows.map(({ name, value }) => `${name} ${valueWords(value, decimals)}`).join('; ')}`}</title>
          {drawing.ticks.map(({ y, value }) => (
            <g key={value}>
              <line className="figures-grid" x1={64} x2={WIDTH - 16} y1={y} y2={y} />
              <text className="figures-axis" x={56} y={y + 4} textAnchor="end">
                {valueWords(value, Number.isInteger(value) ? 0 : 1)}
              </text>
            </g>
          ))}
          {drawing.lines.map((line) => (
            <path key={line} className="figures-line" d={line} />
          ))}
          {drawing.points.map(({ x, y, label, value }) => (
            <g key={label}>
              {value !== null && (
                <circle className="figures-dot" cx={x} cy={y} r={4}>
                  <title>{`${label}: ${valueWords(value, decimals)} ${measure}`}</title>
                </circle>
              )}
              <text className="figures-axis" x={x} y={HEIGHT - 6} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
        </svg>
      ) : null}
    </ChartFrame>
  )
}

const BAR = 26
const MOST = 40

/** An indicator of what lies below the area, the highest first. */
export function RankingChart(props: ChartProps) {
  const { table, column } = props
  const { measure, decimals } = column
  const title = t('figures.ranking', { name: nameOf(column) })
  const rows = table.rows.map(({ unit, cells }) => ({
    name: unitWords(unit),
    value: cells.find((cell) => cell.indicatorId === column.id)?.value ?? null,
  }))
  const known = rows.filter(({ value }) => value !== null)
  const bars = ranked(known).slice(0, MOST)
  const height = bars.length * BAR + 4
  return (
    <ChartFrame {...{ title, measure, decimals, rows: ranked(rows) }} search={excelOf(props)}>
      {bars.length > 1 ? (
        <svg className="figures-chart" viewBox={`0 0 ${WIDTH} ${height}`}>
          <title>{`${title}: ${bars.map(({ name, value }) => `${name} ${valueWords(value, decimals)}`).join('; ')}`}</title>
          {bars.map(({ name, value, bar }, index) => (
            <g key={name}>
              <text className="figures-name" x={0} y={index * BAR + 17}>
                {name}
              </text>
              <rect
                className="figures-bar"
                x={200}
                y={index * BAR + 8}
                width={Math.max(2, bar * 330)}
                height={12}
              />
              <text className="figures-axis" x={208 + bar * 330} y={index * BAR + 18}>
                {valueWords(value, decimals)}
              </text>
            </g>
          ))}
        </svg>
      ) : null}
    </ChartFrame>
  )
}
