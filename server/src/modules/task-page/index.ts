export { duesOf } from './domain.ts'
export { getTask } from './service.ts'
export { findTracker, listEvents, listFiles, listRungs } from './store.ts'
