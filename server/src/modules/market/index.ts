export { marketRoutes } from './routes.ts'
export { enter } from './service.ts'
