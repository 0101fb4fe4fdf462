import type { Id, PlainDate } from '@hopluc/shared/values'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { calendarDay } from './clock.ts'
import { type Actor, type Context, createContext } from './context.ts'
import type { Schema } from './db.ts'
import { AppError } from './errors.ts'
import { replay } from './http.ts'
import { findAnswer, type IdempotencyClaim, idempotencyClaim, keepAnswer } from './idempotency.ts'

/** Who a request comes from; `sessionId` is the stored hash of what the cookie holds. */
export interface SignedIn {
  actor: Actor
  /** Of the session or access token, as the audit names it. */
  id: Id
  sessionId: Buffer
  mustChangePassword: boolean
  mustSetSecondFactor: boolean
}

export type Authenticate = (request: FastifyRequest, now: Date) => Promise<SignedIn | undefined>

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every address that is not public. */
    context: Context
    signedIn: SignedIn
    today: PlainDate
    idempotency: IdempotencyClaim | undefined
  }
  interface FastifyContextConfig {
    /** Answers without a session. */
    isPublic?: boolean
    /** Answers also while the first password has not been changed. */
    isBeforePasswordChange?: boolean
    /** Answers also while a compulsory second factor has not been set up. */
    isBeforeSecondFactor?: boolean
  }
}

/** An answer is data: kept nowhere, and nothing in it is run or shown as a page. */
const PLAIN = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}
const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Lets in whoever is signed in, gives the request its context, and answers a repeated sending. */
export function acceptRequests(
  api: FastifyInstance,
  { db, now }: { db: Kysely<Schema>; now: () => Date },
  authenticate: Authenticate,
): void {
  api.addHook('onRequest', async (request, reply) => {
    void reply.headers(PLAIN)
    assertSameOrigin(request)
    const at = now()
    request.today = calendarDay(at)
    const { isPublic, isBeforePasswordChange, isBeforeSecondFactor } = request.routeOptions.config
    if (isPublic || request.is404) return
    const signedIn = await authenticate(request, at)
    if (!signedIn) throw notSignedIn()
    if (signedIn.mustChangePassword && !isBeforePasswordChange) throw passwordFirst()
    if (signedIn.mustSetSecondFactor && !isBeforePasswordChange && !isBeforeSecondFactor)
      throw secondFactorFirst()
    const actor = { ...signedIn.actor, origin: { address: request.ip, sessionId: signedIn.id } }
    request.signedIn = { ...signedIn, actor }
    const left = new AbortController()
    reply.raw.once('close', () => left.abort())
    request.context = createContext(db, actor, request.today, at, undefined, left.signal)
  })

  api.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || !request.context || !UNSAFE.includes(request.method)) return
    if (key.length < 8 || key.length > 200) throw badKey()
    const claim = idempotencyClaim(key, request.method, request.url, request.body)
    const { actor } = request.context
    // of a form one knows only with its files whether it is the same: the first write looks
    const earlier = request.isMultipart()
      ? undefined
      : await request.context.read((reader) => findAnswer(reader, actor.accountId, claim))
    if (earlier) return replay(reply, earlier)
    request.idempotency = claim
    const { now: at, signal } = request.context
    request.context = createContext(db, actor, request.today, at, claim, signal)
  })

  api.addHook('onSend', async (request, reply, payload) => {
    const { idempotency, context } = request
    if (!idempotency?.isClaimed || typeof payload !== 'string') return
    const answer = { status: reply.statusCode, response: JSON.parse(payload || 'null') }
    await context.write((tx) => keepAnswer(tx, context.actor.accountId, idempotency, answer))
  })
}

/** A page of another site cannot make a signed-in browser write here. */
function assertSameOrigin({ method, headers, host }: FastifyRequest): void {
  const { origin } = headers
  if (!UNSAFE.includes(method) || !origin) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  throw new AppError('forbidden', 'request.foreign_origin', {
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
    en: 'The request comes from another site and was refused.',
  })
}

function notSignedIn() {
  return new AppError('unauthenticated', 'session.none', {
    vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập.',
    en: 'You are not signed in, or the session has ended. Sign in.',
  })
}

function passwordFirst() {
  return new AppError('forbidden', 'session.must_change_password', {
    vi: 'Hãy đổi mật khẩu lần đầu trước khi làm việc.',
    en: 'Change your first password before you go on.',
  })
}

function secondFactorFirst() {
  return new AppError('forbidden', 'session.must_set_second_factor', {
    vi: 'Chức vụ này cần xác thực hai lớp. Hãy thiết lập trước khi làm việc.',
    en: 'This post needs a second factor. Set it up before you go on.',
  })
}

function badKey() {
  return new AppError('rule', 'request.bad_key', {
    vi: 'Khóa chống gửi trùng phải dài từ 8 đến 200 ký tự.',
    en: 'An idempotency key has 8 to 200 characters.',
  })
}
