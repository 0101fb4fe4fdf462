import { sql } from 'kysely'
import { declareHolding } from '../holdings/index.ts'

const KIND = {
  kind: 'assessments',
  vi: 'HTX đang đánh giá, xếp loại chưa có kết quả',
  en: 'Cooperatives whose assessment is not decided',
} as const

/** Stays with the unit where the cooperative lay; the successor, who keeps its register, goes on with it. */
declareHolding({
  module: 'assessments',
  order: 98,
  words: { vi: 'Đánh giá, xếp loại HTX', en: 'Assessments' },
  kinds: [{ ...KIND, manner: 'stays' }],
  count: async (db, { unitIds }) => {
    const rows = await db
      .selectFrom('assessments')
      .select(['unit_id', sql<number>`count(*)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('state', '<>', 'decided')
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
