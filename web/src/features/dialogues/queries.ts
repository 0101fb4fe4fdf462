import { DialogueBoard, type NewDialogue } from '@hopluc/shared/dialogues'
import { MeetingRecord } from '@hopluc/shared/meetings'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'dialogues'

export const dialoguesQuery = (where: { year?: number | undefined; unit?: string | undefined }) =>
  queryOptions({
    queryKey: [KEY, where],
    queryFn: () => api.get('/dialogues', DialogueBoard, where),
    placeholderData: keepPreviousData,
  })

export function usePlanDialogue() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: NewDialogue; key: string }) =>
      api.post('/dialogues', body, MeetingRecord, { key }),
    onSuccess: () =>
      Promise.all(
        [KEY, 'meetings', 'difficulties'].map((one) =>
          queries.invalidateQueries({ queryKey: [one] }),
        ),
      ),
  })
}
