export { advance, approved, dated, fold } from './domain.ts'
