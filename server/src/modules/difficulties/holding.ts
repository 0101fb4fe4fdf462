import { sql } from 'kysely'
import { declareHolding } from '../holdings/index.ts'

const KIND = {
  kind: 'difficulties',
  vi: 'Khó khăn, kiến nghị chưa trả lời',
  en: 'Difficulties that wait for an answer',
} as const

/** Stays with the unit where it arose; the successor of its handler reads it and answers. */
declareHolding({
  module: 'difficulties',
  order: 97,
  words: { vi: 'Khó khăn, kiến nghị', en: 'Difficulties' },
  kinds: [{ ...KIND, manner: 'stays' }],
  count: async (db, { unitIds }) => {
    const rows = await db
      .selectFrom('difficulties')
      .select(['unit_id', sql<number>`count(*)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('state', '=', 'waiting')
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
