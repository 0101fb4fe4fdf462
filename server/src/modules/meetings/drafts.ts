import type { MeetingDraft, MeetingPaper } from '@hopluc/shared/meetings'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { giveReaders, registerDocument } from '../documents/index.ts'
import { templateFor } from '../templates/index.ts'
import { abstractOf, makePaper, type PaperBody, symbolOf } from './papers.ts'
import { appendStep, findBody } from './parts.ts'
import { may } from './policy.ts'
import { present } from './present.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** The invitation, the attendance list or the minutes as .docx, from what is recorded now. */
export async function paper(
  context: Context,
  id: Id,
  kind: MeetingPaper,
): Promise<{ name: string; bytes: Buffer }> {
  const [meeting, body] = await context.read(async (db) => {
    const row = await store.get(db, id)
    return [await present(context, db, row), await bodyOf(db, row, context.today)] as const
  })
  return makePaper(kind, meeting, body, context.today)
}

/**
 * A draft in the register: it is submitted, signed elsewhere, and comes back with its number. Its
 * Word file is made from the meeting each time it is asked for.
 */
export function draft(
  context: Context,
  id: Id,
  { paper: kind, version }: MeetingDraft,
): Promise<{ documentId: Id }> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const meeting = await store.lock(tx, id, version)
    assertAllowed(may(actor, 'edit', meeting))
    const body = await bodyOf(tx, meeting, today)
    const code = kind === 'invitation' ? 'GM' : 'BB'
    const { id: documentId } = await registerDocument(tx, context, {
      direction: 'outgoing',
      kind: code,
      ownerId: meeting.agencyId,
      symbol: symbolOf(code, body),
      abstract: abstractOf(meeting),
      signerName: kind === 'minutes' ? meeting.chairName : null,
      signerTitle: kind === 'minutes' ? meeting.chairTitle : null,
      meetingId: id,
      content: { paper: `/meetings/${id}/papers/${kind}` },
    })
    const { attendees } = await present(context, tx, meeting)
    const invited = attendees.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]))
    if (kind === 'invitation') await giveReaders(tx, context, documentId, invited)
    await store.update(tx, id, {})
    await appendStep(tx, actor, id, { action: `draft_${kind}`, on: today })
    await audit.record(tx, actor, `meeting.draft_${kind}`, id, { documentId })
    return { documentId }
  })
}

async function bodyOf(db: Reader, row: store.MeetingRow, today: string): Promise<PaperBody> {
  const body = await findBody(db, row.agencyId, row.heldOn ?? today)
  if (!body) throw refusals.notOwnBody()
  const { template } = await templateFor(db, row.agencyId, today)
  return { ...body, template }
}
