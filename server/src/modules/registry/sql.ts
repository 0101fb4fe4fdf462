import type { PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { unitName } from '../units/index.ts'

/** A unit as JSON, by its name on the day or as it was last called. */
export const unitNamed = (id: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(
  select ${unitName('u')} from unit_versions u where u.unit_id = ${id}
  order by (${day} between u.from_on and u.until_on) desc, (u.from_on <= ${day}) desc,
    u.from_on desc limit 1)`

export const onDay = (day: PlainDate) => sql`${day}::date`
