export { taskOverviewRoutes } from './routes.ts'
export { summary } from './service.ts'
