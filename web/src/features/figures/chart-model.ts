/** One point of a trend, in the drawing's own units. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly value: number | null
}

export const WIDTH = 640
export const HEIGHT = 220
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 36, 16, 28]

/** Round numbers that enclose the values, four or five of them. */
export function ticksOf(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || Math.abs(high) || 1
  const raw = span / 4
  const size = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * size).find((one) => one >= raw) ?? raw
  const from = Math.floor(low / step) * step
  const to = Math.ceil(high / step) * step
  const count = Math.round((to - from) / step)
  return Array.from({ length: Math.max(count, 1) + 1 }, (_, index) => from + index * step)
}

export interface TrendDrawing {
  readonly points: readonly Point[]
  /** Stretches of neighbours that are known: what is missing is a gap, not a zero. */
  readonly lines: readonly string[]
  readonly ticks: readonly { readonly y: number; readonly value: number }[]
}

/** Undefined with fewer than two known values: there is nothing to draw. */
export function trendDrawing(
  values: readonly { label: string; value: number | null }[],
): TrendDrawing | undefined {
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]))
  if (known.length < 2) return undefined
  const ticks = ticksOf(known)
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  const yOf = (value: number) =>
    TOP + ((high - value) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM)
  const step = (WIDTH - LEFT - RIGHT) / Math.max(values.length - 1, 1)
  const points = values.map(({ label, value }, index) => ({
    x: LEFT + index * step,
    y: value === null ? HEIGHT - BOTTOM : yOf(value),
    label,
    value,
  }))
  const lines: string[] = []
  let run: Point[] = []
  for (const point of [...points, { value: null, x: 0, y: 0, label: '' }]) {
    if (point.value !== null) run.push(point)
    else {
      if (run.length > 1)
        lines.push(run.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' '))
      run = []
    }
  }
  return { points, lines, ticks: ticks.map((value) => ({ value, y: yOf(value) })) }
}

/** Rows by value, the highest first, those without one last; bars from 0 to 1, by the largest. */
export function ranked<Row extends { name: string; value: number | null }>(
  rows: readonly Row[],
): (Row & { bar: number })[] {
  const most = Math.max(...rows.map(({ value }) => Math.abs(value ?? 0)), 0)
  return rows
    .toSorted((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity))
    .map((row) => ({ ...row, bar: most === 0 ? 0 : Math.abs(row.value ?? 0) / most }))
}
