import './holding.ts'
import './personal.ts'

export { entityCheckRoutes } from './routes.ts'
export { act, plan, putRight } from './service.ts'
