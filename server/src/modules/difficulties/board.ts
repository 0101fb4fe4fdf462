import type { DifficultyBoard, DifficultyState } from '@hopluc/shared/difficulties'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf, unitName, unitsUnder } from '../units/index.ts'
import { listTopics } from './store.ts'

/** What is raised where and about what, how much of it waits and how much is late: as far as one reads. */
export function board(context: Context, unitId?: Id): Promise<DifficultyBoard> {
  const { today } = context
  return context.read(async (db) => ({
    asOf: today,
    topics: (await listTopics(db)).map(({ id, name, english }) => ({ id, name, english })),
    rows: await rowsOf(
      db,
      sql<DifficultyBoard['rows'][number]>`
        with cells as (
          select d.unit_id, d.topic_id, count(*)::int as raised,
            (count(*) filter (where d.state = 'waiting'))::int as waiting,
            (count(*) filter (where d.state = 'waiting'
              and (d.risen_on is not null or d.answer_due_on < ${today}::date)))::int as overdue
          from difficulties d
          where ${unitId === undefined ? sql`true` : sql`d.unit_id in ${unitsUnder(unitId, today)}`}
          group by 1, 2)
        select (n.unit::text)::json as unit, json_agg(json_build_object('topicId', c.topic_id, 'raised', c.raised,
            'waiting', c.waiting, 'overdue', c.overdue)) as cells
        from cells c cross join lateral (
          select ${unitName('u')} as unit, u.name from unit_versions u where u.unit_id = c.unit_id
          order by u.from_on desc limit 1) n
        group by c.unit_id, n.unit::text, n.name order by n.name ${BY_NAME}, c.unit_id`,
    ),
  }))
}

/** One difficulty as a report tells it. */
export interface ToldDifficulty {
  unitId: Id
  topic: string
  text: string
  entity: string | null
  raisedOn: PlainDate
  /** Day of the last answer up to the end of the period. */
  answeredOn: PlainDate | null
  state: DifficultyState
}

/** Raised in units during a period, with what had become of each by its last day; by unit and day. */
export function difficultiesOf(
  db: Reader,
  unitIds: readonly Id[],
  { fromOn, untilOn }: { fromOn: PlainDate; untilOn: PlainDate },
): Promise<ToldDifficulty[]> {
  return rowsOf(
    db,
    sql<ToldDifficulty>`select d.unit_id as "unitId", t.name as topic, d.text, d.raised_on as "raisedOn",
        (select e.name from entities e where e.id = d.entity_id) as entity, a.on_day as "answeredOn",
        case when l.action = 'answer' then 'answered'
          when l.action = 'rate' and (l.details ->> 'isSolved')::boolean then 'solved' else 'waiting' end as state
      from difficulties d join difficulty_topics t on t.id = d.topic_id
      left join lateral (select e.on_day from difficulty_events e where e.difficulty_id = d.id
        and e.action = 'answer' and e.on_day <= ${untilOn}::date order by e.seq desc limit 1) a on true
      left join lateral (select e.action, e.details from difficulty_events e where e.difficulty_id = d.id
        and e.action in ('answer', 'rate') and e.on_day <= ${untilOn}::date order by e.seq desc limit 1) l on true
      where d.unit_id = any (${[...unitIds]}::uuid[])
        and d.raised_on between ${fromOn}::date and ${untilOn}::date
      order by d.unit_id, d.raised_on, d.id`,
  )
}
