import {
  Numbering,
  type NumberingChange,
  PaperTemplate,
  type TemplateChange,
  type TemplatePreview,
} from '@hopluc/shared/templates'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const templateQuery = (agencyId: Id) =>
  queryOptions({
    queryKey: ['templates', agencyId],
    queryFn: () => api.get(`/templates/${agencyId}`, PaperTemplate),
  })

export const numberingQuery = queryOptions({
  queryKey: ['numbering'],
  queryFn: () => api.get('/numbering', Numbering),
})

/** A change of the wording, or the way back to the shipped one. */
export function useTemplate(agencyId: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: TemplateChange | { version: number }) =>
      'words' in change
        ? api.put(`/templates/${agencyId}`, change, PaperTemplate)
        : api.post(`/templates/${agencyId}/reset`, change, PaperTemplate),
    onSuccess: (template) => queries.setQueryData(templateQuery(agencyId).queryKey, template),
  })
}

export function usePreview(agencyId: Id) {
  return useMutation({
    mutationFn: (preview: TemplatePreview) =>
      api.download(`/templates/${agencyId}/preview`, {}, preview),
  })
}

export function useNumbering() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: NumberingChange) => api.put('/numbering', change, Numbering),
    onSuccess: (numbering) => queries.setQueryData(numberingQuery.queryKey, numbering),
  })
}
