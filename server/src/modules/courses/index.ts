import './personal.ts'

export { courseRoutes } from './routes.ts'
export { attend, certify, edit, enrol, get, plan } from './service.ts'
