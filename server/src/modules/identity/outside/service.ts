import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import * as oidc from 'openid-client'
import * as z from 'zod'
import { isSafe, type OutsideProvider } from '../../../platform/config-outside.ts'
import type { Schema } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { enter, type Opened, type Origin } from '../session/index.ts'

/** What the browser keeps while it is at the provider; each is used once, and means nothing elsewhere. */
export const Flow = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string(),
})
export type Flow = z.infer<typeof Flow>

const HOUR_MS = 3_600_000
const discovered = new Map<string, { at: number; found: Promise<oidc.Configuration> }>()

/** What the provider says of itself, asked once an hour; a failure is asked again at once. */
function discover({ issuer, clientId, clientSecret }: OutsideProvider) {
  const key = `${issuer} ${clientId}`
  const known = discovered.get(key)
  if (known && Date.now() - known.at < HOUR_MS) return known.found
  const isPlain = isSafe(issuer) && issuer.startsWith('http:')
  const found = oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    ...(isPlain && { execute: [oidc.allowInsecureRequests] }),
    timeout: 10,
  })
  discovered.set(key, { at: Date.now(), found })
  found.catch(() => discovered.delete(key))
  return found
}

export function redirectUri(publicAddress: string, provider: OutsideProvider): string {
  return `${publicAddress}/api/session/outside/${provider.id}/callback`
}

/** Where the browser goes, and what it keeps until it is back (authorisation code with PKCE). */
export async function begin(
  provider: OutsideProvider,
  publicAddress: string,
  back: string,
): Promise<{ url: string; flow: Flow }> {
  const verifier = oidc.randomPKCECodeVerifier()
  const flow = {
    provider: provider.id,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier,
    back,
  }
  const url = oidc.buildAuthorizationUrl(await reach(discover(provider)), {
    redirect_uri: redirectUri(publicAddress, provider),
    scope: provider.scope,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, flow }
}

/**
 * Lets in whoever the provider names, when there is an account; never makes one.
 * @throws AppError `session.outside_failed`, `session.outside_unknown`, `session.second_factor`
 */
export async function finish(
  db: Kysely<Schema>,
  now: Date,
  provider: OutsideProvider,
  answer: URL,
  flow: Flow,
  from: { origin: Origin; earlier: string | undefined },
): Promise<Opened> {
  const config = await reach(discover(provider))
  const value = await reach(nameOf(config, provider, answer, flow))
  const accountId = value && (await findAccount(db, provider, value))
  if (!accountId) throw unknown(provider.label)
  return enter(db, now, accountId, { way: 'oidc', ...from, by: provider.id })
}

async function nameOf(
  config: oidc.Configuration,
  { claim }: OutsideProvider,
  answer: URL,
  { verifier, state, nonce }: Flow,
): Promise<string | undefined> {
  const tokens = await oidc.authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  const said = claims?.[claim]
  if (said !== undefined || !claims || !config.serverMetadata().userinfo_endpoint)
    return readValue(said)
  const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  return readValue(more[claim])
}

const readValue = (said: unknown): string | undefined =>
  typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined

async function findAccount(
  db: Kysely<Schema>,
  { id, isUsername }: OutsideProvider,
  value: string,
): Promise<Id | undefined> {
  const { rows } = await sql<{ account_id: Id | null }>`
    select auth_identity(${id}, ${value}, ${isUsername}) as account_id`.execute(db)
  return rows[0]?.account_id ?? undefined
}

/** Whatever goes wrong with the provider is its own matter: one refusal, the cause in the log. */
async function reach<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    console.error('outside sign-in', error instanceof Error ? error.message : error)
    throw new AppError('unavailable', 'session.outside_failed', {
      vi: 'Chưa đăng nhập được qua hệ thống ngoài. Hãy thử lại, hoặc dùng tên đăng nhập và mật khẩu.',
      en: 'The outside sign-in did not work. Try again, or use user name and password.',
    })
  }
}

const unknown = (label: string) =>
  new AppError('forbidden', 'session.outside_unknown', {
    vi: `${label} đã xác nhận, nhưng chưa có tài khoản Hợp Lực gắn với định danh này. Hãy liên hệ người quản trị.`,
    en: `${label} knows you, but no account here bears this identity. Ask the administrator.`,
  })
