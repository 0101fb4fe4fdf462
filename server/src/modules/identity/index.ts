import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { accountRoutes, securityRoutes } from './accounts/index.ts'
import { tokenRoutes } from './api-tokens/index.ts'
import { auditRoutes } from './audit/index.ts'
import { linkRoutes } from './links/index.ts'
import { outsideRoutes } from './outside/index.ts'
import { ruleRoutes } from './rules/index.ts'
import { secondFactorRoutes } from './second-factor/index.ts'
import { sessionRoutes, signInRoutes } from './session/index.ts'

export { assertAnAdminIsLeft } from './accounts/index.ts'
export { changesIn } from './audit/domain.ts'
export {
  declarePermissions,
  deedWords,
  type ModulePermissions,
  type Permission,
} from './permissions.ts'
export { hashPassword } from './passwords.ts'
export type { PasskeySite } from './second-factor/index.ts'
export { actorFinder, authenticator, COOKIE, DEMO_PASSWORD } from './session/index.ts'
export { hashOf, newToken } from './tokens.ts'

export const identityRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(signInRoutes)
  await app.register(sessionRoutes)
  await app.register(secondFactorRoutes)
  await app.register(tokenRoutes)
  await app.register(ruleRoutes)
  await app.register(outsideRoutes)
  await app.register(linkRoutes)
  await app.register(accountRoutes)
  await app.register(securityRoutes)
  await app.register(auditRoutes)
}
