export { levelRoutes } from './routes.ts'
export { stateOfUnits } from './service.ts'
