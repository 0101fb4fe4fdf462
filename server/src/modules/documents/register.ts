import { randomUUIDv7 as newId } from 'node:crypto'
import type { Direction, DocumentState, PaperKind } from '@hopluc/shared/documents'
import type { DocumentRegistration, FileRef } from '@hopluc/shared/document-commands'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { bookOf, citation, paperKindOf, serialOf, textHash } from './domain.ts'
import { insertLink } from './links.ts'
import { kindsApart, noteNumber, takeNumber } from './numbers.ts'
import { addReaders, appendStep, findBody, insertFile, listBodies } from './parts.ts'
import { mayRegister } from './policy.ts'
import {
  alreadyRegistered,
  dayMissing,
  futureDay,
  notOwnBody,
  numberTaken,
  sameText,
  stubHasText,
} from './refusals.ts'
import { fold } from './search-query.ts'
import { assertNoStateSecret } from './secrecy.ts'
import * as store from './store.ts'

/** What other modules may register: as a person would, and a paper that we write ourselves. */
export interface NewPaper extends Partial<Omit<DocumentRegistration, 'kind' | 'direction'>> {
  direction: Direction
  kind: PaperKind
  /** Of a paper that we write: the address below /api at which its Word file is made. */
  content?: { paper: string }
}

/** `known`: the register had it already, and nothing new was made. */
export interface Registered {
  id: Id
  known: boolean
}

interface Body {
  id: Id
  name: string
  unitId: Id
}

/**
 * Registers a paper in the transaction of its caller. The same text, or the same number of the same
 * issuer and day, is refused with the paper that is meant, or answered with it where `onKnown` is
 * `use`; a stub is filled in and keeps its id, so that what points at it goes on pointing.
 * @throws AppError `documents.state_secret`, `.same_text`, `.already_registered`, `.number_taken` …
 */
export async function registerDocument(
  tx: Tx,
  context: Context,
  paper: NewPaper,
  { onKnown = 'refuse' }: { onKnown?: 'refuse' | 'use' } = {},
): Promise<Registered> {
  const { actor, today } = context
  assertAllowed(mayRegister(actor))
  assertNoStateSecret(paper.abstract, paper.text, paper.note)
  if (paper.isStub && (paper.text || paper.files?.length)) throw stubHasText()
  const owner = await ownBody(tx, context, paper.ownerId)
  const facts = await completed(tx, context, paper, owner)
  if (facts.symbol) await store.holdName(tx, owner.id, fold(facts.symbol))
  const known = await findSame(tx, facts, owner)
  if (known && !known.is_stub) {
    if (onKnown === 'use') return { id: known.id, known: true }
    throw known.by === 'text'
      ? sameText(known.name, known.id)
      : alreadyRegistered(known.name, known.id)
  }
  if (known && paper.isStub) return { id: known.id, known: true }
  const id = known?.id ?? newId()
  await guardNumbers(async () => {
    if (facts.direction === 'incoming' && !facts.is_stub) {
      facts.arrival_no = await arrivalNumber(
        tx,
        owner.id,
        facts.arrived_on ?? today,
        paper.arrivalNo,
      )
    }
    const { created_by: _creator, ...patch } = facts
    await (known ? store.update(tx, id, patch) : store.insert(tx, { id, ...facts }))
  })
  if (facts.direction === 'outgoing' && facts.number !== null && facts.issued_on) {
    const year = Number(facts.issued_on.slice(0, 4))
    const book = bookOf(facts.kind, await kindsApart(tx, today))
    await noteNumber(tx, { bodyId: facts.issuer_id ?? owner.id, book, year }, facts.number)
  }
  await attachAll(tx, id, paper.files ?? [])
  await addReaders(tx, id, paper.readerIds ?? [])
  for (const toId of paper.restsOnIds ?? [])
    await insertLink(tx, { fromId: id, toId, relation: 'rests_on', words: null })
  const action = known ? 'complete' : paper.isStub ? 'register_stub' : 'register'
  await appendStep(tx, actor, id, { action, on: today })
  const { symbol, kind, direction, abstract } = facts
  await audit.record(tx, actor, `document.${action}`, id, { direction, kind, symbol, abstract })
  return { id, known: false }
}

async function attachAll(tx: Tx, id: Id, files: readonly FileRef[]): Promise<void> {
  for (const { fileId, part } of files) await insertFile(tx, id, fileId, part)
}

/** The body in whose register it goes: one of the person's own, of today. */
async function ownBody(tx: Tx, { actor, today }: Context, wanted: Id | undefined): Promise<Body> {
  const bodies = await listBodies(tx, actor, today)
  const id = wanted ?? bodies.find((body) => body.isDefault)?.id
  const body = id && bodies.some((own) => own.id === id) && (await findBody(tx, id, today))
  if (!body) throw notOwnBody()
  return body
}

type Facts = Omit<store.NewDocument, 'id'>

