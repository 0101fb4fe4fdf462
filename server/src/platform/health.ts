import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Kysely, sql } from 'kysely'
import * as z from 'zod'
import type { Schema } from './db.ts'
import { AppError } from './errors.ts'
import { countRequest, metricsText, setGauge } from './metrics.ts'
import { isMigrated } from './migrate.ts'

/** An entry that no sealer has closed for so long means that sealing stands still. */
const UNSEALED_ALARM_SECONDS = 60

const Health = z.object({ status: z.literal('ok') })
const Readiness = z.object({ status: z.enum(['ready', 'waiting']), detail: z.string() })

/**
 * `/api/health`: the process lives. `/api/ready`: the database answers and is migrated. `/metrics`:
 * for Prometheus on this machine, or with its token. None needs a session; none says anything about
 * persons.
 */
const routes: FastifyPluginAsyncZod = async (app) => {
  const { db } = app.services
  let isSchemaKnown = false

  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'none'
    countRequest(method, route, reply.statusCode, reply.elapsedTime / 1000)
  })

  app.get(
    '/api/health',
    { schema: { response: { 200: Health } }, logLevel: 'warn' },
    async () => ({ status: 'ok' }) as const,
  )

  app.get(
    '/api/ready',
    { schema: { response: { 200: Readiness, 503: Readiness } }, logLevel: 'warn' },
    async (_, reply) => {
      try {
        isSchemaKnown ||= await isMigrated((text) => select(db, text))
        await select(db, 'select 1')
      } catch (error) {
        app.log.error(error)
        return reply.code(503).send({ status: 'waiting', detail: 'database' })
      }
      if (isSchemaKnown) return { status: 'ready', detail: '' } as const
      return reply.code(503).send({ status: 'waiting', detail: 'migrations' })
    },
  )

  app.get('/metrics', { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
    assertMayMeasure(request, app.services.metricsToken)
    await measure(db).catch((error: unknown) => app.log.error(error))
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsText())
  })
}

/** Its hook is for all routes of the application, hence not shut in by Fastify. */
export const healthRoutes = Object.assign(routes, { [Symbol.for('skip-override')]: true })

/**
 * This machine, and where HOPLUC_METRICS_TOKEN is set, whoever sends it as `Authorization: Bearer`.
 * What comes through a proxy comes from its client, whose address the proxy has to name.
 */
function assertMayMeasure({ headers, ip }: FastifyRequest, token: string | undefined): void {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const { authorization = '' } = headers
  const isAllowed =
    /^(?:127\.|::1$|::ffff:127\.)/.test(ip) ||
    (token !== undefined && timingSafeEqual(digest(authorization), digest(`Bearer ${token}`)))
  if (isAllowed) return
  throw new AppError('forbidden', 'metrics.refused', {
    vi: 'Số đo chỉ dành cho máy chủ này hoặc người có mã HOPLUC_METRICS_TOKEN.',
    en: 'Metrics are for this machine, or for the bearer of HOPLUC_METRICS_TOKEN.',
  })
}

async function select<T>(db: Kysely<Schema>, text: string): Promise<T[]> {
  const { rows } = await sql<T>`${sql.raw(text)}`.execute(db)
  return rows
}

async function measure(db: Kysely<Schema>): Promise<void> {
  const [row] = await select<{ seconds: number }>(
    db,
    'select coalesce(extract(epoch from now() - audit_oldest_unsealed()), 0)::float8 as seconds',
  )
  const seconds = row?.seconds ?? 0
  setGauge('hopluc_audit_unsealed_seconds', 'Age of the oldest unsealed entry', seconds)
  const isAlarm = seconds > UNSEALED_ALARM_SECONDS
  setGauge('hopluc_audit_alarm', '1 when sealing of the audit stands still', isAlarm ? 1 : 0)
}
