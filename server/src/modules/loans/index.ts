import './holding.ts'
import './personal.ts'

export { addFund } from './funds.ts'
export { loanRoutes } from './routes.ts'
export { act, request } from './service.ts'
export { relate } from './related.ts'
export { loansOfEntity } from './of-entity.ts'
