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
export { mayKeep } from './policy.ts'
export { indicatorRoutes } from './routes.ts'
export { keepsCatalogue, listIndicators } from './store.ts'
