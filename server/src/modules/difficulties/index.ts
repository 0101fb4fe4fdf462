import './holding.ts'
import './personal.ts'

export { difficultiesOf, type ToldDifficulty } from './board.ts'
export { act, asItem, list as listDifficulties, raise } from './service.ts'
export { get as getDifficulty, listSimilar, listWaiting } from './store.ts'
export { put } from './uses.ts'
export { risingHandler } from './rising.ts'
export { difficultyRoutes } from './routes.ts'
