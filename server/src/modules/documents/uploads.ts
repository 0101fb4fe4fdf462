import type { UploadedFile } from '@hopluc/shared/document-files'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { type FileSource, receive, store as storeFile } from '../../platform/files.ts'
import { citation, textHash } from './domain.ts'
import { readFileText } from './file-text.ts'
import { stateSecret } from './refusals.ts'
import { assertNoStateSecret } from './secrecy.ts'
import * as store from './store.ts'

/**
 * Takes a file in, reads it, and keeps it for its uploader until a record takes it up. Nothing is
 * written before it is whole, of a known type, and free of marks of secrecy.
 * @throws AppError `files.too_large`, `.wrong_type`, `.empty`, `documents.state_secret`, `.broken_file`
 */
export async function upload(
  context: Context,
  name: string,
  source: FileSource | Buffer,
): Promise<UploadedFile> {
  assertAllowed(context.actor.role !== 'observer')
  const file = await receive(name, source)
  try {
    const { text, hints, isMarkedSecret } = await readFileText(file.path, file.name, file.mediaType)
    if (isMarkedSecret) throw stateSecret()
    assertNoStateSecret(text)
    return await context.write(async (tx) => {
      const stored = await storeFile(tx, file)
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
