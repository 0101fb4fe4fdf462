export { dunningRoutes } from './routes.ts'
