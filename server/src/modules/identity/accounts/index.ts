import './holding.ts'

export { accountRoutes } from './routes.ts'
