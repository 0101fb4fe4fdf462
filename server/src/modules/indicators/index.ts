export { checkFormula } from './checks.ts'
export {
  codesOf,
  compute,
  type Formula,
  FormulaError,
  leavesOf,
  parseFormula,
  quotientOf,
} from './formula.ts'
export { listIndicators } from './store.ts'
