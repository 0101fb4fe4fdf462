import { DONE_BY, WorkKind } from '@hopluc/shared/entity-years'
import type { PlannedWork } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/** The order of the notices by which communes are asked. */
const KINDS: readonly WorkKind[] = ['found', 'congress', 'consolidate', 'dissolve']

/**
 * What communes set out to found, consolidate and dissolve in the year of the day, and what of it the
 * register's events show by the day. Told to whoever reads the lists of all of them: a part would look
 * like none.
 */
export async function worksOf(
  db: Reader,
  columns: readonly Id[],
  { fromOn, untilOn }: { fromOn: PlainDate; untilOn: PlainDate },
  day: PlainDate,
): Promise<{ worksYear: number; works: PlannedWork[] }> {
  if (!(await seesAll(db, columns))) return { worksYear: Number(day.slice(0, 4)), works: [] }
  const year = Number([[fromOn, day].toSorted()[1] ?? day, untilOn].toSorted()[0]?.slice(0, 4))
  const rows = await rowsOf(
    db,
    sql<{
      unitId: Id
      kind: string
      planned: number
      done: number
    }>`select u.unit_id as "unitId", w.kind,
        count(*)::int as planned,
        count(*) filter (where v.on_day <= ${day}::date and v.voided_at is null)::int as done
      from commune_works w left join entity_events v on v.id = w.event_id
      join unit_parts u on u.origin_id = w.unit_id and u.unit_id = any (${[...columns]}::uuid[]) and u.share = 1
        and ${day}::date between u.from_on and u.until_on
        and least(${day}::date, make_date(w.year, 12, 31)) between u.stated_from and u.stated_until
      where w.year = ${year} and w.state <> 'dropped' and w.kind = any (${Object.keys(DONE_BY)}::text[])
      group by 1, 2`,
  )
  const works = KINDS.map((kind): PlannedWork => {
    const cells = rows.filter((row) => row.kind === kind)
    return {
      kind,
      planned: cells.reduce((sum, { planned }) => sum + planned, 0),
      done: cells.reduce((sum, { done }) => sum + done, 0),
      cells: cells.map(({ unitId, planned, done }) => ({ unitId, planned, done })),
    }
  })
  return { worksYear: year, works: works.some(({ planned }) => planned > 0) ? works : [] }
}

async function seesAll(db: Reader, columns: readonly Id[]): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{
      is: boolean
    }>`select sees_all_units() or not exists (select from unnest(${[...columns]}::uuid[]) u
      where u not in (select acting_area())) as is`,
  )
  return row?.is === true
}
