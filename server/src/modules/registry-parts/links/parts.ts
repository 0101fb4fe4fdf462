import {
  MarketNotice,
  MarketNoticeBody,
  MarketNotices,
  Membership,
  MembershipBody,
  Memberships,
  ValueLink,
  ValueLinkBody,
  ValueLinks,
} from '@hopluc/shared/entity-parts-links'
import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { rowsOf } from '../../units/index.ts'
import { oneBody } from '../refusals.ts'
import { type Part, type Row } from '../rows/index.ts'
import { inWords, isOn, numberOf, textOf, warning } from '../words.ts'

/** In which unions and Alliances it is, from when to when. */
export const memberships: Part = {
  noun: 'memberships',
  deed: 'membership',
  table: 'entity_memberships',
  action: 'entity.keep_memberships',
  body: MembershipBody,
  item: Membership,
  list: Memberships,
  order: sql`until_on desc, from_on desc`,
  // An Alliance goes by the name that it had on the last of these days.
  more: sql`jsonb_build_object('name', coalesce((select e.name from entities e where e.id = t.union_id),
    (select v.name from agency_versions v where v.agency_id = t.alliance_id and v.from_on <= t.until_on
      order by v.from_on desc limit 1), ''))`,
  present: (row, { day }) => ({ ...row, isCurrent: isOn(row, day) }),
  check: async (tx, _entityId, body) => {
    const [unionId, allianceId] = [textOf(body, 'unionId'), textOf(body, 'allianceId')]
    if ((unionId === null) === (allianceId === null)) throw oneBody()
    const [found] = await rowsOf(
      tx,
      sql<{
        is: boolean
      }>`select exists (select from entities where id = ${unionId} and kind = 'union')
        or exists (select from agency_versions where agency_id = ${allianceId} and kind = 'alliance') as is`,
    )
    if (!found?.is) throw oneBody()
  },
  mayAlso: async (db, _context, body) => {
    const named = 'allianceId' in body
    const [found] = await rowsOf(
      db,
      sql<{ is: boolean }>`select exists (select from acting_agencies() a (id)
        join agency_versions v on v.agency_id = a.id and v.kind = 'alliance'
        where not ${named}::boolean or a.id = ${textOf(body, 'allianceId')}::uuid) as is`,
    )
    return found?.is ?? false
  },
}

export function marketStateOf(row: Row, day: PlainDate): 'open' | 'to_come' | 'over' | 'closed' {
  const closedOn = textOf(row, 'closedOn')
  if (closedOn !== null && closedOn <= day) return 'closed'
  if ((textOf(row, 'fromOn') ?? '') > day) return 'to_come'
  return (textOf(row, 'untilOn') ?? '') < day ? 'over' : 'open'
}

/** What it offers and wants: everyone signed in reads it. */
export const marketNotices: Part = {
  noun: 'market-notices',
  deed: 'market_notice',
  table: 'market_notices',
  action: 'entity.keep_notices',
  body: MarketNoticeBody,
  item: MarketNotice,
  list: MarketNotices,
  order: sql`until_on desc`,
  hidden: ['contact'],
  present: (row, { day }) => ({ ...row, state: marketStateOf(row, day) }),
  given: async (tx, _context, entityId) => {
    const [entity] = await rowsOf(
      tx,
      sql<{ name: string }>`select name from entities where id = ${entityId}`,
    )
    return { entityName: entity?.name ?? '' }
  },
}

/** Whether a link holds on a day; one without an end runs on. */
const isLinkOn = (row: Row, day: PlainDate) => isOn(row, day)

/** With whom it is linked: contract, season, volumes, what came of it. */
export const valueLinks: Part = {
  noun: 'value-links',
  deed: 'value_link',
  table: 'value_links',
  action: 'entity.keep_links',
  body: ValueLinkBody,
  item: ValueLink,
  list: ValueLinks,
  order: sql`coalesce(until_on, '9999-12-31') desc, from_on desc`,
  present: (row, { day }) => ({ ...row, isCurrent: isLinkOn(row, day) }),
  warn: (rows, { day }) =>
    rows.flatMap((row) => {
      const [committed, delivered] = [numberOf(row, 'committed'), numberOf(row, 'delivered')]
      const isOver = (textOf(row, 'untilOn') ?? '9999-12-31') < day
      const isShort = committed !== null && delivered !== null && delivered < committed * 0.8
      if (!isOver || !isShort || row['result'] === 'carried_out') return []
      const contract = textOf(row, 'contractNo') ?? textOf(row, 'partnerName') ?? ''
      return [
        warning(
          'links.short',
          textOf(row, 'id'),
          `${contract}: đã giao ${inWords(delivered)} trên ${inWords(committed)} ${textOf(row, 'measure') ?? ''} cam kết.`,
          `${contract}: ${inWords(delivered)} of ${inWords(committed)} was delivered.`,
        ),
      ]
    }),
}
