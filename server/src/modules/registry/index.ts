import './holding.ts'
import './personal.ts'

export { registryRoutes } from './routes.ts'

/** For whoever writes many or as a consequence of something else, in a transaction of their own. */
export { changeIn } from './change.ts'
export { createIn } from './create.ts'
export { addEventIn } from './events.ts'
export { holdBack, refresh } from './writes.ts'
export { present as presentEntity } from './present.ts'
export { codeHolders, get as getEntity, keptOf, listEvents, listVersions, lock } from './store.ts'
export { conditions, type EntityFilters } from './filters.ts'
export { sizeJoins, sizeOf } from './size.ts'
export { count as countEntities, list as listEntities } from './service.ts'
export { notFound as entityNotFound } from './refusals.ts'
export { eventWords, KINDS as ENTITY_KINDS, statusWords } from './words.ts'
