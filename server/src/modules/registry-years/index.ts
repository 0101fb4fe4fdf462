import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { confirmationRoutes } from './confirmations/index.ts'
import { formRoutes } from './forms/index.ts'
import { worklistRoutes } from './worklist/index.ts'

/** The year's work round the register. */
export const registryYearRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(confirmationRoutes)
  await app.register(worklistRoutes)
  await app.register(formRoutes)
}
