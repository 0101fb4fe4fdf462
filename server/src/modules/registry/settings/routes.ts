import {
  BusinessLineList,
  CommodityList,
  LineGroupList,
  LineImport,
  LineImported,
  MemberMinimumList,
  SizeThresholdAnswer,
  SizeThresholdList,
} from '@hopluc/shared/entity-settings'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as settings from './service.ts'

/** Lists that the administrator keeps and everyone reads; each is replaced as a whole. */
export const settingRoutes: FastifyPluginAsyncZod = async (app) => {
  const commodities = { response: { 200: CommodityList } }
  app.get('/entities/commodities', { schema: commodities }, ({ context }) =>
    settings.read(context, 'commodities'),
  )
  app.put(
    '/entities/commodities',
    { schema: { body: CommodityList, ...commodities } },
    ({ context, body }) => settings.replace(context, 'commodities', body),
  )

  const lines = { response: { 200: BusinessLineList } }
  app.get('/entities/lines', { schema: lines }, ({ context }) => settings.read(context, 'lines'))
  app.put(
    '/entities/lines',
    { schema: { body: BusinessLineList, ...lines } },
    ({ context, body }) => settings.replace(context, 'lines', body),
  )
  app.post(
    '/entities/lines/import',
    { schema: { body: LineImport, response: { 200: LineImported } } },
    ({ context, body }) => settings.importLines(context, body),
  )

  const groups = { response: { 200: LineGroupList } }
  app.get('/entities/line-groups', { schema: groups }, ({ context }) =>
    settings.read(context, 'groups'),
  )
  app.put(
    '/entities/line-groups',
    { schema: { body: LineGroupList, ...groups } },
    ({ context, body }) => settings.replace(context, 'groups', body),
  )

  const sizes = { response: { 200: SizeThresholdAnswer } }
  app.get('/entities/size-thresholds', { schema: sizes }, ({ context }) =>
    settings.readSizes(context),
  )
  app.put(
    '/entities/size-thresholds',
    { schema: { body: SizeThresholdList, ...sizes } },
    ({ context, body }) => settings.replaceSizes(context, app.services.jobs, body),
  )

  const minimums = { response: { 200: MemberMinimumList } }
  app.get('/entities/member-minimums', { schema: minimums }, ({ context }) =>
    settings.read(context, 'minimums'),
  )
  app.put(
    '/entities/member-minimums',
    { schema: { body: MemberMinimumList, ...minimums } },
    ({ context, body }) => settings.replace(context, 'minimums', body),
  )
}
