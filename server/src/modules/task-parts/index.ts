export { combine } from './domain.ts'
