import {
  Debt,
  type DebtParty,
  type DebtProgress,
  type DebtProgressQuery,
  type Debts,
  type DebtSums,
} from '@hopluc/shared/entity-parts-debts'
import type { PartQuery } from '@hopluc/shared/entity-parts'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { both, idOfCursor, rowsOf, unitsUnder } from '../../units/index.ts'
import { mayReadPersons } from '../policy.ts'
import { listOf, readingOf } from '../rows/index.ts'
import { debts } from './parts.ts'

/** Debts one by one for the entity and its keeper, their sums for everyone who reads it. */
export async function ofEntity(context: Context, entityId: Id, query: PartQuery): Promise<Debts> {
  const { asOf } = query
  const day = asOf ?? context.today
  const list = await listOf(debts, context, entityId, query)
  return context.read(async (db) => {
    const reading = await readingOf(db, context, entityId, asOf)
    return {
      ...list,
      // What arose later is not yet there.
      items: z
        .array(Debt)
        .parse(list.items)
        .filter(({ arisenOn }) => arisenOn <= day),
      isOpen: mayReadPersons(reading),
      asOf: day,
      sums: await sumsOf(db, day, entityId),
    }
  })
}

const OLD = (day: PlainDate) => sql`arisen_on <= (${day}::date - interval '3 years')`
const LEFT = sql`(amount - paid - written_off)`

function sumsOf(db: Reader, day: PlainDate, entityId: Id): Promise<DebtSums[]> {
  return rowsOf(
    db,
    sql<DebtSums>`select direction, party, count(*)::int as count, sum(amount)::float8 as amount,
      sum(paid)::float8 as paid, sum(written_off)::float8 as "writtenOff", sum(${LEFT})::float8 as left,
      coalesce(sum(${LEFT}) filter (where is_doubtful), 0)::float8 as doubtful,
      coalesce(sum(${LEFT}) filter (where ${OLD(day)}), 0)::float8 as old
      from debts_on(${day}::date, ${entityId}::uuid) group by direction, party
      order by direction desc, sum(${LEFT}) desc`,
  )
}

type ProgressRow = DebtProgress['total'] & {
  unitId: Id
  level: UnitName['level']
  unitKind: string
  unitName: string
}

/** What stands and what was settled, a line a commune. */
export function progress(
  context: Context,
  { asOf = context.today, unit, direction, limit, cursor }: DebtProgressQuery,
): Promise<DebtProgress> {
  const filters: RawBuilder<unknown>[] = [sql`d.direction = ${direction}`]
  if (unit) filters.push(sql`d.unit_id in ${unitsUnder(unit, asOf)}`)
  return context.read(async (db) => {
    const rows = await listProgress(db, filters, asOf, { limit, cursor })
    const items = rows
      .slice(0, limit)
      .map(({ unitId, level, unitKind, unitName: name, ...row }) => ({
        ...row,
        unit: { id: unitId, level, kind: unitKind, name },
      }))
    const last = rows.length > limit ? items.at(-1) : undefined
    return {
      asOf,
      direction,
      items,
      next: last ? `${last.left}_${last.unit.id}` : null,
      total: await sumOf(db, filters, asOf),
      parties: await listParties(db, filters, asOf),
    }
  })
}

const SUMS = (day: PlainDate) => sql`count(distinct d.entity_id)::int as entities,
  count(*)::int as debts, coalesce(sum(amount), 0)::float8 as amount, coalesce(sum(paid), 0)::float8 as paid,
  coalesce(sum(written_off), 0)::float8 as "writtenOff", coalesce(sum(${LEFT}), 0)::float8 as left,
  coalesce(sum(${LEFT}) filter (where is_doubtful), 0)::float8 as doubtful,
  coalesce(sum(${LEFT}) filter (where ${OLD(day)}), 0)::float8 as old,
  count(*) filter (where ${LEFT} > 0 and not has_plan)::int as "withoutPlan"`

function listProgress(
  db: Reader,
  filters: readonly RawBuilder<unknown>[],
  day: PlainDate,
  { limit, cursor }: Pick<DebtProgressQuery, 'limit' | 'cursor'>,
) {
  const after = cursor
    ? sql`having (-sum(${LEFT}), d.unit_id) > (${-Number(cursor.split('_')[0])}, ${idOfCursor(cursor)}::uuid)`
    : sql``
  return rowsOf(
    db,
    sql<ProgressRow>`select d.unit_id as "unitId", u.level, u.kind as "unitKind", u.name as "unitName", ${SUMS(day)}
      from debts_on(${day}::date) d
      join unit_versions u on u.unit_id = d.unit_id and ${day}::date between u.from_on and u.until_on
      where ${both(filters)} group by d.unit_id, u.level, u.kind, u.name ${after}
      order by -sum(${LEFT}), d.unit_id limit ${limit + 1}`,
  )
}

async function sumOf(db: Reader, filters: readonly RawBuilder<unknown>[], day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<
      DebtProgress['total']
    >`select ${SUMS(day)} from debts_on(${day}::date) d where ${both(filters)}`,
  )
  if (!row) throw new Error('sums without a group are one row')
  return row
}

function listParties(db: Reader, filters: readonly RawBuilder<unknown>[], day: PlainDate) {
  return rowsOf(
    db,
    sql<{ party: DebtParty; left: number }>`select party, sum(${LEFT})::float8 as left
      from debts_on(${day}::date) d where ${both(filters)} group by party order by sum(${LEFT}) desc`,
  )
}
