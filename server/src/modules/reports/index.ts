export { makingHandler } from './making.ts'
export { reportRoutes } from './routes.ts'
