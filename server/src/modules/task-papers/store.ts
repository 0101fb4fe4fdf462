import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import type { Body } from './domain.ts'

export async function getBodyOnDay(
  db: Reader,
  id: Id,
  day: PlainDate,
): Promise<Omit<Body, 'template'>> {
  const row = await db
    .selectFrom('agency_versions as a')
    .innerJoin('unit_versions as u', 'u.unit_id', 'a.unit_id')
    .where('a.agency_id', '=', id)
    .where('a.from_on', '<=', day)
    .where('u.from_on', '<=', day)
    .orderBy('a.from_on', 'desc')
    .orderBy('u.from_on', 'desc')
    .select(['a.agency_id as id', 'a.name', 'a.short_name as shortName', 'a.kind', 'a.symbol'])
    .select([sql<string>`u.kind || ' ' || u.name`.as('unit'), 'u.name as place'])
    .executeTakeFirst()
  if (row) return row
  throw new AppError('not_found', 'tasks.no_such_body', {
    vi: 'Không có cơ quan này vào ngày được chọn.',
    en: 'There is no such body on this day.',
  })
}
