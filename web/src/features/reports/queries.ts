import {
  type NewReport,
  type NewReportTemplate,
  PublicReport,
  Report,
  type ReportIssue,
  ReportOptions,
  ReportPage,
  ReportTemplate,
  type ReportTexts,
  ReportTemplates,
  TemplateCheck,
  type TemplateToCheck,
  TemplateWordList,
} from '@hopluc/shared/reports'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { sendStated } from '../documents/stated-open.ts'

const A_SECOND = 1000

export const reportsQuery = (search: { state?: string | undefined; cursor?: string | undefined }) =>
  queryOptions({
    queryKey: ['reports', search],
    queryFn: () => api.get('/reports', ReportPage, search),
  })

/** While it is being made in the background it is asked for again and again. */
export const reportQuery = (id: Id) =>
  queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: () => api.get(`/reports/${id}`, Report),
    refetchInterval: ({ state: { data } }) => (data?.isMaking ? A_SECOND : false),
  })

const Outdated = z.object({ items: z.array(z.object({ position: z.int(), printed: z.string() })) })

export const outdatedQuery = (id: Id, seq: number) =>
  queryOptions({
    queryKey: ['reports', 'outdated', id, seq],
    queryFn: () => api.get(`/reports/${id}/outdated`, Outdated),
  })

export const reportOptionsQuery = queryOptions({
  queryKey: ['reports', 'options'],
  queryFn: () => api.get('/reports/options', ReportOptions),
})

export const templatesQuery = queryOptions({
  queryKey: ['report-templates'],
  queryFn: () => api.get('/report-templates', ReportTemplates),
})

export const wordsQuery = queryOptions({
  queryKey: ['report-templates', 'words'],
  queryFn: () => api.get('/report-templates/words', TemplateWordList),
})

export const publicReportQuery = (code: string) =>
  queryOptions({
    queryKey: ['public-report', code],
    queryFn: () => api.get(`/public/reports/${encodeURIComponent(code)}`, PublicReport),
    retry: false,
  })

export function useNewReport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (report: NewReport) => api.post('/reports', report, Report, { key: newId() }),
    onSuccess: (report) => {
      queries.setQueryData(reportQuery(report.id).queryKey, report)
      return queries.invalidateQueries({ queryKey: ['reports', {}] })
    },
  })
}

export type ReportStepName = 'make' | 'submit' | 'redraft' | 'correct'

/** Every step answers the report as it stands then; a correction answers the new one. */
export function useReport(id: Id) {
  const queries = useQueryClient()
  const keep = (report: Report) => {
    queries.setQueryData(reportQuery(report.id).queryKey, report)
    return queries.invalidateQueries({ queryKey: ['reports', {}] })
  }
  const again = () => queries.invalidateQueries({ queryKey: reportQuery(id).queryKey })
  const step = useMutation({
    mutationFn: ({ name, version }: { name: ReportStepName; version: number }) =>
      api.post(`/reports/${id}/${name}`, { version }, Report, { key: newId() }),
    onSuccess: keep,
    onError: again,
  })
  const write = useMutation({
    mutationFn: (texts: ReportTexts) => api.put(`/reports/${id}/texts`, texts, Report),
    onSuccess: keep,
  })
  const issue = useMutation({
    mutationFn: (command: ReportIssue) => api.post(`/reports/${id}/issue`, command, Report),
    onSuccess: keep,
  })
  const sign = useMutation({
    mutationFn: ({ file, version }: { file: File; version: number }) =>
      sendStated(file.name, (isStatedOpen) => {
        const form = new FormData()
        form.append('version', String(version))
        form.append('statedOpen', String(isStatedOpen))
        form.append('file', file)
        return api.upload(`/reports/${id}/signed-paper`, form, Report)
      }),
    onSuccess: keep,
  })
  return { step, write, issue, sign }
}

export function useTemplates() {
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['report-templates'] })
  const check = useMutation({
    mutationFn: (asked: TemplateToCheck) =>
      api.post('/report-templates/check', asked, TemplateCheck),
  })
  const add = useMutation({
    mutationFn: (template: NewReportTemplate) =>
      api.post('/report-templates', template, ReportTemplate, { key: newId() }),
    onSuccess: again,
  })
  const end = useMutation({
    mutationFn: ({ key, version }: { key: string; version: number }) =>
      api.post(`/report-templates/${key}/end`, { version }, ReportTemplate),
    onSuccess: again,
  })
  return { check, add, end }
}
