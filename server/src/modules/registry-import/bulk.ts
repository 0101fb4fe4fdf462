import { EVENT_WORDS } from '@hopluc/shared/entity-words'
import type {
  EntityBulkChange,
  EntityBulkOrder,
  EntityBulkPreview,
  ImportCounts,
  ImportIssue,
} from '@hopluc/shared/entity-import'
import { EntityQuery } from '@hopluc/shared/entity-lists'
import {
  EntityAttribute,
  type EntityAttributes,
  type NewEntityEvent,
} from '@hopluc/shared/entities'
import type { Id } from '@hopluc/shared/values'
import { isDeepStrictEqual } from 'node:util'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import {
  assertKnown,
  assertLife,
  assertRecordable,
  entityNotFound,
  listEntities,
  listEvents,
} from '../registry/index.ts'
import { eventOf } from './founding.ts'
import type { Planned } from './planned.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import { said } from './said.ts'
import { countsOf } from './service.ts'
import * as store from './store.ts'
import { write } from './writing.ts'

const MOST = 5000

/** What one change would do to each of many; nothing is written. */
export async function preview(
  context: Context,
  change: EntityBulkChange,
): Promise<EntityBulkPreview> {
  assertAllowed(may(context.actor, 'entity.change_many'))
  const ids = await chosen(context, change)
  const planned = await context.read((db) => plan(db, context, change, ids))
  return {
    counts: countsOf(planned),
    rows: planned.map(({ action, name, code, entityId, changes, issues }) => ({
      action,
      name,
      code,
      unit: null,
      entityId,
      changes,
      issue: issues[0] ?? null,
    })),
  }
}

/**
 * All of them or, of an order for those that can be, these; in one transaction with one entry of the audit.
 * @throws AppError `entity_import.errors`, `entity_import.nothing`
 */
export async function carryOut(context: Context, order: EntityBulkOrder): Promise<ImportCounts> {
  const { actor } = context
  assertAllowed(may(actor, 'entity.change_many'))
  const ids = await chosen(context, order)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'entity.change_many'))
    await assertKnown(tx, { commodities: order.addCommodities, lines: order.addLines })
    const planned = await plan(tx, context, order, ids)
    const [wrong] = planned.flatMap(({ issues }) => issues)
    const counts = countsOf(planned)
    if (wrong && !order.isPartial) throw refusals.withErrors(counts.problem, wrong.vi, wrong.en)
    if (counts.change === 0) throw refusals.nothingToDo()
    const report = () => Promise.resolve()
    const toWrite = planned.filter(({ action }) => action === 'change')
    const { note, fromOn: day } = order
    const writing = { source: 'commune', day, note, fileId: null, report } as const
    const { changed } = await write(tx, context, toWrite, writing)
    const { ids: _asked, isPartial, ...what } = order
    await audit.record(tx, actor, 'entity.change_many', newId(), {
      ...what,
      isPartial,
      counts,
      changed,
    })
    return counts
  })
}

