import { createHash, randomBytes } from 'node:crypto'

/** What a browser or a link holds, and what is stored of it. */
export interface Token {
  /** 256 random bits, base64url. */
  token: string
  /** SHA-256 of the token. */
  hash: Buffer
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
