import './personal.ts'

export { makingHandler } from './making.ts'
export { reportRoutes } from './routes.ts'
export { issue } from './issue.ts'
export { create, remake, write } from './service.ts'
