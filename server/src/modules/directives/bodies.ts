import type { Manner } from '@hopluc/shared/readings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { AppError, type Issue } from '../../platform/errors.ts'

/**
 * Every body must exist on the day, and a party body is never told or asked: it can only be noted.
 * @throws AppError `directives.agency_not_on_day`, `directives.never_assigned`.
 */
export async function assertBodiesKnown(
  db: Reader,
  { leadIds, coIds }: { leadIds: readonly Id[]; coIds: readonly Id[] },
  manner: Manner,
  on: PlainDate,
  path = '',
): Promise<void> {
  const ids = [...new Set([...leadIds, ...coIds])]
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('agency_versions')
    .select(['agency_id as id', 'manner', 'name'])
    .where('agency_id', 'in', ids)
    .where('from_on', '<=', on)
    .where('until_on', '>=', on)
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) throw notOnDay(await nameOf(db, ids, known), on, path)
  const never = rows.find((row) => row.manner === 'never' && leadIds.includes(row.id))
  if (never && manner !== 'note') throw neverAssigned(never.name, path)
}

async function nameOf(db: Reader, ids: readonly Id[], known: ReadonlySet<Id>): Promise<string> {
  const gone = ids.filter((id) => !known.has(id))
  const row = await db
    .selectFrom('agency_versions')
    .select('name')
    .where('agency_id', 'in', gone)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  return row?.name ?? '?'
}

const at = (path: string, sentences: { vi: string; en: string }): Issue[] =>
  path === '' ? [] : [{ path, ...sentences }]

function notOnDay(name: string, on: PlainDate, path: string) {
  const day = on.split('-').toReversed().join('/')
  const sentences = {
    vi: `Ngày ${day} không có cơ quan “${name}”. Hãy chọn cơ quan có vào ngày đó.`,
    en: `There was no body “${name}” on ${day}. Choose one that existed on that day.`,
  }
  return new AppError('rule', 'directives.agency_not_on_day', sentences, at(path, sentences))
}

function neverAssigned(name: string, path: string) {
  const sentences = {
    vi: `“${name}” là cơ quan Đảng, không giao nhiệm vụ được. Hãy chọn “Chỉ ghi nhận”.`,
    en: `“${name}” is a party body and cannot be given tasks. Choose “Only note”.`,
  }
  return new AppError('rule', 'directives.never_assigned', sentences, at(path, sentences))
}
