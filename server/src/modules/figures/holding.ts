import { sql } from 'kysely'
import { declareHolding } from '../holdings/index.ts'

const KIND = { kind: 'series', vi: 'Chuỗi số liệu', en: 'Series of figures' } as const

/** Nothing moves: a figure stays with the unit that stated it and is read on either boundaries. */
declareHolding({
  module: 'figures',
  order: 95,
  words: { vi: 'Số liệu', en: 'Figures' },
  kinds: [{ ...KIND, manner: 'both_boundaries' }],
  count: async (db, { unitIds }) => {
    const rows = await db
      .selectFrom('figures')
      .select([
        'unit_id',
        sql<number>`count(distinct (indicator_id, breakdown_id, entity_id))::int`.as('count'),
      ])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('is_last', '=', true)
      .groupBy('unit_id')
      .execute()
    return rows.map(({ unit_id, count }) => ({
      kind: KIND.kind,
      unitId: unit_id,
      agencyId: null,
      count,
    }))
  },
  // Figures name their unit without a key that guards it.
  restsOn: async (db, { founded }) => {
    const { count } = await db
      .selectFrom('figures')
      .select(sql<number>`count(*)::int`.as('count'))
      .where(sql<boolean>`unit_id = any (${[...founded.unitIds]}::uuid[])`)
      .executeTakeFirstOrThrow()
    return count === 0
      ? []
      : [{ vi: `${count} số liệu của đơn vị mới`, en: `${count} figures of new units`, count }]
  },
})
