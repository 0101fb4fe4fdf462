import './holding.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { allianceRoutes } from './alliances/index.ts'
import { decisionRoutes } from './decisions/index.ts'
import { dutyRoutes } from './duties/index.ts'
import { inspectionRoutes } from './inspections/index.ts'
import { levelRoutes } from './levels/index.ts'
import { programmeRoutes } from './programmes/index.ts'

/** What committees do: papers, duties, inspections, the levels below, programmes; Alliances. */
export const committeeWorkRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(decisionRoutes)
  await app.register(dutyRoutes)
  await app.register(inspectionRoutes)
  await app.register(levelRoutes)
  await app.register(programmeRoutes)
  await app.register(allianceRoutes)
}
