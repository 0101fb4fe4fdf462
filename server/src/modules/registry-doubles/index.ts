import './personal.ts'
import './policy.ts'

export { registryDoublesRoutes } from './routes.ts'
export { doublesHandler, doublesWholeHandler, findAll, findChanged } from './finding.ts'
