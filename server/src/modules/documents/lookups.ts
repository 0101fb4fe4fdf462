import type { LinkRelation } from '@hopluc/shared/documents'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { citation, textHash } from './domain.ts'
import { insertLink, restsOn } from './links.ts'
import { tellReaders } from './notify.ts'
import { addReaders } from './parts.ts'
import { circle } from './refusals.ts'
import * as store from './store.ts'

/** A document as other modules name it. */
export interface KnownDocument {
  id: Id
  /** "Thông báo 05/TB-BCĐ ngày 03/03/2021". */
  name: string
  isStub: boolean
}

const asKnown = (row: store.DocumentRow): KnownDocument => {
  return { id: row.id, name: citation(row), isStub: row.isStub }
}

/** Papers within scope that bear this number; those registered in full come first. */
export async function findBySymbol(
  db: Reader,
  symbol: string,
  issuedOn?: PlainDate,
): Promise<KnownDocument[]> {
  const rows = await store.findKnown(db, { symbol, issuedOn: issuedOn ?? null })
  return rows.map(asKnown)
}

/** Papers within scope whose text is this one, however it is spaced or composed. */
export async function findByText(db: Reader, text: string): Promise<KnownDocument[]> {
  return (await store.findKnown(db, { hash: textHash(text) })).map(asKnown)
}

/** The text as received; null for a paper without one. Passages are offsets into it. */
export async function textOf(db: Reader, id: Id): Promise<string | null> {
  const { text } = await store.get(db, id)
  return text
}

/**
 * Makes a paper known to agencies, which are told once it is issued. Says nothing about who may: the
 * caller has decided, and row security lets only the owner's people write.
 */
export async function giveReaders(
  tx: Tx,
  context: Context,
  id: Id,
  agencyIds: readonly Id[],
): Promise<void> {
  await tellReaders(tx, context, id, await addReaders(tx, id, agencyIds))
}

/**
 * `from` rests on, replaces, amends or answers `to`; made twice it stands once.
 * @throws AppError `documents.circle`.
 */
export async function linkDocuments(
  tx: Tx,
  link: { fromId: Id; toId: Id; relation: LinkRelation; words?: string },
): Promise<void> {
  const { fromId, toId, relation, words } = link
  if (fromId === toId) throw circle()
  if (relation === 'rests_on' && (await restsOn(tx, toId, fromId))) throw circle()
  await insertLink(tx, { fromId, toId, relation, words: words ?? null })
}
