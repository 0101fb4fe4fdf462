import type { ApiToken, ApiTokens, MadeApiToken, NewApiToken } from '@hopluc/shared/api-tokens'
import type { Id } from '@hopluc/shared/values'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Schema } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { rule } from '../rules/index.ts'
import { hashOf, newToken } from '../tokens.ts'
import { assertInScope, PREFIX } from './domain.ts'
import * as store from './store.ts'

/** What stands behind `Authorization: Bearer`; undefined without the header. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S{1,200})$/i.exec(headers.authorization ?? '')?.[1]
}

/**
 * Whose token it is, when it lives and the request lies within its scope.
 * @throws AppError `token.personal`, `token.read_only`, `token.out_of_scope`
 */
export async function byToken(
  db: Kysely<Schema>,
  { method, routeOptions }: FastifyRequest,
  bearer: string,
  now: Date,
): Promise<{ id: Id; name: string; accountId: Id; postId: Id } | undefined> {
  const token = bearer.startsWith(PREFIX) ? await store.find(db, hashOf(bearer), now) : undefined
  if (token) assertInScope(token, method, routeOptions.url ?? '')
  return token
}

export function list(
  { read, now }: Context,
  accountId: Id,
  nouns: readonly string[],
): Promise<ApiTokens> {
  return read(async (db) => {
    const rows = await store.list(db, accountId, now)
    return {
      nouns: [...nouns],
      items: rows.map(({ createdAt, expiresAt, lastUsedAt, endedAt, ...row }): ApiToken => ({
        ...row,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        isAlive: endedAt === null && expiresAt > now,
      })),
    }
  })
}

/**
 * For a program that acts under the post in use. The token is shown once, and kept as its hash.
 * @throws AppError `token.unknown_noun`, `token.too_long`
 */
export function make(
  context: Context,
  command: NewApiToken,
  nouns: readonly string[],
): Promise<MadeApiToken> {
  const { actor, now, today } = context
  const { name, isReadOnly, days } = command
  const wanted = command.nouns && [...new Set(command.nouns)].toSorted()
  if (wanted?.some((noun) => !nouns.includes(noun))) throw unknownNoun()
  return context.write(async (tx) => {
    const longest = await rule(tx, 'token.longest_days', today)
    if (days > longest) throw tooLong(longest)
    const id = randomUUIDv7()
    const token = PREFIX + newToken().token
    const expiresAt = new Date(now.getTime() + days * 86_400_000)
    const { accountId, postId } = actor
    const scope = { name, isReadOnly, nouns: wanted }
    await store.add(tx, { id, hash: hashOf(token), accountId, postId, expiresAt, ...scope }, now)
    await audit.record(tx, actor, 'token.create', accountId, { id, ...scope, expiresAt })
    return { id, token, expiresAt: expiresAt.toISOString() }
  })
}

/** By its holder, or by the administrator. */
export function end(context: Context, accountId: Id, id: Id): Promise<void> {
  const { actor, now } = context
  return context.write(async (tx) => {
    assertAllowed(actor.accountId === accountId || actor.role === 'admin')
    if (!(await store.end(tx, accountId, id, now))) throw noSuchToken()
    await audit.record(tx, actor, 'token.end', accountId, { id })
  })
}

function unknownNoun() {
  return new AppError('rule', 'token.unknown_noun', {
    vi: 'Phạm vi của mã truy cập có phần không tồn tại. Hãy chọn lại.',
    en: 'The scope of the token names something that does not exist. Choose again.',
  })
}

function tooLong(days: number) {
  return new AppError('rule', 'token.too_long', {
    vi: `Mã truy cập có thời hạn tối đa ${days} ngày.`,
    en: `A token lives for ${days} days at most.`,
  })
}

function noSuchToken() {
  return new AppError('not_found', 'token.not_found', {
    vi: 'Không có mã truy cập này, hoặc mã đã bị thu hồi.',
    en: 'There is no such token, or it has been revoked.',
  })
}
