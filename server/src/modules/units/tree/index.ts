export { treeRoutes } from './routes.ts'
export { tree, treeSql } from './store.ts'
