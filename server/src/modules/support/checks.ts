import type { NewSupportApplication, SupportApplication } from '@hopluc/shared/support'
import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../../platform/db.ts'
import * as files from '../../platform/files.ts'

type Checks = SupportApplication['checks']

/** What of a checklist is there, with the names of its files. */
export async function namedChecks(tx: Tx, given: NewSupportApplication['checks']): Promise<Checks> {
  const found: Checks = []
  for (const { name, fileId } of given) {
    const file = fileId === null ? null : await files.get(tx, fileId)
    found.push({ name, fileId, fileName: file?.name ?? null })
  }
  return found
}

export async function linkChecks(tx: Tx, id: Id, checks: Checks): Promise<void> {
  for (const { fileId } of checks) if (fileId) await files.link(tx, fileId, 'support', id)
}
