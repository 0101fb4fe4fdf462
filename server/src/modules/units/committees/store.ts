import {
  type Committee,
  type CommitteeItem,
  type CommitteeQuery,
  DecisionProposal,
} from '@hopluc/shared/committees'
import type { DocumentState } from '@hopluc/shared/documents'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { agencyNamed } from '../agencies/index.ts'
import { unitName } from '../places/index.ts'
import { changed, committeeNotFound } from '../refusals.ts'
import { anywhere, both, BY_NAME, idOfCursor, pageOfRows, rowsOf, unitsUnder } from '../sql.ts'

const columns = (day: PlainDate) => sql`
  v.agency_id as id, v.kind, v.name, v.short_name as "shortName", c.decision, c.decided_on as "decidedOn",
  (select ${unitName('u')} from unit_versions u where u.unit_id = v.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  (select p.kind || ' ' || p.name from unit_versions u
    join unit_versions p on p.unit_id = u.parent_id and ${day}::date between p.from_on and p.until_on
    where u.unit_id = v.unit_id and ${day}::date between u.from_on and u.until_on
      and p.level <> 'nation') as under,
  ${agencyNamed(sql`c.standing_agency_id`, sql`${day}::date`)} as "standingAgency",
  (select concat_ws(', ', nullif(m.name, ''), m.office) from committee_members m
    where m.committee_id = v.agency_id and m.part = 'head'
      and ${day}::date between m.from_on and m.until_on order by m.from_on desc limit 1) as head,
  (select count(*)::int from committee_members m where m.committee_id = v.agency_id
    and m.part <> 'assistant' and ${day}::date between m.from_on and m.until_on) as members,
  v.from_on as "fromOn", v.until_on as "untilOn"`

/** Committees that exist on the day, with the decision then in force. */
export async function list(
  db: Reader,
  { under, q, limit, cursor }: CommitteeQuery,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [
    sql`v.kind = 'steering_committee'`,
    sql`${day}::date between v.from_on and v.until_on`,
    sql`${day}::date between c.from_on and c.until_on`,
  ]
  if (under) where.push(sql`v.unit_id in ${unitsUnder(under, day)}`)
  if (q) where.push(sql`v.folded like ${anywhere(q)}`)
  if (cursor)
    where.push(sql`(v.name ${BY_NAME}, v.agency_id) > (select o.name ${BY_NAME}, o.agency_id
      from agency_versions o where o.agency_id = ${idOfCursor(cursor)}
      and ${day}::date between o.from_on and o.until_on)`)
  const rows = await rowsOf(
    db,
    sql<CommitteeItem>`select ${columns(day)} from agency_versions v
      join committee_versions c on c.committee_id = v.agency_id
      where ${both(where)} order by v.name ${BY_NAME}, v.agency_id limit ${limit + 1}`,
  )
  return pageOfRows(rows, limit)
}

/** Communes without a committee on the day. */
export async function listMissing(
  db: Reader,
  { under, q, limit, cursor }: CommitteeQuery,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [
    sql`v.level = 'commune'`,
    sql`${day}::date between v.from_on and v.until_on`,
    sql`not exists (select from agency_versions a where a.unit_id = v.unit_id
      and a.kind = 'steering_committee' and ${day}::date between a.from_on and a.until_on)`,
  ]
  if (under) where.push(sql`v.unit_id in ${unitsUnder(under, day)}`)
  if (q) where.push(sql`v.folded like ${anywhere(q)}`)
  if (cursor)
    where.push(sql`(v.name ${BY_NAME}, v.unit_id) > (select o.name ${BY_NAME}, o.unit_id
      from unit_versions o where o.unit_id = ${idOfCursor(cursor)}
      and ${day}::date between o.from_on and o.until_on)`)
  const rows = await rowsOf(
    db,
    sql<UnitName & { under: string | null }>`
      select v.unit_id as id, v.level, v.kind, v.name, p.kind || ' ' || p.name as under
      from unit_versions v left join unit_versions p on p.unit_id = v.parent_id
        and ${day}::date between p.from_on and p.until_on
      where ${both(where)} order by v.name ${BY_NAME}, v.unit_id limit ${limit + 1}`,
  )
  return pageOfRows(rows, limit)
}

type Head = CommitteeItem & Pick<Committee, 'version' | 'isDemo' | 'decisions' | 'board'>

