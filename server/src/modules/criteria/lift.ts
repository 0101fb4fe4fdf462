import type { Band, Criterion } from '@hopluc/shared/criteria'
import {
  computeFor,
  type Measures,
  parseExpression,
  shown,
  unitOf,
  wordsOf,
} from '../entity-measures/index.ts'
import { bandFor, type Leaf, leavesOf, rounded } from './scoring.ts'

/** What would bring points, and how many more. */
export interface Gain {
  key: string
  name: string
  gain: number
  /** "Doanh thu: hiện 1.200 triệu đồng, cần từ 2.000 triệu đồng". */
  vi: string
}

export interface Lift {
  band: string
  /** Points that are missing to it. */
  missing: number
  /** The fewest gains that reach it, the greatest first; empty where all together do not. */
  gains: Gain[]
}

/**
 * What would lift a cooperative one band, by the rules of its set: the next step of a value, all points
 * of a condition, the rest of what people score.
 */
export function liftOf(
  { criteria, bands }: { criteria: readonly Criterion[]; bands: readonly Band[] },
  points: ReadonlyMap<string, number | null>,
  measures: Measures,
): Lift | null {
  const leaves = leavesOf(criteria)
  const total = rounded(leaves.reduce((sum, { key }) => sum + (points.get(key) ?? 0), 0))
  const now = bands.find(({ code }) => code === bandFor(bands, total))
  const next = bands
    .filter(({ from }) => from > (now?.from ?? -1))
    .toSorted((one, other) => one.from - other.from)[0]
  if (!next) return null
  const missing = rounded(next.from - total)
  const most = leaves
    .flatMap((leaf) => gainsOf(leaf, points.get(leaf.key) ?? 0, missing, measures))
    .toSorted((one, other) => other.gain - one.gain)
  const gains: Gain[] = []
  let sum = 0
  for (const gain of most) {
    if (sum >= missing - 1e-6) break
    gains.push(gain)
    sum += gain.gain
  }
  return { band: next.code, missing, gains: sum >= missing - 1e-6 ? gains : [] }
}

/** The first step that alone would do, else the highest. */
function gainsOf(leaf: Leaf, points: number, missing: number, measures: Measures): Gain[] {
  const { key, name, max, rule } = leaf
  const rest = rounded((max ?? 0) - points)
  if (rest <= 0) return []
  const gain = (by: number, vi: string) => [{ key, name, gain: rounded(by), vi }]
  if (rule.by === 'hand')
    return gain(rest, `${name}: còn ${shown(rest)} điểm, chấm theo minh chứng`)
  if (rule.by === 'rule') return gain(rest, `${name}: đạt điều kiện của tiêu chí`)
  const formula = parseExpression(rule.value)
  const computed = computeFor(formula, measures)
  const unit = unitOf(formula)
  const has = 'missing' in computed ? 'chưa có số liệu' : `hiện ${shown(computed.value)}${unit}`
  if (rule.by === 'formula')
    return gain(rest, `${wordsOf(formula)}: ${has}, còn ${shown(rest)} điểm`)
  const better = rule.steps
    .filter((step) => step.points > points)
    .toSorted((one, other) => one.points - other.points)
  const step = better.find((one) => one.points - points >= missing) ?? better.at(-1)
  if (!step) return []
  return gain(
    step.points - points,
    `${wordsOf(formula)}: ${has}, cần từ ${shown(step.from)}${unit}`,
  )
}
