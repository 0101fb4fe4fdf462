import { Accuracy, type AccuracySearch } from '@hopluc/shared/reading-accuracy'
import { WordList, type WordListChange } from '@hopluc/shared/reading-words'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const accuracyQuery = (span: AccuracySearch) =>
  queryOptions({
    queryKey: ['readings', 'accuracy', span],
    queryFn: () => api.get('/readings/accuracy', Accuracy, span),
  })

export const wordsQuery = queryOptions({
  queryKey: ['reading-words'],
  queryFn: () => api.get('/reading-words', WordList),
})

/** The confirmed texts with their annotations, as one file. */
export function useExport() {
  return useMutation({
    mutationFn: (span: AccuracySearch) => api.download('/readings/annotated', {}, span),
  })
}

export function useWords() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: WordListChange) => api.put('/reading-words', change, WordList),
    onSuccess: (list) => queries.setQueryData(wordsQuery.queryKey, list),
  })
}
