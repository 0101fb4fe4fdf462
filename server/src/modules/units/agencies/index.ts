import './holding.ts'

export { agencyRoutes } from './routes.ts'
export { addVersion, agencyNamed, closeVersion, found } from './store.ts'
