import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import {
  type DirectiveToDraft,
  draftFromDirectives,
  issueForNotice,
  startByWordForNotice,
} from '../directive-tasks/index.ts'
import { giveReaders, type IssuedDocument } from '../documents/index.ts'
import { heirsOf } from './heirs.ts'
import { findIssued } from './notice-store.ts'
import * as store from './store.ts'

/** Draft tasks follow what their directives say now. Answers how many of them have one. */
export async function refreshTasks(
  tx: Tx,
  context: Context,
  directiveIds: readonly Id[],
): Promise<number> {
  const rows = await store.listByIds(tx, directiveIds)
  const withTask = new Set(await draftFromDirectives(tx, context, await toDraft(tx, context, rows)))
  for (const { id, hasTask } of rows)
    if (hasTask !== withTask.has(id)) await store.update(tx, id, { hasTask: withTask.has(id) })
  return withTask.size
}

/** The signer left these out: their draft tasks are put aside. */
export async function dropTasks(
  tx: Tx,
  context: Context,
  directiveIds: readonly Id[],
): Promise<void> {
  const rows = await store.listByIds(tx, directiveIds)
  const noted = rows.map((row) => ({ ...row, manner: 'note' as const }))
  await draftFromDirectives(tx, context, await toDraft(tx, context, noted))
  for (const { id, hasTask } of rows) if (hasTask) await store.update(tx, id, { hasTask: false })
}

/** A body that has ended since the text was written is followed to those that took over its duties. */
async function toDraft(
  tx: Tx,
  { today }: Context,
  rows: readonly store.DirectiveRow[],
): Promise<DirectiveToDraft[]> {
  const ids = rows.flatMap(({ leadIds, coIds }) => [...leadIds, ...coIds])
  const heirs = await heirsOf(tx, ids, today)
  const now = (bodies: readonly Id[]) => [...new Set(bodies.flatMap((id) => heirs.get(id) ?? []))]
  return rows.map((row) => ({
    id: row.id,
    ownerId: row.ownerId,
    documentId: row.documentId,
    item: row.item,
    text: row.text,
    manner: row.manner,
    leadIds: now(row.leadIds),
    coIds: now(row.coIds),
    dueOn: row.due_on,
    dueText: row.dueText,
    dueSource:
      row.due_source === 'document' || row.due_source === 'proposed' ? row.due_source : null,
    textDueOn: row.textDueOn,
    recurrence: row.recurrence,
    product: row.product,
    directedBy: row.directedBy,
  }))
}

/** "Giao theo kết luận tại cuộc họp, chờ thông báo". */
export async function startByWord(
  tx: Tx,
  context: Context,
  noticeId: Id,
  text: string,
): Promise<number> {
  const rows = await store.listOf(tx, noticeId)
  const ids = rows.map(({ id }) => id)
  return startByWordForNotice(tx, context, ids, text)
}

/**
 * A directive that was completed after its notice: its task is given like the others, by the paper
 * if that is issued, else on the chair's word.
 */
export async function giveLate(tx: Tx, context: Context, directiveId: Id): Promise<void> {
  const [row] = await store.listByIds(tx, [directiveId])
  if (!row?.hasTask || row.givenOn === null || row.noticeId === null) return
  const paper = await findIssued(tx, row.noticeId)
  if (!paper) {
    await startByWordForNotice(tx, context, [row.id])
    return
  }
  await issueForNotice(tx, context, {
    number: paper.symbol,
    signedOn: paper.issuedOn,
    documentId: row.noticeId,
    items: [itemOf(row)],
  })
  await letRead(tx, context, row.noticeId, [row])
}

/**
 * A paper that holds directives is issued: they are given with its day, their tasks start, and those
 * named in them may read it. Other papers are left alone.
 */
export async function giveIssued(
  tx: Tx,
  context: Context,
  { id, symbol, issuedOn }: IssuedDocument,
): Promise<void> {
  const rows = await store.listOf(tx, id)
  if (rows.length === 0) return
  await store.giveAll(tx, id, issuedOn)
  await issueForNotice(tx, context, {
    number: symbol,
    signedOn: issuedOn,
    documentId: id,
    items: rows.map(itemOf),
  })
  await letRead(tx, context, id, rows)
}

const itemOf = ({ id, item, due_on }: store.DirectiveRow) => ({
  directiveId: id,
  item: item === null ? null : `mục ${item}`,
  ...(due_on && { dueOn: due_on }),
})

/** Those named in a paper, and who answers for them today, may read it from now on. */
async function letRead(
  tx: Tx,
  context: Context,
  id: Id,
  rows: readonly store.DirectiveRow[],
): Promise<void> {
  const ids = rows.flatMap(({ leadIds, coIds }) => [...leadIds, ...coIds])
  const heirs = await heirsOf(tx, ids, context.today)
  const readers = [...new Set(ids.flatMap((one) => [one, ...(heirs.get(one) ?? [])]))]
  await giveReaders(tx, context, id, readers)
}
