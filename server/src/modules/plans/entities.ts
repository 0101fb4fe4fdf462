import { type Counted, type CountOf, SINCE_START } from '@hopluc/shared/plans'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { unitNamed } from './store.ts'

/** A cooperative behind a target's number. */
export interface Behind {
  id: Id
  name: string
  unit: UnitName
  on: PlainDate | null
  counts: boolean
}

const MOST = 200
const EVENTS: Record<string, string> = {
  founded: 'registered',
  dissolved: 'dissolved',
  consolidated: 'consolidated',
  congress: 'congress',
}

/** As far as the reader sees them: at most 200, by name. */
export async function entitiesBehind(
  db: Reader,
  counted: Counted,
  { unitId, fromOn, day }: { unitId: Id; fromOn: PlainDate; day: PlainDate },
): Promise<Behind[]> {
  if (counted.by === 'nothing') return []
  if (counted.by !== 'share') {
    const all = await entitiesOf(db, counted, unitId, fromOn, day)
    return all.map((one) => ({ ...one, counts: true }))
  }
  const part = await entitiesOf(db, counted.part, unitId, fromOn, day)
  const first = counted.wholes[0]
  const whole = first ? await entitiesOf(db, first.of, unitId, fromOn, day) : []
  const inPart = new Set(part.map(({ id }) => id))
  return whole.map((one) => ({ ...one, counts: inPart.has(one.id) }))
}

type Found = Omit<Behind, 'counts'>

function entitiesOf(
  db: Reader,
  source: CountOf,
  unitId: Id,
  fromOn: PlainDate,
  day: PlainDate,
): Promise<Found[]> {
  if (source.by === 'figure') return byFigure(db, source.code, unitId, { fromOn, day })
  return SINCE_START.includes(source.rule)
    ? byEvent(db, source, unitId, fromOn, day)
    : byState(db, source, unitId, day)
}

const lies = (
  entity: string,
  unitId: Id,
  on: ReturnType<typeof sql>,
  day: PlainDate,
) => sql`exists (
  select from entity_places p join unit_ancestry a on a.descendant_id = p.unit_id and a.ancestor_id = ${unitId}
    and ${on} between a.from_on and a.until_on
  where p.entity_id = ${sql.ref(entity)} and ${on} between p.from_on and p.until_on and ${on} <= ${day}::date)`

function byEvent(
  db: Reader,
  { rule, kinds }: CountOf & { by: 'register' },
  unitId: Id,
  fromOn: PlainDate,
  day: PlainDate,
): Promise<Found[]> {
  return rowsOf(
    db,
    sql<Found>`select e.id, e.name, ${placed(sql`v.on_day`, day)} as unit, v.on_day as on
      from (select entity_id, min(on_day) as on_day from entity_events
        where kind = ${EVENTS[rule]} and voided_at is null
          and on_day between ${fromOn}::date and ${day}::date group by 1) v
      join entities e on e.id = v.entity_id and e.merged_into_id is null and e.kind = any (${[...kinds]}::text[])
      where ${lies('e.id', unitId, sql`v.on_day`, day)}
      order by v.on_day, e.name collate "vi-x-icu" limit ${MOST}`,
  )
}

function byState(
  db: Reader,
  { rule, kinds }: CountOf & { by: 'register' },
  unitId: Id,
  day: PlainDate,
): Promise<Found[]> {
  const on = sql`${day}::date`
  const held =
    rule === 'active'
      ? sql`s.status = 'active'`
      : sql`exists (select from entity_certificates c where c.entity_id = s.entity_id and c.kind = ${rule}
          and c.issued_on <= ${on} and coalesce(c.valid_until, '9999-12-31') >= ${on}
          and coalesce(c.revoked_on, '9999-12-31') > ${on})`
  return rowsOf(
    db,
    sql<Found>`select e.id, e.name, ${placed(on, day)} as unit,
        (select min(c.issued_on) from entity_certificates c
          where c.entity_id = e.id and c.kind = ${rule} and c.issued_on <= ${on}) as on
      from entity_spans s join entities e on e.id = s.entity_id
      where ${on} between s.from_on and s.until_on and s.is_live and s.kind = any (${[...kinds]}::text[])
        and ${held} and ${lies('e.id', unitId, on, day)}
      order by e.name collate "vi-x-icu" limit ${MOST}`,
  )
}

/** Those for which a figure above nothing was stated in the last period in which any was. */
function byFigure(
  db: Reader,
  code: string,
  unitId: Id,
  { fromOn, day }: { fromOn: PlainDate; day: PlainDate },
): Promise<Found[]> {
  const on = sql`${day}::date`
  return rowsOf(
    db,
    sql<Found>`with stated as (
        select f.entity_id, f.value, p.until_on from figures f
        join indicators i on i.id = f.indicator_id and i.code = ${code}
        join periods p on p.id = f.period_id and p.kind <> 'day' and p.from_on <= ${on}
          and p.until_on >= ${fromOn}::date - 366
        where f.is_last and f.breakdown_id = 0 and f.stated_at < (${on} + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
          and f.unit_id in (select descendant_id from unit_ancestry
            where ancestor_id = ${unitId} and ${on} between from_on and until_on))
      select e.id, e.name, ${placed(on, day)} as unit, null::date as on
      from stated s join entities e on e.id = s.entity_id
      where s.until_on = (select max(until_on) from stated) and s.value > 0
      order by e.name collate "vi-x-icu" limit ${MOST}`,
  )
}

/** Where the entity `e` lay on the day. */
function placed(on: ReturnType<typeof sql>, day: PlainDate) {
  return unitNamed(
    sql`(select p.unit_id from entity_places p where p.entity_id = e.id
      order by (${on} between p.from_on and p.until_on) desc, p.from_on desc limit 1)`,
    day,
  )
}
