import type { DecisionProposal } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { registerDocument } from '../../documents/index.ts'
import { type CommitteeDecisionInput, makeCommitteeDecision } from '../../papers/index.ts'
import {
  agenciesByIds,
  committeeNotFound,
  committeeOnDay,
  isKept,
  membersUpTo,
} from '../../units/index.ts'
import { may } from '../policy.ts'
import { decisionInput } from './domain.ts'
import * as store from './store.ts'

/**
 * Registers the draft of a decision (dự thảo QĐ kiện toàn): it goes out for signing, comes back with
 * its number, and is then recorded with what it changed. Nothing changes by the draft itself.
 */
export function draft(
  context: Context,
  id: Id,
  proposal: DecisionProposal,
): Promise<{ documentId: Id }> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'committee.draft_decision', await isKept(tx, id)))
    const committee = await committeeOnDay(tx, id, today)
    const issuer = await store.findPeopleCommittee(tx, committee.unit.id, today)
    const draftId = newId()
    const { id: documentId } = await registerDocument(tx, context, {
      direction: 'outgoing',
      kind: 'QĐ',
      ...(actor.committeeId === id ? { ownerId: id } : {}),
      issuerName: issuer.name,
      symbol: `QĐ-${issuer.symbol ?? 'UBND'}`,
      abstract: `Về việc kiện toàn ${committee.name}`,
      signerTitle: `Chủ tịch ${issuer.name}`,
      content: { paper: `/committees/${id}/decision-drafts/${draftId}` },
    })
    await store.addDraft(tx, { id: draftId, committeeId: id, documentId, proposal })
    await audit.record(tx, actor, 'committee.draft_decision', id, { documentId, ...proposal })
    return { documentId }
  })
}

/** The draft as .docx in the decree's layout. */
export async function paper(
  context: Context,
  id: Id,
  draftId: Id,
): Promise<{ name: string; bytes: Buffer }> {
  const input = await context.read(async (db) => {
    const found = await store.findDraft(db, id, draftId)
    if (!found) throw committeeNotFound()
    return collect(db, id, found, context.today)
  })
  return { name: 'Dự thảo quyết định kiện toàn.docx', bytes: await makeCommitteeDecision(input) }
}

async function collect(
  db: Reader,
  id: Id,
  { proposal, draftNo }: store.Draft,
  today: PlainDate,
): Promise<CommitteeDecisionInput> {
  const committee = await committeeOnDay(db, id, today)
  const members = (await membersUpTo(db, id, today)).filter(({ untilOn }) => untilOn >= today)
  const issuer = await store.findPeopleCommittee(db, committee.unit.id, today)
  const [standing] = await agenciesByIds(db, [proposal.standingAgencyId], today)
  return decisionInput({
    committee,
    members,
    issuer,
    proposal,
    standing: standing?.name ?? committee.standingAgency.name,
    draftNo,
    today,
  })
}
