import type {
  Agency,
  AgencyChange,
  AgencyItem,
  AgencyKind,
  AgencyQuery,
  Ending,
  NewAgency,
  OtherNames,
} from '@hopluc/shared/units'
import { FOREVER, type Id, type Page, type PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { assertCanEnd, planChange } from '../domain.ts'
import { allowedOnAgency, mayKeep } from '../policy.ts'
import * as store from './store.ts'

export function list({ read, today }: Context, query: AgencyQuery): Promise<Page<AgencyItem>> {
  return read((db) => store.list(db, query, query.asOf ?? today))
}

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Agency> {
  return context.read((db) => present(db, context, id, asOf))
}

export function found(context: Context, agency: NewAgency): Promise<Agency> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    if (isBody(agency.kind)) throw committeeApart()
    const id = await store.found(tx, { ...agency, untilOn: FOREVER })
    await store.settle(tx, id)
    await audit.record(tx, actor, 'agency.found', id, agency)
    return present(tx, context, id)
  })
}

/** From a day on it is otherwise: what was before is kept as a version of its own. */
export function change(context: Context, id: Id, command: AgencyChange): Promise<Agency> {
  const { actor } = context
  const { version, fromOn, ...attributes } = command
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    const last = await store.lock(tx, id, version)
    if (
      attributes.kind &&
      attributes.kind !== last.kind &&
      (isBody(last.kind) || isBody(attributes.kind))
    )
      throw committeeApart()
    const plan = planChange(last, fromOn)
    if (plan.step === 'correct') await store.removeVersion(tx, id, fromOn)
    else await store.closeVersion(tx, id, plan.closes, plan.closedOn)
    await store.addVersion(tx, id, { ...last, ...withoutGaps(attributes), fromOn })
    await store.settle(tx, id)
    await audit.record(tx, actor, 'agency.change', id, { fromOn, before: last, ...attributes })
    return present(tx, context, id)
  })
}

export function end(context: Context, id: Id, { version, untilOn }: Ending): Promise<Agency> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    const last = await store.lock(tx, id, version)
    assertCanEnd(last, untilOn)
    await store.closeVersion(tx, id, last.fromOn, untilOn)
    await store.settle(tx, id)
    await audit.record(tx, actor, 'agency.end', id, audit.changes(last, { untilOn }))
    return present(tx, context, id)
  })
}

/** Other names by which documents call it; readings resolve them on the document's day. */
export function name(context: Context, id: Id, { version, names }: OtherNames): Promise<Agency> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    await store.lock(tx, id, version)
    const before = await store.setNames(tx, id, names)
    await store.settle(tx, id)
    await audit.record(tx, actor, 'agency.name', id, { before, names })
    return present(tx, context, id)
  })
}

async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Agency> {
  const agency = await store.get(db, id, asOf)
  return { ...agency, allowed: asOf < today ? [] : allowedOnAgency(actor) }
}

/** Only what was said: an attribute that was left out stays as it is. */
function withoutGaps<T extends object>(
  attributes: T,
): { [key in keyof T]?: Exclude<T[key], undefined> } {
  const said: { [key in keyof T]?: Exclude<T[key], undefined> } = {}
  for (const key in attributes) {
    const value = attributes[key]
    if (isSaid(value)) said[key] = value
  }
  return said
}

function isSaid<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}

/** Committees and boards are made by a decision or an election, and stay what they are. */
function isBody(kind: AgencyKind): boolean {
  return kind === 'steering_committee' || kind === 'board'
}

function committeeApart() {
  return new AppError('rule', 'agencies.committee_apart', {
    vi: 'Ban Chỉ đạo được lập bằng quyết định thành lập. Hãy dùng mục Ban Chỉ đạo.',
    en: 'A committee is founded by a decision. Use the page of committees.',
  })
}
