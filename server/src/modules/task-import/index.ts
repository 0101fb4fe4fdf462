export { taskImportRoutes } from './routes.ts'
