import type {
  LevelItem,
  LevelPage,
  LevelQuery,
  Reminded,
  Reminding,
  RequirementChange,
} from '@hopluc/shared/committee-levels'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { tell } from '../../notices/index.ts'
import { makeConsolidationLetter } from '../../papers/index.ts'
import { getBody, headOf, signatureOf } from '../../task-papers/index.ts'
import { committeeOnDay, rowsOf } from '../../units/index.ts'
import { may } from '../policy.ts'
import { wrongState } from '../refusals.ts'
import { answerBy, countsOf, lackWords, reminderText, unitWords } from './domain.ts'
import { listRequirements, putRequirement } from './requirements.ts'
import * as store from './store.ts'

const ALL = 500

/** Committees of the communes below on a day: who has none, whose is out of date. */
export function list(context: Context, query: LevelQuery): Promise<LevelPage> {
  return context.read((db) => present(db, context, query))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  query: LevelQuery,
): Promise<LevelPage> {
  const day = query.asOf ?? today
  const demands = await listRequirements(db, day)
  const units = query.under ? [query.under] : await ownUnits(db, day)
  const wanted = { units, demands, day }
  const isOwn = day >= today && actor.committeeId !== null
  return {
    ...(await store.list(db, wanted, query)),
    asOf: day,
    counts: countsOf(await store.count(db, wanted)),
    requirements: await ofUnits(db, demands, units, day),
    allowed: [
      ...(may(actor, 'committee.require', isOwn) ? (['require'] as const) : []),
      ...(may(actor, 'committee.remind', isOwn) ? (['remind'] as const) : []),
    ],
  }
}

/** Where the person stood on the day: the unit of their committee or agency, or what was before it. */
async function ownUnits(db: Reader, day: PlainDate): Promise<Id[] | undefined> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id; level: string }>`select distinct u.unit_id as id, u.level from acting
      left join acting_committee c on true
      join agency_versions v on v.agency_id = agency_on(coalesce(c.committee_id, acting.agency_id), ${day}::date)
        and ${day}::date between v.from_on and v.until_on
      join unit_versions u on u.unit_id = v.unit_id and ${day}::date between u.from_on and u.until_on`,
  )
  if (rows.length === 0 || rows.some(({ level }) => level === 'nation')) return undefined
  return rows.map(({ id }) => id)
}

/** Those that count for the units shown: of the units themselves and of those above them. */
async function ofUnits<T extends { unitId: Id }>(
  db: Reader,
  demands: readonly T[],
  units: readonly Id[] | undefined,
  day: PlainDate,
): Promise<Omit<T, 'unitId'>[]> {
  if (units === undefined) return []
  const above = await rowsOf(
    db,
    sql<{ id: Id }>`select distinct ancestor_id as id from unit_ancestry
      where descendant_id = any(${[...units]}::uuid[]) and ${day}::date between from_on and until_on`,
  )
  return demands.filter(({ unitId }) => above.some(({ id }) => id === unitId))
}

/** For the worklist of a member: what the communes in charge have. */
export async function stateOfUnits(
  db: Reader,
  unitIds: readonly Id[],
  day: PlainDate,
): Promise<ReadonlyMap<Id, 'none' | 'current' | 'out_of_date'>> {
  const rows = await store.statesOf(db, unitIds, await listRequirements(db, day), day)
  return new Map(
    rows.map(({ id, committeeId, lacks }) => [
      id,
      committeeId === null ? 'none' : lacks.length === 0 ? 'current' : 'out_of_date',
    ]),
  )
}

/** Whether the communes below need a committee: from today on, by a paper. */
export function require(
  context: Context,
  committeeId: Id,
  change: RequirementChange,
): Promise<LevelPage> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'committee.require', actor.committeeId === committeeId))
    const before = await putRequirement(tx, committeeId, change, today)
    const { version: _seen, ...after } = change
    await audit.record(
      tx,
      actor,
      'committee.require',
      committeeId,
      audit.changes(before ?? {}, after),
    )
    return present(tx, context, { limit: 50, format: 'json' })
  })
}

/** Tells the communes what is lacking, once a day each, and keeps that they were told. */
export function remind(context: Context, committeeId: Id, input: Reminding): Promise<Reminded> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'committee.remind', actor.committeeId === committeeId))
    const { items, by, basis } = await lacking(tx, committeeId, input.unitIds, today)
    const texts: Reminded['texts'] = []
    for (const item of items) {
      texts.push({ unitId: item.id, text: reminderText(item, by, basis, input.note) })
      if (item.agency === null) continue
      await tx
        .insertInto('committee_reminders')
        .values({
          id: newId(),
          body_id: committeeId,
          unit_id: item.id,
          on_day: today,
          lack: item.committee === null ? 'missing' : 'out_of_date',
          note: input.note,
          by_words: actor.byWords,
          created_by: actor.accountId,
        })
        .execute()
      await tell(tx, context, {
        to: { agencyIds: [item.agency.id] },
        kind: 'committee.reminded',
        subjectKind: 'committee',
        subjectId: item.id,
        params: { title: unitWords(item), by: actor.byWords, reason: lackWords(item) },
        dedupe: `committee.reminded:${item.id}:${today}`,
      })
    }
    const told = items.filter(({ agency }) => agency !== null).length
    await audit.record(tx, actor, 'committee.remind', committeeId, { ...input, told })
    return { reminded: told, texts }
  })
}

async function lacking(db: Reader, committeeId: Id, unitIds: readonly Id[], day: PlainDate) {
  const committee = await committeeOnDay(db, committeeId, day)
  const demands = await listRequirements(db, day)
  const wanted = { units: [committee.unit.id], demands, day }
  const { items } = await store.list(db, wanted, { limit: ALL })
  const isLacking = ({ id, state }: LevelItem) =>
    unitIds.includes(id) && (state === 'missing' || state === 'out_of_date')
  const found = items.filter(isLacking)
  if (found.length === 0) throw wrongState('duties')
  const basis = demands.find((one) => one.committee.id === committeeId)?.words ?? null
  return { items: found, by: committee.shortName, basis, standing: committee.standingAgency }
}

/** The letter that presses them, as .docx. */
export function letter(
  context: Context,
  committeeId: Id,
  unitIds: readonly Id[],
): Promise<{ name: string; bytes: Buffer }> {
  const { actor, today } = context
  return context.read(async (db) => {
    assertAllowed(may(actor, 'committee.remind', actor.committeeId === committeeId))
    const { items, basis, standing } = await lacking(db, committeeId, unitIds, today)
    const body = await getBody(db, committeeId, today)
    const bytes = await makeConsolidationLetter({
      head: headOf(body, '', today),
      to: items.map(({ agency, ...item }) => agency?.name ?? unitWords(item)),
      basis,
      rows: items.map((item) => ({ commune: unitWords(item), lack: lackWords(item) })),
      answerBy: answerBy(today),
      answerTo: standing.name,
      asOf: today,
      recipients: { lines: ['Như trên', 'Trưởng ban (để báo cáo)'], archive: 'Lưu: VT, BCĐ' },
      signature: signatureOf(body),
    })
    return { name: 'Công văn đôn đốc kiện toàn Ban Chỉ đạo.docx', bytes }
  })
}
