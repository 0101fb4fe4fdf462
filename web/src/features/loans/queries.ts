import { LoanPortfolio } from '@hopluc/shared/loan-portfolio'
import {
  Loan,
  LoanChoices,
  type LoanDeed,
  LoanFund,
  type LoanFundEdit,
  LoanPage,
  LoanSchedule,
  type LoanScheduleQuery,
  type NewLoan,
  type NewLoanFund,
  type RelatedBorrower,
} from '@hopluc/shared/loans'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { LoanSearch } from './search.ts'

const KEY = 'loans'

export const loansQuery = (where: LoanSearch & { limit?: number }) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/loans', LoanPage, where),
    placeholderData: keepPreviousData,
  })

export const portfolioQuery = queryOptions({
  queryKey: [KEY, 'list', 'portfolio'],
  queryFn: () => api.get('/loans/portfolio', LoanPortfolio),
})

export const choicesQuery = queryOptions({
  queryKey: [KEY, 'choices'],
  queryFn: () => api.get('/loans/choices', LoanChoices),
})

export const loanQuery = (id: Id) =>
  queryOptions({ queryKey: [KEY, 'one', id], queryFn: () => api.get(`/loans/${id}`, Loan) })

/** What would be paid when; asked once every field of it stands. */
export const scheduleQuery = (of: LoanScheduleQuery | null) =>
  queryOptions({
    queryKey: [KEY, 'schedule', of],
    queryFn: () => api.get('/loans/schedule', LoanSchedule, of ?? {}),
    enabled: of !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

export function useRequest() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewLoan) => api.post('/loans', body, Loan),
    onSuccess: (made) => {
      queries.setQueryData(loanQuery(made.id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY, 'list'] })
    },
  })
}

export function useDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: LoanDeed) => api.post(`/loans/${id}/deeds`, body, Loan),
    onSuccess: (made) => {
      queries.setQueryData(loanQuery(id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY, 'list'] })
    },
  })
}

export function useRelate(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RelatedBorrower) => api.post(`/loans/${id}/related`, body, Loan),
    onSuccess: (made) => {
      queries.setQueryData(loanQuery(id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY] }) // the other borrower's too
    },
  })
}

/** A new fund, or a change of one that is known by its id and version. */
export function useKeepFund() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, ...body }: NewLoanFund & Partial<LoanFundEdit>) =>
      version === undefined
        ? api.post('/loan-funds', { id, ...body }, LoanFund)
        : api.put(`/loan-funds/${id}`, { ...body, version }, LoanFund),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
