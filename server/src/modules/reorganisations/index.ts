import './policy.ts'

export { carryingHandler, carryingOnHandler } from './jobs.ts'
export { reorganisationRoutes } from './routes.ts'
