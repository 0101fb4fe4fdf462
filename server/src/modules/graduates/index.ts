import './personal.ts'

export { keepFloor } from './floors.ts'
export { graduateRoutes } from './routes.ts'
export { act, start } from './service.ts'
