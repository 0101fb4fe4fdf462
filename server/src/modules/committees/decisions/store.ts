import { DecisionProposal } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader, Tx } from '../../../platform/db.ts'
import { committeeNotFound } from '../../units/index.ts'

export interface Draft {
  proposal: DecisionProposal
  draftNo: number
}

export async function addDraft(
  tx: Tx,
  draft: { id: Id; committeeId: Id; documentId: Id; proposal: DecisionProposal },
): Promise<void> {
  await tx
    .insertInto('committee_drafts')
    .values({
      id: draft.id,
      document_id: draft.documentId,
      committee_id: draft.committeeId,
      proposal: JSON.stringify(draft.proposal),
    })
    .execute()
}

export async function findDraft(db: Reader, committeeId: Id, id: Id): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('committee_drafts as p')
    .innerJoin('documents as d', 'd.id', 'p.document_id')
    .select(['p.proposal', 'd.draft_no as draftNo'])
    .where('p.id', '=', id)
    .where('p.committee_id', '=', committeeId)
    .executeTakeFirst()
  return row && { draftNo: row.draftNo, proposal: DecisionProposal.parse(row.proposal) }
}

/** The People's Committee of the unit, whose chair decides on the committee. */
export function findPeopleCommittee(db: Reader, unitId: Id, day: PlainDate) {
  return db
    .selectFrom('agency_versions as a')
    .innerJoin('unit_versions as u', 'u.unit_id', 'a.unit_id')
    .select(['a.name', 'a.symbol', 'u.name as place'])
    .where('a.unit_id', '=', unitId)
    .where('a.kind', '=', 'people_committee')
    .where('a.from_on', '<=', day)
    .where('u.from_on', '<=', day)
    .orderBy('a.from_on', 'desc')
    .orderBy('u.from_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(committeeNotFound)
}
