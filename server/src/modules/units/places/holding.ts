import { FOREVER } from '@hopluc/shared/values'
import { bump, declareHolding, follow, type Row } from '../../holdings/index.ts'

const unitOf = (row: Row) => String(row['unit_id'])

/** Units: founded, changed and ended as versions, with the successions of the act. */
declareHolding({
  module: 'units',
  order: 10,
  words: { vi: 'Đơn vị hành chính', en: 'Units' },
  kinds: [],
  count: async () => [],
  move: async (tx, { plan, reorganisationId }, effects) => {
    const { onDay, lastDay, names } = plan
    const { founded, changed, ended, successions } = plan.units
    const changes = new Map(changed.map((one) => [one.id, one]))
    const touched = [...changes.keys(), ...ended]
    await effects.insert(
      'units',
      founded.map(({ id }) => ({ id, version: 1 })),
      (row) => String(row['id']),
    )
    await follow(tx, effects, {
      table: 'unit_versions',
      of: 'unit_id',
      ids: touched,
      onDay,
      lastDay,
      next: (row) => {
        const change = changes.get(unitOf(row))
        if (!change) return null
        const { kind, name, code, parentId } = change
        return {
          ...row,
          ...(kind !== undefined && { kind }),
          ...(name !== undefined && { name }),
          ...(code !== undefined && { code }),
          ...(parentId !== undefined && { parent_id: parentId }),
        }
      },
    })
    await effects.insert(
      'unit_versions',
      founded.map(({ id, parentId, level, kind, name, code }) => ({
        unit_id: id,
        from_on: onDay,
        until_on: FOREVER,
        level,
        kind,
        name,
        code,
        parent_id: parentId,
      })),
      unitOf,
    )
    await bump(tx, effects, 'units', touched)
    await effects.insert(
      'unit_successions',
      successions.map(({ fromId, toId, isWhole, share, isEstimate }) => ({
        from_id: fromId,
        to_id: toId,
        on_day: onDay,
        is_whole: isWhole,
        share: isWhole ? null : share,
        is_estimate: isEstimate,
        act: plan.act,
        reorganisation_id: reorganisationId,
      })),
      (row) => String(row['from_id']),
    )
    effects.report(
      ...successions.map(({ fromId, toId, isWhole, share }) => ({
        what: isWhole
          ? { vi: 'Nhập toàn bộ', en: 'Merged whole' }
          : {
              vi: share === null ? 'Nhập một phần' : `Nhập ${Number((share * 100).toFixed(2))}%`,
              en: share === null ? 'Part merged' : `${Number((share * 100).toFixed(2))}% merged`,
            },
        subject: names.units.get(fromId) ?? fromId,
        from: null,
        to: names.units.get(toId) ?? toId,
        count: null,
        unitIds: [fromId, toId],
        agencyIds: [],
      })),
    )
  },
})
