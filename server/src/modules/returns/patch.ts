import {
  type CellEdit,
  type CellPatch,
  type EditResult,
  type PatchResult,
  type TextEdit,
} from '@hopluc/shared/return-deeds'
import { cellKey, type CellPlace, type ReturnCell } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { type Contents, contentsOf } from './contents.ts'
import {
  type Held,
  isAsHeld,
  isRefusal,
  resultOf,
  verdict,
  type Writer,
  type Written,
  writtenOf,
} from './edits.ts'
import { getHead, type Head, lock } from './head-store.ts'
import * as store from './patch-store.ts'
import { mayEdit } from './policy.ts'
import { locked, unknownCell } from './refusals.ts'
import { subjectOf } from './subject.ts'

/**
 * Takes what a browser did under one number of its own count. The same number again is answered with
 * what it did, also after the return has left; a cell that somebody else has changed is not taken and
 * both values are told, all others are.
 * @throws AppError `returns.locked` where it cannot be edited now, `returns.unknown_cell`
 */
export function patch(context: Context, id: Id, command: CellPatch): Promise<PatchResult> {
  const { actor, today } = context
  const writer = { client: command.client, n: command.n }
  return context.write(async (tx) => {
    await lock(tx, id)
    const head = await getHead(tx, id, today)
    const subject = subjectOf(head)
    const before = subject.isOwn ? await store.findAnswer(tx, head, writer) : undefined
    if (before) {
      const { cells } = await contentsOf(tx, head)
      return { ...(await shown(tx, head, before, cells)), n: command.n, isRepeat: true }
    }
    if (!mayEdit(actor, subject)) {
      assertAllowed(subject.isOwn && mayEdit(actor, { ...subject, state: 'open' }))
      throw locked(head.state)
    }
    const contents = await contentsOf(tx, head)
    const later = await store.laterKeys(tx, head, writer)
    const taken = take(contents, command.edits, writer, later)
    const texts = await takeTexts(tx, head, contents, command.texts, writer, later)
    const results = [...taken.results, ...texts.results]
    const maker = { accountId: actor.accountId, byWords: actor.byWords, now: context.now }
    await store.writeCells(tx, head, taken.written, writer, maker)
    await store.writeTexts(tx, head, texts.written, writer, maker)
    await store.keepAnswer(tx, head, writer, results, context.now)
    if (head.hasRemarks) await store.answerRemarks(tx, head, taken.written)
    if (taken.written.length > 0 || texts.written.length > 0)
      await audit.record(tx, actor, 'return.fill', id, {
        cells: taken.told,
        texts: texts.written.map(({ key }) => key),
      })
    const cells = contents.cells.map((cell) => rewritten(cell, taken.byKey, maker))
    return { ...(await shown(tx, head, results, cells)), n: command.n, isRepeat: false }
  })
}

/** As it holds after this: the same as it would be read. */
function rewritten(
  cell: ReturnCell,
  written: ReadonlyMap<string, Written>,
  { byWords, now }: store.Maker,
): ReturnCell {
  const next = written.get(cellKey(cell))
  if (!next) return cell
  return { ...cell, ...next, version: cell.version + 1, byWords, at: now.toISOString() }
}

async function shown(tx: Tx, head: Head, results: EditResult[], cells: readonly ReturnCell[]) {
  const keys = new Set(results.map(({ key }) => key))
  const hasTexts = results.some(({ key }) => !key.includes('/'))
  const texts = hasTexts ? await store.listTexts(tx, head) : []
  return {
    results,
    cells: cells.filter((cell) => keys.has(cellKey(cell))),
    texts: texts
      .filter(({ key }) => keys.has(key))
      .map(({ client: _client, n: _n, ...text }) => text),
  }
}

interface Taken {
  results: EditResult[]
  written: (CellPlace & Written)[]
  byKey: Map<string, Written>
  told: object[]
}

/** What of these edits holds; of one cell the last says what. */
export function take(
  { cells, kept }: Pick<Contents, 'cells' | 'kept'>,
  edits: readonly CellEdit[],
  writer: Writer,
  later: ReadonlySet<string>,
): Taken {
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]))
  const last = new Map(edits.map((edit) => [cellKey(edit), edit]))
  const taken: Taken = { results: [], written: [], byKey: new Map(), told: [] }
  for (const [key, edit] of last) {
    const cell = byKey.get(key)
    if (!cell) throw unknownCell()
    takeOne(taken, edit, cell, { held: kept.get(key), writer, isLater: later.has(key) })
  }
  return taken
}

function takeOne(
  taken: Taken,
  edit: CellEdit,
  cell: ReturnCell,
  { held, writer, isLater }: { held: Held | undefined; writer: Writer; isLater: boolean },
): void {
  const written = writtenOf(edit, cell)
  const said = (status: EditResult['status'], why?: { vi: string; en: string }) =>
    taken.results.push(resultOf(edit, status, held, why))
  if (isRefusal(written)) {
    said('refused', written)
    return
  }
  const found = verdict(edit.seen, held, writer, isLater)
  if (found === 'superseded') {
    said('superseded')
    return
  }
  if (held && isAsHeld(written, cell) && (found === 'conflict' || held.client !== writer.client)) {
    taken.results.push({ ...resultOf(edit, 'applied', held), version: held.version })
    return
  }
  if (found === 'conflict') {
    said('conflict')
    return
  }
  const { row, indicatorId, breakdownId } = edit
  said('applied')
  taken.written.push({ row, indicatorId, breakdownId, ...written })
  taken.byKey.set(cellKey(edit), written)
  taken.told.push({
    key: cellKey(edit),
    before: held ? { value: held.value, isNone: held.isNone } : null,
    after: { value: written.value, isNone: written.isNone },
    ...(written.reason !== null && { reason: written.reason }),
  })
}

/** Keys of questions and notes that the form has. */
function textKeys({ layout }: Contents): Set<string> {
  return new Set(
    layout.sections.flatMap((section) =>
      section.kind === 'questions'
        ? section.questions.map(({ key }) => key)
        : section.kind === 'notes'
          ? [section.key]
          : [],
    ),
  )
}

async function takeTexts(
  tx: Tx,
  head: Head,
  contents: Contents,
  edits: readonly TextEdit[],
  writer: Writer,
  later: ReadonlySet<string>,
): Promise<{ results: EditResult[]; written: TextEdit[] }> {
  if (edits.length === 0) return { results: [], written: [] }
  const known = textKeys(contents)
  const held = new Map((await store.listTexts(tx, head)).map((text) => [text.key, text]))
  const written: TextEdit[] = []
  const results = [...new Map(edits.map((edit) => [edit.key, edit])).values()].map(
    (edit): EditResult => {
      if (!known.has(edit.key)) throw unknownCell()
      const own = held.get(edit.key)
      const found = verdict(edit.seen, own, writer, later.has(edit.key))
      const isSame = own?.text === edit.text && own.client !== writer.client
      const status = found === 'apply' || isSame ? 'applied' : found
      if (status === 'applied' && !isSame) written.push(edit)
      return {
        key: edit.key,
        status,
        version: (own?.version ?? 0) + (status === 'applied' && !isSame ? 1 : 0),
        theirs:
          status === 'conflict' && own
            ? {
                value: null,
                isNone: false,
                text: own.text,
                byWords: own.byWords ?? '',
                at: own.at ?? '',
              }
            : null,
        vi: null,
        en: null,
      }
    },
  )
  return { results, written }
}
