import * as z from 'zod'
import { Id, Instant, Name } from './values.ts'

/** Access for a program, under one post of one person. */
export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  isReadOnly: z.boolean(),
  /** First parts of the addresses it reaches, `tasks` for /api/tasks…; null for all. */
  nouns: z.array(z.string()).nullable(),
  post: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
  isAlive: z.boolean(),
})
export type ApiToken = z.infer<typeof ApiToken>

/** `nouns`: what a token can be limited to. */
export const ApiTokens = z.object({ items: z.array(ApiToken), nouns: z.array(z.string()) })
export type ApiTokens = z.infer<typeof ApiTokens>

export const NewApiToken = z.object({
  name: Name,
  isReadOnly: z.boolean(),
  nouns: z.array(z.string().max(60)).min(1).max(60).nullable(),
  days: z.int().min(1).max(730),
})
export type NewApiToken = z.infer<typeof NewApiToken>

/** The token is answered once. */
export const MadeApiToken = z.object({ id: Id, token: z.string(), expiresAt: Instant })
export type MadeApiToken = z.infer<typeof MadeApiToken>
