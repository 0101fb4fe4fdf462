import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { handleNotFound } from './http.ts'

const NONCE = '__CSP_NONCE__'

/** The headers of every page; scripts and styles come from here alone, none in line. */
function protect(reply: FastifyReply, nonce: string): void {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  void reply
    .header('content-security-policy', policy.join('; '))
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), geolocation=(), microphone=(self)')
}

/** Serves the built app: files by their hashed names for a year, every other address its page. */
export const serveWeb: FastifyPluginAsync<{ root: string }> = async (app, { root }) => {
  const page = await readFile(join(root, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'], // the page itself goes out with its headers, below
    setHeaders: (response, path) => {
      void response.header('x-content-type-options', 'nosniff')
      if (path.includes('/assets/'))
        void response.header('cache-control', 'public, max-age=31536000, immutable')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const wantsPage = isRead && !request.url.startsWith('/api/')
    if (!wantsPage || request.url.startsWith('/assets/')) return handleNotFound(request, reply)
    const nonce = randomBytes(16).toString('base64')
    protect(reply, nonce)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll(NONCE, nonce))
  })
}
