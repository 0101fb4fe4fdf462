import './personal.ts'

export { ruralRoutes } from './routes.ts'
export { enter as enterRural, keepCriteria as keepRuralCriteria } from './service.ts'
