export { actorFinder, authenticator, COOKIE } from './authenticate.ts'
export { sessionRoutes } from './routes.ts'
export { DEMO_PASSWORD, endSession, leastLength, listSessions } from './service.ts'
export { endAll as endAllSessions } from './store.ts'
