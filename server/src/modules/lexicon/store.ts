import { addDays, FOREVER, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

const NAME = 'reading.words'

export interface Words {
  value: unknown
  fromOn: PlainDate
  version: number
}

export async function find(db: Reader, on: PlainDate): Promise<Words | undefined> {
  return db
    .selectFrom('settings')
    .select(['value', 'from_on as fromOn', 'version'])
    .where('name', '=', NAME)
    .where('from_on', '<=', on)
    .where('until_on', '>=', on)
    .executeTakeFirst()
}

/** Locks the list for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, on: PlainDate, version: number): Promise<Words | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${NAME}, 0))`.execute(tx)
  const words = await find(tx, on)
  if ((words?.version ?? 0) === version) return words
  throw new AppError('conflict', 'words.changed', {
    vi: 'Danh sách từ ngữ vừa được người khác thay đổi. Nội dung đồng chí nhập vẫn còn trên màn hình; hãy tải lại để xem bản mới.',
    en: 'Someone has just changed the words. What you typed is still on the screen; reload to see the new version.',
  })
}

/** From a day on; what held before stays on record. */
export async function put(
  tx: Tx,
  value: unknown,
  before: Words | undefined,
  today: PlainDate,
): Promise<void> {
  if (before?.fromOn === today) {
    await tx.deleteFrom('settings').where('name', '=', NAME).where('from_on', '=', today).execute()
  } else if (before) {
    await tx
      .updateTable('settings')
      .set({ until_on: addDays(today, -1) })
      .where('name', '=', NAME)
      .where('from_on', '=', before.fromOn)
      .execute()
  }
  await tx
    .insertInto('settings')
    .values({
      name: NAME,
      value: JSON.stringify(value),
      from_on: today,
      until_on: FOREVER,
      version: (before?.version ?? 0) + 1,
    })
    .execute()
}
