export {
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
  listOfDirectives,
  listStanding,
  type Standing,
  unitOf,
  updateDraft,
} from './store.ts'
