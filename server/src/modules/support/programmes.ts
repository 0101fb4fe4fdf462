import type {
  NewSupportCall,
  NewSupportProgramme,
  SupportCall,
  SupportProgramme,
  SupportProgrammeEdit,
  SupportProgrammes,
} from '@hopluc/shared/support'
import type { Rule } from '@hopluc/shared/rules'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { measureCatalog, measureNamed, ruleProblems } from '../entity-measures/index.ts'
import { agencyNamed, BY_NAME, rowsOf, unitName } from '../units/index.ts'
import { unitOfAgency } from './places.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'

export interface ProgrammeRow extends Omit<SupportProgramme, 'mayEdit' | 'mayRank'> {
  isRunner: boolean
  isAppraiser: boolean
}

/** The programmes that one reads: of one's own agency, and those for where one is. */
export function listProgrammes(db: Reader, day: PlainDate, id?: Id): Promise<ProgrammeRow[]> {
  return rowsOf(
    db,
    sql<ProgrammeRow>`select p.id, p.kind, p.name, p.legal_basis as "legalBasis", p.from_on as "fromOn",
        p.until_on as "untilOn", p.sources, p.rule, to_json(p.priority) as priority,
        to_json(p.checklist) as checklist, p.max_amount as "maxAmount", p.is_ended as "isEnded",
        p.is_demo as "isDemo", p.version,
        ${agencyNamed(sql`p.agency_id`, sql`${day}::date`)} as agency,
        (select ${unitName('u')} from unit_versions u where u.unit_id = p.unit_id
          order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
        coalesce((select json_agg(a.agency_id order by a.agency_id) from support_appraisers a
          where a.programme_id = p.id), '[]') as "appraiserIds",
        coalesce((select json_agg(${agencyNamed(sql`a.agency_id`, sql`${day}::date`)} order by a.agency_id)
          from support_appraisers a where a.programme_id = p.id), '[]') as appraisers,
        coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'opensOn', c.opens_on,
            'closesOn', c.closes_on, 'budget', c.budget,
            'isOpen', not p.is_ended and ${day}::date between c.opens_on and c.closes_on)
            order by c.closes_on desc, c.id) from support_calls c where c.programme_id = p.id), '[]') as calls,
        coalesce(s.applications, 0)::int as applications, coalesce(s.approved, 0)::bigint as approved,
        coalesce(s.disbursed, 0)::bigint as disbursed,
        p.agency_id in (select acting_agencies()) as "isRunner",
        p.id in (select programme_id from appraised_programmes) as "isAppraiser"
      from support_programmes p left join (select programme_id, count(*) as applications,
          sum(approved) as approved, sum(disbursed) as disbursed from support_applications
          where state <> 'withdrawn' group by programme_id) s on s.programme_id = p.id
      where ${id ? sql`p.id = ${id}` : sql`true`}
      order by p.is_ended, p.until_on desc, p.name ${BY_NAME}, p.id limit 300`,
  )
}

export async function getProgramme(db: Reader, id: Id, day: PlainDate): Promise<ProgrammeRow> {
  const [row] = await listProgrammes(db, day, id)
  if (!row) throw refusals.notFound()
  return row
}

function asProgramme(
  { actor }: Context,
  { isRunner, isAppraiser, ...row }: ProgrammeRow,
): SupportProgramme {
  return {
    ...row,
    mayEdit: may(actor, 'support.programme', isRunner),
    mayRank: may(actor, 'support.appraise', isAppraiser),
  }
}

/** With what the forms offer: measures for conditions, agencies that can appraise. */
export function programmes(context: Context): Promise<SupportProgrammes> {
  const { actor, today } = context
  return context.read(async (db) => ({
    items: (await listProgrammes(db, today)).map((row) => asProgramme(context, row)),
    measures: [...measureCatalog],
    agencies: may(actor, 'support.programme', true) ? await listAppraisers(db, context) : [],
    mayKeep: may(actor, 'support.programme', true),
    isCooperative: actor.role === 'cooperative',
  }))
}

/** Other agencies of the same unit. */
function listAppraisers(db: Reader, { actor, today }: Context): Promise<Named[]> {
  return rowsOf(
    db,
    sql<Named>`select v.agency_id as id, v.name, v.short_name as "shortName" from agency_versions v
      where ${today}::date between v.from_on and v.until_on and v.agency_id <> ${actor.agencyId}
        and v.kind in ('department', 'people_committee', 'alliance', 'mass_organisation')
        and v.unit_id = (select o.unit_id from agency_versions o where o.agency_id = ${actor.agencyId}
          and ${today}::date between o.from_on and o.until_on limit 1)
      order by v.name ${BY_NAME}, v.agency_id`,
  )
}

