export {
  type ActToCarryOut,
  type Answers,
  type Asked,
  type Effect,
  type Effects,
  type HeldCount,
  type Holding,
  type HoldingKind,
  type Passed,
  type ResolvedAgencySuccession,
  type ResolvedPlan,
  type Rest,
  type Subject,
} from './types.ts'
export { declareHolding, listHoldings } from './declared.ts'
export { declareStaying } from './staying.ts'
export { createEffects, undoRows } from './effects.ts'
export { changedSince, keyOf, readRows, type Row, type TableName } from './rows.ts'
export { bump, follow } from './versions.ts'
export {
  askAboutWork,
  countWork,
  heirOfWork,
  heirsOf,
  likelyHeirs,
  moveWork,
  type OpenWork,
  unclearOf,
  workQuestion,
} from './open-work.ts'
