import { Book } from '@hopluc/shared/document-books'
import type {
  DocumentChange,
  DocumentFileChange,
  DocumentLink,
  DocumentReaders,
  DocumentRegistration,
  DocumentStep,
  DocumentUnlink,
} from '@hopluc/shared/document-commands'
import { Recognised } from '@hopluc/shared/document-commands'
import { UploadedFile } from '@hopluc/shared/document-files'
import { DocumentOptions, DocumentPage, DocumentRecord } from '@hopluc/shared/documents'
import { ReadingOutcome } from '@hopluc/shared/readings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { api } from '../../lib/api.ts'
import type { DocumentSearch } from './search.ts'
import { sendStated } from './stated-open.ts'

export const documentListQuery = (search: DocumentSearch) =>
  queryOptions({
    queryKey: ['documents', 'list', search],
    queryFn: () => api.get('/documents', DocumentPage, search),
    placeholderData: keepPreviousData,
  })

export const documentQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['documents', 'one', id, asOf],
    queryFn: () => api.get(`/documents/${id}`, DocumentRecord, { asOf }),
  })

export const documentOptionsQuery = queryOptions({
  queryKey: ['documents', 'options'],
  queryFn: () => api.get('/documents/options', DocumentOptions),
  staleTime: 5 * 60_000,
})

/** A few that are called so, for choosing one. */
export const documentSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['documents', 'search', q],
    queryFn: async () =>
      (await api.get('/documents', DocumentPage, { q: q || undefined, limit: 20 })).items,
    placeholderData: keepPreviousData,
  })

/** What the register already has under this number, or with this text. */
export const recognise = (known: { text?: string; symbol?: string; issuedOn?: PlainDate }) =>
  api.post('/documents/recognitions', known, Recognised)

export const bookQuery = (book: { direction: string; year: number; bodyId: Id }) =>
  queryOptions({
    queryKey: ['documents', 'book', book],
    queryFn: () => api.get('/documents/books', Book, book),
    placeholderData: keepPreviousData,
  })

/** Sends one file ahead of its record. */
export function sendFile(file: File, onProgress: (share: number) => void): Promise<UploadedFile> {
  return sendStated(file.name, (isStatedOpen) => {
    const form = new FormData()
    form.append('statedOpen', String(isStatedOpen))
    form.append('file', file)
    return api.upload('/files', form, UploadedFile, { onProgress })
  })
}

type Registration = z.input<typeof DocumentRegistration>

export function useRegister() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...paper }: Registration & { key: string }) =>
      api.post('/documents', paper, DocumentRecord, { key }),
    onSuccess: (document) => {
      queries.setQueryData(documentQuery(document.id).queryKey, document)
      return queries.invalidateQueries({ queryKey: ['documents', 'list'] })
    },
  })
}

/** What is done to one document; the answer is the document as it stands then. */
export type DocumentDeed =
  | { deed: 'change'; command: DocumentChange }
  | { deed: 'step'; command: DocumentStep }
  | { deed: 'readers'; command: DocumentReaders }
  | { deed: 'link'; command: DocumentLink }
  | { deed: 'unlink'; command: DocumentUnlink }
  | { deed: 'attach'; command: DocumentFileChange }
  | { deed: 'detach'; command: { fileId: Id; version: number } }

function send(id: Id, { deed, command }: DocumentDeed): Promise<DocumentRecord> {
  const path = `/documents/${id}`
  if (deed === 'change') return api.patch(path, command, DocumentRecord)
  if (deed === 'readers') return api.put(`${path}/readers`, command, DocumentRecord)
  return api.post(`${path}/${POSTS[deed]}`, command, DocumentRecord)
}

const POSTS = {
  step: 'steps',
  link: 'links',
  unlink: 'unlinks',
  attach: 'files',
  detach: 'file-removals',
} as const

export function useDocumentDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (deed: DocumentDeed) => send(id, deed),
    onSuccess: (document) => {
      queries.setQueryData(documentQuery(id).queryKey, document)
      return queries.invalidateQueries({ queryKey: ['documents'] })
    },
  })
}

/** Reads the text of a registered document for tasks; one that was read before is opened again. */
export const useReadDocument = (documentId: Id) =>
  useMutation({ mutationFn: () => api.post('/readings', { documentId }, ReadingOutcome) })
