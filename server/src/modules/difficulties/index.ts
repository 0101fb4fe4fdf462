import './holding.ts'
import './personal.ts'

export { act, raise } from './service.ts'
export { difficultyRoutes } from './routes.ts'
