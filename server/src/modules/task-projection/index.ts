export { partiesOf } from './domain.ts'
export { type Projected, refresh } from './service.ts'
export { chunks } from './store.ts'
