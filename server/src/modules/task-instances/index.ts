export { makeInstances, recurring, recurringHandler } from './service.ts'
