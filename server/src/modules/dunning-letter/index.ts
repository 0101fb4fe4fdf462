export { letterInput } from './domain.ts'
