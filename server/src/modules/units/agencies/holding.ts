import { FOREVER } from '@hopluc/shared/values'
import { bump, declareHolding, follow, type Row } from '../../holdings/index.ts'

const agencyOf = (row: Row) => String(row['agency_id'])

/** Agencies with their other names, and who succeeds whom in which duty. */
declareHolding({
  module: 'agencies',
  order: 20,
  words: { vi: 'Cơ quan', en: 'Agencies' },
  kinds: [],
  count: async () => [],
  move: async (tx, { plan, reorganisationId }, effects) => {
    const { onDay, lastDay, names } = plan
    const { founded, changed, ended, successions } = plan.agencies
    const changes = new Map(changed.map((one) => [one.id, one]))
    const touched = [...changes.keys(), ...ended]
    await effects.insert(
      'agencies',
      founded.map(({ id }) => ({ id, is_demo: false, version: 1 })),
      (row) => String(row['id']),
    )
    await effects.insert(
      'agency_versions',
      founded.map(({ id, unitId, kind, name, shortName, symbol, manner, ...one }) => ({
        agency_id: id,
        from_on: onDay,
        until_on: FOREVER,
        unit_id: unitId,
        kind,
        name,
        short_name: shortName,
        symbol,
        manner,
        acts_for_id: one.actsForId,
        needs_approval: one.needsApproval,
      })),
      agencyOf,
    )
    await effects.insert(
      'agency_names',
      founded.flatMap(({ id, names: others }) =>
        others.map((name) => ({ agency_id: id, name, from_on: onDay, until_on: FOREVER })),
      ),
      agencyOf,
    )
    await follow(tx, effects, {
      table: 'agency_versions',
      of: 'agency_id',
      ids: touched,
      onDay,
      lastDay,
      next: (row) => {
        const change = changes.get(agencyOf(row))
        if (!change) return null
        const { unitId, name, shortName, symbol, manner, actsForId, needsApproval } = change
        return {
          ...row,
          ...(unitId !== undefined && { unit_id: unitId }),
          ...(name !== undefined && { name }),
          ...(shortName !== undefined && { short_name: shortName }),
          ...(symbol !== undefined && { symbol }),
          ...(manner !== undefined && { manner }),
          ...(actsForId !== undefined && { acts_for_id: actsForId }),
          ...(needsApproval !== undefined && { needs_approval: needsApproval }),
        }
      },
    })
    await follow(tx, effects, {
      table: 'agency_names',
      of: 'agency_id',
      ids: ended,
      onDay,
      lastDay,
      next: () => null,
    })
    await bump(tx, effects, 'agencies', touched)
    await effects.insert(
      'agency_successions',
      successions.map(({ fromId, toId, duty }) => ({
        from_id: fromId,
        to_id: toId,
        on_day: onDay,
        act: plan.act,
        duty,
        reorganisation_id: reorganisationId,
      })),
      (row) => String(row['from_id']),
    )
    effects.report(
      ...successions.map(({ fromId, toId, duty }) => ({
        what: duty === '' ? { vi: 'Kế thừa', en: 'Succeeded' } : { vi: duty, en: duty },
        subject: names.agencies.get(fromId)?.name ?? fromId,
        from: null,
        to: names.agencies.get(toId)?.name ?? toId,
        count: null,
        unitIds: [],
        agencyIds: [fromId, toId],
      })),
      ...ended
        .filter((id) => !successions.some(({ fromId }) => fromId === id))
        .map((id) => ({
          what: { vi: 'Kết thúc, không có cơ quan kế thừa', en: 'Ended without a successor' },
          subject: names.agencies.get(id)?.name ?? id,
          from: null,
          to: null,
          count: null,
          unitIds: [],
          agencyIds: [id],
        })),
    )
  },
})
