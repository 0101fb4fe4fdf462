export { type Occurrence, occurrences } from './domain.ts'
