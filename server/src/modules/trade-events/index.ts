export { tradeEventRoutes } from './routes.ts'
export { add, putParticipant } from './service.ts'
