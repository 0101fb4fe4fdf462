import type {
  AssessmentRound,
  AssessmentRoundItem,
  NewAssessmentRound,
  Tally,
} from '@hopluc/shared/assessments'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import type { CriteriaRow } from '../criteria/index.ts'
import { BY_NAME, rowsOf, unitName } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface RoundRow extends AssessmentRoundItem {
  isKept: boolean
}

/** Of a round that is called `r`. */
export const ROUND = sql`r.id, r.name, r.year, r.state, r.self_until_on as "selfUntilOn",
  r.commune_until_on as "communeUntilOn", r.until_on as "untilOn", r.appeal_days as "appealDays",
  r.opened_on as "openedOn", r.published_on as "publishedOn", r.appeal_until_on as "appealUntilOn",
  r.is_demo as "isDemo", r.version,
  (select ${unitName('u')} from unit_versions u where u.unit_id = r.unit_id order by u.from_on desc limit 1) as unit,
  (select json_build_object('id', s.id, 'name', s.name, 'edition', s.edition)
    from criteria_sets s where s.id = r.set_id) as set`
const COUNTS = sql`coalesce(r.unit_id in (select kept_units()), false) as "isKept",
  (select count(*)::int from assessments a where a.round_id = r.id) as count,
  (select count(*)::int from assessments a where a.round_id = r.id and a.state = 'decided') as decided`

/** The latest year first. */
export function listRounds(db: Reader): Promise<RoundRow[]> {
  return rowsOf(
    db,
    sql<RoundRow>`select ${ROUND}, ${COUNTS} from assessment_rounds r
      order by r.year desc, r.opened_on desc, r.id desc limit 100`,
  )
}

export async function getRound(db: Reader, id: Id): Promise<RoundRow> {
  const [row] = await rowsOf(
    db,
    sql<RoundRow>`select ${ROUND}, ${COUNTS} from assessment_rounds r where r.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export function issuedSets(db: Reader): Promise<AssessmentRound['others']> {
  return rowsOf(
    db,
    sql<AssessmentRound['others'][number]>`select s.id, s.name, s.edition from criteria_sets s
      where s.state = 'issued' order by s.from_year desc, s.name ${BY_NAME}, s.edition desc limit 100`,
  )
}

/** Whether the unit has a round of the year under an edition of the same set. */
export async function hasRound(tx: Tx, { unitId, setId, year }: NewAssessmentRound) {
  await sql`select pg_advisory_xact_lock(2053, hashtext(${unitId}))`.execute(tx)
  const rows = await rowsOf(
    tx,
    sql<{ id: Id }>`select r.id from assessment_rounds r join criteria_sets s on s.id = r.set_id
      where r.unit_id = ${unitId} and r.year = ${year}
        and s.series_id = (select series_id from criteria_sets where id = ${setId})`,
  )
  return rows.length > 0
}

export async function insertRound(
  tx: Tx,
  given: NewAssessmentRound,
  by: { accountId: Id; agencyId: Id; byWords: string },
  day: PlainDate,
): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('assessment_rounds')
    .values({
      id,
      unit_id: given.unitId,
      set_id: given.setId,
      year: given.year,
      name: given.name,
      self_until_on: given.selfUntilOn,
      commune_until_on: given.communeUntilOn,
      until_on: given.untilOn,
      appeal_days: given.appealDays,
      opened_on: day,
      opened_agency_id: by.agencyId,
      opened_by: by.accountId,
      opened_words: by.byWords,
    })
    .execute()
  return id
}

/** Everyone of the unit whom the set is for becomes part of the round: live ones on the day. */
export async function enrol(
  tx: Tx,
  roundId: Id,
  unitId: Id,
  { kinds, sectors }: Pick<CriteriaRow, 'kinds' | 'sectors'>,
  day: PlainDate,
): Promise<number> {
  const { numAffectedRows } =
    await sql`insert into assessments (id, round_id, entity_id, unit_id, is_demo)
    select gen_random_uuid(), ${roundId}, s.entity_id, s.unit_id, s.is_demo from reachable_spans s
    where ${day}::date between s.from_on and s.until_on and s.is_live and s.kind = any (${[...kinds]}::text[])
      and (${sectors.length === 0}::boolean or s.sector = any (${[...sectors]}::text[]))
      and s.unit_id in (select a.descendant_id from unit_ancestry a
        where a.ancestor_id = ${unitId} and ${day}::date between a.from_on and a.until_on)`.execute(
      tx,
    )
  return Number(numAffectedRows ?? 0)
}

export interface TallyRow {
  unit: AssessmentRound['byUnit'][number]['unit']
  sector: AssessmentRound['bySector'][number]['sector']
  state: string
  band: string | null
  isNotRated: boolean
  isAppealed: boolean
  count: number
}

/** Where the assessments of a round stand, counted; communes by name. */
export function tallyRows(db: Reader, roundId: Id, day: PlainDate): Promise<TallyRow[]> {
  return rowsOf(
    db,
    sql<TallyRow>`with counted as (
        select a.unit_id, p.sector, a.state, a.band, a.not_rated is not null as "isNotRated",
          a.appeal is not distinct from 'open' as "isAppealed", count(*)::int as count
        from assessments a left join lateral (select s.sector from entity_spans s where s.entity_id = a.entity_id
          order by (${day}::date between s.from_on and s.until_on) desc, s.from_on desc limit 1) p on true
        where a.round_id = ${roundId} group by 1, 2, 3, 4, 5, 6)
      select c.sector, c.state, c.band, c."isNotRated", c."isAppealed", c.count, n.unit
      from counted c cross join lateral (
        select ${unitName('u')} as unit, u.name from unit_versions u where u.unit_id = c.unit_id
        order by u.from_on desc limit 1) n
      order by n.name ${BY_NAME}, c.unit_id`,
  )
}

const LEVELS = ['self', 'board', 'commune', 'province'] as const

/** Adds rows up: who waits for whom, how many in which band. */
export function tallyOf(rows: readonly TallyRow[]): Tally {
  const sum = (some: readonly TallyRow[]) => some.reduce((all, { count }) => all + count, 0)
  const decided = rows.filter(({ state }) => state === 'decided')
  const rated = decided.filter(({ isNotRated }) => !isNotRated)
  const bands = [...new Set(rated.map(({ band }) => band))].flatMap((band) =>
    band === null ? [] : [[band, sum(rated.filter((row) => row.band === band))] as const],
  )
  return {
    count: sum(rows),
    waiting: Object.fromEntries(
      LEVELS.flatMap((level) => {
        const count = sum(rows.filter(({ state }) => state === level))
        return count === 0 ? [] : [[level, count] as const]
      }),
    ),
    bands: Object.fromEntries(bands),
    notRated: sum(decided.filter(({ isNotRated }) => isNotRated)),
    appeals: sum(rows.filter(({ isAppealed }) => isAppealed)),
  }
}

/** Nothing of a round that somebody has changed since. */
export async function updateRound(
  tx: Tx,
  id: Id,
  version: number,
  patch: { setId: Id } | { publishedOn: PlainDate; appealUntilOn: PlainDate },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('assessment_rounds')
    .set(({ eb }) => ({
      ...('setId' in patch
        ? { set_id: patch.setId }
        : {
            state: 'published',
            published_on: patch.publishedOn,
            appeal_until_on: patch.appealUntilOn,
          }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw changed()
}

/** Results as figures of the year, of every unit of the round; answers how many were stated. */
export async function stateFigures(tx: Tx, id: Id, byWords: string, at: Date): Promise<void> {
  await sql`select state_assessments(${id}, ${byWords}, ${at})`.execute(tx)
}
