import type { Return } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { apart } from '../../platform/apart.ts'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { tooHeavy } from '../reading/index.ts'
import { getHead, lock } from './head-store.ts'
import { hasPart, may } from './policy.ts'
import { present } from './present.ts'
import { notNow, stateSecret } from './refusals.ts'
import type { ExaminedReturn } from './signed-examine.ts'
import { addEvent } from './story-store.ts'
import { subjectOf } from './subject.ts'

const WORK = { thread: new URL('./signed-thread.ts', import.meta.url), tooHeavy }

/**
 * The signed print comes back, from a signing service or a scanner: who signed is read from its digital
 * signatures, and it stays with the return. Signing is no acceptance.
 * @throws AppError `papers.not_pdf`, `papers.broken`, `returns.state_secret` …
 */
export async function takeSigned(
  context: Context,
  id: Id,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<Return> {
  const { actor, today, now } = context
  await context.carries(bytes)
  const before = await context.read((db) => getHead(db, id, today))
  assertAllowed(hasPart(actor, 'sign', before))
  if (!may(actor, 'sign', subjectOf(before))) throw notNow(before.state)
  const { signers, isIntact, isSecret } = await apart<ExaminedReturn>(
    WORK,
    { name, bytes },
    { signal: context.signal },
  )
  if (isSecret) throw stateSecret()
  const received = await files.receive(name, bytes, ['application/pdf'])
  const taken = context.write(async (tx) => {
    await lock(tx, id)
    const head = await getHead(tx, id, today)
    if (!may(actor, 'sign', subjectOf(head))) throw notNow(head.state)
    const { id: fileId } = await files.store(tx, received)
    await files.link(tx, fileId, 'return', id)
    const maker = { accountId: actor.accountId, byWords: actor.byWords, now }
    const text = signers.length === 0 ? 'Không có chữ ký số' : signers.join(', ')
    await addEvent(tx, head, maker, {
      action: 'signed',
      text,
      fileId,
      details: { signers, isIntact },
    })
    await audit.record(tx, actor, 'return.sign', id, { fileId, signers, isIntact })
    return present(tx, context, id)
  })
  try {
    return await taken
  } finally {
    await received.dispose()
  }
}
