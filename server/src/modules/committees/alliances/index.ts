export { allianceRoutes } from './routes.ts'
