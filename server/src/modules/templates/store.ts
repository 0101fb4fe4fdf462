import { FOREVER, type Id, type PlainDate, addDays } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

export interface Setting {
  value: unknown
  fromOn: PlainDate
  version: number
}

export async function findSetting(
  db: Reader,
  name: string,
  on: PlainDate,
): Promise<Setting | undefined> {
  return db
    .selectFrom('settings')
    .select(['value', 'from_on as fromOn', 'version'])
    .where('name', '=', name)
    .where('from_on', '<=', on)
    .where('until_on', '>=', on)
    .executeTakeFirst()
}

/** Locks the name for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, name: string, on: PlainDate, version: number) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
  const setting = await findSetting(tx, name, on)
  if ((setting?.version ?? 0) === version) return setting
  throw new AppError('conflict', 'templates.changed', {
    vi: 'Mẫu, cách đánh số vừa được người khác thay đổi. Nội dung đồng chí nhập vẫn còn trên màn hình; hãy tải lại để xem bản mới.',
    en: 'Someone has just changed this. What you typed is still on the screen; reload to see the new version.',
  })
}

/** From a day on; what held before stays readable. */
export async function put(
  tx: Tx,
  name: string,
  value: unknown,
  before: Setting | undefined,
  today: PlainDate,
): Promise<void> {
  const version = (before?.version ?? 0) + 1
  const json = JSON.stringify(value)
  await end(tx, name, before, today)
  await tx
    .insertInto('settings')
    .values({ name, value: json, from_on: today, until_on: FOREVER, version })
    .execute()
}

/** It no longer holds from this day on. */
export async function end(
  tx: Tx,
  name: string,
  before: Setting | undefined,
  today: PlainDate,
): Promise<void> {
  if (!before) return
  if (before.fromOn === today) {
    await tx.deleteFrom('settings').where('name', '=', name).where('from_on', '=', today).execute()
    return
  }
  await tx
    .updateTable('settings')
    .set({ until_on: addDays(today, -1) })
    .where('name', '=', name)
    .where('from_on', '=', before.fromOn)
    .execute()
}

/** A body and the unit that its papers name, on a day. */
export async function getBody(db: Reader, agencyId: Id, on: PlainDate) {
  const body = await db
    .selectFrom('agency_versions')
    .select(['unit_id as unitId', 'kind', 'name', 'short_name as shortName', 'symbol'])
    .where('agency_id', '=', agencyId)
    .orderBy((from) => from.and([from('from_on', '<=', on), from('until_on', '>=', on)]), 'desc')
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(notFound)
  const unit = await db
    .selectFrom('unit_versions')
    .select(['kind', 'name'])
    .where('unit_id', '=', body.unitId)
    .orderBy((from) => from.and([from('from_on', '<=', on), from('until_on', '>=', on)]), 'desc')
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(notFound)
  return { ...body, id: agencyId, unit: `${unit.kind} ${unit.name}`, place: unit.name }
}

function notFound() {
  return new AppError('not_found', 'templates.not_found', {
    vi: 'Không tìm thấy cơ quan này.',
    en: 'There is no such body.',
  })
}
