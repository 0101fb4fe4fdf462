import { type PeriodKey, periodCode } from '@hopluc/shared/periods'
import type { FigureSource } from '@hopluc/shared/reports'
import type { Id, Named } from '@hopluc/shared/values'
import type { Filling, Row, RowScope } from './fill.ts'
import { againstWords, periodOf } from './periods.ts'
import type { FigurePlaceholder, FigureRef, Test } from './placeholders.ts'
import { holds, printFigure } from './printing.ts'
import { comparedWith } from './template-check.ts'
import type { LoopName, TextName } from './words.ts'

/** An indicator as a report prints it. */
export interface Measure {
  id: Id
  code: string
  name: string
  measure: string
  decimals: number
}

/** A figure of a unit: which, of when, by what breakdown, as done, as estimated or as planned. */
export interface Wanted {
  unitId: Id
  code: string
  period: PeriodKey
  parts: Readonly<Record<string, string>>
  side: FigureRef['side']
}

export interface KnownFigure {
  value: number | null
  weight: number | null
  breakdownId: number | null
  source: FigureSource
}

/** All that a report is made of, read before it is filled. */
export interface Content {
  period: PeriodKey
  unit: Named
  /** Indicators by code in small letters. */
  measures: ReadonlyMap<string, Measure>
  /** Units that the template names, by name in small letters. */
  units: ReadonlyMap<string, Named>
  figures: ReadonlyMap<string, KnownFigure>
  rows: Readonly<Record<LoopName, readonly Row[]>>
  texts: Readonly<Partial<Record<TextName, string>>>
  own: ReadonlyMap<string, string>
  address: string | null
  /** When the figures were read. */
  asOf: Date
}

/** A number as it was placed; where it came to stand is said by the filled paper. */
export interface PlacedFigure {
  position: number
  typed: string
  unitId: Id
  measure: Measure
  period: string
  breakdownId: number | null
  parts: Readonly<Record<string, string>>
  side: FigureRef['side']
  show: FigurePlaceholder['show']
  value: number | null
  weight: number | null
  compared: number | null
  comparedWords: string | null
  printed: string
  /** It says that there is no figure, or nothing to compare with. */
  isMissing: boolean
  source: FigureSource
}

/** Of a number that nobody has stated. */
export const NO_SOURCE: FigureSource = {
  asOf: null,
  expected: null,
  reported: null,
  missing: null,
  isEstimate: false,
  isIncomplete: false,
  isCounted: false,
  versions: [],
  versionCount: 0,
}

export function figureKey({ unitId, code, period, parts, side }: Wanted): string {
  return JSON.stringify([unitId, code.toLowerCase(), periodCode(period), sorted(parts), side])
}

const sorted = (parts: object) =>
  Object.entries(parts).toSorted(([one], [other]) => one.localeCompare(other))

/** Which figure a placeholder means in a row. */
export function wantedBy(
  { period, unit, units }: Pick<Content, 'period' | 'unit' | 'units'>,
  ref: FigureRef,
  scope: RowScope,
): Wanted {
  const named =
    ref.unit === null
      ? (scope.unitId ?? unit.id)
      : ref.unit === 'report'
        ? unit.id
        : (units.get(ref.unit.name.toLocaleLowerCase('vi'))?.id ?? unit.id)
  const parts = { ...scope.parts, ...ref.parts }
  const { code, side } = ref
  return { unitId: named, code, period: periodOf(period, ref.period), parts, side }
}

/** Fills placeholders from what was read, and keeps each number that it places. */
export function fillingOf(
  content: Content,
  was: (placed: PlacedFigure) => string | undefined,
): Filling & { placed: PlacedFigure[] } {
  const placed: PlacedFigure[] = []
  const find = (ref: FigureRef | undefined, scope: RowScope) =>
    ref && content.figures.get(figureKey(wantedBy(content, ref, scope)))
  const compare = (ref: FigureRef, against: FigurePlaceholder['against'], scope: RowScope) =>
    find(comparedWith(ref, against)[0], scope)?.value ?? null
  return {
    placed,
    address: content.address,
    text: (name) => content.texts[name] ?? '',
    own: (title) => content.own.get(title) ?? '',
    rows: (loop) => content.rows[loop],
    was: (position) => {
      const one = placed[position - 1]
      return one && was(one)
    },
    holds: (test, scope) => {
      if (test.kind === 'any') return content.rows[test.loop].length > 0
      const value = find(test.figure, scope)?.value ?? null
      return holds(test, value, compare(test.figure, againstOf(test), scope))
    },
    figure: (placeholder, scope, typed) => {
      const { figure, against, show } = placeholder
      const measure = content.measures.get(figure.code.toLowerCase())
      if (!measure) return ''
      const wanted = wantedBy(content, figure, scope)
      const known = find(figure, scope)
      const value = known?.value ?? null
      const compared = compare(figure, against, scope)
      const digits =
        placeholder.digits ?? (show === 'value' ? digitsOf(value, placeholder, measure) : null)
      const printed = printFigure(
        { ...placeholder, digits, side: figure.side },
        measure,
        value,
        compared,
      )
      placed.push({
        position: placed.length + 1,
        typed,
        unitId: wanted.unitId,
        measure,
        period: periodCode(wanted.period),
        breakdownId: known?.breakdownId ?? null,
        parts: wanted.parts,
        side: wanted.side,
        show,
        value,
        weight: known?.weight ?? null,
        compared,
        comparedWords: wordsOf(against),
        printed,
        isMissing: printed.startsWith('chưa có'),
        source: known?.source ?? NO_SOURCE,
      })
      return printed
    },
  }
}

/** As many places as the indicator is usually told with; a whole number has none. */
function digitsOf(
  value: number | null,
  { scale }: FigurePlaceholder,
  { decimals }: Measure,
): number | null {
  const shown = value === null ? 0 : value / (scale?.divide ?? 1)
  return Number.isInteger(shown) ? 0 : scale || decimals === 0 ? null : decimals
}

function againstOf(test: Exclude<Test, { kind: 'any' }>): FigurePlaceholder['against'] {
  if (test.kind === 'change') return test.against
  return test.kind === 'plan' ? 'plan' : null
}

function wordsOf(against: FigurePlaceholder['against']): string | null {
  if (against === null) return null
  return against === 'plan' ? 'kế hoạch' : againstWords(against)
}

/** What is compared between two makings: the same placeholder in the same row, the nth time. */
export function comparer(
  before: readonly { typed: string; unitId: Id; period: string; parts: object; printed: string }[],
): (placed: PlacedFigure) => string | undefined {
  const printed = new Map<string, string[]>()
  const keyOf = (typed: string, unitId: Id, period: string, parts: object) =>
    JSON.stringify([typed, unitId, period, sorted(parts)])
  for (const { typed, unitId, period, parts, printed: words } of before) {
    const key = keyOf(typed, unitId, period, parts)
    printed.set(key, [...(printed.get(key) ?? []), words])
  }
  const seen = new Map<string, Map<number, string | undefined>>()
  return (placed) => {
    const key = keyOf(placed.typed, placed.unitId, placed.period, placed.parts)
    const known = seen.get(key) ?? new Map<number, string | undefined>()
    seen.set(key, known)
    if (!known.has(placed.position)) known.set(placed.position, printed.get(key)?.[known.size])
    const old = known.get(placed.position)
    return old === undefined || old === placed.printed ? undefined : old
  }
}
