import * as z from 'zod'
import { Role } from './session.ts'
import { PlainDate } from './values.ts'

/** Numbers that an installation may set otherwise from a day on. */
export const SignInRuleName = z.enum([
  'password.min_length',
  'password.kinds',
  'password.phrase_length',
  'sign_in.free_tries',
  'sign_in.lock_after',
  'sign_in.lock_minutes',
  'session.idle_minutes',
  'session.hours',
  'link.reset_hours',
  'link.invitation_hours',
  'link.sign_in_hours',
  'token.longest_days',
])
export type SignInRuleName = z.infer<typeof SignInRuleName>

export const SignInRule = z.object({
  name: SignInRuleName,
  value: z.int(),
  /** Since when it is so; null for the usual value. */
  fromOn: PlainDate.nullable(),
  /** What is set for a later day. */
  next: z.object({ value: z.int(), fromOn: PlainDate }).nullable(),
  usual: z.int(),
  least: z.int(),
  most: z.int(),
})
export type SignInRule = z.infer<typeof SignInRule>

export const SignInRules = z.object({
  rules: z.array(SignInRule),
  secondFactorRoles: z.array(Role),
  usualSecondFactorRoles: z.array(Role),
  mayChange: z.boolean(),
})
export type SignInRules = z.infer<typeof SignInRules>

/** From a day on, today at the earliest: what held before stays as it was. */
export const SignInRuleChange = z.discriminatedUnion('name', [
  z.object({ name: SignInRuleName, value: z.int(), fromOn: PlainDate, seen: z.int() }),
  z.object({
    name: z.literal('second_factor.roles'),
    roles: z.array(Role),
    fromOn: PlainDate,
    seen: z.array(Role),
  }),
])
export type SignInRuleChange = z.infer<typeof SignInRuleChange>

/** What is asked of a new password today; told to everyone before they choose one. */
export const PasswordRules = z.object({ least: z.int(), kinds: z.int(), phrase: z.int() })
export type PasswordRules = z.infer<typeof PasswordRules>
