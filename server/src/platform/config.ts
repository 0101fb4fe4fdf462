import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sentences } from './errors.ts'
import { COSTLY, LIMITS, type Limits } from './limits.ts'

/** Why the program cannot start or go on, for the person at the terminal; not a bug. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly sentences: Sentences

  constructor(sentences: Sentences, cause?: unknown) {
    super(sentences.en, { cause })
    this.sentences = sentences
  }
}

/** Roles that log in to the database; none is a superuser, none bypasses row security. */
export const DATABASE_ROLES = ['owner', 'app', 'jobs', 'portal'] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]

/** Addresses of the roles on a server PostgreSQL; the embedded one makes its own. */
export type DatabaseAddresses = Partial<Record<DatabaseRole, string>>

export interface Config {
  isProduction: boolean
  /** Where the embedded database lives; unused when `addresses.app` is given. */
  dataFolder: string
  addresses: DatabaseAddresses
  host: string
  port: number
  /** Cookies only over https: always in production, but for an address that is given as http. */
  secureCookies: boolean
  publicAddress: string
  /** HOPLUC_METRICS_TOKEN, for a Prometheus on another machine. */
  metricsToken: string | undefined
  /** How often an account may ask in a minute for what costs much. */
  limits: Limits
  /** The domain that passkeys are bound to, and the address under which they are used. */
  passkeySite: { domain: string; origin: string } | undefined
}

type Environment = Record<string, string | undefined>

const VARIABLES: Record<DatabaseRole, string> = {
  owner: 'DATABASE_OWNER_URL',
  app: 'DATABASE_URL',
  jobs: 'DATABASE_JOBS_URL',
  portal: 'DATABASE_PORTAL_URL',
}

/** What a machine may say in the environment; nothing else in the server reads it. */
export function readConfig(env: Environment, options: { isProduction: boolean }): Config {
  const port = Number(env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal({
      vi: `PORT phải là số từ 1 đến 65535, không phải "${env.PORT}".`,
      en: `PORT must be a number from 1 to 65535, not "${env.PORT}".`,
    })
  const host = env.HOPLUC_HOST ?? '127.0.0.1'
  const publicAddress =
    env.HOPLUC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  if (options.isProduction) assertComplete(env)
  const isPlain = publicAddress.startsWith('http:') && (!options.isProduction || env.HOPLUC_URL)
  return {
    isProduction: options.isProduction,
    dataFolder: dataFolder(env),
    addresses: databaseAddresses(env),
    host,
    port,
    publicAddress,
    metricsToken: env.HOPLUC_METRICS_TOKEN || undefined,
    limits: readLimits(env.HOPLUC_LIMITS),
    passkeySite: passkeySite(publicAddress, env.HOPLUC_PASSKEY_DOMAIN),
    secureCookies: !isPlain,
  }
}

/** "search=600,uploads=200": what is named is otherwise than {@link LIMITS}. */
function readLimits(said: string | undefined): Limits {
  const limits = { ...LIMITS }
  for (const one of said?.split(',') ?? []) {
    const [name, value] = one.split('=').map((part) => part.trim())
    const kind = COSTLY.find((known) => known === name)
    const count = Number(value)
    if (!kind || !Number.isInteger(count) || count < 1)
      throw new Refusal({
        vi: `HOPLUC_LIMITS phải có dạng ${COSTLY.map((known) => `${known}=${LIMITS[known]}`).join(',')} (số yêu cầu mỗi phút của một tài khoản), không phải "${one}".`,
        en: `HOPLUC_LIMITS must read ${COSTLY.map((known) => `${known}=${LIMITS[known]}`).join(',')} (requests a minute of one account), not "${one}".`,
      })
    limits[kind] = count
  }
  return limits
}

/** The folder of the embedded database: `data` in the checkout, wherever the command is given. */
export function dataFolder(env: Environment): string {
  return resolve(env.HOPLUC_DATA || fileURLToPath(new URL('../../../data', import.meta.url)))
}

export function databaseAddresses(env: Environment): DatabaseAddresses {
  const addresses: DatabaseAddresses = {}
  for (const role of DATABASE_ROLES) {
    const address = env[VARIABLES[role]]
    if (!address) continue
    if (!/^postgres(ql)?:\/\//.test(address))
      throw new Refusal({
        vi: `${VARIABLES[role]} phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.`,
        en: `${VARIABLES[role]} must read postgres://user:password@host:port/database.`,
      })
    addresses[role] = address
  }
  return addresses
}

/**
 * Browsers make passkeys for a domain over https, and for localhost; never for an address in digits.
 * On the own machine the same server answers as localhost. `domain` may name a parent of the host, so
 * that passkeys outlive a move to another host of it.
 */
function passkeySite(address: string, domain: string | undefined): Config['passkeySite'] {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, port, origin } = new URL(address)
  if (domain && hostname !== domain && !hostname.endsWith(`.${domain}`))
    throw new Refusal({
      vi: `HOPLUC_PASSKEY_DOMAIN phải là tên miền của HOPLUC_URL hoặc tên miền cấp trên, không phải "${domain}".`,
      en: `HOPLUC_PASSKEY_DOMAIN must be the domain of HOPLUC_URL or a parent of it, not "${domain}".`,
    })
  if (['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
    return { domain: 'localhost', origin: `${protocol}//localhost${port && `:${port}`}` }
  const isNumber = /^[\d.]+$|^\[/.test(hostname)
  return protocol === 'https:' && !isNumber ? { domain: domain ?? hostname, origin } : undefined
}

/** Production never guesses where its data are. */
function assertComplete(env: Environment): void {
  if (!env.DATABASE_URL && !env.HOPLUC_DATA)
    throw new Refusal({
      vi: 'Chưa đủ cấu hình để chạy chính thức: còn thiếu DATABASE_URL (hoặc HOPLUC_DATA nếu dùng cơ sở dữ liệu nhúng).',
      en: 'Not fully configured for production: DATABASE_URL is missing (or HOPLUC_DATA for the embedded database).',
    })
  if (env.HOPLUC_URL && !URL.canParse(env.HOPLUC_URL))
    throw new Refusal({
      vi: 'HOPLUC_URL phải là địa chỉ mà người dùng mở, ví dụ https://hopluc.example.gov.vn.',
      en: 'HOPLUC_URL must be the address that people open, like https://hopluc.example.gov.vn.',
    })
}
