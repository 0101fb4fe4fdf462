import {
  Directive,
  type DirectiveAnswer,
  type DirectiveChange,
  Notice,
  type NoticeContent,
  type NoticeIssueInput,
} from '@hopluc/shared/directives'
import type { ReviewSetting } from '@hopluc/shared/reading-review'
import { ReadingAgencies } from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sendStated } from '../documents/stated-open.ts'

export const noticeQuery = (id: Id) =>
  queryOptions({
    queryKey: ['documents', id, 'notice'],
    queryFn: () => api.get(`/documents/${id}/notice`, Notice),
  })

/** The bodies that a directive of this reading can be given to. */
export const useBodies = (readingId: Id | null) =>
  queryOptions({
    queryKey: ['readings', 'agencies', readingId],
    queryFn: async (): Promise<ReviewSetting> => {
      const { agencies, groups } = await api.get(`/readings/${readingId}/agencies`, ReadingAgencies)
      return { agencies: new Map(agencies.map((body) => [body.id, body])), groups, notBefore: null }
    },
    enabled: readingId !== null,
    staleTime: 10 * 60_000,
  })

type Step = 'submit' | 'approve' | 'return' | 'start-by-word'

/** Every step answers the notice as it stands then; tasks and lists are read anew. */
function useNoticeMutation<Input>(id: Id, send: (input: Input) => Promise<Notice>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async (notice) => {
      queries.setQueryData(noticeQuery(id).queryKey, notice)
      await Promise.all(
        [['tasks'], ['directives'], ['readings'], ['documents', id]].map((queryKey) =>
          queries.invalidateQueries({ queryKey, refetchType: 'active' }),
        ),
      )
    },
  })
}

export function useNoticeStep(id: Id) {
  return useNoticeMutation(
    id,
    ({ step, version, note }: { step: Step; version: number; note?: string }) =>
      api.post(`/documents/${id}/notice/${step}`, { version, ...(note && { note }) }, Notice),
  )
}

export function useNoticeChange(id: Id) {
  return useNoticeMutation(id, (input: { version: number; content: NoticeContent }) =>
    api.put(`/documents/${id}/notice`, input, Notice),
  )
}

export function useSignedPaper(id: Id, onProgress: (share: number) => void) {
  return useNoticeMutation(id, ({ file, version }: { file: File; version: number }) => {
    return sendStated(file.name, (isStatedOpen) => {
      const form = new FormData()
      form.append('version', String(version))
      form.append('statedOpen', String(isStatedOpen))
      form.append('file', file)
      return api.upload(`/documents/${id}/notice/signed-paper`, form, Notice, { onProgress })
    })
  })
}

export function useNoticeIssue(id: Id) {
  return useNoticeMutation(id, ({ key, ...input }: NoticeIssueInput & { key: string }) =>
    api.post(`/documents/${id}/notice/issue`, input, Notice, { key }),
  )
}

function useDirectiveMutation<Input>(send: (input: Input) => Promise<Directive>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['directives'] }),
        queries.invalidateQueries({ queryKey: ['documents'] }),
      ]),
  })
}

export function useAnswer() {
  return useDirectiveMutation(({ id, ...input }: DirectiveAnswer & { id: Id }) =>
    api.post(`/directives/${id}/answer`, input, Directive),
  )
}

export function useDirectiveChange() {
  return useDirectiveMutation(({ id, ...input }: DirectiveChange & { id: Id }) =>
    api.put(`/directives/${id}`, input, Directive),
  )
}

export function useAskBack() {
  return useDirectiveMutation(({ id, ...input }: { id: Id; version: number; question: string }) =>
    api.post(`/directives/${id}/ask`, input, Directive),
  )
}
