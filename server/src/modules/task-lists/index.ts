export { STATUS_WORDS } from './domain.ts'
export { taskListRoutes } from './routes.ts'
export { list } from './service.ts'
export { statusCounts } from './store.ts'
