import {
  Demo,
  type PasswordChange,
  type PasswordReset,
  Session,
  type SignIn,
} from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import * as z from 'zod'
import { api, ApiError } from '../../lib/api.ts'
import { dropAllDrafts, setDraftOwner } from '../../lib/draft.ts'

/** The session; with `asOf` under the post that one held, or whose heir one is, on that day. */
export const sessionQuery = (asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['session', asOf ?? 'now'],
    queryFn: () => api.get('/session', Session, { asOf }),
    staleTime: 60_000,
  })

const DEMO = 'demo'

/** The demonstration's accounts; an installation that has none answers 404, which is an empty list. */
export const demoQuery = queryOptions({
  queryKey: [DEMO],
  queryFn: async (): Promise<Demo> => {
    try {
      return await api.get('/demo', Demo)
    } catch (error) {
      if (error instanceof ApiError) return { isDemo: false, password: null, accounts: [] }
      throw error
    }
  },
  staleTime: Infinity,
})

/** The session, or null for those who have not signed in. */
export async function findSession(queries: QueryClient): Promise<Session | null> {
  try {
    const session = await queries.ensureQueryData(sessionQuery())
    setDraftOwner(session.account.id)
    return session
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** Who is signed in now; for pages inside the frame, which stand only after sign-in. */
export function useSessionNow(): Session {
  return useSuspenseQuery(sessionQuery()).data
}

/** Who is signed in, on the day that the page shows: with `asOf`, `today` is that day. */
export function useSession(): Session {
  const { asOf } = useSearch({ strict: false })
  const now = useSessionNow()
  const { data: then } = useQuery({ ...sessionQuery(asOf), enabled: asOf !== undefined })
  return asOf ? { ...(then ?? now), today: asOf } : now
}

/** Forgets what was read as nobody, or as another, and keeps the new session. */
export function useEntered() {
  const queries = useQueryClient()
  return (session: Session) => {
    queries.clear()
    queries.setQueryData(sessionQuery().queryKey, session)
  }
}

/** Asks anew who one is and what one may do. */
export function useReloadSession() {
  const queries = useQueryClient()
  return () => queries.refetchQueries(sessionQuery())
}

export function useSignIn() {
  const onSuccess = useEntered()
  return useMutation({
    mutationFn: (body: SignIn) => api.post('/session', body, Session),
    onSuccess,
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: () => api.delete('/session', z.unknown()),
    onSuccess: async () => {
      dropAllDrafts()
      await router.navigate({ to: '/sign-in', search: {} })
      // What the page of sign-in reads already is nobody's, and is being shown.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== DEMO })
      queries.getMutationCache().clear()
    },
  })
}

/** Another post sees other things: what was read under the old one is forgotten. */
export function useSwitchPost() {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (postId: Id) => api.post('/session/post', { postId }, Session),
    onSuccess: async (session) => {
      queries.clear()
      queries.setQueryData(sessionQuery().queryKey, session)
      await router.navigate({ to: '/' })
      await router.invalidate()
    },
  })
}

export function useChangePassword() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: PasswordChange) => api.post('/session/password', body, Session),
    onSuccess: (session) => queries.setQueryData(sessionQuery().queryKey, session),
  })
}

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: PasswordReset) => api.post('/password-resets', body, z.unknown()),
  })
}
