export type { Part, Reading, Row } from './part.ts'
export { partRoutes, writeRoutes } from './routes.ts'
export { add, change, changedFields, listOf, readingOf, remove, told } from './service.ts'
export { insertAll, rowOf, standingOf, update } from './store.ts'
