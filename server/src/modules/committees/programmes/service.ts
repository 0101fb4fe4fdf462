import type {
  ItemCommand,
  NewProgramme,
  Programme,
  ProgrammeAction,
  ProgrammeIssue,
  ProgrammeItems,
  ProgrammeOfYear,
} from '@hopluc/shared/programmes'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { isKept } from '../../units/index.ts'
import { may } from '../policy.ts'
import { notToCome, wrongState } from '../refusals.ts'
import { carryOut } from './carry-out.ts'
import { doneOn, stateOf, yearLater } from './domain.ts'
import * as store from './store.ts'

/** The work programme of a body for a year, with what was made of each item by the day. */
export function ofYear(
  context: Context,
  bodyId: Id,
  { year, asOf = context.today }: { year?: number | undefined; asOf?: PlainDate | undefined },
): Promise<ProgrammeOfYear> {
  return context.read((db) => presentYear(db, context, bodyId, year, asOf))
}

async function presentYear(
  db: Reader,
  context: Context,
  bodyId: Id,
  wanted: number | undefined,
  day: PlainDate = context.today,
): Promise<ProgrammeOfYear> {
  const { unitId: _unit, ...body } = await store.findBody(db, bodyId, day)
  const year = wanted ?? Number(day.slice(0, 4))
  const row = await store.find(db, bodyId, year)
  const isOwn = day >= context.today && (await isKept(db, bodyId))
  return {
    body,
    year,
    years: await store.listYears(db, bodyId),
    programme: row ? await present(db, context, row.id, day) : null,
    allowed: may(context.actor, 'programme.draw_up', isOwn) && !row ? ['draw_up'] : [],
  }
}

/** A programme with what was made of each item by the day. */
export async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  day: PlainDate = today,
): Promise<Programme> {
  const { bodyId, ...row } = await store.get(db, id)
  const { unitId, ...body } = await store.findBody(db, bodyId, day)
  const items = (await store.listItems(db, id, day)).map((item) => ({
    id: item.id,
    month: item.month,
    kind: item.kind,
    text: item.text,
    lead: item.lead,
    seat: item.seat,
    product: item.product,
    dueOn: item.dueOn,
    state: stateOf(item, day),
    on: doneOn(item, day) ?? item.meeting?.heldOn ?? item.inspections[0]?.plannedOn ?? null,
    meetingId: item.meetingId,
    taskId: item.taskId,
    documentId: item.documentId,
    inspections: item.inspections.map(({ id: inspectionId, unit, madeOn }) => ({
      id: inspectionId,
      unit,
      isMade: madeOn !== null && madeOn <= day,
    })),
    note: item.note,
  }))
  const isOwn = day >= today && (await isKept(db, bodyId))
  const allowed: ProgrammeAction[] = []
  if (may(actor, 'programme.draw_up', isOwn)) allowed.push('edit', 'copy')
  if (may(actor, 'programme.issue', isOwn)) allowed.push('issue')
  if (may(actor, 'programme.make', isOwn)) allowed.push('make')
  return {
    ...row,
    body,
    unitId,
    items,
    done: items.filter(({ state }) => state === 'done' || state === 'done_late').length,
    late: items.filter(({ state }) => state === 'late').length,
    allowed,
  }
}

/** An empty programme, or the lines of another year moved to this one. */
export function drawUp(
  context: Context,
  bodyId: Id,
  { year, copyFrom }: NewProgramme,
): Promise<Programme> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'programme.draw_up', await isKept(tx, bodyId)))
    if (await store.find(tx, bodyId, year)) throw alreadyThere(year)
    const from = copyFrom === null ? undefined : await store.find(tx, bodyId, copyFrom)
    const id = await store.insert(tx, { bodyId, year, by: actor.accountId })
    const lines = from ? await store.listItems(tx, from.id, today) : []
    await store.replaceItems(
      tx,
      id,
      lines
        .filter(({ cancelledOn }) => cancelledOn === null)
        .map(({ month, kind, text, lead, seat, product, dueOn }) => ({
          month,
          kind,
          text,
          product,
          leadId: lead?.id ?? null,
          seatId: seat?.id ?? null,
          dueOn: yearLater(dueOn, year),
        })),
    )
    await audit.record(tx, actor, 'programme.draw_up', id, { bodyId, year, copyFrom })
    return present(tx, context, id)
  })
}

