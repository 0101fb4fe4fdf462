import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { accountRoutes } from './accounts/index.ts'
import { auditRoutes } from './audit/index.ts'
import { sessionRoutes } from './session/index.ts'

export { declarePermissions, type ModulePermissions, type Permission } from './permissions.ts'
export { hashPassword } from './passwords.ts'
export { actorFinder, authenticator, COOKIE, DEMO_PASSWORD } from './session/index.ts'
export { hashOf, newToken } from './tokens.ts'

export const identityRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(sessionRoutes)
  await app.register(accountRoutes)
  await app.register(auditRoutes)
}