const valuesOf = (given: Omit<NewSupportProgramme, 'id'>) => ({
  kind: given.kind,
  name: given.name,
  legal_basis: given.legalBasis,
  from_on: given.fromOn,
  until_on: given.untilOn,
  sources: JSON.stringify(given.sources),
  rule: JSON.stringify(given.rule),
  priority: [...given.priority],
  checklist: [...given.checklist],
  max_amount: given.maxAmount,
  is_ended: given.isEnded,
})

/** A programme of one's own agency, for the cooperatives of its area. Sent twice, it is made once. */
export function addProgramme(
  context: Context,
  given: NewSupportProgramme,
): Promise<SupportProgramme> {
  const { actor, today } = context
  assertSound(given)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'support.programme', true))
    const [known] = await listProgrammes(tx, today, given.id)
    if (known) {
      if (known.name !== given.name || !known.isRunner) throw refusals.usedId()
      return asProgramme(context, known)
    }
    const unitId = await unitOfAgency(tx, actor.agencyId, today)
    await tx
      .insertInto('support_programmes')
      .values({ ...valuesOf(given), id: given.id, agency_id: actor.agencyId, unit_id: unitId })
      .execute()
    await putAppraisers(tx, given.id, given.appraiserIds)
    const { id, ...after } = given
    await audit.record(tx, actor, 'support.programme', id, { after })
    return asProgramme(context, await getProgramme(tx, id, today))
  })
}

export function editProgramme(
  context: Context,
  id: Id,
  given: SupportProgrammeEdit,
): Promise<SupportProgramme> {
  const { actor, today } = context
  const { version, ...after } = given
  assertSound(given)
  return context.write(async (tx) => {
    const before = await getProgramme(tx, id, today)
    assertAllowed(may(actor, 'support.programme', before.isRunner))
    const updated = await tx
      .updateTable('support_programmes')
      .set({ ...valuesOf(given), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw refusals.changed()
    await tx.deleteFrom('support_appraisers').where('programme_id', '=', id).execute()
    await putAppraisers(tx, id, given.appraiserIds)
    await audit.record(tx, actor, 'support.programme', id, { before, after })
    return asProgramme(context, await getProgramme(tx, id, today))
  })
}

async function putAppraisers(tx: Tx, programmeId: Id, agencyIds: readonly Id[]): Promise<void> {
  const ids = [...new Set(agencyIds)]
  if (ids.length === 0) return
  await tx
    .insertInto('support_appraisers')
    .values(ids.map((id) => ({ programme_id: programmeId, agency_id: id })))
    .execute()
}

function assertSound(given: {
  fromOn: PlainDate
  untilOn: PlainDate
  rule: Rule
  priority: readonly string[]
}): void {
  if (given.untilOn < given.fromOn) throw refusals.wrongDays()
  const [problem] = ruleProblems(given.rule)
  if (problem) throw refusals.wrongRule(problem.vi, problem.en)
  const odd = given.priority.find((code) => measureNamed(code)?.type !== 'number')
  if (odd !== undefined)
    throw refusals.wrongRule(
      `Thứ tự ưu tiên chỉ xếp theo số đo là số: ${odd} không phải.`,
      `An order takes measures that are numbers: ${odd} is none.`,
    )
}

/** Within the programme's period. Sent twice, it is opened once. */
export function openCall(context: Context, given: NewSupportCall): Promise<SupportProgramme> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const programme = await getProgramme(tx, given.programmeId, today)
    assertAllowed(may(actor, 'support.call', programme.isRunner))
    const known = programme.calls.find(({ id }) => id === given.id)
    if (known) {
      if (known.name !== given.name) throw refusals.usedId()
      return asProgramme(context, programme)
    }
    const { opensOn, closesOn } = given
    if (closesOn < opensOn || opensOn < programme.fromOn || closesOn > programme.untilOn)
      throw refusals.wrongDays()
    await tx
      .insertInto('support_calls')
      .values({
        id: given.id,
        programme_id: given.programmeId,
        name: given.name,
        opens_on: opensOn,
        closes_on: closesOn,
        budget: given.budget,
      })
      .execute()
    const { id, ...after } = given
    await audit.record(tx, actor, 'support.call', id, { after })
    return asProgramme(context, await getProgramme(tx, given.programmeId, today))
  })
}

/** The call with its programme, as one reads it. */
export async function getCall(
  db: Reader,
  id: Id,
  day: PlainDate,
): Promise<{ call: SupportCall; programme: ProgrammeRow }> {
  const row = await db
    .selectFrom('support_calls')
    .select('programme_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refusals.notFound()
  const programme = await getProgramme(db, row.programme_id, day)
  const call = programme.calls.find((one) => one.id === id)
  if (!call) throw refusals.notFound()
  return { call, programme }
}
