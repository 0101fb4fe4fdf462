import {
  NewFactor,
  NewPasskey,
  PasskeyOptions,
  PasswordAgain,
  RecoveryCodes,
  SecondFactors,
  TotpConfirmation,
  TotpSetup,
} from '@hopluc/shared/second-factor'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { usualSecondFactorRoles } from '../rules/index.ts'
import { withRetryAfter } from '../retry-after.ts'
import * as factors from './service.ts'

const config = { isBeforeSecondFactor: true }
const Nothing = z.null()

export const secondFactorRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, isProduction = false, passkeySite } = app.services

  app.get(
    '/second-factor',
    { config, schema: { response: { 200: SecondFactors } } },
    ({ context }) => factors.get(context, usualSecondFactorRoles(isProduction), passkeySite),
  )

  app.post(
    '/second-factor/totp',
    { config, schema: { response: { 201: TotpSetup } } },
    async (request, reply) => {
      const setup = await factors.startTotp(request.context)
      request.idempotency = undefined // an answer with a secret in it is not kept
      return reply.code(201).send(setup)
    },
  )

  app.post(
    '/second-factor/totp/confirm',
    { config, schema: { body: TotpConfirmation, response: { 200: NewFactor } } },
    async (request, reply) => {
      const { context, body, ip } = request
      const made = await withRetryAfter(reply, factors.confirmTotp(db, context, body.code, ip))
      request.idempotency = undefined
      return made
    },
  )

  app.post(
    '/second-factor/totp/remove',
    { config, schema: { body: PasswordAgain, response: { 204: Nothing } } },
    async ({ context, body, ip }, reply) => {
      const removal = factors.remove(db, context, { kind: 'totp' }, body.password, ip)
      await withRetryAfter(reply, removal)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/second-factor/passkeys/options',
    { config, schema: { response: { 200: PasskeyOptions } } },
    ({ context }) => factors.offerPasskey(context, passkeySite),
  )

  app.post(
    '/second-factor/passkeys',
    { config, schema: { body: NewPasskey, response: { 201: NewFactor } } },
    async (request, reply) => {
      const made = await factors.addPasskey(request.context, passkeySite, request.body)
      request.idempotency = undefined
      return reply.code(201).send(made)
    },
  )

  app.post(
    '/second-factor/passkeys/:id/remove',
    {
      config,
      schema: { params: z.object({ id: Id }), body: PasswordAgain, response: { 204: Nothing } },
    },
    async ({ context, params, body, ip }, reply) => {
      const factor = { kind: 'passkey', id: params.id } as const
      await withRetryAfter(reply, factors.remove(db, context, factor, body.password, ip))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/second-factor/recovery-codes',
    { config, schema: { body: PasswordAgain, response: { 200: RecoveryCodes } } },
    async (request, reply) => {
      const { context, body, ip } = request
      const codes = await withRetryAfter(reply, factors.renewCodes(db, context, body.password, ip))
      request.idempotency = undefined
      return codes
    },
  )
}
