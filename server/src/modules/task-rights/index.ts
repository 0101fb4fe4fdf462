export {
  type Acting,
  allowedActions,
  allowedWishes,
  capacitiesOf,
  MAY,
  may,
  type Sides,
} from './policy.ts'
