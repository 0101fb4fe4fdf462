import type { IssueFacts } from '@hopluc/shared/document-commands'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { advance, bookOf, fullSymbol, serialOf, symbolTail } from './domain.ts'
import { tellIssued } from './issued.ts'
import { listReplaced } from './links.ts'
import { kindsApart, noteNumber, peekNumber, takeNumber } from './numbers.ts'
import { tellReaders } from './notify.ts'
import { appendStep, findBody, insertFile, readerIds } from './parts.ts'
import { may } from './policy.ts'
import { futureDay, numberMismatch } from './refusals.ts'
import { guardNumbers } from './register.ts'
import * as store from './store.ts'

/**
 * Takes in the signed paper: number, day, signer and file, in the transaction of the caller. Without
 * a number the next of the issuer's book is taken under lock (Nghị định 30/2020, Điều 15).
 * @throws AppError `documents.wrong_state`, `.number_taken`, `.number_mismatch`, `.future_day`.
 */
export async function issueDocument(
  tx: Tx,
  context: Context,
  id: Id,
  facts: IssueFacts & { version: number },
): Promise<{ symbol: string; number: number }> {
  const { actor, today } = context
  const document = await store.lock(tx, id, facts.version)
  assertAllowed(may(actor, 'issue', document))
  const state = advance('issue', document.state)
  if (facts.issuedOn > today) throw futureDay('issuedOn')
  const book = await issuerBook(tx, context, document, facts.issuedOn)
  const given = givenNumber(facts)
  if (given !== undefined) await noteNumber(tx, book, given)
  const number = given ?? (await takeNumber(tx, book))
  const symbol = await fullName(tx, context, document, facts, number)
  await guardNumbers(() =>
    store.update(tx, id, {
      state,
      number,
      book: book.book,
      symbol,
      issued_on: facts.issuedOn,
      signer_name: facts.signerName,
      signer_title: facts.signerTitle ?? document.signerTitle,
    }),
  )
  if (facts.signedFileId) await insertFile(tx, id, facts.signedFileId, 'signed')
  for (const old of await listReplaced(tx, id)) await store.update(tx, old, { state: 'replaced' })
  await appendStep(tx, actor, id, { action: 'issue', on: today, note: symbol })
  const { issuedOn, signerName } = facts
  const issued = { state, number, symbol, issuedOn, signerName }
  await audit.record(tx, actor, 'document.issue', id, audit.changes(document, issued))
  await tellReaders(tx, context, id, await readerIds(tx, id))
  await tellIssued(tx, context, { id, symbol, issuedOn, signerName })
  return { symbol, number }
}

/** The number that the issuer's book would give today. */
export async function nextNumber(
  db: Reader,
  context: Context,
  document: Pick<store.DocumentRow, 'issuerId' | 'ownerId' | 'kind'>,
): Promise<number> {
  return peekNumber(db, await issuerBook(db, context, document, context.today))
}

async function issuerBook(
  db: Reader,
  context: Context,
  document: Pick<store.DocumentRow, 'issuerId' | 'ownerId' | 'kind'>,
  day: string,
) {
  return {
    bodyId: document.issuerId ?? document.ownerId,
    book: bookOf(document.kind, await kindsApart(db, context.today)),
    year: Number(day.slice(0, 4)),
  }
}

function givenNumber({ number, symbol }: IssueFacts): number | undefined {
  const inSymbol = symbol === undefined ? undefined : serialOf(symbol)
  if (number !== undefined && inSymbol !== undefined && number !== inSymbol) throw numberMismatch()
  return number ?? inSymbol
}

async function fullName(
  tx: Tx,
  { today }: Context,
  document: store.DocumentRow,
  { symbol }: IssueFacts,
  number: number,
): Promise<string> {
  if (symbol && serialOf(symbol) !== undefined) return symbol
  const tail = symbol ?? document.symbol
  if (tail) return fullSymbol(number, tail)
  const body = await findBody(tx, document.issuerId ?? document.ownerId, today)
  return fullSymbol(number, body?.symbol ? symbolTail(document.kind, body.symbol) : null)
}
