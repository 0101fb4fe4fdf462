import './policy.ts'

export { carryOut } from './carry-out.ts'
export { aheadHandler, carryingHandler, carryingOnHandler } from './jobs.ts'
export { reorganisationRoutes } from './routes.ts'
export { apply, draw, preview, undo } from './service.ts'
