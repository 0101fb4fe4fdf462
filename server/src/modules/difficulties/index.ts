import './holding.ts'
import './personal.ts'

export { difficultiesOf, type ToldDifficulty } from './board.ts'
export { act, raise } from './service.ts'
export { risingHandler } from './rising.ts'
export { difficultyRoutes } from './routes.ts'
