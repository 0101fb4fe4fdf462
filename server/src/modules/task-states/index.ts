export { canApply, openWishKinds, Phase, TaskState, type Wait, waitedDays } from './domain.ts'
