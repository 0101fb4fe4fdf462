import type { Band, Criterion, Exclusion, ScoringRule } from '@hopluc/shared/criteria'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../platform/db.ts'

/** What cooperatives are made to have stated, each around so many million đồng or people. */
const STATED: readonly (readonly [code: string, around: number])[] = [
  ['H8', 120],
  ['H9', 15],
  ['H10t', 18_000],
  ['H11', 900],
  ['H13', 2000],
  ['H14', 5000],
  ['H15', 60],
  ['K2', 300],
  ['K3', 150],
]

/** Figures of two years beside the revenue that is there; one in nine has stated nothing of each. */
export async function stateYears(owner: Kysely<Schema>): Promise<void> {
  for (const [code, around] of STATED)
    await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by)
      select p.unit_id, e.id, i.id, y.year, d.id,
        ${around} * (0.2 + abs(hashtext(e.id::text || ${code} || y.year)) % 1000 / 500.0), 'stated', '{}', e.id
      from entities e cross join (values (2024), (2025)) y (year)
      join periods d on d.kind = 'year' and d.from_on = make_date(y.year, 1, 1)
      join indicators i on i.code = ${code}
      join entity_places p on p.entity_id = e.id and d.until_on between p.from_on and p.until_on
      where e.kind = 'cooperative' and abs(hashtext(e.id::text || ${code})) % 9 > 0`.execute(owner)
  await sql`vacuum analyze figures`.execute(owner)
}

const steps = (value: string, ...from: readonly number[]): ScoringRule => ({
  by: 'steps',
  value,
  steps: from.map((start, at) => ({ from: start, points: ((at + 1) * 10) / from.length })),
})
const share = (value: string): ScoringRule => ({ by: 'formula', value })

const RULES: readonly ScoringRule[] = [
  steps('([H13] + [H13_before]) / 2', 500, 1000, 2000, 3000),
  steps('[H13] - [H13_before]', 1),
  steps('[K2] + [K3]', 100, 300, 500),
  steps('[H10]', 20_000, 35_000, 50_000),
  share('[H10t] / [H10] * 10'),
  steps('[H11] / [H10] * 100', 1, 2, 4),
  steps('[H11] - [H11_before]', 1, 200),
  share('[K2] / [H14] * 100'),
  steps('[H8] / [H8_before] * 100', 90, 100, 110),
  steps('[H9]', 5, 10, 20),
  steps('[members]', 50, 200, 500),
  { by: 'rule', rule: [{ by: 'is', code: 'congress_in_year', value: true }] },
  {
    by: 'rule',
    rule: [
      {
        by: 'any',
        of: [
          { by: 'compare', value: '[ocop_products]', op: '>=', to: '1' },
          { by: 'compare', value: '[value_links]', op: '>=', to: '1' },
          { by: 'in', code: 'law', values: ['2023'] },
        ],
      },
    ],
  },
  steps('[H15] / [H10] * 1000', 1, 3),
  share('[H10] / [H10_before] * 5'),
]

const BANDS: readonly (readonly [code: string, from: number])[] = [
  ['good', 100],
  ['fair', 80],
  ['average', 60],
  ['weak', 0],
]

interface BenchSet {
  criteria: Criterion[]
  bands: Band[]
  exclusions: Exclusion[]
}

/** Fifteen criteria of ten points; `isChanged`: a next edition with harder steps and a new weight. */
export function benchSet(isChanged: boolean): BenchSet {
  return {
    criteria: RULES.map((rule, at): Criterion => {
      const max = isChanged && at === 3 ? 20 : 10
      return {
        key: `${at + 1}`,
        above: null,
        name: `Tiêu chí ${at + 1}`,
        max,
        rule: harder(rule, isChanged),
      }
    }),
    bands: BANDS.map(([code, from]) => ({
      code,
      name: code,
      from,
      isFair: from >= 80,
      isEffective: from >= 60,
    })),
    exclusions: [
      {
        key: 'stopped',
        words: 'Ngừng hoạt động',
        rule: [{ by: 'compare', value: '[stopped_days]', op: '>', to: '92' }],
        band: null,
      },
    ],
  }
}

function harder(rule: ScoringRule, isChanged: boolean): ScoringRule {
  if (!isChanged || rule.by !== 'steps') return rule
  return { ...rule, steps: rule.steps.map((step) => ({ ...step, from: step.from * 1.1 })) }
}
