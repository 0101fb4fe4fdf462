import type { LoanChoices, LoanFund, LoanFundEdit, NewLoanFund } from '@hopluc/shared/loans'
import { LoanBasis } from '@hopluc/shared/loans'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { agencyNamed, BY_NAME, rowsOf, unitName } from '../units/index.ts'
import { may } from './policy.ts'
import { changed, fundNotFound, usedId } from './refusals.ts'

export interface FundRow extends Omit<LoanFund, 'mayEdit'> {
  isOwn: boolean
}

/** The funds that one reads: of one's own agency, and those that lend where one is. */
export function listFunds(db: Reader, day: PlainDate, id?: Id): Promise<FundRow[]> {
  return rowsOf(
    db,
    sql<FundRow>`select f.id, f.name, f.legal_basis as "legalBasis",
        f.charter_capital as "charterCapital", f.own_percent as "ownPercent",
        f.one_percent as "onePercent", f.related_percent as "relatedPercent", f.max_amount as "maxAmount", f.max_months as "maxMonths",
        f.yearly_rate as "yearlyRate", f.late_percent as "latePercent", f.basis,
        f.group_days as "groupDays", f.is_ended as "isEnded", f.is_demo as "isDemo", f.version,
        ${agencyNamed(sql`f.agency_id`, sql`${day}::date`)} as agency,
        (select ${unitName('u')} from unit_versions u where u.unit_id = f.unit_id
          order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
        f.agency_id in (select acting_agencies()) as "isOwn"
      from loan_funds f where ${id ? sql`f.id = ${id}` : sql`true`}
      order by f.is_ended, f.name ${BY_NAME}, f.id limit 200`,
  )
}

export async function getFund(db: Reader, id: Id, day: PlainDate): Promise<FundRow> {
  const [row] = await listFunds(db, day, id)
  if (!row) throw fundNotFound()
  return row
}

/** What the forms and filters offer. */
export function choices(context: Context): Promise<LoanChoices> {
  const { actor, today } = context
  return context.read(async (db) => ({
    funds: (await listFunds(db, today)).map((row) => asFund(context, row)),
    units: await listUnits(db, today),
    mayRequest: may(actor, 'loan.request', true),
    mayKeepFunds: may(actor, 'loan.fund', true),
    isCooperative: actor.role === 'cooperative',
  }))
}

function asFund({ actor }: Context, { isOwn, ...fund }: FundRow): LoanFund {
  return { ...fund, mayEdit: may(actor, 'loan.fund', isOwn) }
}

/** Communes of today in one's area; none for a cooperative. */
function listUnits(db: Reader, day: PlainDate): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = 'commune' and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())
      order by u.name ${BY_NAME}, u.unit_id limit 500`,
  )
}

const valuesOf = (given: Omit<NewLoanFund, 'id'>) => ({
  name: given.name,
  legal_basis: given.legalBasis,
  charter_capital: given.charterCapital,
  own_percent: given.ownPercent,
  one_percent: given.onePercent,
  related_percent: given.relatedPercent,
  max_amount: given.maxAmount,
  max_months: given.maxMonths,
  yearly_rate: given.yearlyRate,
  late_percent: given.latePercent,
  basis: given.basis,
  group_days: given.groupDays,
  is_ended: given.isEnded,
})

/** A fund of one's own agency, which lends where that agency is. Sent twice, it is made once. */
export function addFund(context: Context, given: NewLoanFund): Promise<LoanFund> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'loan.fund', true))
    const [known] = await listFunds(tx, today, given.id)
    if (known) {
      if (known.name !== given.name || !known.isOwn) throw usedId()
      return asFund(context, known)
    }
    await tx
      .insertInto('loan_funds')
      .values({
        ...valuesOf(given),
        id: given.id,
        agency_id: actor.agencyId,
        unit_id: await unitOfAgency(tx, actor.agencyId, today),
      })
      .execute()
    const { id, ...after } = given
    await audit.record(tx, actor, 'loan.fund', id, { after })
    return asFund(context, await getFund(tx, id, today))
  })
}

export function editFund(context: Context, id: Id, given: LoanFundEdit): Promise<LoanFund> {
  const { actor, today } = context
  const { version, ...after } = given
  return context.write(async (tx) => {
    const before = await getFund(tx, id, today)
    assertAllowed(may(actor, 'loan.fund', before.isOwn))
    const updated = await tx
      .updateTable('loan_funds')
      .set({ ...valuesOf(given), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw changed()
    await audit.record(tx, actor, 'loan.fund', id, audit.changes(keptOf(before), after))
    return asFund(context, await getFund(tx, id, today))
  })
}

function keptOf(row: FundRow): Omit<LoanFundEdit, 'version'> {
  const {
    id: _id,
    agency: _agency,
    unit: _unit,
    isOwn: _own,
    isDemo: _demo,
    version: _,
    ...kept
  } = row
  return { ...kept, basis: LoanBasis.parse(kept.basis) }
}

async function unitOfAgency(tx: Tx, agencyId: Id, day: PlainDate): Promise<Id> {
  const row = await tx
    .selectFrom('agency_versions')
    .select('unit_id')
    .where('agency_id', '=', agencyId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirstOrThrow()
  return row.unit_id
}
