export { linkRoutes } from './routes.ts'
export { passwordLink } from './service.ts'
