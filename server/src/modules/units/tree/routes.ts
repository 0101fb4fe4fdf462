import { createHash } from 'node:crypto'
import { UnitTree, UnitTreeQuery } from '@hopluc/shared/units'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { treeText, unitsOf } from './store.ts'

export const treeRoutes: FastifyPluginAsyncZod = async (app) => {
  const read = remembering()

  app.get(
    '/units/tree',
    { schema: { querystring: UnitTreeQuery, response: { 200: UnitTree, 304: z.null() } } },
    async ({ context, query: { under, asOf = context.today }, headers }, reply) => {
      const { units, json, mark } = read(await context.read((db) => treeText(db, asOf, under)))
      const tag = `"${asOf}-${mark}"`
      void reply.header('cache-control', 'private, no-cache').header('etag', tag)
      if (headers['if-none-match'] === tag) return reply.code(304).send(null)
      void reply.serializer(() => `{"day":"${asOf}","units":${json}}`)
      return { day: asOf, units }
    },
  )
}

interface Read {
  units: UnitTree['units']
  json: string
  mark: string
}

const REMEMBERED = 12

/**
 * What was read is checked and written as JSON once, for everyone who reads the same, and for all days
 * on which nothing changed: the database says each time what that is, so nothing shown is ever older
 * than the question.
 */
function remembering(): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    const found = known.get(text) ?? written(text)
    known.delete(text)
    known.set(text, found)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
    return found
  }
}

function written(text: string): Read {
  const units = UnitTree.shape.units.parse(unitsOf(text))
  const json = JSON.stringify(units)
  return { units, json, mark: createHash('sha1').update(json).digest('base64url') }
}
