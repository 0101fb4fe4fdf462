import { OpinionRound } from '@hopluc/shared/opinions'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { useAttempt } from '../attempt.ts'

export const roundQuery = (id: Id) =>
  queryOptions({
    queryKey: ['opinion-rounds', id],
    queryFn: () => api.get(`/opinion-rounds/${id}`, OpinionRound),
  })

/** An answer, what becomes of remarks, or the end of the round. */
export function useRoundWrite(id: Id) {
  const queries = useQueryClient()
  const attempt = useAttempt()
  return useMutation({
    mutationFn: ({ what, body }: { what: 'answers' | 'replies' | 'close'; body: object }) =>
      api.post(`/opinion-rounds/${id}/${what}`, body, OpinionRound, {
        key: attempt.keyFor({ what, ...body }),
      }),
    onSuccess: (round) => {
      attempt.settle()
      queries.setQueryData(roundQuery(id).queryKey, round)
      return queries.invalidateQueries({ queryKey: ['tasks'] })
    },
    onError: () => {
      attempt.settle()
      return queries.invalidateQueries({ queryKey: ['opinion-rounds', id] })
    },
  })
}
