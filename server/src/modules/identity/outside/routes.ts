import { OutsideProviders } from '@hopluc/shared/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { AppError } from '../../../platform/errors.ts'
import { COOKIE, cookies, originOf } from '../session/index.ts'
import { begin, finish, Flow } from './service.ts'

const FLOW_COOKIE = 'hopluc_outside'
const config = { isPublic: true }
const Params = z.object({ provider: z.string().max(40) })
const FLOW_SECONDS = 600

/** Only an address of this site: whoever writes the link must not choose where one lands. */
const Back = z
  .string()
  .regex(/^\/(?![/\\])/)
  .max(500)
  .catch('/')

export const outsideRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, now, outsideProviders = [], publicAddress, secureCookies } = app.services
  const { asking, keep } = cookies(app.services)
  // Lax: the provider's page leads back here, and the cookie has to come along.
  const cookie = {
    path: '/api/session/outside',
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies,
  } as const

  const find = (id: string) => {
    const provider = outsideProviders.find((one) => one.id === id)
    if (provider && publicAddress) return { provider, address: publicAddress }
    throw new AppError('not_found', 'session.no_such_provider', {
      vi: 'Hệ thống này không dùng cách đăng nhập đó.',
      en: 'This installation has no such way to sign in.',
    })
  }
  /** A person stands before the page, so a refusal is a page as well. */
  const told = async (reply: FastifyReply, back: string, work: () => Promise<string>) => {
    try {
      return await reply.redirect(await work())
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const search = new URLSearchParams({ return: back })
      if (error.code === 'session.second_factor')
        return reply.redirect(`/second-factor?${search.toString()}`)
      search.set('refused', error.code)
      return reply.redirect(`/sign-in?${search.toString()}`)
    }
  }

  app.get('/session/outside', { config, schema: { response: { 200: OutsideProviders } } }, () => ({
    items: outsideProviders.map(({ id, label }) => ({ id, label })),
  }))

  app.get(
    '/session/outside/:provider',
    {
      config,
      schema: {
        params: Params,
        querystring: z.object({ return: Back.optional() }),
        response: { 302: z.null() },
      },
    },
    async ({ params, query }, reply) => {
      const { provider, address } = find(params.provider)
      const back = query.return ?? '/'
      return told(reply, back, async () => {
        const { url, flow } = await begin(provider, address, back)
        const value = Buffer.from(JSON.stringify(flow)).toString('base64url')
        void reply.setCookie(FLOW_COOKIE, value, { ...cookie, maxAge: FLOW_SECONDS })
        return url
      })
    },
  )

  app.get(
    '/session/outside/:provider/callback',
    {
      config,
      schema: {
        params: Params,
        querystring: z.record(z.string(), z.unknown()),
        response: { 302: z.null() },
      },
    },
    async (request, reply) => {
      const { provider, address } = find(request.params.provider)
      const flow = readFlow(request)
      void reply.clearCookie(FLOW_COOKIE, cookie)
      return told(reply, flow?.back ?? '/', async () => {
        if (flow?.provider !== provider.id) throw flowOver()
        const from = { origin: originOf(request), earlier: request.cookies[COOKIE] }
        const answer = new URL(request.url, address)
        keep(reply, await asking(reply, finish(db, now(), provider, answer, flow, from)))
        return flow.back
      })
    },
  )
}

function readFlow({ cookies: sent }: FastifyRequest): Flow | undefined {
  try {
    const text = Buffer.from(sent[FLOW_COOKIE] ?? '', 'base64url').toString()
    return Flow.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const flowOver = () =>
  new AppError('unauthenticated', 'session.outside_over', {
    vi: 'Lượt đăng nhập này đã hết hạn. Hãy bắt đầu lại từ trang đăng nhập.',
    en: 'This sign-in is over. Begin again from the page of sign-in.',
  })
