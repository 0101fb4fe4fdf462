export { type Body, headOf, signatureOf } from './domain.ts'
export { getBody } from './service.ts'
