import type { WorkSuggestion, WorkSuggestions } from '@hopluc/shared/entity-years'
import { EntityQuery } from '@hopluc/shared/entity-lists'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { conditions } from '../../registry/index.ts'
import { both, rowsOf, unitName } from '../../units/index.ts'
import { yearOf } from '../terms.ts'

const LAW = 'Luật Hợp tác xã số 17/2023/QH15'
const MOST = 200

/**
 * What the register finds for the year's list, in the units that the caller keeps: no general meeting
 * for twelve months (article 103 revokes after eighteen), suspended for longer than twelve (article 96),
 * fewer members than the least (article 4), not yet under the law in force (article 115). What stands in
 * the list, taken up or declined, is not suggested again.
 */
export function suggest(
  { today, read }: Context,
  year = yearOf(today),
  unit?: Id,
): Promise<WorkSuggestions> {
  return read(async (db) => ({ year, items: await found(db, year, unit, today) }))
}

async function found(
  db: Reader,
  year: number,
  unit: Id | undefined,
  day: PlainDate,
): Promise<WorkSuggestion[]> {
  const query = EntityQuery.parse({ ...(unit && { unit }) })
  const where = (more: Partial<EntityQuery>) => both(conditions({ ...query, ...more }, day))
  const none = { since: sql`null::date`, members: sql`null::int`, least: sql`null::int` }
  const rule = (
    kind: WorkSuggestion['kind'],
    reason: WorkSuggestion['reason'],
    basis: string | null,
    which: RawBuilder<unknown>,
    { since, members, least }: typeof none,
  ) => sql`select s.entity_id, s.name, s.unit_id, ${kind} as kind, ${reason} as reason, ${basis} as basis,
    ${since} as since, ${members} as members, ${least} as least from reachable_spans s where ${which}`
  const lastOf = (kinds: readonly string[]) => sql`(select max(v.on_day) from entity_events v
    where v.entity_id = s.entity_id and v.voided_at is null and v.on_day <= ${day}::date
      and v.kind = any (${[...kinds]}::text[]))`
  const least = sql`(select m.members from member_minimums m
    where m.kind = s.kind and m.law = coalesce(s.law, '2023'))`
  const suspendedOn = lastOf(['suspended'])
  const all = sql.join(
    [
      rule('congress', 'no_congress', `${LAW}, Điều 103`, where({ noCongress: true }), {
        ...none,
        since: lastOf(['congress', 'registered']),
      }),
      rule(
        'dissolve',
        'suspended',
        `${LAW}, Điều 96`,
        sql`${where({ status: ['suspended'] })}
          and ${suspendedOn} <= (${day}::date - interval '1 year')::date`,
        { ...none, since: suspendedOn },
      ),
      rule(
        'consolidate',
        'few_members',
        `${LAW}, Điều 4`,
        sql`${where({})} and s.members < ${least}`,
        { ...none, members: sql`s.members`, least },
      ),
      rule(
        'convert',
        'not_converted',
        `${LAW}, Điều 115`,
        sql`${where({ notConverted: true })} and s.kind <> 'group'`,
        none,
      ),
    ],
    sql` union all `,
  )
  return rowsOf(
    db,
    sql<WorkSuggestion>`select f.entity_id as "entityId", f.name as "entityName",
        (select ${unitName('u')} from unit_versions u where u.unit_id = f.unit_id
          order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
        f.kind, f.reason, f.since, f.members, f.least, f.basis
      from (${all}) f
      where exists (select from kept_entities k where k.id = f.entity_id)
        and not exists (select from commune_works w
          where w.entity_id = f.entity_id and w.year = ${year} and w.kind = f.kind)
      order by array_position(array['suspended', 'few_members', 'no_congress', 'not_converted'], f.reason),
        f.since, f.name, f.entity_id limit ${MOST}`,
  )
}