/** As of the day, or as it last was before, or as it first will be. */
export async function get(db: Reader, id: Id, day: PlainDate): Promise<Head> {
  const [committee] = await rowsOf(
    db,
    sql<Head>`select ${columns(day)}, a.version, a.is_demo as "isDemo",
      (select json_build_object('kind', b.kind, 'allianceId', b.alliance_id) from boards b
        where b.body_id = a.id) as board,
      (select json_agg(json_build_object('decision', o.decision, 'decidedOn', o.decided_on,
          'fromOn', o.from_on, 'untilOn', o.until_on, 'documentId', o.document_id,
          'regulation', o.regulation, 'regulationId', o.regulation_id,
          'standingAgency', ${agencyNamed(sql`o.standing_agency_id`, sql`o.from_on`)},
          'joined', (select count(*) from committee_members m
            where m.committee_id = a.id and m.from_on = o.from_on),
          'left', (select count(*) from committee_members m
            where m.committee_id = a.id and m.until_on = o.from_on - 1)) order by o.from_on desc)
        from committee_versions o where o.committee_id = a.id) as decisions
      from agencies a join agency_versions v on v.agency_id = a.id
      join committee_versions c on c.committee_id = a.id
      where a.id = ${id} and v.kind in ('steering_committee', 'board')
      order by (${day}::date between v.from_on and v.until_on) desc, v.from_on desc,
        (${day}::date between c.from_on and c.until_on) desc, (c.from_on <= ${day}::date) desc,
        case when c.from_on <= ${day}::date then c.from_on end desc, c.from_on limit 1`,
  )
  if (!committee) throw committeeNotFound()
  return committee
}

/** The decision in force last, with the committee held until the transaction ends. */
export async function lock(tx: Tx, id: Id, version: number) {
  const agency = await tx
    .selectFrom('agencies')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(committeeNotFound)
  if (agency.version !== version) throw changed('committees')
  return tx
    .selectFrom('committee_versions')
    .select([
      'decision',
      'regulation',
      'regulation_id as regulationId',
      'from_on as fromOn',
      'until_on as untilOn',
    ])
    .where('committee_id', '=', id)
    .orderBy('from_on', 'desc')
    .executeTakeFirstOrThrow(committeeNotFound)
}

export interface Decision {
  decision: string
  decidedOn: PlainDate
  standingAgencyId: Id
  documentId?: Id | null | undefined
  regulation?: string | null | undefined
  regulationId?: Id | null | undefined
  fromOn: PlainDate
  untilOn: PlainDate
}

export async function addDecision(tx: Tx, id: Id, decision: Decision): Promise<void> {
  await tx
    .insertInto('committee_versions')
    .values({
      committee_id: id,
      decision: decision.decision,
      decided_on: decision.decidedOn,
      standing_agency_id: decision.standingAgencyId,
      document_id: decision.documentId ?? null,
      regulation: decision.regulation ?? null,
      regulation_id: decision.regulationId ?? null,
      from_on: decision.fromOn,
      until_on: decision.untilOn,
    })
    .execute()
}

export async function removeDecision(tx: Tx, id: Id, fromOn: PlainDate): Promise<void> {
  await tx
    .deleteFrom('committee_versions')
    .where('committee_id', '=', id)
    .where('from_on', '=', fromOn)
    .execute()
}

export async function closeDecision(tx: Tx, id: Id, fromOn: PlainDate, until: PlainDate) {
  await tx
    .updateTable('committee_versions')
    .set({ until_on: until })
    .where('committee_id', '=', id)
    .where('from_on', '=', fromOn)
    .execute()
}

/** Counts the change, so that a second writer who saw less is told. */
export async function settle(tx: Tx, id: Id): Promise<void> {
  await tx
    .updateTable('agencies')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Whether the acting person keeps this body: its own committee, commune's or Alliance's. */
export async function isKept(db: Reader, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('kept_bodies')
    .select('body_id')
    .where('body_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function isOwnCommune(db: Reader, unitId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('own_commune')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row !== undefined
}

/** A commune's people make their own committee: the database looks whose commune it is. */
export async function foundOwn(
  tx: Tx,
  body: { unitId: Id; name: string; shortName: string; symbol: string | null; fromOn: PlainDate },
): Promise<Id> {
  const id = randomUUIDv7()
  await sql`select found_body(${id}, ${body.unitId}, null, null, ${body.name}, ${body.shortName},
    ${body.symbol}, ${body.fromOn}::date)`.execute(tx)
  return id
}

/** Of decisions that are prepared, or signed and not recorded yet. */
export async function listDrafts(db: Reader, committeeId: Id): Promise<Committee['drafts']> {
  const rows = await db
    .selectFrom('committee_drafts as p')
    .innerJoin('documents as d', 'd.id', 'p.document_id')
    .select((from) => [
      'p.document_id as documentId',
      'p.proposal',
      'd.symbol',
      'd.issued_on as issuedOn',
      from.ref('d.state').$castTo<DocumentState>().as('state'),
    ])
    .where('p.committee_id', '=', committeeId)
    .where('d.state', 'not in', ['replaced', 'expired'])
    .where(
      'd.id',
      'not in',
      sql<Id>`(select document_id from committee_versions where document_id is not null)`,
    )
    .orderBy('d.id', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ proposal, ...row }) => ({
    ...row,
    proposal: DecisionProposal.parse(proposal),
  }))
}
