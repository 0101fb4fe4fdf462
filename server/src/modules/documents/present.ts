import type { DocumentRecord, DocumentSummary } from '@hopluc/shared/documents'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { isUnfinished, sortChain } from './domain.ts'
import { nextNumber } from './issue.ts'
import { getChain, listRelated } from './links.ts'
import {
  findBody,
  findMeeting,
  listDirectives,
  listFiles,
  listReaders,
  listSteps,
} from './parts.ts'
import { allowedActions } from './policy.ts'
import { snippet } from './search-query.ts'
import type { DocumentRow } from './store.ts'

/** A line of a list; with a search, the place in the text that answers it. */
export function summarise(row: DocumentRow, typed = ''): DocumentSummary {
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    number: row.number,
    symbol: row.symbol,
    issuedOn: row.issuedOn,
    issuerId: row.issuerId,
    issuerName: row.issuerName,
    signerName: row.signerName,
    abstract: row.abstract,
    state: row.state,
    draftNo: row.draftNo,
    urgency: row.urgency,
    isInternal: row.isInternal,
    isStub: row.isStub,
    arrivedOn: row.arrivedOn,
    arrivalNo: row.arrivalNo,
    fileCount: row.fileCount,
    snippet: typed && row.text ? snippet(row.text, typed) : [],
  }
}

/** The whole record. A past day is read-only. */
export async function present(
  context: Context,
  db: Reader,
  row: DocumentRow,
  day = context.today,
): Promise<DocumentRecord> {
  const { actor, today } = context
  const allowed = day === today ? allowedActions(actor, row) : []
  const owner = await findBody(db, row.ownerId, day)
  return {
    ...summarise(row),
    owner: owner
      ? { id: owner.id, name: owner.name, shortName: owner.shortName }
      : { id: row.ownerId, name: row.issuerName, shortName: row.issuerName },
    signerTitle: row.signerTitle,
    keptAt: row.keptAt,
    recipients: row.recipients,
    copies: row.copies,
    note: row.note,
    text: row.text,
    meeting: (await findMeeting(db, row.meetingId)) ?? null,
    paper: row.paper,
    hasNotice: row.hasNotice,
    files: await listFiles(db, row.id),
    chain: sortChain(await getChain(db, row.id)),
    related: await listRelated(db, row.id),
    readers: await listReaders(db, row.id, day),
    directives: await listDirectives(db, row.id),
    history: (await listSteps(db, row.id)).map((step) => ({ ...step, at: step.at.toISOString() })),
    nextNumber:
      allowed.includes('issue') && isUnfinished(row.state)
        ? await nextNumber(db, context, row)
        : null,
    version: row.version,
    allowed,
  }
}
