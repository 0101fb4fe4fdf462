import { periodBefore } from '@hopluc/shared/periods'
import type { OwnAnswer, OwnReturns, OwnRow } from '@hopluc/shared/return-deeds'
import { cellKey } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { findPeriod, getPeriods } from '../figures/index.ts'
import { breakdownIdsOf, indicatorsOf } from './cells-store.ts'
import { layoutOf, partsKey } from './layout.ts'
import * as store from './own-store.ts'
import { locked, returnNotFound, unknownCell } from './refusals.ts'

/** Returns in which the account's own cooperative was asked to fill in its row. */
export function listOwn(context: Context): Promise<OwnReturns> {
  return context.read(async (db) => ({
    items: (await store.listOwn(db)).map(({ unitId: _unit, periodId: _period, ...item }) => item),
  }))
}

export function getOwn(context: Context, id: Id, entityId: Id): Promise<OwnRow> {
  return context.read(async (db) => present(db, await oneOf(db, id, entityId)))
}

async function oneOf(db: Reader, id: Id, entityId: Id): Promise<store.OwnRecord> {
  const [own] = await store.listOwn(db, id, entityId)
  if (!own) throw returnNotFound()
  return own
}

async function slotsOf(db: Reader, own: store.OwnRecord) {
  const definition = await store.definitionForOwn(db, own.id)
  if (!definition) throw returnNotFound()
  const layout = layoutOf({
    definition,
    indicators: await indicatorsOf(db, definition),
    breakdowns: await breakdownIdsOf(db, definition),
    entities: [
      {
        id: own.entity.id,
        name: own.entity.name,
        kind: kindIn(definition),
        detail: null,
        hasAccount: true,
        invitedOn: null,
      },
    ],
    groups: 0,
    cutoffOn: own.cutoffOn,
    estimateOn: own.estimateOn,
  })
  const slots = layout.slots.filter(({ row, isReadOnly }) => row === own.entity.id && !isReadOnly)
  return { slots, layout, definition }
}

/** It was asked, so its kind is one of those that the grid wants. */
function kindIn({ sections }: NonNullable<Awaited<ReturnType<typeof store.definitionForOwn>>>) {
  const grid = sections.find((section) => section.kind === 'grid' && section.rows === 'entities')
  return (grid?.kind === 'grid' && grid.entityKinds[0]) || 'cooperative'
}

async function present(db: Reader, own: store.OwnRecord): Promise<OwnRow> {
  const { slots, layout } = await slotsOf(db, own)
  const period = await findPeriod(db, own.periodId)
  const [previous] = period ? await getPeriods(db, [periodBefore(period)]) : []
  const before = await store.listOwnBefore(
    db,
    own.entity.id,
    [...new Set(slots.map(({ indicatorId }) => indicatorId))],
    previous ? [previous] : [],
  )
  const offers = new Map(
    (await store.listOwnOffers(db, own)).map((one) => [
      `${one.indicatorId} ${one.breakdownId}`,
      one,
    ]),
  )
  const columns = new Map(
    layout.sections.flatMap((section) =>
      section.kind === 'grid' ? section.columns.map((one) => [one.key, one] as const) : [],
    ),
  )
  const { unitId: _unit, periodId: _period, ...item } = own
  return {
    ...item,
    cells: slots.map((slot) => {
      const { indicatorId, breakdownId, isWhole, mayBeNegative, breakdown } = slot
      const offer = offers.get(`${indicatorId} ${breakdownId}`)
      const column = columns.get(slot.columnKey)
      const done = slots.find(
        (one) =>
          one.as === 'done' &&
          one.indicatorId === indicatorId &&
          partsKey(one.breakdown) === partsKey(breakdown),
      )
      const key = cellKey(done ?? slot)
      return {
        indicatorId,
        breakdownId,
        group: column?.group ?? '',
        name: column?.name ?? '',
        isWhole,
        mayBeNegative,
        value: offer?.value ?? null,
        isNone: offer?.isNone ?? false,
        previous: before.find((one) => cellKey(one) === key)?.value ?? null,
      }
    }),
  }
}

const badValue = (group: string) =>
  new AppError('rule', 'returns.bad_value', {
    vi: `${group}: ô này nhận số nguyên, không âm.`,
    en: `${group}: a whole number, not below zero.`,
  })

/** All of the row or none; the unit takes it over or not. */
export function answerOwn(
  context: Context,
  id: Id,
  entityId: Id,
  { cells }: OwnAnswer,
): Promise<OwnRow> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const own = await oneOf(tx, id, entityId)
    if (!own.isOpen) throw locked('sent')
    const { slots } = await slotsOf(tx, own)
    for (const cell of cells) {
      const slot = slots.find(
        (one) => one.indicatorId === cell.indicatorId && one.breakdownId === cell.breakdownId,
      )
      if (!slot) throw unknownCell()
      const { value } = cell
      if (typeof value !== 'number') continue
      const isWrong =
        (slot.isWhole && !Number.isInteger(value)) || (value < 0 && !slot.mayBeNegative)
      if (isWrong) throw badValue(slot.code)
    }
    await store.offer(tx, own, cells, { accountId: actor.accountId, byWords: actor.byWords, now })
    await audit.record(tx, actor, 'return.offer', id, { entityId, after: cells })
    return present(tx, await oneOf(tx, id, entityId))
  })
}
