import './holding.ts'
import './personal.ts'

export { codesOf, eligibilityOf } from './eligibility.ts'
export { addProgramme, openCall } from './programmes.ts'
export { supportRoutes } from './routes.ts'
export { act, appraise, apply } from './service.ts'
