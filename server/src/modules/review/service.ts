import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reading } from '@hopluc/shared/finds'
import type { Accuracy } from '@hopluc/shared/reading-accuracy'
import {
  MAX_TEXT,
  type NewReading,
  type ReadingAgencies,
  type ReadingDetail,
  type ReadingItem,
  type ReadingOutcome,
  type ReadingSearch,
  type ReviewSave,
  type ReviewSaved,
} from '@hopluc/shared/readings'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { textHash } from '../documents/index.ts'
import { wordsOn } from '../lexicon/index.ts'
import { isStateSecret, readApart, textFromApart } from '../reading/index.ts'
import { addScores } from './accuracy.ts'
import { dayOf, proposeReview } from './domain.ts'
import { bodyName, organisationFor } from './organisation.ts'
import { allowedActions, may, mayRead, ownBody } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

export interface Upload {
  name: string
  bytes: Buffer
}

interface Source {
  text: string
  name: string | null
  file: Upload | null
  documentId: Id | null
  meetingId: Id | null
  again: boolean
}

/**
 * Reads a text and keeps what is proposed from it. A state secret is refused before anything is
 * written. A text that was read before makes nothing new: the answer says what there is.
 */
export async function create(context: Context, request: NewReading): Promise<ReadingOutcome> {
  assertAllowed(mayRead(context.actor))
  const { documentId = null, meetingId = null, again } = request
  const document = documentId
    ? await context.read((db) => store.getDocumentText(db, documentId))
    : undefined
  const text = request.text ?? document?.text ?? ''
  return take(context, {
    text,
    name: document?.abstract ?? null,
    file: null,
    documentId,
    meetingId: meetingId ?? document?.meetingId ?? null,
    again,
  })
}

/** The same from a file: Word, PDF, HTML or plain text. */
export async function createFromFile(
  context: Context,
  file: Upload,
  { meetingId = null, again = false }: { meetingId?: Id | null; again?: boolean },
): Promise<ReadingOutcome> {
  assertAllowed(mayRead(context.actor))
  await context.carries(file.bytes)
  const { signal } = context
  const examined = await textFromApart(file.bytes, file.name, { signal })
  if ('mark' in examined) throw refusals.stateSecret()
  const { text } = examined
  return take(context, { text, name: file.name, file, documentId: null, meetingId, again })
}

async function take(context: Context, source: Source): Promise<ReadingOutcome> {
  const { text, again } = source
  if (text.length > MAX_TEXT) throw refusals.tooLong(MAX_TEXT)
  if (isStateSecret(text)) throw refusals.stateSecret()
  if (text.trim() === '') throw refusals.noText()
  const hash = textHash(text)
  const known = await context.read((db) => findKnown(db, context, hash))
  if (known && !(again && known.mayReadAgain)) {
    if (again) throw refusals.tasksDrafted()
    // A registered document that nobody has read yet is what one wants to read.
    if (known.id !== null || known.documentId !== source.documentId) return known
  }
  const received = source.file && (await files.receive(source.file.name, source.file.bytes, FILES))
  try {
    return await propose(context, source, hash, received, known?.documentId ?? null)
  } finally {
    await received?.dispose()
  }
}

const FILES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'text/html',
]

async function propose(
  context: Context,
  { text, name, documentId, meetingId, again }: Source,
  hash: Buffer,
  received: files.ReceivedFile | null,
  knownDocumentId: Id | null,
): Promise<ReadingOutcome> {
  const { actor, now, today } = context
  const ownerId = ownBody(actor)
  const words = await context.read((db) => wordsOn(db, today))
  const reading = await readApart(text, { signal: context.signal, words })
  return context.write(async (tx) => {
    const earlier = await store.findByText(tx, ownerId, hash)
    // Pasted by two at the same moment: the second is told of the first.
    if (earlier && !again) throw refusals.justRead()
    if (earlier)
      await store.update(tx, earlier.id, { byWords: actor.byWords, now }, { state: 'discarded' })
    const day = reading.document.date ?? reading.meeting?.date ?? today
    const organisation = await organisationFor(tx, ownerId, day, namesIn(reading))
    const review = proposeReview(reading, text, organisation, meetingId)
    const id = newId()
    const file = received && (await files.store(tx, received))
    await store.insert(tx, {
      id,
      ownerId,
      text,
      hash,
      meetingId,
      title: review.title,
      sourceName: file?.name ?? name,
      fileId: file?.id ?? null,
      documentDate: review.source.issuedOn ?? review.meeting.heldOn,
      documentId: documentId ?? knownDocumentId,
      proposal: { reading, review },
      accountId: actor.accountId,
      byWords: actor.byWords,
    })
    if (file) await files.link(tx, file.id, 'reading', id)
    await audit.record(tx, actor, 'reading.create', id, {
      title: review.title,
      directives: review.directives.length,
      figures: review.figures.length,
    })
    return { outcome: 'created' as const, id }
  })
}

