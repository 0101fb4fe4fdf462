import './holding.ts'

export { templateRoutes } from './routes.ts'
export { templateFor } from './service.ts'
