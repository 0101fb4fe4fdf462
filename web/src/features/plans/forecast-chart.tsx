import { finalBound, type Point, type TargetRow } from '@hopluc/shared/plans'
import { daysBetween, type PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { aimWords, isShare, valueWords } from './words.ts'

const [WIDTH, HEIGHT] = [470, 166]
const [LEFT, RIGHT, TOP, BOTTOM] = [58, 433, 22, 132]
const LINES = 5

export interface ChartProps {
  readonly row: TargetRow
  readonly points: readonly Point[]
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
}

/** What is there as a line of steps, what is expected dashed, the plan as a straight line. */
export function ForecastChart({ row, points, fromOn, untilOn }: ChartProps) {
  const bound = finalBound(row.expression)
  const { forecast } = row
  if (points.length === 0 && forecast.now === null)
    return <p className="muted small">{t('targets.chart.none')}</p>
  const aim = bound ? (bound.op === 'range' ? bound.to : bound.value) : 0
  const most = Math.max(aim, forecast.value ?? 0, ...points.map(({ value }) => value), 1)
  const top = isShare(row) && most <= 100 ? Math.min(100, niceTop(most)) : niceTop(most)
  const first = [fromOn, points[0]?.on ?? fromOn].toSorted()[0] ?? fromOn
  const span = Math.max(1, daysBetween(first, untilOn))
  const x = (on: PlainDate) => LEFT + (daysBetween(first, on) / span) * (RIGHT - LEFT)
  const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP)
  const start = isShare(row) ? (bound?.value ?? 0) : (points[0]?.value ?? 0)
  const isSteps = !isShare(row)
  const path = (all: readonly Point[]) => {
    const [head, ...rest] = all.filter(({ on }) => on <= untilOn)
    if (!head) return ''
    return rest.reduce(
      (drawn, { on, value }) =>
        `${drawn}${isSteps ? `H${x(on)}V${y(value)}` : `L${x(on)} ${y(value)}`}`,
      `M${x(head.on)} ${y(head.value)}`,
    )
  }
  const years = yearsBetween(first, untilOn)
  const isShort = row.verdict.light === 'red' || row.verdict.light === 'amber'
  const last = points.at(-1)
  // A name above the number would be struck through by the plan's level line just above it.
  const below = bound && last ? y(last.value) - y(bound.value) : 0
  const isCrossed = start === bound?.value && below > 0 && below < 20
  const label = t('targets.chart.label', {
    words: row.words,
    bound: aimWords(row),
    now: valueWords(forecast.now, row),
    value: valueWords(forecast.value, row),
    day: formatDate(untilOn),
  })
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className="plans-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <g className="plans-grid">
        {Array.from({ length: LINES + 1 }, (_, index) => (
          <path key={index} d={`M36 ${y((top * index) / LINES)}H440`} />
        ))}
      </g>
      <g className="plans-axis" textAnchor="end">
        {Array.from({ length: LINES + 1 }, (_, index) => (
          <text key={index} x={32} y={y((top * index) / LINES) + 4}>
            {valueWords((top * index) / LINES, row)}
          </text>
        ))}
      </g>
      <g className="plans-axis" textAnchor="middle">
        {years.map(({ on, label: words }) => (
          <text key={on} x={x(on)} y={154}>
            {words}
          </text>
        ))}
      </g>
      {bound && (
        <path
          className="plans-line-plan"
          d={`M${x(first)} ${y(start)}L${x(untilOn)} ${y(bound.value)}`}
        />
      )}
      <path className="plans-line-done" d={path(points)} />
      <path className="plans-line-forecast" d={path(forecast.points)} />
      <g className="plans-names">
        {bound && (
          <text x={RIGHT} y={y(bound.value) - 6} textAnchor="end" className="accent">
            {t('targets.chart.plan', { value: aimWords(row) })}
          </text>
        )}
        {forecast.value !== null && (
          <text
            x={RIGHT}
            y={y(forecast.value) + (bound && forecast.value >= bound.value ? -20 : 15)}
            textAnchor="end"
            className={isShort ? 'red' : ''}
          >
            {t('targets.chart.forecast', { value: valueWords(forecast.value, row) })}
          </text>
        )}
        {last && (
          <text x={x(points[0]?.on ?? last.on) + 4} y={y(last.value) + (isCrossed ? 15 : -6)}>
            {t('targets.chart.now', { value: valueWords(last.value, row) })}
          </text>
        )}
      </g>
    </svg>
  )
}

/** A top that divides into five even steps. */
export function niceTop(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most / LINES))
  const factor = [1, 2, 5, 10].find((one) => one * step * LINES >= most) ?? 10
  return Math.max(LINES, factor * step * LINES)
}

/** The ends of years, the first named as the end of the year before. */
export function yearsBetween(
  from: PlainDate,
  until: PlainDate,
): { on: PlainDate; label: string }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const every = Math.ceil((last - first + 1) / 6)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => (last - year) % every === 0)
    .map((year) => {
      const on = `${year}-12-31`
      return { on: on < until ? on : until, label: String(year) }
    })
}
