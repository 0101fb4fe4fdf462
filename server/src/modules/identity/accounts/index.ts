import './holding.ts'

export { accountRoutes } from './routes.ts'
export { securityRoutes } from './security-routes.ts'
export { assertAnAdminIsLeft } from './service.ts'
