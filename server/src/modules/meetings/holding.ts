import { sql } from 'kysely'
import {
  askAboutWork,
  countWork,
  declareHolding,
  moveWork,
  type OpenWork,
} from '../holdings/index.ts'

const KIND = { kind: 'meetings', vi: 'Cuộc họp sắp tới', en: 'Meetings to come' } as const

const PLANNED: OpenWork = {
  table: 'meetings',
  owner: 'agency_id',
  isOpen: sql`t.state = 'planned'`,
  kind: KIND.kind,
  what: { vi: 'Cuộc họp sắp tới', en: 'Meetings to come' },
  along: (row, { unitId }) => ({ ...row, agency_unit_id: unitId }),
}

/** Whose name stands on an invitation stays; the successor is the one that is invited. */
const INVITED: OpenWork = {
  table: 'meeting_attendees',
  owner: 'agency_id',
  isOpen: sql`t.attendance = 'invited'
    and t.meeting_id in (select id from meetings where state = 'planned')`,
  kind: 'invitations',
  what: { vi: 'Giấy mời họp', en: 'Invitations to meetings' },
}

/** Meetings to come are held by the successor; those that were stay with who met. */
declareHolding({
  module: 'meetings',
  order: 60,
  isSwept: true,
  words: { vi: 'Cuộc họp', en: 'Meetings' },
  kinds: [{ ...KIND, manner: 'moves' }],
  count: (db, subject) => countWork(db, PLANNED, subject),
  questions: (db, plan) => askAboutWork(db, PLANNED, plan),
  move: async (tx, { plan }, effects) => {
    await moveWork(tx, PLANNED, plan, effects)
    await moveWork(tx, INVITED, plan, effects)
  },
})
