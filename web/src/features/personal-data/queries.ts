import {
  AccountContact,
  type ContactChange,
  type DataDeadlineChange,
  DataDeadlines,
  DataFoundList,
  DataRequest,
  type DataRequestDeed,
  DataRequestPage,
  type DataRequestQuery,
  type FieldBasis,
  type NewDataRequest,
  PersonalFields,
} from '@hopluc/shared/personal-data'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'

export const fieldsQuery = queryOptions({
  queryKey: ['personal-data', 'fields'],
  queryFn: () => api.get('/personal-data/fields', PersonalFields),
})

export const deadlinesQuery = queryOptions({
  queryKey: ['personal-data', 'deadlines'],
  queryFn: () => api.get('/personal-data/deadlines', DataDeadlines),
})

export const contactQuery = (accountId: Id) =>
  queryOptions({
    queryKey: ['personal-data', 'contact', accountId],
    queryFn: () => api.get(`/accounts/${accountId}/contact`, AccountContact),
  })

export const requestsQuery = (search: Partial<Omit<DataRequestQuery, 'limit'>>) =>
  queryOptions({
    queryKey: ['personal-data', 'requests', search],
    queryFn: () => api.get('/personal-data/requests', DataRequestPage, search),
  })

export const requestQuery = (id: Id) =>
  queryOptions({
    queryKey: ['personal-data', 'request', id],
    queryFn: () => api.get(`/personal-data/requests/${id}`, DataRequest),
  })

function useDeed<Command, Answer>(send: (command: Command) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () =>
      Promise.all(
        ['personal-data', 'audit', 'accounts'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
}

export const useSetDeadline = () =>
  useDeed((change: DataDeadlineChange) =>
    api.post('/personal-data/deadlines', change, DataDeadlines),
  )

export const useSetBasis = () =>
  useDeed((basis: FieldBasis) => api.post('/personal-data/fields/basis', basis, PersonalFields))

export const useChangeContact = (accountId: Id) =>
  useDeed((change: ContactChange) =>
    api.put(`/accounts/${accountId}/contact`, change, AccountContact),
  )

export const useRegister = () =>
  useDeed((request: NewDataRequest) =>
    api.post('/personal-data/requests', request, DataRequest, { key: newId() }),
  )

export const useStep = (id: Id) =>
  useDeed((command: DataRequestDeed & { version: number }) =>
    api.post(`/personal-data/requests/${id}/steps`, command, DataRequest),
  )

/** A search is a reading, and recorded: it is done on asking, and kept by the page alone. */
export const useSearch = (id: Id) =>
  useMutation({
    gcTime: 0,
    mutationFn: () => api.post(`/personal-data/requests/${id}/search`, {}, DataFoundList),
  })

export const useCopy = (id: Id) =>
  useMutation({
    mutationFn: (keys: readonly string[]) =>
      api.download(`/personal-data/requests/${id}/copy`, {}, { with: keys }),
  })
