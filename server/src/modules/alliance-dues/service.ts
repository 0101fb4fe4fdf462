import type {
  AllianceDueChange,
  AllianceDueOpening,
  AllianceDuePage,
  AllianceDueQuery,
} from '@hopluc/shared/alliance-dues'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** Dues of a year by member; a cooperative reads its own line, whoever is not of the Alliance none. */
export function list(
  context: Context,
  allianceId: Id,
  query: AllianceDueQuery,
): Promise<AllianceDuePage> {
  return context.read((db) => present(db, context, allianceId, query))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  allianceId: Id,
  query: Pick<AllianceDueQuery, 'year' | 'open' | 'cursor' | 'limit'>,
): Promise<AllianceDuePage> {
  const { year = Number(today.slice(0, 4)) } = query
  const isOwn = await store.isOwn(db, allianceId)
  return {
    ...(await store.list(db, allianceId, year, query, today)),
    year,
    total: await store.totalOf(db, allianceId, year),
    unlisted: isOwn ? await store.countUnlisted(db, allianceId, year) : 0,
    mayKeep: isOwn && may(actor, 'alliance_dues.keep'),
  }
}

/** A line for each member of the year that has none, all with the same amount. */
export function open(
  context: Context,
  allianceId: Id,
  { year, due }: AllianceDueOpening,
  isDemo = false,
): Promise<AllianceDuePage> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'alliance_dues.open'))
    if (!(await store.isOwn(tx, allianceId))) throw refusals.notOwn()
    if (await store.hasHeir(tx, allianceId)) throw refusals.isOver()
    if (year > Number(today.slice(0, 4)) + 1) throw refusals.tooEarly()
    const entities = await store.insertUnlisted(tx, allianceId, year, due, isDemo)
    if (entities.length > 0)
      await audit.record(tx, actor, 'alliance_dues.open', allianceId, { year, due, entities })
    return present(tx, context, allianceId, { year, limit: 50 })
  })
}

/** @throws AppError `alliance_dues.changed` where another has changed it since. */
export function keep(
  context: Context,
  id: Id,
  { version, due, paid, paidOn, note }: AllianceDueChange,
): Promise<AllianceDuePage> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'alliance_dues.keep'))
    const before = await store.lock(tx, id)
    if (!before) throw refusals.notFound()
    if (!(await store.isOwn(tx, before.alliance_id))) throw refusals.notOwn()
    if (before.version !== version) throw refusals.changed()
    if (paid > 0 !== (paidOn !== null)) throw refusals.paidWithoutDay()
    if (paidOn !== null && paidOn > today) throw refusals.notYet()
    await tx
      .updateTable('alliance_dues')
      .set({ due, paid, paid_on: paidOn, note, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit.record(tx, actor, 'alliance_dues.keep', before.alliance_id, {
      entityId: before.entity_id,
      year: before.year,
      before: { due: before.due, paid: before.paid, paidOn: before.paid_on, note: before.note },
      after: { due, paid, paidOn, note },
    })
    return present(tx, context, before.alliance_id, { year: before.year, limit: 50 })
  })
}
