import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { agencyRoutes } from './agencies/index.ts'
import { committeeRoutes } from './committees/index.ts'
import { placeRoutes } from './places/index.ts'
import { treeRoutes } from './tree/index.ts'

export {
  agenciesByIds,
  type AgencyOnDay,
  type CommuneBelow,
  communesUnder,
  type KnownAgency,
  knownAgencies,
} from './lookup.ts'

export const unitRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(treeRoutes)
  await app.register(placeRoutes)
  await app.register(agencyRoutes)
  await app.register(committeeRoutes)
}

export { agencyNamed } from './agencies/index.ts'
export {
  committeeOnDay,
  electBoard,
  isKept,
  lockCommittee,
  membersUpTo,
  settleCommittee,
} from './committees/index.ts'
export { unitName } from './places/index.ts'
export { committeeNotFound, memberNotFound } from './refusals.ts'
export {
  anywhere,
  BY_NAME,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  rowsTogether,
  unitsUnder,
} from './sql.ts'
