export { PURGE_KINDS, type PurgeKind } from './domain.ts'
export { carryOutPurge, type Purge } from './service.ts'
