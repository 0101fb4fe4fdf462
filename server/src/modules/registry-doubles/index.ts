import './personal.ts'
import './policy.ts'

export { registryDoublesRoutes } from './routes.ts'
export { doublesHandler, doublesWholeHandler } from './finding.ts'
