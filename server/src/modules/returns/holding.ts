import { sql } from 'kysely'
import { declareHolding } from '../holdings/index.ts'

const KIND = {
  kind: 'returns',
  vi: 'Báo cáo số liệu chưa xong',
  en: 'Returns that are not finished',
} as const

/** A return stays with the unit that was asked; its successor reads it and carries it to its end. */
declareHolding({
  module: 'returns',
  order: 96,
  words: { vi: 'Báo cáo số liệu', en: 'Returns' },
  kinds: [{ ...KIND, manner: 'stays' }],
  count: async (db, { unitIds }) => {
    const rows = await db
      .selectFrom('returns')
      .select(['unit_id', sql<number>`count(*)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('state', '<>', 'accepted')
      .groupBy('unit_id')
      .execute()
    return rows.map(({ unit_id: unitId, count }) => ({
      kind: KIND.kind,
      unitId,
      agencyId: null,
      count,
    }))
  },
})
