import { PasswordRules, SignInRuleChange, SignInRules } from '@hopluc/shared/sign-in-rules'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { calendarDay } from '../../../platform/clock.ts'
import * as rules from './service.ts'

export const ruleRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, now, isProduction = false } = app.services

  app.get('/sign-in-rules', { schema: { response: { 200: SignInRules } } }, ({ context }) =>
    rules.get(context, isProduction),
  )

  app.post(
    '/sign-in-rules',
    { schema: { body: SignInRuleChange, response: { 200: SignInRules } } },
    ({ context, body }) => rules.change(context, body, isProduction),
  )

  app.get(
    '/sign-in-rules/password',
    { config: { isPublic: true }, schema: { response: { 200: PasswordRules } } },
    () => rules.passwordRules(db, calendarDay(now())),
  )
}
