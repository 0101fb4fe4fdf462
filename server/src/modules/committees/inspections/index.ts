export { inspectionRoutes } from './routes.ts'
export { listOfSeat, planIn } from './service.ts'
