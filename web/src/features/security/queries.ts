import { ApiTokens, MadeApiToken, type NewApiToken } from '@hopluc/shared/api-tokens'
import {
  NewFactor,
  PasskeyOptions,
  RecoveryCodes,
  SecondFactorDue,
  SecondFactors,
  TotpSetup,
} from '@hopluc/shared/second-factor'
import { Session } from '@hopluc/shared/session'
import { type SignInRuleChange, SignInRules } from '@hopluc/shared/sign-in-rules'
import type { Id } from '@hopluc/shared/values'
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import { useEntered } from '../session/queries.ts'

const isOptions = (value: unknown) => PasskeyOptions.safeParse(value).success
/** The browser itself reads the rest of the options, and refuses what it does not understand. */
const CreationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>(isOptions)
const RequestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>(isOptions)

export const factorsQuery = queryOptions({
  queryKey: ['security', 'factors'],
  queryFn: () => api.get('/second-factor', SecondFactors),
})

export const dueQuery = queryOptions({
  queryKey: ['security', 'due'],
  queryFn: () => api.get('/session/second-factor', SecondFactorDue.nullable()),
})

/** One's own; with an account another's, for the administrator. */
export const tokensQuery = (accountId?: Id) =>
  queryOptions({
    queryKey: ['security', 'tokens', accountId ?? 'own'],
    queryFn: () => api.get(tokensPath(accountId), ApiTokens),
  })

export const rulesQuery = queryOptions({
  queryKey: ['security', 'rules'],
  queryFn: () => api.get('/sign-in-rules', SignInRules),
})

const tokensPath = (accountId: Id | undefined) =>
  accountId ? `/accounts/${accountId}/tokens` : '/tokens'

function useDeed<Command, Answer>(send: (command: Command) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['security'] }),
  })
}

export const useStartTotp = () =>
  useMutation({ mutationFn: () => api.post('/second-factor/totp', {}, TotpSetup) })

export const useConfirmTotp = () =>
  useDeed((code: string) => api.post('/second-factor/totp/confirm', { code }, NewFactor))

/** Asks the server, then the device, then the server again. */
export const useAddPasskey = () =>
  useDeed(async (name: string) => {
    const optionsJSON = await api.post('/second-factor/passkeys/options', {}, CreationOptions)
    const response = await startRegistration({ optionsJSON })
    return api.post('/second-factor/passkeys', { name, response }, NewFactor)
  })

export const useRemoveFactor = () =>
  useDeed(({ path, password }: { path: string; password: string }) =>
    api.post(`/second-factor/${path}/remove`, { password }, z.unknown()),
  )

export const useRenewCodes = () =>
  useDeed((password: string) =>
    api.post('/second-factor/recovery-codes', { password }, RecoveryCodes),
  )

/** The code of an app or a recovery code. */
export function usePassCode() {
  const onSuccess = useEntered()
  return useMutation({
    mutationFn: (proof: { method: 'totp' | 'recovery'; code: string }) =>
      api.post('/session/second-factor', proof, Session),
    onSuccess,
  })
}

export function usePassPasskey() {
  const onSuccess = useEntered()
  return useMutation({
    mutationFn: async () => {
      const optionsJSON = await api.post('/session/second-factor/challenge', {}, RequestOptions)
      const response = await startAuthentication({ optionsJSON })
      return api.post('/session/second-factor', { method: 'passkey', response }, Session)
    },
    onSuccess,
  })
}

export function useEnterByLink() {
  const onSuccess = useEntered()
  return useMutation({
    mutationFn: (body: { token: string; code: string }) => api.post('/session/link', body, Session),
    onSuccess,
  })
}

export const useMakeToken = () =>
  useDeed((token: NewApiToken) => api.post('/tokens', token, MadeApiToken))

export const useEndToken = (accountId?: Id) =>
  useDeed((id: Id) => api.delete(`${tokensPath(accountId)}/${id}`, z.unknown()))

export const useChangeRule = () =>
  useDeed((change: SignInRuleChange) => api.post('/sign-in-rules', change, SignInRules))
