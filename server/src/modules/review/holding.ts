import { sql } from 'kysely'
import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../../platform/db.ts'
import {
  askAboutWork,
  countWork,
  declareHolding,
  heirOfWork,
  moveWork,
  type OpenWork,
  type ResolvedPlan,
} from '../holdings/index.ts'

const OPEN: OpenWork = {
  table: 'readings',
  owner: 'owner_id',
  isOpen: sql`t.state = 'open'`,
  kind: 'readings',
  what: { vi: 'Văn bản đang trích nhiệm vụ', en: 'Texts under review' },
}

/** Texts under review pass over; where the successor has the same text, its own review stands. */
declareHolding({
  module: 'readings',
  order: 80,
  isSwept: true,
  words: { vi: 'Trích nhiệm vụ từ văn bản', en: 'Readings of texts' },
  kinds: [{ kind: OPEN.kind, vi: OPEN.what.vi, en: OPEN.what.en, manner: 'moves' }],
  count: (db, subject) => countWork(db, OPEN, subject),
  questions: (db, plan) => askAboutWork(db, OPEN, plan),
  move: async (tx, { plan }, effects) => {
    const doubles = await listDoubles(tx, plan)
    await moveWork(tx, OPEN, plan, effects, (row) => doubles.has(String(row['id'])))
  },
})

/** Of several readings of one text that would come to one body, all but the first, or all. */
async function listDoubles(tx: Tx, plan: ResolvedPlan): Promise<Set<Id>> {
  const pairs = plan.agencies.ended.map((fromId) => ({ fromId, toId: heirOfWork(fromId, plan) }))
  const rows = await tx
    .selectFrom(
      sql<{ id: Id }>`(
        with p as (
          select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p ("fromId" uuid, "toId" uuid))
        select id from (
          select r.id, row_number() over (partition by p."toId", r.text_hash order by r.id) as nth,
            exists (select from readings o where o.owner_id = p."toId" and o.text_hash = r.text_hash
              and o.state <> 'discarded') as is_there
          from readings r join p on p."fromId" = r.owner_id where r.state = 'open'
        ) r where nth > 1 or is_there)`.as('found'),
    )
    .selectAll('found')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
