import type { Ending, NewUnit, Unit, UnitChange, UnitItem, UnitQuery } from '@hopluc/shared/units'
import { UnitLevel } from '@hopluc/shared/units'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { assertCanEnd, planChange } from '../domain.ts'
import { allowedOnUnit, mayKeep } from '../policy.ts'
import { circular } from '../refusals.ts'
import * as store from './store.ts'

export function list({ read, today }: Context, query: UnitQuery): Promise<Page<UnitItem>> {
  return read((db) => store.list(db, query, query.asOf ?? today))
}

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Unit> {
  return context.read((db) => present(db, context, id, asOf))
}

export function found(context: Context, unit: NewUnit): Promise<Unit> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    const id = await store.found(tx, unit)
    await store.settle(tx, id)
    await audit.record(tx, actor, 'unit.found', id, unit)
    return present(tx, context, id)
  })
}

/** From a day on it is otherwise: what was before is kept as a version of its own. */
export function change(context: Context, id: Id, command: UnitChange): Promise<Unit> {
  const { actor } = context
  const { version, fromOn, ...attributes } = command
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    const last = await store.lock(tx, id, version)
    const { parentId } = attributes
    if (parentId && (await store.isBelow(tx, parentId, id))) throw circular()
    const plan = planChange({ fromOn: last.from_on, untilOn: last.until_on }, fromOn)
    if (plan.step === 'correct') await store.removeVersion(tx, id, fromOn)
    else await store.closeVersion(tx, id, plan.closes, plan.closedOn)
    await store.addVersion(tx, id, {
      level: UnitLevel.parse(last.level),
      kind: attributes.kind ?? last.kind,
      name: attributes.name ?? last.name,
      code: attributes.code === undefined ? last.code : attributes.code,
      parentId: parentId === undefined ? last.parent_id : parentId,
      fromOn,
      untilOn: last.until_on,
    })
    await store.settle(tx, id)
    await audit.record(tx, actor, 'unit.change', id, { fromOn, before: last, ...attributes })
    return present(tx, context, id)
  })
}

export function end(context: Context, id: Id, { version, untilOn }: Ending): Promise<Unit> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    const last = await store.lock(tx, id, version)
    assertCanEnd({ fromOn: last.from_on, untilOn: last.until_on }, untilOn)
    await store.closeVersion(tx, id, last.from_on, untilOn)
    await store.settle(tx, id)
    await audit.record(tx, actor, 'unit.end', id, { before: { untilOn: last.until_on }, untilOn })
    return present(tx, context, id)
  })
}

async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Unit> {
  const unit = await store.get(db, id, asOf)
  return { ...unit, allowed: asOf < today ? [] : allowedOnUnit(actor) }
}
