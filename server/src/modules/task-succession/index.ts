import './holding.ts'

export { handOver, handingOver, handingOverHandler, Succession } from './service.ts'
