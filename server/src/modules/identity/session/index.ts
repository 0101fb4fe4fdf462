export { authenticator, COOKIE } from './authenticate.ts'
export { sessionRoutes } from './routes.ts'
export { DEMO_PASSWORD, endSession, leastLength, listSessions } from './service.ts'
