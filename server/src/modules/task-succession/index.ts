export { handOver, handingOver, handingOverHandler, Succession } from './service.ts'
