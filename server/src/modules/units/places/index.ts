import './holding.ts'

export { placeRoutes } from './routes.ts'
export { unitName } from './store.ts'
