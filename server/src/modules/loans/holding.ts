import { sql } from 'kysely'
import { declareHolding } from '../holdings/index.ts'

const KIND = {
  kind: 'loans',
  vi: 'Khoản vay chưa tất toán',
  en: 'Loans that are not paid off',
} as const

/** Stay with the unit where they were asked for; the successor of the fund's agency goes on with them. */
declareHolding({
  module: 'loans',
  order: 98,
  words: { vi: 'Vay vốn', en: 'Loans' },
  kinds: [{ ...KIND, manner: 'stays' }],
  count: async (db, { unitIds }) => {
    const rows = await db
      .selectFrom('loans')
      .select(['unit_id', sql<number>`count(*)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('state', 'in', ['requested', 'approved', 'running'])
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
