import { Refusal } from './config.ts'

/** A provider by which people sign in that have an account here (OpenID Connect). */
export interface OutsideProvider {
  /** Part of addresses: /api/session/outside/lgsp */
  id: string
  /** On the button. */
  label: string
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** The claim that says who it is. */
  claim: string
  /** The claim is the user name here; otherwise the administrator notes it at the account. */
  isUsername: boolean
}

/**
 * HOPLUC_OIDC names the providers, `lgsp,vneid`; each has HOPLUC_OIDC_LGSP_ISSUER, _CLIENT_ID,
 * _CLIENT_SECRET and, where wanted, _LABEL, _SCOPE, _CLAIM and _MATCH=username.
 */
export function readOutsideProviders(env: Record<string, string | undefined>): OutsideProvider[] {
  const ids = (env.HOPLUC_OIDC ?? '').split(',').map((id) => id.trim())
  return ids.filter((id) => id !== '').map((id) => readProvider(env, id))
}

function readProvider(env: Record<string, string | undefined>, id: string): OutsideProvider {
  if (!/^[a-z][a-z0-9]{0,30}$/.test(id))
    throw new Refusal({
      vi: `HOPLUC_OIDC chỉ gồm tên viết thường không dấu, cách nhau bằng dấu phẩy; "${id}" chưa đúng.`,
      en: `HOPLUC_OIDC holds names of small letters and digits, with commas between; "${id}" is none.`,
    })
  const name = (part: string) => `HOPLUC_OIDC_${id.toUpperCase()}_${part}`
  const wanted = (part: string) => {
    const value = env[name(part)]
    if (value) return value
    throw new Refusal({
      vi: `Chưa đủ cấu hình đăng nhập ngoài "${id}": còn thiếu ${name(part)}.`,
      en: `The outside sign-in "${id}" is not fully configured: ${name(part)} is missing.`,
    })
  }
  const issuer = wanted('ISSUER')
  if (!isSafe(issuer))
    throw new Refusal({
      vi: `${name('ISSUER')} phải là địa chỉ https://.`,
      en: `${name('ISSUER')} must be an https:// address.`,
    })
  return {
    id,
    issuer,
    label: env[name('LABEL')] || id.toUpperCase(),
    clientId: wanted('CLIENT_ID'),
    clientSecret: wanted('CLIENT_SECRET'),
    scope: env[name('SCOPE')] || 'openid profile',
    claim: env[name('CLAIM')] || 'preferred_username',
    isUsername: env[name('MATCH')] === 'username',
  }
}

/** Only on the own machine may a provider speak plain http. */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}
