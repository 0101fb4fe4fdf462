export { duesOf } from './domain.ts'
export { getTask } from './service.ts'
export { findTracker, listEvents, listRungs } from './store.ts'
