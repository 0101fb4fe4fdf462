import type { FastifyReply } from 'fastify'
import { Wait } from './throttle.ts'

/** Who has to wait is told how long, in the header too. */
export async function withRetryAfter<T>(reply: FastifyReply, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Wait) void reply.header('retry-after', error.seconds)
    throw error
  }
}
