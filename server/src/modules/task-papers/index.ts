export { type Body, headOf, signatureOf, templateOf } from './domain.ts'
export { getBody } from './store.ts'
