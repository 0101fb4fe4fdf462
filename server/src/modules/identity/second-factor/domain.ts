import { Secret, TOTP } from 'otpauth'
import { randomBytes, randomInt } from 'node:crypto'
import { hashOf } from '../tokens.ts'

const PERIOD = 30
/** A clock may be wrong by one step either way. */
const WINDOW = 1
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODES = 10

/** 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): Buffer => randomBytes(20)

const totp = (secret: Buffer, username = '') =>
  new TOTP({
    issuer: 'Hợp Lực',
    label: username,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    period: PERIOD,
  })

/** What an app reads from the QR code, and the same secret to type. */
export function totpSetup(secret: Buffer, username: string): { uri: string; secret: string } {
  const made = totp(secret, username)
  return { uri: made.toString(), secret: made.secret.base32 }
}

/** The step of 30 s to which a right code belongs; undefined for a wrong one (RFC 6238, 5.2). */
export function totpStep(secret: Buffer, code: string, now: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

/** 79 bits each; shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const drawn = Array.from({ length: 16 }, () => LETTERS.charAt(randomInt(LETTERS.length)))
    return [0, 4, 8, 12].map((start) => drawn.slice(start, start + 4).join('')).join('-')
  })
}

/** Codes differ between accounts, so does what is kept of the same code. */
export function recoveryHash(accountId: string, code: string): Buffer {
  return hashOf(`${accountId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
}
