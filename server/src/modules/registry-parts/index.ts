import './personal.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { debtRoutes } from './debts/index.ts'
import { linkRoutes } from './links/index.ts'
import { managerRoutes } from './managers/index.ts'
import { memberRoutes } from './members/index.ts'
import { productRoutes } from './products/index.ts'
import { figureRoutes } from './yearly/index.ts'

/** What hangs on an entity of the register; it moves with the entity through every reorganisation. */
export const registryPartRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(memberRoutes)
  await app.register(managerRoutes)
  await app.register(figureRoutes)
  await app.register(productRoutes)
  await app.register(linkRoutes)
  await app.register(debtRoutes)
}
