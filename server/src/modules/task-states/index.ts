export {
  canApply,
  issuerToday,
  drafted,
  dueWhenResumed,
  lateLead,
  openWishKinds,
  Phase,
  TaskState,
  type Wait,
  waitedDays,
} from './domain.ts'
