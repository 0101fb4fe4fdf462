export {
  assertSignedTerm,
  assertTerm,
  copiesOf,
  type Draft,
  type Manners,
  type Seed,
  seedsOf,
  type Start,
} from './domain.ts'
export {
  enter,
  enterParts,
  getDraftWords,
  listOfDirectives,
  listStanding,
  type Standing,
  takeSignedTerm,
  unitOf,
  updateDraft,
} from './store.ts'
