import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { unitName } from '../units/index.ts'

/** A unit as JSON, by its name on the day or as it was last called. */
export const unitNamed = (id: RawBuilder<unknown>, day: PlainDate) => sql`(
  select ${unitName('u')} from unit_versions u where u.unit_id = ${id}
  order by (${day}::date between u.from_on and u.until_on) desc, (u.from_on <= ${day}::date) desc,
    u.from_on desc limit 1)`

/** A cooperative as JSON, null where the reader does not see it. */
export const entityNamed = (id: RawBuilder<unknown>) => sql`(
  select json_build_object('id', e.id, 'name', e.name) from entities e where e.id = ${id})`

/** Who holds a seat on the day, or held it last: "Vũ Bá Quan, Trưởng phòng …". */
export const seatWords = (seat: RawBuilder<unknown>, day: PlainDate) => sql`(
  select concat_ws(', ', nullif(m.name, ''), m.office)
  from committee_members m where m.seat_id = ${seat}
  order by (${day}::date between m.from_on and m.until_on) desc, m.from_on desc limit 1)`

/** The first and last day of a quarter, "2026-Q3". */
export function daysOfQuarter(quarter: string): { from: PlainDate; until: PlainDate } {
  const year = Number(quarter.slice(0, 4))
  const first = (Number(quarter.slice(-1)) - 1) * 3
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
  return { from: day(first, 1), until: day(first + 3, 0) }
}

export function quarterOf(day: PlainDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export const ids = (all: readonly Id[]) => sql`${[...all]}::uuid[]`
