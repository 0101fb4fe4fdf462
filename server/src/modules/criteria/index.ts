import './personal.ts'

export { codesOfSet, mostOf } from './checks.ts'
export { type Lift, liftOf } from './lift.ts'
export { criteriaRoutes } from './routes.ts'
export {
  bandFor,
  excludedBy,
  type Excluded,
  type Leaf,
  leavesOf,
  rounded,
  type Scored,
  scoreLeaf,
  type Total,
  totalOf,
} from './scoring.ts'
export { get as getCriteria, keptUnits, type Row as CriteriaRow } from './store.ts'
export { copy as copyCriteria, edit as editCriteria, issue as issueCriteria } from './service.ts'
