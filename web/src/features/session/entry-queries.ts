import { PasswordLink } from '@hopluc/shared/accounts'
import { OutsideProviders } from '@hopluc/shared/session'
import { PasswordRules } from '@hopluc/shared/sign-in-rules'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** Outside systems by which one can sign in here; mostly there are none. */
export const outsideQuery = queryOptions({
  queryKey: ['outside'],
  queryFn: () => api.get('/session/outside', OutsideProviders),
  staleTime: Infinity,
})

/** What is asked of a new password. */
export const passwordRulesQuery = queryOptions({
  queryKey: ['password-rules'],
  queryFn: () => api.get('/sign-in-rules/password', PasswordRules),
})

/** Whom a password link is for; null when it can be used no more. */
export const passwordLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['password-link', token],
    queryFn: () => api.post('/password-resets/look', { token }, PasswordLink.nullable()),
    enabled: token !== '',
  })
