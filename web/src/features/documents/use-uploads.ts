import type { UploadedFile } from '@hopluc/shared/document-files'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import type { DroppedFile } from '../../ui/file-drop.tsx'
import { newId } from '../../lib/new-id.ts'
import { sendFile } from './queries.ts'

export const ACCEPTED = [
  '.pdf',
  '.docx',
  '.doc',
  '.xlsx',
  '.xls',
  '.pptx',
  '.odt',
  '.rtf',
  '.txt',
  '.png',
  '.jpg',
  '.jpeg',
] as const
/** Said as 25 MB; the server takes a little more. */
export const MAX_BYTES = 25_000_000

export interface Uploads {
  readonly uploads: readonly DroppedFile[]
  readonly isSending: boolean
  readonly send: (files: readonly File[]) => void
  readonly forget: (id: string) => void
}

/**
 * Files on their way to the server, each with its share sent. `onSent` takes one that has arrived;
 * it calls `done` once the file's record has it, and the line goes away.
 */
export function useUploads(onSent: (file: UploadedFile, done: () => void) => void): Uploads {
  const [uploads, setUploads] = useState<readonly DroppedFile[]>([])
  const change = (id: string, next: Partial<DroppedFile>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)))
  const forget = (id: string) => setUploads((all) => all.filter((one) => one.id !== id))

  const sendOne = async (id: string, file: File) => {
    try {
      const stored = await sendFile(file, (share) => change(id, { share: Math.min(share, 0.99) }))
      change(id, { share: 1 })
      onSent(stored, () => forget(id))
    } catch (error) {
      change(id, { share: undefined, error: sentence(error) })
    }
  }
  const send = (files: readonly File[]) => {
    for (const file of files) {
      const id = newId()
      setUploads((all) => [...all, { id, name: file.name, size: file.size, share: 0 }])
      void sendOne(id, file)
    }
  }
  const isSending = uploads.some(({ share }) => share !== undefined && share < 1)
  return { uploads, isSending, send, forget }
}