const namesIn = ({ directives }: Reading) =>
  directives.flatMap(({ assignees, coordinators }) => [...assignees, ...coordinators])

type Known = Extract<ReadingOutcome, { outcome: 'known' }>

async function findKnown(db: Reader, { actor }: Context, hash: Buffer): Promise<Known | undefined> {
  const ownerId = ownBody(actor)
  const reading = await store.findByText(db, ownerId, hash)
  if (reading) {
    return {
      outcome: 'known',
      id: reading.id,
      state: reading.state,
      title: reading.title,
      by: reading.createdBy,
      at: reading.createdAt.toISOString(),
      documentId: reading.documentId,
      noticeId: reading.noticeId,
      mayReadAgain: reading.state === 'open',
    }
  }
  const document = await store.findDocument(db, ownerId, hash)
  return document
    ? {
        outcome: 'known',
        id: null,
        state: null,
        title: document.abstract,
        by: '',
        at: document.createdAt.toISOString(),
        documentId: document.id,
        noticeId: null,
        mayReadAgain: true,
      }
    : undefined
}

export function list(
  context: Context,
  search: ReadingSearch,
  limit: number,
  cursor?: string,
): Promise<Page<ReadingItem>> {
  return context.read(async (db) => {
    const page = await store.list(db, search, limit, cursor)
    return { ...page, items: page.items.map(item) }
  })
}

function item(row: store.ReadingRow): ReadingItem {
  const { ownerId: _owner, fileId: _file, version: _version, meetingId: _meeting, ...rest } = row
  const { savedBy: _by, savedAt: _at, createdAt, confirmedAt, ...shown } = rest
  return {
    ...shown,
    createdAt: createdAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }
}

export function get(context: Context, id: Id): Promise<ReadingDetail> {
  return context.read((db) => present(db, context, id))
}

export async function present(db: Reader, context: Context, id: Id): Promise<ReadingDetail> {
  const { textHash: _hash, proposal, review, text, savedAt, ...row } = await store.get(db, id)
  const { meeting, notes } = proposal.reading
  return {
    ...item({ ...row, savedAt }),
    text,
    review,
    notes,
    fileId: row.fileId,
    meetingId: row.meetingId,
    ownerName: await bodyName(db, row.ownerId, context.today),
    agenciesOn: dayOf(review, context.today),
    meetingSpans: [meeting?.dateSpan, meeting?.chairSpan].filter((span) => !!span),
    version: row.version,
    savedBy: row.savedBy,
    savedAt: savedAt.toISOString(),
    allowed: allowedActions(context.actor, row),
  }
}

/** The bodies that can be told or asked, as of the document's day or another one. */
export function agencies(context: Context, id: Id, on?: PlainDate): Promise<ReadingAgencies> {
  return context.read(async (db) => {
    const { ownerId, review } = await store.get(db, id)
    const day = on ?? dayOf(review, context.today)
    const { agencies: known, groups } = await organisationFor(db, ownerId, day, [])
    return { on: day, agencies: [...known.values()], groups: [...groups] }
  })
}

/** Saves the officer's work. Whoever last saw another version is told, and loses nothing. */
export function save(
  context: Context,
  id: Id,
  { version, review }: ReviewSave,
): Promise<ReviewSaved> {
  const { actor, now } = context
  if (review.directives.some(({ text }) => isStateSecret(text))) throw refusals.stateSecret()
  return context.write(async (tx) => {
    const reading = await open(tx, context, id, 'review', version)
    const saved = await store.update(tx, reading.id, { byWords: actor.byWords, now }, { review })
    await audit.record(tx, actor, 'reading.review', id, {
      right: review.directives.filter(({ state }) => state === 'right').length,
      skipped: review.directives.filter(({ state }) => state === 'skipped').length,
      of: review.directives.length,
    })
    return { version: saved, savedAt: now.toISOString() }
  })
}

export function discard(context: Context, id: Id, version: number): Promise<ReadingDetail> {
  const { actor, now } = context
  return context.write(async (tx) => {
    await open(tx, context, id, 'discard', version)
    await store.update(tx, id, { byWords: actor.byWords, now }, { state: 'discarded' })
    await audit.record(tx, actor, 'reading.discard', id, {})
    return present(tx, context, id)
  })
}

/** Locked, one's own, open, and as the caller last saw it. */
export async function open(
  tx: Tx,
  { actor }: Context,
  id: Id,
  action: 'review' | 'confirm' | 'discard',
  version: number,
): Promise<store.WholeReading> {
  const reading = await store.lock(tx, id)
  assertAllowed(may(actor, action, reading))
  if (reading.state !== 'open') throw refusals.closed()
  if (reading.version !== version) throw refusals.changed()
  return reading
}

/** Accuracy as it is measured in use: over the confirmed readings one may see. */
export function accuracy(
  context: Context,
  span: { from?: PlainDate | undefined; until?: PlainDate | undefined },
): Promise<Accuracy> {
  return context.read(async (db) => addScores(await store.listScores(db, span)))
}
