import './holding.ts'
import './personal.ts'

export { breakdownsOf } from './layout.ts'
export { countReturns, listReturns, NOT_SENT } from './lists-store.ts'
export { returnRoutes } from './routes.ts'
