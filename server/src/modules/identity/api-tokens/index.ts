export { tokenRoutes } from './routes.ts'
export { bearerOf, byToken } from './service.ts'
export { endAll as endAllTokens } from './store.ts'