/** The row as it will stand, with what follows from the rest filled in. */
async function completed(tx: Tx, context: Context, paper: NewPaper, owner: Body): Promise<Facts> {
  const { actor, today } = context
  const { direction } = paper
  const state: DocumentState =
    direction === 'outgoing' && !paper.isStub ? (paper.state ?? 'draft') : 'issued'
  const issuer = direction === 'outgoing' ? await outgoingIssuer(tx, context, paper, owner) : null
  const symbol = paper.symbol ?? null
  const issuedOn = paper.issuedOn ?? null
  if (issuedOn && issuedOn > today) throw futureDay('issuedOn')
  if (paper.arrivedOn && paper.arrivedOn > today) throw futureDay('arrivedOn')
  if (direction === 'outgoing' && state === 'issued' && !issuedOn && !paper.isStub)
    throw dayMissing()
  const isOutgoingIssued = direction === 'outgoing' && state === 'issued'
  const number = isOutgoingIssued ? (paper.number ?? serialOf(symbol ?? '') ?? null) : null
  return {
    owner_id: owner.id,
    owner_unit_id: owner.unitId,
    direction,
    kind: paper.kind,
    number,
    book: null,
    symbol,
    issued_on: issuedOn,
    issuer_id: issuer?.id ?? paper.issuerId ?? null,
    issuer_name: issuer?.name ?? paper.issuerName ?? (await nameOf(tx, paper.issuerId, today)),
    signer_name: paper.signerName ?? null,
    signer_title: paper.signerTitle ?? null,
    abstract: paper.abstract ?? citation({ kind: paper.kind, symbol, issuedOn }),
    state,
    urgency: paper.urgency ?? 'normal',
    is_internal: paper.isInternal ?? false,
    is_stub: paper.isStub ?? false,
    kept_at: paper.keptAt ?? null,
    recipients: paper.recipients ?? null,
    copies: paper.copies ?? null,
    note: paper.note ?? null,
    arrived_on: direction === 'incoming' ? (paper.arrivedOn ?? today) : null,
    arrival_no: null,
    text: paper.text ?? null,
    text_hash: paper.text ? textHash(paper.text) : null,
    meeting_id: paper.meetingId ?? null,
    content: paper.content ? JSON.stringify(paper.content) : null,
    created_by: actor.accountId,
  }
}

/** What goes out is issued by one of the person's own bodies. */
async function outgoingIssuer(tx: Tx, context: Context, paper: NewPaper, owner: Body) {
  const issuer = paper.issuerId ? await ownBody(tx, context, paper.issuerId) : owner
  return { id: issuer.id, name: paper.issuerName ?? issuer.name }
}

async function nameOf(tx: Tx, id: Id | null | undefined, day: PlainDate): Promise<string> {
  const body = id && (await findBody(tx, id, day))
  return body ? body.name : 'Chưa rõ cơ quan ban hành'
}

interface Same {
  id: Id
  name: string
  is_stub: boolean
  by: 'text' | 'symbol'
}

/** A paper of one's own register that is this one. */
async function findSame(tx: Tx, facts: Facts, owner: Body): Promise<Same | undefined> {
  const own = (row: store.DocumentRow) => row.ownerId === owner.id
  const asSame = (row: store.DocumentRow, by: Same['by']) => {
    return { id: row.id, name: citation(row), is_stub: row.isStub, by }
  }
  if (facts.text_hash) {
    const [found] = (await store.findKnown(tx, { hash: facts.text_hash }, true)).filter(own)
    if (found) return asSame(found, 'text')
  }
  if (!facts.symbol || serialOf(facts.symbol) === undefined) return undefined
  const named = await store.findKnown(tx, { symbol: facts.symbol, issuedOn: facts.issued_on }, true)
  const found = named.find(
    (row) =>
      own(row) &&
      (row.isStub || fold(row.issuerName) === fold(facts.issuer_name)) &&
      (row.isStub || row.direction === facts.direction || facts.is_stub),
  )
  return found && asSame(found, 'symbol')
}

async function arrivalNumber(
  tx: Tx,
  bodyId: Id,
  day: PlainDate,
  given: number | undefined,
): Promise<number> {
  const book = { bodyId, book: 'in', year: Number(day.slice(0, 4)) }
  if (given === undefined) return takeNumber(tx, book)
  await noteNumber(tx, book, given)
  return given
}

/** A cited paper: at least one of symbol and abstract is given. */
export interface CitedPaper {
  /** Abbreviation, name or the reader's word: TB, thông báo, notice. */
  kind: string
  symbol?: string | null
  /** A day, or a bare year for a law named by its year. */
  date?: string | null
  issuerName?: string | null
  abstract?: string | null
  /** In whose register a stub is made; one's own by default. */
  ownerId?: Id
}

/**
 * The paper that a text cites: the one in the register, of whatever body one may read, or a stub
 * that is known by its number only.
 */
export async function ensureStub(tx: Tx, context: Context, cited: CitedPaper): Promise<Id> {
  const kind = paperKindOf(cited.kind)
  const symbol = cited.symbol?.trim() || null
  const issuedOn = cited.date?.length === 10 ? cited.date : null
  const abstract =
    cited.abstract?.trim() || [citation({ kind, symbol, issuedOn }), yearOf(cited)].join('')
  await store.holdName(tx, cited.ownerId ?? context.actor.agencyId, fold(symbol ?? abstract))
  const known = symbol
    ? await store.findKnown(tx, { symbol, issuedOn })
    : await store.findKnown(tx, { title: abstract })
  const [found] = known.filter((row) => row.kind === kind || row.kind === 'khác' || kind === 'khác')
  if (found) return found.id
  const { id } = await registerDocument(tx, context, {
    direction: 'reference',
    kind,
    symbol,
    issuedOn: issuedOn && issuedOn <= context.today ? issuedOn : null,
    issuerName: cited.issuerName?.trim() || 'Chưa rõ cơ quan ban hành',
    abstract,
    isStub: true,
    ...(cited.ownerId && { ownerId: cited.ownerId }),
  })
  return id
}

function yearOf({ symbol, date }: CitedPaper): string {
  return !symbol && date?.length === 4 ? ` năm ${date}` : ''
}

/** Runs a write whose numbers others may have taken meanwhile. */
export async function guardNumbers<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const constraint =
      error instanceof Error && 'constraint' in error ? error.constraint : undefined
    if (typeof constraint === 'string' && /^documents_\w+_number$/.test(constraint))
      throw numberTaken()
    throw error
  }
}
