import { checkReturn } from '@hopluc/shared/return-checks'
import type { ReturnDeed } from '@hopluc/shared/return-deeds'
import { cellKey, type CellPlace, type Return } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { belowWords } from './below.ts'
import { type Contents, contentsOf } from './contents.ts'
import * as store from './deeds-store.ts'
import { getHead, type Head, lock } from './head-store.ts'
import { invite, takeOffers } from './offers.ts'
import { type Maker, settleWeights, writeCells } from './patch-store.ts'
import { hasPart, may } from './policy.ts'
import { present, shown, subjectToCheck } from './present.ts'
import { notClean, notNow, returnChanged } from './refusals.ts'
import { addEvent, addRemarks, closeRemarks } from './story-store.ts'
import { subjectOf } from './subject.ts'
import { tellOf } from './telling.ts'

/**
 * Does one thing to a return: who may, whether its state lets it, the deed, its event, its audit, its
 * notices, in one transaction.
 * @throws AppError `returns.changed`, `returns.not_now`, `returns.not_clean` with every place
 */
export function act(context: Context, id: Id, deed: ReturnDeed): Promise<Return> {
  const { actor, today } = context
  return context.write(async (tx) => {
    await lock(tx, id, deed.version)
    const head = await getHead(tx, id, today)
    assertAllowed(hasPart(actor, deed.action, head))
    if (head.version !== deed.version) throw returnChanged()
    if (!may(actor, deed.action, subjectOf(head))) throw notNow(head.state)
    const maker = { accountId: actor.accountId, byWords: actor.byWords, now: context.now }
    const { contents, ...told } = await carryOut(tx, context, head, deed, maker)
    const text = [textOf(deed), contents?.below && belowWords(contents.below)]
      .filter(Boolean)
      .join(' ')
    await addEvent(tx, head, maker, {
      action: deed.action,
      text: text || null,
      ...(deed.action === 'correct' && {
        details: { number: deed.number, on: deed.on, reason: deed.reason },
      }),
    })
    await audit.record(tx, actor, `return.${deed.action}`, id, {
      before: { state: head.state, version: head.version },
      ...told,
      text: text || null,
    })
    await tellOf(tx, context, head, deed.action)
    if (!contents) return present(tx, context, id)
    return shown(tx, context, await getHead(tx, id, today), contents)
  })
}

function textOf(deed: ReturnDeed): string | null {
  if (deed.action === 'correct') return `${deed.number}: ${deed.reason}`
  if (deed.action === 'return' || deed.action === 'give_back' || deed.action === 'check')
    return deed.remarks.find(({ cell }) => cell === null)?.text ?? countWords(deed.remarks.length)
  return deed.action === 'invite' || deed.action === 'take_offers' ? null : deed.text
}
const countWords = (count: number) => (count === 0 ? null : `${count} ý kiến tại ô`)

/** What is told of it; pages that were read and have not changed. */
type Done = Record<string, unknown> & { contents?: Contents }

async function carryOut(
  tx: Tx,
  context: Context,
  head: Head,
  deed: ReturnDeed,
  maker: Maker,
): Promise<Done> {
  const { actor, now } = context
  switch (deed.action) {
    case 'present': {
      const contents = await contentsOf(tx, head)
      await assertClean(tx, head, contents)
      const settled = await settle(tx, head, contents, maker)
      return {
        ...(await store.move(tx, head, { state: 'with_leader', presented_words: actor.byWords })),
        contents: settled,
      }
    }
    case 'give_back':
      await addRemarks(tx, head, 'leader', deed.remarks, maker)
      return store.move(tx, head, { state: head.sentAt === null ? 'open' : 'returned' })
    case 'send':
      return send(tx, context, head, maker)
    case 'take_back':
      return store.move(tx, head, { state: 'open' })
    case 'return':
      await addRemarks(tx, head, 'receiver', deed.remarks, maker)
      return store.move(tx, head, { state: 'returned' })
    case 'accept':
      return { figures: await store.accept(tx, head, actor.byWords, now) }
    case 'correct': {
      const { number, on, reason } = deed
      const correction = { number, on, reason }
      await store.move(tx, head, { state: 'open', correction: JSON.stringify(correction) })
      return { after: { state: 'open', correction } }
    }
    case 'drop_correction':
      await store.dropCorrection(tx, head)
      return { after: { state: 'accepted' } }
    case 'check': {
      await addRemarks(tx, head, 'checker', deed.remarks, maker)
      const isClear = deed.remarks.length === 0
      return store.move(tx, head, { check_state: isClear ? 'checked' : 'remarked' })
    }
    case 'invite':
      return invite(tx, context, head, deed.entityIds)
    case 'take_offers':
      return takeOffers(tx, head, deed.entityIds, maker)
  }
}

async function assertClean(tx: Tx, head: Head, contents: Contents): Promise<void> {
  const findings = checkReturn(await subjectToCheck(tx, head, contents))
  const open = findings.filter(({ kind, hasReason }) => kind !== 'warning' || !hasReason)
  if (open.length > 0) throw notClean(open)
}

/**
 * What nobody entered and yet stands in its cell, out of the register or from below, is written down as it
 * was seen. Answers the pages as they then are.
 */
async function settle(tx: Tx, head: Head, contents: Contents, maker: Maker): Promise<Contents> {
  const { cells, kept } = contents
  const given = cells.filter((cell) => {
    const row = kept.get(cellKey(cell))
    return cell.value !== (row?.value ?? null) || cell.isNone !== (row?.isNone ?? false)
  })
  if (given.length === 0) return contents
  await writeCells(
    tx,
    head,
    given.map(({ row, indicatorId, breakdownId, value, isNone, source }) => ({
      row,
      indicatorId,
      breakdownId,
      value,
      isNone,
      source,
      isSame: false,
      reason: null,
    })),
    null,
    maker,
  )
  const at = maker.now.toISOString()
  const keys = new Set(given.map((cell) => cellKey(cell)))
  const next = cells.map((cell) =>
    keys.has(cellKey(cell))
      ? {
          ...cell,
          version: cell.version + 1,
          byWords: maker.byWords,
          at,
          isSame: false,
          reason: null,
        }
      : cell,
  )
  return { ...contents, cells: next }
}

/** Every mean gets its denominator, and what was given without being entered is written down. */
async function send(tx: Tx, { actor, now }: Context, head: Head, maker: Maker): Promise<Done> {
  const read = await contentsOf(tx, head)
  await assertClean(tx, head, read)
  const contents = await settle(tx, head, read, maker)
  await settleWeights(tx, head, weightsOf(contents))
  if (head.hasRemarks) await closeRemarks(tx, head)
  const told = await store.move(tx, head, {
    state: 'sent',
    sent_at: now,
    sent_words: actor.byWords,
    ...(head.presentedWords === null && { presented_words: actor.byWords }),
    ...(head.checkerId !== null && { check_state: 'waiting' }),
  })
  return { ...told, contents }
}

function weightsOf({ layout, cells, below }: Contents): (CellPlace & { weight: number })[] {
  const values = new Map(cells.map((cell) => [cellKey(cell), cell.value]))
  return layout.slots.flatMap((slot) => {
    const value = values.get(cellKey(slot)) ?? null
    if (!slot.isMean || value === null) return []
    const { row, indicatorId, breakdownId } = slot
    const weight =
      (slot.weightKey && values.get(slot.weightKey)) || below?.weights.get(cellKey(slot)) || 1
    return [{ row, indicatorId, breakdownId, weight }]
  })
}
