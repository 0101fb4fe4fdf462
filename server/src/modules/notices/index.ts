export type { Addressees, Telling } from './domain.ts'
export { noticeRoutes } from './routes.ts'
export { tell, type Teller } from './service.ts'
