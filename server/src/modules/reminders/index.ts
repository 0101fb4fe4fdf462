export { reminding, remindingHandler } from './service.ts'
