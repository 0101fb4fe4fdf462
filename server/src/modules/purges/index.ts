export { purgingHandler, purgingOnHandler } from './acts.ts'
export { purgeRoutes } from './routes.ts'
export { carryOutPurge, type Purge } from './service.ts'
