export { personalDataRoutes } from './routes.ts'
export { requestedHandler } from './telling.ts'
