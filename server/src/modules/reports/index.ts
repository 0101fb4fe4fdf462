import './personal.ts'

export { makingHandler } from './making.ts'
export { reportRoutes } from './routes.ts'
export { create, remake } from './service.ts'
