import './holding.ts'
import './personal.ts'

export { act, raise } from './service.ts'
export { risingHandler } from './rising.ts'
export { difficultyRoutes } from './routes.ts'
