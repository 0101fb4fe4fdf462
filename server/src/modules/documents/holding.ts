import { sql } from 'kysely'
import {
  askAboutWork,
  countWork,
  declareHolding,
  moveWork,
  type OpenWork,
} from '../holdings/index.ts'

const DRAFTS: OpenWork = {
  table: 'documents',
  owner: 'owner_id',
  isOpen: sql`t.direction = 'outgoing' and t.state in ('draft', 'opinions', 'appraisal', 'submitted')`,
  kind: 'drafts',
  what: { vi: 'Dự thảo văn bản', en: 'Drafts of papers' },
  along: (row, { unitId }) => ({ ...row, owner_unit_id: unitId }),
}

/** What was to be issued in the name of a body that ends is issued in its successor's. */
const ISSUED_BY: OpenWork = {
  ...DRAFTS,
  owner: 'issuer_id',
  along: (row, { name }) => ({ ...row, issuer_name: name }),
}

/** Directives of a draft that nobody was given yet. */
const DIRECTIVES: OpenWork = {
  table: 'directives',
  owner: 'owner_id',
  isOpen: sql`t.given_on is null`,
  kind: 'directives',
  what: { vi: 'Nội dung chỉ đạo chưa giao', en: 'Directives not given yet' },
  along: (row, { unitId }) => ({ ...row, owner_unit_id: unitId }),
}

/** Drafts pass over; books, numbers and what was issued stay, read by the successor. */
declareHolding({
  module: 'documents',
  order: 70,
  isSwept: true,
  words: { vi: 'Văn bản', en: 'Documents' },
  kinds: [
    { kind: 'drafts', vi: 'Dự thảo văn bản', en: 'Drafts of papers', manner: 'moves' },
    {
      kind: 'documents',
      vi: 'Văn bản đã ban hành, đã đến',
      en: 'Papers issued and received',
      manner: 'stays',
    },
  ],
  count: async (db, subject) => [
    ...(await countWork(db, DRAFTS, subject)),
    ...(await countWork(
      db,
      { ...DRAFTS, isOpen: sql`not (${DRAFTS.isOpen})`, kind: 'documents' },
      subject,
    )),
  ],
  questions: (db, plan) => askAboutWork(db, DRAFTS, plan),
  move: async (tx, { plan }, effects) => {
    await moveWork(tx, DRAFTS, plan, effects)
    await moveWork(tx, ISSUED_BY, plan, effects)
    await moveWork(tx, DIRECTIVES, plan, effects)
  },
  // Directives name agencies that lead in a list that no key guards.
  restsOn: async (db, { founded }) => {
    if (founded.agencyIds.length === 0) return []
    const [found] = await db
      .selectFrom(
        sql<{ count: number }>`(select count(*)::int as count from directives
          where lead_ids && ${[...founded.agencyIds]}::uuid[] or co_ids && ${[...founded.agencyIds]}::uuid[])`.as(
          'found',
        ),
      )
      .select('count')
      .execute()
    const count = found?.count ?? 0
    return count === 0
      ? []
      : [
          {
            vi: `${count} nội dung chỉ đạo giao cho cơ quan mới`,
            en: `${count} directives to new agencies`,
            count,
          },
        ]
  },
})
