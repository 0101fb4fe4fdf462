export type { ListedTask } from './domain.ts'
export { type Plan, type Planned, planOf, readList, startsOf } from './service.ts'
export { familyOf } from './store.ts'
