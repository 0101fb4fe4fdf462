import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** A refusal is final; a silent server is asked once more. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false
  return failures < 1 && (error.status === 0 || error.status >= 502)
}

/**
 * Without a line a query fails at once and says so, instead of waiting in silence; what was read
 * before stays on the page, and is read again when the line is back.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: isWorthRetrying,
        retryDelay: 800,
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
