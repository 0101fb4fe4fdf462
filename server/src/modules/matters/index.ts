export { matterRoutes } from './routes.ts'
export { archivingHandler } from './service.ts'
