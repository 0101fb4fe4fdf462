import './export.ts'

export { worklistRoutes } from './routes.ts'
