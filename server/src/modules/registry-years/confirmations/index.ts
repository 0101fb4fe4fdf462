import './export.ts'

export { confirmationRoutes } from './routes.ts'
