export {
  canApply,
  issuerToday,
  dueWhenResumed,
  lateLead,
  openWishKinds,
  Phase,
  TaskState,
  type Wait,
  waitedDays,
} from './domain.ts'
