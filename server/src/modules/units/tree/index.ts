export { treeRoutes } from './routes.ts'