/** The lines as they shall be; a line of which something was made stays. */
export function change(
  context: Context,
  id: Id,
  { version, items }: ProgrammeItems,
): Promise<Programme> {
  return work(context, id, 'programme.draw_up', version, async (tx) => {
    const before = await store.listItems(tx, id, context.today)
    const kept = new Set(items.flatMap((line) => line.id ?? []))
    const isMade = (item: store.ItemRow) =>
      item.meetingId !== null || item.taskId !== null || item.inspections.length > 0
    if (before.some((item) => isMade(item) && !kept.has(item.id))) throw stillUsed()
    await store.replaceItems(tx, id, items)
    await store.update(tx, id, {})
    const after = await store.listItems(tx, id, context.today)
    return audit.changes({ items: before.map(lineOf) }, { items: after.map(lineOf) })
  })
}

/** What the audit keeps of a line. */
function lineOf({ id, month, kind, text, lead, seat, product, dueOn }: store.ItemRow) {
  return {
    id,
    month,
    kind,
    text,
    leadId: lead?.id ?? null,
    seatId: seat?.id ?? null,
    product,
    dueOn,
  }
}

/** What the audit keeps of what became of a line. */
function markOf(item: store.ItemRow) {
  const { meetingId, taskId, documentId, doneOn: on, cancelledOn, note } = item
  const inspectionIds = item.inspections.map(({ id }) => id)
  return { meetingId, taskId, documentId, inspectionIds, doneOn: on, cancelledOn, note }
}

/** The document that issued it. */
export function issue(
  context: Context,
  id: Id,
  { version, ...paper }: ProgrammeIssue,
): Promise<Programme> {
  return work(context, id, 'programme.issue', version, async (tx, row) => {
    if (paper.issuedOn > context.today) throw notToCome()
    await store.update(tx, id, {
      paper: paper.paper,
      issued_on: paper.issuedOn,
      document_id: paper.documentId,
    })
    return audit.changes(row, paper)
  })
}

/** From an item: its meeting, task, inspections, the draft of its report; or a note of what was done otherwise. */
export function make(
  context: Context,
  id: Id,
  itemId: Id,
  { version, deed }: ItemCommand,
): Promise<Programme> {
  return work(context, id, 'programme.make', version, async (tx, row) => {
    const item = (await store.listItems(tx, id, context.today)).find((one) => one.id === itemId)
    if (!item || item.cancelledOn !== null) throw wrongState('programmes')
    await carryOut(tx, context, row, item, deed)
    await store.update(tx, id, {})
    const after = (await store.listItems(tx, id, context.today)).find((one) => one.id === itemId)
    return { itemId, ...deed, ...audit.changes(markOf(item), after ? markOf(after) : {}) }
  })
}

/** Lock, may I, do it, record. */
async function work(
  context: Context,
  id: Id,
  deed: 'programme.draw_up' | 'programme.issue' | 'programme.make',
  version: number,
  doIt: (tx: Tx, row: store.ProgrammeRow) => Promise<object>,
): Promise<Programme> {
  const { actor } = context
  return context.write(async (tx) => {
    const { bodyId } = await store.get(tx, id)
    assertAllowed(may(actor, deed, await isKept(tx, bodyId)))
    const data = await doIt(tx, await store.lock(tx, id, version))
    await audit.record(tx, actor, deed, id, data)
    return present(tx, context, id)
  })
}

function alreadyThere(year: number) {
  return new AppError('rule', 'programmes.already_there', {
    vi: `Đã có chương trình công tác năm ${year}.`,
    en: `There is a programme for ${year} already.`,
  })
}

function stillUsed() {
  return new AppError('rule', 'programmes.item_made', {
    vi: 'Không bỏ được nội dung đã lập cuộc họp, nhiệm vụ hoặc lịch kiểm tra. Hãy hủy nội dung đó.',
    en: 'An item of which something was made cannot be removed. Cancel it instead.',
  })
}
