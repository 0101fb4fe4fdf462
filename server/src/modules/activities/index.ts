export { activityRoutes } from './routes.ts'
export { add } from './service.ts'
