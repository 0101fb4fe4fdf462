import type { DocumentChange } from '@hopluc/shared/document-commands'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { advance, textHash } from './domain.ts'
import { appendStep, findBody, listDirectives } from './parts.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import { guardNumbers } from './register.ts'
import { assertNoStateSecret } from './secrecy.ts'
import * as store from './store.ts'

/**
 * Changes the facts of a record in the transaction of the caller; what is not said stays.
 * @throws AppError `documents.changed`, `.fixed_after_issue`, `.text_is_cited`, `.state_secret` …
 */
export async function changeDocument(
  tx: Tx,
  context: Context,
  id: Id,
  { version, ...facts }: DocumentChange,
): Promise<void> {
  const { actor, today } = context
  assertNoStateSecret(facts.abstract, facts.text, facts.note)
  const document = await store.lock(tx, id, version)
  assertAllowed(may(actor, 'edit', document))
  advance('edit', document.state)
  const patch = await changedColumns(tx, context, document, facts)
  await guardNumbers(() => store.update(tx, id, patch))
  await appendStep(tx, actor, id, { action: 'edit', on: today })
  await audit.record(tx, actor, 'document.edit', id, audit.changes(document, facts))
}

type Facts = Omit<DocumentChange, 'version'>

async function changedColumns(
  tx: Tx,
  { today }: Context,
  document: store.DocumentRow,
  facts: Facts,
): Promise<store.DocumentPatch> {
  if (facts.issuedOn && facts.issuedOn > today) throw refusals.futureDay('issuedOn')
  if (facts.arrivedOn && facts.arrivedOn > today) throw refusals.futureDay('arrivedOn')
  const isFixed = document.direction === 'outgoing' && document.number !== null
  const fixed = ['kind', 'symbol', 'issuedOn', 'issuerId', 'issuerName'] as const
  if (isFixed && fixed.some((key) => facts[key] !== undefined && facts[key] !== document[key]))
    throw refusals.fixedAfterIssue()
  const { text } = facts
  if (text !== undefined && text !== document.text) {
    if (document.isStub && text) throw refusals.stubHasText()
    if ((await listDirectives(tx, document.id)).length > 0) throw refusals.textIsCited()
  }
  const issuer = facts.issuerId ? await findBody(tx, facts.issuerId, today) : undefined
  return given({
    kind: facts.kind,
    symbol: facts.symbol,
    issued_on: facts.issuedOn,
    issuer_id: facts.issuerId,
    issuer_name: facts.issuerName ?? issuer?.name,
    signer_name: facts.signerName,
    signer_title: facts.signerTitle,
    abstract: facts.abstract,
    urgency: facts.urgency,
    is_internal: facts.isInternal,
    kept_at: facts.keptAt,
    arrived_on: document.direction === 'incoming' ? facts.arrivedOn : undefined,
    recipients: facts.recipients,
    copies: facts.copies,
    note: facts.note,
    text,
    text_hash: text === undefined ? undefined : text === null ? null : textHash(text),
  })
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** Without what was not said: undefined leaves a column as it is, null empties it. */
function given<T extends object>(columns: T): Given<T> {
  const result: Given<T> = {}
  for (const key in columns) {
    const value = columns[key]
    if (isGiven(value)) result[key] = value
  }
  return result
}

function isGiven<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}
