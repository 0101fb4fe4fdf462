import './holding.ts'
import './personal.ts'

export { act as actOnReturn } from './deeds.ts'
export { breakdownsOf } from './layout.ts'
export { answerOwn } from './own.ts'
export { countReturns, listReturns, NOT_SENT } from './lists-store.ts'
export { returnRoutes } from './routes.ts'
