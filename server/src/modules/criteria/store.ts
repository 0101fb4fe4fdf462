import {
  type CriteriaContent,
  type CriteriaCopy,
  CriteriaSet,
  type CriteriaSetItem,
} from '@hopluc/shared/criteria'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { BY_NAME, rowsOf, unitName } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface ItemRow extends CriteriaSetItem {
  isKept: boolean
}
export type Row = ItemRow & CriteriaContent

const ITEM = sql`s.id, s.series_id as "seriesId", s.edition, s.name, s.basis, s.from_year as "fromYear",
  s.until_year as "untilYear", s.state, s.issued_on as "issuedOn", s.is_demo as "isDemo", s.version,
  (select ${unitName('u')} from unit_versions u where u.unit_id = s.unit_id order by u.from_on desc limit 1) as unit,
  (select count(*)::int from assessment_rounds r where r.set_id = s.id) as rounds,
  coalesce(s.unit_id in (select kept_units()), false) as "isKept"`

/** One's own first, the newest of each name first; what comes with the program last. */
export function list(db: Reader): Promise<ItemRow[]> {
  return rowsOf(
    db,
    sql<ItemRow>`select ${ITEM} from criteria_sets s
      order by s.unit_id is null, s.from_year desc, s.name ${BY_NAME}, s.edition desc, s.id limit 200`,
  )
}

const Content = CriteriaSet.pick({
  criteria: true,
  bands: true,
  exclusions: true,
  kinds: true,
  sectors: true,
})

export async function get(db: Reader, id: Id): Promise<Row> {
  const [row] = await rowsOf(
    db,
    sql<
      ItemRow & { note: string | null }
    >`select ${ITEM}, s.note, s.kinds, s.sectors, s.criteria, s.bands, s.exclusions
      from criteria_sets s where s.id = ${id}`,
  )
  if (!row) throw notFound()
  return { ...row, ...Content.parse(row) }
}

/** Units for which one may keep sets: where one keeps the register, the highest of them first. */
export function keptUnits(db: Reader, day: PlainDate): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.unit_id in (select kept_units()) and ${day}::date between u.from_on and u.until_on
        and u.level in ('province', 'commune')
        and (u.level = 'province' or not exists (select from unit_versions p join unit_ancestry a
          on a.ancestor_id = p.unit_id and a.descendant_id = u.unit_id and p.level = 'province'
          where p.unit_id in (select kept_units())))
      order by u.level = 'commune', u.name ${BY_NAME} limit 50`,
  )
}

/** The next edition of a series; 1 of a new one. */
export async function nextEdition(tx: Tx, seriesId: Id): Promise<number> {
  await sql`select pg_advisory_xact_lock(2052, hashtext(${seriesId}))`.execute(tx)
  const row = await tx
    .selectFrom('criteria_sets')
    .select(({ fn }) => fn.max('edition').as('last'))
    .where('series_id', '=', seriesId)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

export async function insertCopy(
  tx: Tx,
  of: Row,
  { unitId, name, fromYear }: CriteriaCopy,
  { seriesId, edition, accountId }: { seriesId: Id | null; edition: number; accountId: Id },
): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('criteria_sets')
    .values({
      id,
      series_id: seriesId ?? id,
      edition,
      unit_id: unitId,
      from_year: fromYear,
      until_year: null,
      copied_from: of.id,
      updated_by: accountId,
      ...said({ ...of, name }),
    })
    .execute()
  return id
}

const said = ({
  name,
  basis,
  note,
  kinds,
  sectors,
  criteria,
  bands,
  exclusions,
}: CriteriaContent) => ({
  name,
  basis,
  note,
  kinds: [...kinds],
  sectors: [...sectors],
  criteria: JSON.stringify(criteria),
  bands: JSON.stringify(bands),
  exclusions: JSON.stringify(exclusions),
})

export async function update(
  tx: Tx,
  id: Id,
  version: number,
  content: CriteriaContent,
  accountId: Id,
): Promise<void> {
  await change(tx, id, version, {
    ...said(content),
    from_year: content.fromYear,
    until_year: content.untilYear,
    updated_by: accountId,
  })
}

export async function issue(
  tx: Tx,
  id: Id,
  version: number,
  { accountId, byWords, on }: { accountId: Id; byWords: string; on: PlainDate },
): Promise<void> {
  await change(tx, id, version, {
    state: 'issued',
    issued_on: on,
    issued_words: byWords,
    updated_by: accountId,
  })
}

type Patch = Record<string, string | number | string[] | null | RawBuilder<unknown>>

/** Nothing of a set that somebody has changed since. */
async function change(tx: Tx, id: Id, version: number, patch: Patch): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('criteria_sets')
    .set(({ eb }) => ({ ...patch, version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw changed()
}
