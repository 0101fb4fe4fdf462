export { TEXT_LIMIT } from './limit.ts'
export { read, type ReadOptions } from './read.ts'
