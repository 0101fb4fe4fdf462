/**
 * What is known of cooperatives, by name, for criteria and conditions.
 *
 * 1. `measureCatalog`: every measure with its code, words, unit and type.
 * 2. `measuresOf(db, { of, asOf, year, codes? })`: their values for thousands of entities at once, as far
 *    as the reader sees them. What is missing says why and is never zero.
 * 3. `explain(rule, measures)`: whether a rule (`Rule` of the shared rules) holds of one entity: met, not
 *    met, unknown, each condition in Vietnamese. `judging(rules)` is the same for thousands, without words.
 * 4. `parseExpression(text)` with `computeFor(formula, measures)`: a number, or why there is none.
 *    Whoever keeps a rule or an expression first asks `ruleProblems`, `expressionProblem`.
 */
export { measureCatalog, measureNamed } from './catalogue.ts'
export {
  codesIn,
  type Computed,
  computeFor,
  parseExpression,
  shown,
  unitOf,
  wordsOf,
} from './compute.ts'
export { codesOfRule, explain } from './explain.ts'
export { judging } from './judge.ts'
export { type MeasureQuery, measuresOf } from './measured.ts'
export { expressionProblem, type Problem, ruleProblems } from './problems.ts'
export type { Known, MeasuredEntity, Measures } from './types.ts'
