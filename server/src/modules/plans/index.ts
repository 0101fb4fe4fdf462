import './personal.ts'

export { planRoutes } from './routes.ts'
