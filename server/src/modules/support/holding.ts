import { sql } from 'kysely'
import { declareHolding } from '../holdings/index.ts'

const KIND = {
  kind: 'supports',
  vi: 'Hồ sơ hỗ trợ chưa xong',
  en: 'Support that is not finished',
} as const

/** Stay with the unit where they were asked for; the successor of the fund's agency goes on with them. */
declareHolding({
  module: 'support',
  order: 99,
  words: { vi: 'Hỗ trợ HTX', en: 'Support' },
  kinds: [{ ...KIND, manner: 'stays' }],
  count: async (db, { unitIds }) => {
    const rows = await db
      .selectFrom('support_applications')
      .select(['unit_id', sql<number>`count(*)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('state', 'in', ['submitted', 'approved', 'running'])
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
