import './personal.ts'

export { planNeedRoutes } from './routes.ts'
