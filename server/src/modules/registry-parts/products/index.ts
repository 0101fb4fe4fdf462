import { CertificatePage, CertificateQuery } from '@hopluc/shared/entity-parts-products'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { partRoutes } from '../rows/index.ts'
import { listCertificates } from './overview.ts'
import { certificates, growingAreas, products } from './parts.ts'

export const productRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/certificates',
    { schema: { querystring: CertificateQuery, response: { 200: CertificatePage } } },
    ({ context, query }) => listCertificates(context, query),
  )
  for (const part of [products, certificates, growingAreas]) await app.register(partRoutes(part))
}
