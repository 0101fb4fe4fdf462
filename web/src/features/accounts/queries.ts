import {
  Account,
  type AccountChange,
  AccountPage,
  type AccountQuery,
  CreatedAccount,
  type NewAccount,
  type PostAddition,
  ResetLink,
  AccountSecurity,
  type NewOutsideIdentity,
  type OutsideIdentityRemoval,
  RoleTable,
  SignInLink,
} from '@hopluc/shared/accounts'
import { Duties, HandOver, type NewHandOver } from '@hopluc/shared/hand-overs'
import { LiveSessions } from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'

export type AccountSearch = Partial<Omit<AccountQuery, 'limit'>>

export const accountListQuery = (search: AccountSearch) =>
  queryOptions({
    queryKey: ['accounts', 'list', search],
    queryFn: () => api.get('/accounts', AccountPage, search),
  })

/** For pickers: a few that are called so. */
export const accountSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['accounts', 'search', q],
    queryFn: () => api.get('/accounts', AccountPage, { q, state: 'active', limit: 20 }),
    placeholderData: keepPreviousData,
  })

export const accountQuery = (id: Id) =>
  queryOptions({
    queryKey: ['accounts', 'one', id],
    queryFn: () => api.get(`/accounts/${id}`, Account),
  })

/** How a person proves who they are; for the administrator. */
export const securityQuery = (id: Id) =>
  queryOptions({
    queryKey: ['accounts', 'security', id],
    queryFn: () => api.get(`/accounts/${id}/security`, AccountSecurity),
  })

/** What somebody holds who leaves, and who could take it. */
export const dutiesQuery = (id: Id) =>
  queryOptions({
    queryKey: ['accounts', 'duties', id],
    queryFn: () => api.get(`/accounts/${id}/duties`, Duties),
  })

/** Without an account, one's own. */
export const sessionsQuery = (accountId?: Id) =>
  queryOptions({
    queryKey: ['accounts', 'sessions', accountId ?? 'own'],
    queryFn: () => api.get(sessionsPath(accountId), LiveSessions),
  })

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => api.get('/roles', RoleTable),
  staleTime: Infinity,
})

const sessionsPath = (accountId: Id | undefined) =>
  accountId ? `/accounts/${accountId}/sessions` : '/sessions'

function useDeed<Command, Answer>(send: (command: Command) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  })
}

export const useCreateAccount = () =>
  useDeed((account: NewAccount) => api.post('/accounts', account, CreatedAccount))

export const useChangeAccount = (id: Id) =>
  useDeed((change: AccountChange) => api.patch(`/accounts/${id}`, change, Account))

export const useAddPost = (id: Id) =>
  useDeed((post: PostAddition) => api.post(`/accounts/${id}/posts`, post, Account))

export const useEndPost = (id: Id, postId: Id) =>
  useDeed((end: { version: number; untilOn: PlainDate }) =>
    api.post(`/accounts/${id}/posts/${postId}/end`, end, Account),
  )

export const useMakeReset = (id: Id) =>
  useDeed(() => api.post(`/accounts/${id}/reset-link`, {}, ResetLink))

export const useInvite = (id: Id) =>
  useDeed(() => api.post(`/accounts/${id}/invitation`, {}, ResetLink))

export const useMakeSignInLink = (id: Id) =>
  useDeed(() => api.post(`/accounts/${id}/sign-in-link`, {}, SignInLink))

export const useUnlock = (id: Id) =>
  useDeed(() => api.post(`/accounts/${id}/unlock`, {}, z.unknown()))

export const useRemoveFactors = (id: Id) =>
  useDeed(() => api.delete(`/accounts/${id}/second-factor`, z.unknown()))

export const useAddIdentity = (id: Id) =>
  useDeed((identity: NewOutsideIdentity) =>
    api.post(`/accounts/${id}/identities`, identity, AccountSecurity),
  )

export const useRemoveIdentity = (id: Id) =>
  useDeed((removal: OutsideIdentityRemoval) =>
    api.post(`/accounts/${id}/identities/remove`, removal, AccountSecurity),
  )

export const useHandOver = (id: Id) =>
  useDeed((act: NewHandOver) => api.post(`/accounts/${id}/hand-overs`, act, HandOver))

export const useEndSession = (accountId?: Id) =>
  useDeed((id: Id) => api.delete(`${sessionsPath(accountId)}/${id}`, z.unknown()))

export const useEndSessions = (accountId: Id) =>
  useDeed(() => api.delete(`/accounts/${accountId}/sessions`, z.unknown()))
