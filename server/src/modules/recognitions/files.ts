import type { NewRecognition, Recognition } from '@hopluc/shared/recognitions'
import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../../platform/db.ts'
import * as files from '../../platform/files.ts'
import { notAPicture, twice } from './refusals.ts'

const PICTURES = ['image/png', 'image/jpeg', 'image/webp']
const MOST = 5 * 1024 * 1024

type Given = Pick<NewRecognition, 'pictures' | 'checks'>
type Kept = Pick<Recognition, 'pictures' | 'checks'>

/** Pictures are pictures, papers any file; each is named once. */
export async function filesOf(tx: Tx, given: Given): Promise<Kept> {
  const ids = [...given.pictures, ...given.checks].flatMap(({ fileId }) => fileId ?? [])
  if (new Set(ids).size < ids.length) throw twice()
  for (const { fileId } of given.pictures) {
    const { name, size, mediaType } = await files.get(tx, fileId)
    if (!PICTURES.includes(mediaType) || size > MOST) throw notAPicture(name)
  }
  const checks: Kept['checks'] = []
  for (const { name, fileId } of given.checks) {
    const file = fileId === null ? null : await files.get(tx, fileId)
    checks.push({ name, fileId, fileName: file?.name ?? null })
  }
  return { pictures: given.pictures, checks }
}

/** Hangs on what is new, takes off what is there no more. */
export async function relink(tx: Tx, id: Id, before: Kept, now: Kept): Promise<void> {
  const kinds = [
    ['recognition', before.pictures, now.pictures],
    ['recognition_paper', before.checks, now.checks],
  ] as const
  for (const [kind, old, next] of kinds) {
    const had = new Set(old.flatMap(({ fileId }) => fileId ?? []))
    const has = new Set(next.flatMap(({ fileId }) => fileId ?? []))
    for (const fileId of has) if (!had.has(fileId)) await files.link(tx, fileId, kind, id)
    for (const fileId of had) if (!has.has(fileId)) await files.unlink(tx, fileId, kind, id)
  }
}