/** Those named, or all that the filter finds today. */
async function chosen(
  context: Context,
  { ids, filter, fromOn, ...change }: EntityBulkChange,
): Promise<Id[]> {
  if (fromOn > context.today) throw refusals.listAhead()
  const { set, addCommodities, removeCommodities, addLines, event } = change
  const isEmpty = Object.values(set).every((value) => value === undefined)
  if (isEmpty && [...addCommodities, ...removeCommodities, ...addLines].length === 0 && !event)
    throw refusals.noChange()
  if (ids) {
    const rows = await context.read((db) =>
      db.selectFrom('entities').select('id').where('id', 'in', ids).execute(),
    )
    if (rows.length < new Set(ids).size) throw entityNotFound()
    return [...new Set(ids)]
  }
  if (!filter) throw refusals.noneChosen()
  const found: Id[] = []
  let cursor: string | undefined
  do {
    const query = { ...EntityQuery.parse({ limit: 200 }), ...filter, cursor, totals: false }
    const { items, next } = await listEntities(context, query)
    found.push(...items.map(({ id }) => id))
    if (found.length > MOST) throw refusals.tooMany(MOST)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  if (found.length === 0) throw refusals.noneChosen()
  return found
}

async function plan(
  db: Reader,
  context: Context,
  change: EntityBulkChange,
  ids: readonly Id[],
): Promise<Planned[]> {
  const { fromOn } = change
  const asked = ids.map((id, line) => ({ line, id, day: fromOn, year: null }))
  const states = await store.statesOf(db, asked, [])
  const rows = await db.selectFrom('commodities').select(['code', 'name']).execute()
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  const planned: Planned[] = []
  for (const state of states.toSorted((one, other) => one.line - other.line)) {
    const one = planOf(state, change, names)
    const event = change.event && eventOf(change.event.kind, fromOn, given(change.event))
    if (event && one.issues.length === 0) await addStep(db, context, one, event)
    planned.push(one)
  }
  return planned
}

const given = ({ decidedBy, decisionNo, note }: NonNullable<EntityBulkChange['event']>) => ({
  decidedBy: decidedBy ?? null,
  decisionNo: decisionNo ?? null,
  note: note ?? null,
})

function planOf(
  state: store.Known,
  change: EntityBulkChange,
  names: ReadonlyMap<string, string>,
): Planned {
  const before = state.attributes
  const planned: Planned = {
    line: state.line,
    action: 'same',
    name: before?.name ?? '',
    code: before?.code ?? null,
    unitId: state.unitId,
    entityId: state.id,
    fromOn: change.fromOn,
    attributes: {},
    kind: before?.kind ?? null,
    place: null,
    turns: [],
    events: [],
    year: null,
    figures: {},
    changes: [],
    issues: [],
  }
  if (!before || !state.isKept)
    return problem(
      planned,
      state.isKept
        ? {
            vi: 'Danh sách chưa có thông tin về đơn vị này vào ngày đã chọn.',
            en: 'The register does not know it on that day.',
          }
        : {
            vi: 'Đơn vị này do địa phương khác quản lý danh sách.',
            en: 'It is kept by another authority.',
          },
    )
  const after = changed(before, change)
  for (const name of EntityAttribute.options) {
    const value = after[name]
    if (value === undefined || isDeepStrictEqual(value, before[name])) continue
    Object.assign(planned.attributes, { [name]: value })
    planned.changes.push({
      field: name,
      before: said(name, before[name], names),
      after: said(name, value, names),
    })
  }
  if (planned.changes.length > 0) planned.action = 'change'
  return planned
}

function changed(before: EntityAttributes, change: EntityBulkChange): Partial<EntityAttributes> {
  const { set, addCommodities, removeCommodities, addLines } = change
  const { law, governance, workers } = set
  return {
    ...(law !== undefined && { law }),
    ...(governance !== undefined && { governance }),
    ...(workers !== undefined && { workers }),
    commodities: [...new Set([...before.commodities, ...addCommodities])].filter(
      (code) => !removeCommodities.includes(code),
    ),
    lines: [...new Set([...before.lines, ...addLines])],
  }
}

/** A step that all take, where it fits into the life of this one. */
async function addStep(
  db: Reader,
  { today }: Context,
  planned: Planned,
  event: NewEntityEvent,
): Promise<void> {
  const { entityId } = planned
  if (!entityId) return
  const fresh = { ...event, id: newId() }
  try {
    assertRecordable(fresh, today)
    const events = await listEvents(db, entityId)
    assertLife([...events.filter(({ voidReason }) => voidReason === null), fresh])
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problem(planned, error.sentences)
    return
  }
  planned.events = [event]
  planned.action = 'change'
  planned.changes.push({ field: 'status', before: null, after: EVENT_WORDS[event.kind].vi })
}

function problem(planned: Planned, sentences: Pick<ImportIssue, 'vi' | 'en'>): Planned {
  planned.action = 'problem'
  planned.issues.push({ line: null, column: null, field: null, isError: true, ...sentences })
  return planned
}
