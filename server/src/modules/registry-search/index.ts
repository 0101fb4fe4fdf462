export { registrySearchRoutes } from './routes.ts'
export { findEntities, matching } from './store.ts'
