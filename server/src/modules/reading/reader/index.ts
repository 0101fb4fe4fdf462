export { TEXT_LIMIT } from './limit.ts'
export { SHIPPED } from './shipped.ts'
export { read, type ReadOptions } from './read.ts'
export {
  type KnownAgency,
  resolveAgencies,
  type ResolveContext,
  type ResolvedName,
  type ResolveStatus,
} from './resolve.ts'
export { isStateSecret, secretMark, type SecretMark } from './secret.ts'
