import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import { AppError } from './errors.ts'

/** Requests that cost the server much. */
export const COSTLY = ['uploads', 'readings', 'exports', 'search'] as const
export type Costly = (typeof COSTLY)[number]

/** How many of a kind an account may send in a minute, whichever process answers. */
export type Limits = Record<Costly, number>

/** Far above what a person does, below what a runaway script would. */
export const LIMITS: Limits = { uploads: 120, readings: 60, exports: 30, search: 300 }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Counted against the account's limit of this kind. */
    costs?: Costly
  }
}

/**
 * Refuses an account that asks too often with 429 and Retry-After, before anything is read or parsed.
 * Each minute of the database's clock counts anew, so that several processes count together.
 */
export function limitRequests(api: FastifyInstance, limits: Limits | undefined): void {
  if (!limits) return
  api.addHook('onRequest', async (request, reply) => {
    if (!request.context) return
    const kind =
      request.routeOptions.config.costs ?? (isFile(request.query) ? 'exports' : undefined)
    if (!kind) return
    const { count, seconds } = await countOne(request.context, kind)
    if (count <= limits[kind]) return
    void reply.header('retry-after', String(seconds))
    throw tooMany(seconds)
  })
}

/** Any list is a file by its format. */
function isFile(query: unknown): boolean {
  return (
    typeof query === 'object' &&
    query !== null &&
    'format' in query &&
    (query.format === 'xlsx' || query.format === 'docx')
  )
}

interface Counted {
  count: number
  /** Until the next minute begins. */
  seconds: number
}

async function countOne({ write }: Context, kind: Costly): Promise<Counted> {
  const { rows } = await write((tx) =>
    sql<Counted>`
      insert into request_counts as known (kind, minute, count)
      values (${kind}, date_trunc('minute', now()), 1)
      on conflict (account_id, kind) do update set minute = excluded.minute,
        count = case when known.minute = excluded.minute then known.count + 1 else 1 end
      returning count, ceil(60 - extract(second from now()))::int as seconds`.execute(tx),
  )
  return rows[0] ?? { count: 1, seconds: 60 }
}

function tooMany(seconds: number) {
  return new AppError('too_many', 'request.too_many', {
    vi: `Tài khoản này vừa gửi quá nhiều yêu cầu cùng loại. Hãy chờ ${seconds} giây rồi thử lại.`,
    en: `This account has just sent too many requests of this kind. Wait ${seconds} seconds and try again.`,
  })
}
