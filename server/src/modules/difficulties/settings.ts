import type {
  DifficultyLevel,
  DifficultyRule,
  DifficultyRuleChange,
  DifficultySettings,
  DifficultyTerm,
  DifficultyTermChange,
  DifficultyTopic,
  DifficultyTopicChange,
} from '@hopluc/shared/difficulties'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, Named } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { agencyNamed, BY_NAME, rowsOf, unitName } from '../units/index.ts'
import * as places from './places.ts'
import { maySet } from './policy.ts'
import * as refusals from './refusals.ts'

/** Topics, terms, and which agency answers: as far as one reads. */
export function settings(context: Context): Promise<DifficultySettings> {
  return context.read((db) => present(db, context))
}

async function present(db: Reader, { actor, today }: Context): Promise<DifficultySettings> {
  return {
    topics: await rowsOf(
      db,
      sql<DifficultyTopic>`select id, name, english, first_level as "firstLevel", is_ended as "isEnded", version
        from difficulty_topics order by is_ended, position, id`,
    ),
    terms: await rowsOf(
      db,
      sql<DifficultyTerm>`select level, answer_days as "answerDays", transfer_days as "transferDays"
        from difficulty_terms order by array_position(array['commune', 'department', 'province'], level)`,
    ),
    rules: await rowsOf(
      db,
      sql<DifficultyRule>`select (select ${unitName('u')} from unit_versions u where u.unit_id = r.unit_id
            order by u.from_on desc limit 1) as unit,
          (select json_build_object('id', t.id, 'name', t.name, 'english', t.english)
            from difficulty_topics t where t.id = r.topic_id) as topic,
          r.level, ${agencyNamed(sql`r.agency_id`, sql`${today}::date`)} as agency
        from difficulty_rules r left join difficulty_topics t on t.id = r.topic_id
        order by r.unit_id, t.position nulls last, r.level limit 1000`,
    ),
    units: await rowsOf(
      db,
      sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
        where u.level in ('province', 'commune') and ${today}::date between u.from_on and u.until_on
          and u.unit_id in (select acting_area())
        order by (u.level = 'province') desc, u.name ${BY_NAME}, u.unit_id limit 500`,
    ),
    maySetLists: maySet(actor, 'difficulty.set_lists'),
    maySetRules: maySet(actor, 'difficulty.set_rules'),
  }
}

/** Agencies that may be named in a rule for a unit: the commune's own, and the province's. */
export function agenciesFor(context: Context, unitId: Id): Promise<Named[]> {
  const { today } = context
  return context.read(async (db) => {
    const found = await places.listAgencies(db, unitId, null, today)
    return found.map(({ id, name, shortName }) => ({ id, name, shortName }))
  })
}

/** A new topic, or an old one in other words. @throws AppError `difficulties.changed`, `.topic_twice`. */
export function setTopic(
  context: Context,
  id: Id,
  { version, ...given }: DifficultyTopicChange,
): Promise<DifficultySettings> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(maySet(actor, 'difficulty.set_lists'))
    const before = await topic(tx, id)
    if ((before?.version ?? null) !== version) throw refusals.changed()
    const others = await rowsOf(
      tx,
      sql<object>`select from difficulty_topics where name = ${given.name} and id <> ${id}`,
    )
    if (others.length > 0) throw refusals.topicTwice()
    const values = {
      name: given.name,
      english: given.english,
      first_level: given.firstLevel,
      is_ended: given.isEnded,
    }
    if (before)
      await tx
        .updateTable('difficulty_topics')
        .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute()
    else
      await tx
        .insertInto('difficulty_topics')
        .values({
          ...values,
          id,
          position: sql<number>`(select coalesce(max(position), 0) + 1 from difficulty_topics)`,
        })
        .execute()
    await audit.record(tx, actor, 'difficulty.set_lists', id, audit.changes(before ?? {}, given))
    return present(tx, context)
  })
}

async function topic(tx: Tx, id: Id) {
  return tx
    .selectFrom('difficulty_topics')
    .select(['name', 'english', 'first_level as firstLevel', 'is_ended as isEnded', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** From now on: what runs keeps the term it has. */
export function setTerm(
  context: Context,
  level: DifficultyLevel,
  given: DifficultyTermChange,
): Promise<DifficultySettings> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(maySet(actor, 'difficulty.set_lists'))
    const before = await places.termsOf(tx, level)
    await tx
      .updateTable('difficulty_terms')
      .set({ answer_days: given.answerDays, transfer_days: given.transferDays })
      .where('level', '=', level)
      .execute()
    await audit.record(tx, actor, 'difficulty.set_lists', actor.agencyId, {
      level,
      before,
      ...given,
    })
    return present(tx, context)
  })
}

/** Says, or takes back, who answers. @throws AppError `difficulties.strange_place`, `.strange_agency`. */
export function setRule(
  context: Context,
  given: DifficultyRuleChange,
): Promise<DifficultySettings> {
  const { actor, today } = context
  const { unitId, topicId, level, agencyId } = given
  return context.write(async (tx) => {
    assertAllowed(maySet(actor, 'difficulty.set_rules'))
    if (!(await places.unitOnDay(tx, unitId, today))) throw refusals.strangePlace()
    const known = await places.listAgencies(tx, unitId, null, today)
    if (agencyId !== null && !known.some(({ id }) => id === agencyId))
      throw refusals.strangeAgency()
    const removed = await tx
      .deleteFrom('difficulty_rules')
      .where('unit_id', '=', unitId)
      .where('level', '=', level)
      .where('topic_id', 'is not distinct from', topicId)
      .returning('agency_id as agencyId')
      .executeTakeFirst()
    if (agencyId !== null)
      await tx
        .insertInto('difficulty_rules')
        .values({ unit_id: unitId, topic_id: topicId, level, agency_id: agencyId })
        .execute()
    await audit.record(tx, actor, 'difficulty.set_rules', unitId, {
      before: removed?.agencyId ?? null,
      ...given,
    })
    return present(tx, context)
  })
}
