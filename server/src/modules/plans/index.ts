import './personal.ts'

export { type Asked, askedAgencies } from './asked-store.ts'
export { planRoutes } from './routes.ts'
export { presentPlan } from './service.ts'
export { targetsTold, type ToldTarget } from './told.ts'
export { get as findPlan, lock as lockPlan, type PlanRow, update as updatePlan } from './store.ts'
