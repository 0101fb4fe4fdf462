import './holding.ts'
import './personal.ts'

export { codesOf, eligibilityOf } from './eligibility.ts'
export { isOfKind, ownEntity, placeUnder, unitOfAgency, unitOn } from './places.ts'
export { addProgramme, openCall } from './programmes.ts'
export { trancheHandler } from './telling.ts'
export { supportRoutes } from './routes.ts'
export { act, appraise, apply } from './service.ts'
