export { allianceDueRoutes } from './routes.ts'
export { open as openAllianceDues } from './service.ts'
