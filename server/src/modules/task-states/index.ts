export {
  canApply,
  lateLead,
  openWishKinds,
  Phase,
  TaskState,
  type Wait,
  waitedDays,
} from './domain.ts'
