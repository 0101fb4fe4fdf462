export { assertFits, wrongState } from './domain.ts'
