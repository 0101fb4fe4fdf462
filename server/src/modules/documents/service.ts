import type {
  DocumentAction,
  DocumentOptions,
  DocumentQuery,
  DocumentRecord,
  DocumentSummary,
} from '@hopluc/shared/documents'
import type {
  DocumentChange,
  DocumentFileChange,
  DocumentLink,
  DocumentReaders,
  DocumentRegistration,
  DocumentStep,
  DocumentUnlink,
  Recognition,
} from '@hopluc/shared/document-commands'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { changeDocument } from './change.ts'
import { advance, serialOf, textHash } from './domain.ts'
import { issueDocument } from './issue.ts'
import { deleteLink, insertLink, listReplaced, restsOn } from './links.ts'
import { tellReaders } from './notify.ts'
import {
  addReaders,
  appendStep,
  deleteFile,
  insertFile,
  keepReaders,
  listBodies,
  readerIds,
} from './parts.ts'
import { may, mayRegister } from './policy.ts'
import { present, summarise } from './present.ts'
import * as refusals from './refusals.ts'
import { registerDocument } from './register.ts'
import { searchQuery } from './search-query.ts'
import { stepDocument } from './steps.ts'
import * as store from './store.ts'

export async function list(context: Context, query: DocumentQuery): Promise<Page<DocumentSummary>> {
  const search = query.q ? searchQuery(query.q) : undefined
  if (query.q && !search) return { items: [], next: null }
  return context.read(async (db) => {
    let page = await store.list(db, query, search && { ...search, isNear: false })
    // Nothing as typed: once more, with typing errors allowed.
    if (search && page.items.length === 0 && !query.cursor)
      page = await store.list(db, query, { ...search, isNear: true })
    return { ...page, items: page.items.map((row) => summarise(row, query.q)) }
  })
}

export async function get(context: Context, id: Id, asOf?: PlainDate): Promise<DocumentRecord> {
  return context.read(async (db) => present(context, db, await store.get(db, id), asOf))
}

export async function options(context: Context): Promise<DocumentOptions> {
  const { actor, today } = context
  const isMine = mayRegister(actor)
  const bodies = isMine ? await context.read((db) => listBodies(db, actor, today)) : []
  return { bodies, mayRegister: isMine }
}

export function register(context: Context, paper: DocumentRegistration): Promise<DocumentRecord> {
  return context.write(async (tx) => {
    const { id } = await registerDocument(tx, context, paper)
    await tellReaders(tx, context, id, paper.readerIds)
    return present(context, tx, await store.get(tx, id))
  })
}

/** Papers of the register that a number or a text may mean, before it is registered again. */
export async function recognise(
  context: Context,
  { text, symbol, issuedOn }: Recognition,
): Promise<DocumentSummary[]> {
  const known = {
    ...(symbol && serialOf(symbol) !== undefined && { symbol, issuedOn: issuedOn ?? null }),
    ...(text && { hash: textHash(text) }),
  }
  const rows = await context.read((db) => store.findKnown(db, known))
  return rows.map((row) => summarise(row))
}

export function change(context: Context, id: Id, command: DocumentChange): Promise<DocumentRecord> {
  return done(context, id, (tx) => changeDocument(tx, context, id, command))
}

/** A step of its way; `issue` takes in the signed paper. A notice goes its way on its own page. */
export function step(context: Context, id: Id, command: DocumentStep): Promise<DocumentRecord> {
  return done(context, id, async (tx) => {
    const { hasNotice } = await store.get(tx, id)
    if (hasNotice && command.action !== 'expire') throw refusals.isNotice()
    if (command.action === 'issue') await issueDocument(tx, context, id, command)
    else await stepDocument(tx, context, id, command)
  })
}

function done(context: Context, id: Id, doIt: (tx: Tx) => Promise<void>): Promise<DocumentRecord> {
  return context.write(async (tx) => {
    await doIt(tx)
    return present(context, tx, await store.get(tx, id))
  })
}

export function setReaders(
  context: Context,
  id: Id,
  { version, agencyIds }: DocumentReaders,
): Promise<DocumentRecord> {
  return work(context, id, 'give_readers', version, async (tx) => {
    const before = { agencyIds: await readerIds(tx, id) }
    await keepReaders(tx, id, agencyIds)
    const added = await addReaders(tx, id, agencyIds)
    await store.update(tx, id, {})
    await tellReaders(tx, context, id, added)
    return { ...audit.changes(before, { agencyIds }), added }
  })
}

export function link(
  context: Context,
  id: Id,
  { version, toId, relation, words }: DocumentLink,
): Promise<DocumentRecord> {
  return work(context, id, 'link', version, async (tx, document) => {
    const other = await store.get(tx, toId)
    if (id === toId || (relation === 'rests_on' && (await restsOn(tx, toId, id))))
      throw refusals.circle()
    await insertLink(tx, { fromId: id, toId, relation, words: words ?? null })
    if (relation === 'replaces' && document.state === 'issued') {
      for (const old of await listReplaced(tx, id))
        await store.update(tx, old, { state: 'replaced' })
    }
    await store.update(tx, id, {})
    return { toId, relation, symbol: other.symbol }
  })
}

export function unlink(
  context: Context,
  id: Id,
  { version, toId, relation }: DocumentUnlink,
): Promise<DocumentRecord> {
  return work(context, id, 'link', version, async (tx) => {
    await deleteLink(tx, { fromId: id, toId, relation })
    await store.update(tx, id, {})
    return { toId, relation, isRemoved: true }
  })
}

export function attach(
  context: Context,
  id: Id,
  { version, fileId, part }: DocumentFileChange,
): Promise<DocumentRecord> {
  return work(context, id, 'attach', version, async (tx, document) => {
    if (document.isStub) throw refusals.stubHasText()
    await insertFile(tx, id, fileId, part)
    await store.update(tx, id, {})
    return { fileId, part }
  })
}

export function detach(
  context: Context,
  id: Id,
  { version, fileId }: { version: number; fileId: Id },
): Promise<DocumentRecord> {
  return work(context, id, 'attach', version, async (tx) => {
    if (!(await deleteFile(tx, id, fileId))) throw refusals.fileMissing()
    await store.update(tx, id, {})
    return { fileId, isRemoved: true }
  })
}

/** Lock, may I, can it, do it, record; what `doIt` returns goes into the audit. */
async function work(
  context: Context,
  id: Id,
  action: DocumentAction,
  version: number,
  doIt: (tx: Tx, document: store.DocumentRow) => Promise<object>,
): Promise<DocumentRecord> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const document = await store.lock(tx, id, version)
    assertAllowed(may(actor, action, document))
    advance(action, document.state)
    const data = await doIt(tx, document)
    await appendStep(tx, actor, id, { action, on: today })
    await audit.record(tx, actor, `document.${action}`, id, data)
    return present(context, tx, await store.get(tx, id))
  })
}
