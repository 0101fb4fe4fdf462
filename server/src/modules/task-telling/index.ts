export { type Told, tellingsOf } from './domain.ts'
export { tellOf } from './service.ts'
export { personsOf } from './store.ts'
