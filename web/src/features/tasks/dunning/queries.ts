import {
  DunningDone,
  DunningLetter,
  DunningProposals,
  DunningTexts,
  type Rung,
} from '@hopluc/shared/dunning'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { useAttempt } from '../attempt.ts'
import { useRefreshTasks } from '../queries.ts'

export const dunningQuery = queryOptions({
  queryKey: ['tasks', 'dunning'],
  queryFn: () => api.get('/dunning', DunningProposals),
})

/** Words to copy, one an agency. */
export const dunningTextsQuery = (taskIds: readonly Id[]) =>
  queryOptions({
    queryKey: ['tasks', 'dunning', 'texts', taskIds],
    queryFn: () => api.post('/dunning/texts', { taskIds }, DunningTexts),
  })

/** Records a reminder, or a place in the report or on the agenda. */
export function useDunning() {
  const refresh = useRefreshTasks()
  const attempt = useAttempt()
  return useMutation({
    mutationFn: (body: {
      taskIds: readonly Id[]
      rung: Exclude<Rung, 'letter'>
      note: string | null
    }) => api.post('/dunning', body, DunningDone, { key: attempt.keyFor(body) }),
    onSuccess: () => {
      attempt.settle()
      return refresh()
    },
  })
}

/** Draws the letter up and registers its draft. */
export function useLetter() {
  const refresh = useRefreshTasks()
  const attempt = useAttempt()
  return useMutation({
    mutationFn: (body: {
      taskIds: readonly Id[]
      answerBy: PlainDate
      under: 'committee' | 'people_committee'
    }) => api.post('/dunning/letters', body, DunningLetter, { key: attempt.keyFor(body) }),
    onSuccess: () => {
      attempt.settle()
      return refresh()
    },
  })
}
