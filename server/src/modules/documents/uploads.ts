import type { UploadedFile } from '@hopluc/shared/document-files'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { type FileSource, receive, store as storeFile } from '../../platform/files.ts'
import * as audit from '../../platform/audit.ts'
import { citation, textHash } from './domain.ts'
import { readFileText } from './file-text.ts'
import { stateSecret, unseen } from './refusals.ts'
import * as store from './store.ts'

export interface Sent {
  name: string
  source: FileSource | Buffer
  /** The sender has said that it is no state secret: asked of what nobody can read here. */
  isStatedOpen: boolean
}

/**
 * Takes a file in, reads it, and keeps it for its uploader until a record takes it up. Nothing is
 * written before it is whole, of a known type, and free of marks of secrecy; a scan or a picture
 * only with its sender's word, which is recorded.
 * @throws AppError `files.too_large`, `.wrong_type`, `.empty`, `.unseen`, `documents.state_secret` …
 */
export async function upload(
  context: Context,
  { name, source, isStatedOpen }: Sent,
): Promise<UploadedFile> {
  const { actor, signal } = context
  assertAllowed(actor.role !== 'observer')
  const file = await receive(name, source)
  try {
    await context.carries(file.hash)
    const { text, hints, isMarkedSecret, isUnseen } = await readFileText(file, { signal })
    if (isMarkedSecret) throw stateSecret()
    if (isUnseen && !isStatedOpen) throw unseen()
    return await context.write(async (tx) => {
      const stored = await storeFile(tx, file)
      if (isUnseen)
        await audit.record(tx, actor, 'file.state_open', stored.id, { name: stored.name })
      const same = text ? await store.findKnown(tx, { hash: textHash(text) }) : []
      return {
        ...stored,
        text,
        hints,
        same: same.map((row) => ({ id: row.id, name: citation(row) })),
      }
    })
  } finally {
    await file.dispose()
  }
}
