import {
  type CriteriaCopy,
  CriteriaSet,
  CriteriaSetItem,
  type CriteriaSetList,
  type CriteriaWrite,
} from '@hopluc/shared/criteria'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { faultsIn, mostOf, openIn, problemsOf } from './checks.ts'
import { allowedOn, may } from './policy.ts'
import { changed, faulty, frozen } from './refusals.ts'
import * as store from './store.ts'

export function list({ read, today }: Context): Promise<CriteriaSetList> {
  return read(async (db) => {
    const rows = await store.list(db)
    return {
      items: rows.map((row) => CriteriaSetItem.parse(row)),
      units: await store.keptUnits(db, today),
    }
  })
}

export function get(context: Context, id: Id): Promise<CriteriaSet> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, { actor, today }: Context, id: Id): Promise<CriteriaSet> {
  const row = await store.get(db, id)
  const units = await store.keptUnits(db, today)
  return CriteriaSet.parse({
    ...row,
    most: mostOf(row.criteria),
    open: openIn(row.criteria),
    problems: row.state === 'draft' ? problemsOf(row) : [],
    allowed: allowedOn(actor, row, units.length > 0),
  })
}

/** A set of one's own out of any that one reads: the only way to a new one or a new edition. */
export function copy(context: Context, given: CriteriaCopy): Promise<CriteriaSet> {
  const { actor, today } = context
  assertNoStateSecret(given.name)
  return context.write(async (tx) => {
    const of = await store.get(tx, given.copyOf)
    const units = await store.keptUnits(tx, today)
    const isKept = units.some((unit) => unit.id === given.unitId)
    assertAllowed(may(actor, 'criteria.copy', isKept && (!given.isEdition || of.isKept)))
    const seriesId = given.isEdition ? of.seriesId : null
    const edition = seriesId === null ? 1 : await store.nextEdition(tx, seriesId)
    const id = await store.insertCopy(tx, of, given, {
      seriesId,
      edition,
      accountId: actor.accountId,
    })
    await audit.record(tx, actor, 'criteria.copy', id, { ...given, edition })
    return present(tx, context, id)
  })
}

/** Says a draft anew; what cannot be read is refused, what is not filled in is not. */
export function edit(context: Context, id: Id, given: CriteriaWrite): Promise<CriteriaSet> {
  const { actor } = context
  const { version, ...content } = given
  assertNoStateSecret(content.name, content.basis, content.note)
  return context.write(async (tx) => {
    const before = await lock(tx, context, id, version, 'criteria.edit')
    const faults = faultsIn(content)
    if (faults.length > 0) throw faulty(faults)
    await store.update(tx, id, version, content, actor.accountId)
    const { criteria, bands, exclusions, name, basis } = before
    await audit.record(tx, actor, 'criteria.edit', id, {
      before: { name, basis, criteria, bands, exclusions },
      after: content,
    })
    return present(tx, context, id)
  })
}

/** From now on it may be used, and is never changed again. */
export function issue(context: Context, id: Id, version: number): Promise<CriteriaSet> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const row = await lock(tx, context, id, version, 'criteria.issue')
    const problems = problemsOf(row)
    if (problems.length > 0) throw faulty(problems)
    const { accountId, byWords } = actor
    await store.issue(tx, id, version, { accountId, byWords, on: today })
    await audit.record(tx, actor, 'criteria.issue', id, { name: row.name, edition: row.edition })
    return present(tx, context, id)
  })
}

async function lock(
  db: Reader,
  { actor }: Context,
  id: Id,
  version: number,
  action: 'criteria.edit' | 'criteria.issue',
): Promise<store.Row> {
  const row = await store.get(db, id)
  assertAllowed(may(actor, action, row.isKept))
  if (row.state === 'issued') throw frozen()
  if (row.version !== version) throw changed()
  return row
}
