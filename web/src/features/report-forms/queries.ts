import {
  FormCheckResult,
  type FormChange,
  type FormDefinition,
  type NewForm,
  ReportFormDetail,
  ReportForms,
} from '@hopluc/shared/report-forms'
import { IndicatorList } from '@hopluc/shared/indicators'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const FORMS_KEY = 'report-forms'

export const formsQuery = queryOptions({
  queryKey: [FORMS_KEY, 'list'],
  queryFn: () => api.get('/report-forms', ReportForms),
})

export const formQuery = (id: Id, no: number | undefined) =>
  queryOptions({
    queryKey: [FORMS_KEY, 'one', id, no ?? 'newest'],
    queryFn: () => api.get(`/report-forms/${id}`, ReportFormDetail, { no }),
  })

/** What may be asked in a form. */
export const indicatorsQuery = queryOptions({
  queryKey: ['indicators', 'list'],
  queryFn: () => api.get('/indicators', IndicatorList),
  staleTime: 600_000,
})

/** What is wrong with a definition, while it is being made. */
export const findingsQuery = (definition: FormDefinition | null) =>
  queryOptions({
    queryKey: [FORMS_KEY, 'check', definition],
    queryFn: () => api.post('/report-forms/check', { definition }, FormCheckResult),
    enabled: definition !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

function useSaved() {
  const queries = useQueryClient()
  return (form: ReportFormDetail) => {
    queries.setQueryData(formQuery(form.id, undefined).queryKey, form)
    return queries.invalidateQueries({ queryKey: [FORMS_KEY] })
  }
}

export function useAddForm() {
  const onSuccess = useSaved()
  return useMutation({
    mutationFn: ({ form, key }: { form: NewForm; key: string }) =>
      api.post('/report-forms', form, ReportFormDetail, { key }),
    onSuccess,
  })
}

export function useChangeForm(id: Id) {
  const onSuccess = useSaved()
  return useMutation({
    mutationFn: (change: FormChange) => api.put(`/report-forms/${id}`, change, ReportFormDetail),
    onSuccess,
  })
}

export function useRetireForm(id: Id) {
  const onSuccess = useSaved()
  return useMutation({
    mutationFn: (retire: { version: number; isRetired: boolean }) =>
      api.post(`/report-forms/${id}/retire`, retire, ReportFormDetail),
    onSuccess,
  })
}
