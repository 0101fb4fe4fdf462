export { roundRoutes } from './routes.ts'
export { open as openRound } from './service.ts'
