import './holding.ts'
import './personal.ts'

export { registryRoutes } from './routes.ts'
export { entityResizeHandler } from './settings/index.ts'

/** For whoever writes many or as a consequence of something else, in a transaction of their own. */
export { changeIn } from './change.ts'
export { assertKnown } from './checks.ts'
export { createIn } from './create.ts'
export { assertLife, assertRecordable } from './domain.ts'
export { addEventIn } from './events.ts'
export { applyChange, NOTHING_SAID } from './versions.ts'
export { holdBack, refresh, versionColumns } from './writes.ts'
export { present as presentEntity } from './present.ts'
export { ATTRIBUTES, get as getEntity, keptOf, listEvents, lock } from './store.ts'
export { conditions, type EntityFilters } from './filters.ts'
export { count as countEntities, list as listEntities } from './service.ts'
export { notFound as entityNotFound } from './refusals.ts'
