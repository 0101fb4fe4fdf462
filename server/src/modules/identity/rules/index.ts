export { SECOND_FACTOR_ROLES, usualSecondFactorRoles } from './domain.ts'
export { ruleRoutes } from './routes.ts'
export { passwordRules, rule } from './service.ts'
export { settingNumber } from './store.ts'
