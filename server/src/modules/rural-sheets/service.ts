import type {
  RuralCriteria,
  RuralCriteriaEdit,
  RuralEntry,
  RuralSheet,
  RuralSheetQuery,
} from '@hopluc/shared/rural-sheets'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** A commune's sheet of a year: one's own commune's, or the first of one's area. */
export function sheet(context: Context, query: RuralSheetQuery): Promise<RuralSheet> {
  return context.read((db) => present(db, context, query))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  query: RuralSheetQuery,
): Promise<RuralSheet> {
  const units = await store.listUnits(db, 'commune', today)
  const own = await store.ownCommune(db)
  const unitId = query.unit ?? own ?? units[0]?.id
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) throw refusals.noUnit()
  const year = query.year ?? Number(today.slice(0, 4))
  const day = dayOf(year, today)
  const entered = await store.listEntered(db, unit.id, year)
  const of = new Map(entered.map(({ criterionId, ...one }) => [criterionId, one]))
  const lines = (await criteriaOf(db, unit.id, today)).items
  return {
    unit,
    year,
    asOf: day,
    counts: await store.counts(db, unit.id, { year, day }),
    lines: lines.map((line) => ({ ...line, ...(of.get(line.id) ?? NOBODY) })),
    units,
    mayEnter: may(actor, 'rural.enter') && unit.id === own,
  }
}

const NOBODY = {
  state: 'unknown',
  note: null,
  enteredOn: null,
  byWords: null,
  isDemo: false,
  version: 0,
} as const

/** The end of the year, or today while it lasts. */
function dayOf(year: number, today: PlainDate): PlainDate {
  const end = `${year}-12-31`
  return end < today ? end : today
}

async function criteriaOf(db: Reader, unitId: Id, today: PlainDate) {
  const own = await store.ownCriteria(db, unitId, today)
  const version = Math.max(0, ...own.map((one) => one.version))
  const items = own.length === 0 ? store.SHIPPED : own.map(({ version: _version, ...item }) => item)
  return { items: [...items], isOwn: own.length > 0, version }
}

/** By the commune itself: whether a line is met, and what shows it. */
export function enter(context: Context, given: RuralEntry): Promise<RuralSheet> {
  const { actor, today } = context
  const { unitId, year, criterionId, state, note, version } = given
  assertNoStateSecret(note)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'rural.enter'))
    if ((await store.ownCommune(tx)) !== unitId) throw refusals.noUnit()
    const { items } = await criteriaOf(tx, unitId, today)
    if (!items.some(({ id }) => id === criterionId)) throw refusals.noCriterion()
    await store.lock(tx, `${unitId} ${year} ${criterionId}`)
    const known = (await store.listEntered(tx, unitId, year)).find(
      (one) => one.criterionId === criterionId,
    )
    if ((known?.version ?? 0) !== version) throw refusals.changed()
    const values = {
      state,
      note,
      entered_on: today,
      entered_by: actor.accountId,
      entered_words: actor.byWords,
      version: version + 1,
    }
    await tx
      .insertInto('rural_evidence')
      .values({ unit_id: unitId, year, criterion_id: criterionId, ...values })
      .onConflict((on) => on.columns(['unit_id', 'year', 'criterion_id']).doUpdateSet(values))
      .execute()
    const before = known && { state: known.state, note: known.note }
    const after = { year, state, note }
    // Of the line: everybody reads what is told of a unit.
    await audit.record(tx, actor, 'rural.enter', criterionId, { unitId, before, after })
    return present(tx, context, { unit: unitId, year })
  })
}

/** The list of the standing agency's province. */
export function criteria(context: Context): Promise<RuralCriteria> {
  return context.read((db) => ownList(db, context))
}

async function ownList(db: Reader, { actor, today }: Context): Promise<RuralCriteria> {
  assertAllowed(may(actor, 'rural.criteria'))
  const unit = await store.ownProvince(db, today)
  if (!unit) throw refusals.noUnit()
  return { unit, ...(await criteriaOf(db, unit.id, today)) }
}

/** Keeps the whole list; lines that are left out are no longer asked for. */
export function keepCriteria(
  context: Context,
  { items, version }: RuralCriteriaEdit,
): Promise<RuralCriteria> {
  const { actor } = context
  return context.write(async (tx) => {
    const { unit } = await ownList(tx, context)
    await store.lock(tx, unit.id)
    const before = await ownList(tx, context)
    if (before.version !== version) throw refusals.changed()
    await replace(tx, unit.id, items, version + 1)
    const was = before.isOwn ? before.items : []
    const subject = items[0]?.id ?? unit.id
    const of = { unitId: unit.id, before: was, after: items }
    await audit.record(tx, actor, 'rural.criteria', subject, of)
    return ownList(tx, context)
  })
}

async function replace(
  tx: Tx,
  unitId: Id,
  items: RuralCriteriaEdit['items'],
  version: number,
): Promise<void> {
  await tx
    .updateTable('rural_criteria')
    .set({ is_ended: true })
    .where('unit_id', '=', unitId)
    .execute()
  await tx
    .insertInto('rural_criteria')
    .values(
      items.map(({ id, name, legalBasis, threshold, source }, position) => ({
        id,
        unit_id: unitId,
        position,
        name,
        legal_basis: legalBasis,
        threshold,
        source,
        version,
      })),
    )
    .onConflict((on) =>
      on
        .columns(['unit_id', 'id'])
        .doUpdateSet((eb) => ({
          position: eb.ref('excluded.position'),
          name: eb.ref('excluded.name'),
          legal_basis: eb.ref('excluded.legal_basis'),
          threshold: eb.ref('excluded.threshold'),
          source: eb.ref('excluded.source'),
          version: eb.ref('excluded.version'),
          is_ended: false,
        })),
    )
    .execute()
}
