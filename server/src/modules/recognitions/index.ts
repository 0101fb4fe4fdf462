import './holding.ts'
import './personal.ts'

export { keepLists } from './options.ts'
export { recognitionRoutes } from './routes.ts'
export { act, prepare } from './service.ts'
