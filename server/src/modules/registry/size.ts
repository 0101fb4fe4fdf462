import type { PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'

/** Spans as far as one reads them, to be called `s`; with the size where it chooses or is counted by. */
export const spansFor = (isSized: boolean): RawBuilder<unknown> =>
  isSized ? sql`sized_spans s` : sql`reachable_spans s`

/** Of `sized_spans`: the size that holds on the day, one row an entity. */
export const sizedOn = (day: PlainDate): RawBuilder<unknown> =>
  sql`${day}::date between s.sized_from and s.sized_until`

/** The size of the few entities that a page shows. */
export const sizeOn = (entity: RawBuilder<unknown>, day: PlainDate): RawBuilder<string | null> =>
  sql`(select z.size from entity_sizes z
    where z.entity_id = ${entity} and ${day}::date between z.from_on and z.until_on)`
