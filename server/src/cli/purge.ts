import { PurgeKind } from '@hopluc/shared/purges'
import { sql } from 'kysely'
import { carryOutPurge } from '../modules/purges/index.ts'
import { Refusal } from '../platform/config.ts'
import { connect } from '../platform/db.ts'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'
import { withDatabase } from './database.ts'

/** Thrown to take back what a preview did. */
const PREVIEW = new Error('preview')

/**
 * Destroys a record under an act, or with no `confirm` shows what would go: the same is done and taken
 * back. `confirm` is the act once more, word for word.
 */
export async function purgeCommand(
  kindGiven: string,
  id: string,
  { act, by, confirm }: { act: string; by: string; confirm?: string },
): Promise<void> {
  const kind = PurgeKind.options.find((one) => one === kindGiven)
  if (!kind) throw unknownKind(kindGiven)
  if (confirm !== undefined && confirm !== act) throw notConfirmed()
  const places = await withDatabase(async (database) => {
    await database.prepare()
    const owner = connect({ ...database.connection('owner'), max: 1 })
    try {
      const done: { places: Record<string, number> } = { places: {} }
      await owner
        .transaction()
        .execute(async (tx) => {
          await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
          done.places = await carryOutPurge(tx, { kind, id, ground: 'secret', act, by })
          if (confirm === undefined) throw PREVIEW
        })
        .catch((error: unknown) => {
          if (error !== PREVIEW) throw error
        })
      // What was deleted is still in the pages of the tables until they are cleaned.
      if (confirm !== undefined)
        for (const name of Object.keys(done.places))
          await sql`vacuum full ${sql.table(name)}`.execute(owner)
      return done.places
    } finally {
      await owner.destroy()
    }
  })
  console.log(JSON.stringify({ kind, id, act, isDone: confirm !== undefined, places }))
  console.error(
    confirm === undefined
      ? 'Mới xem trước, chưa xóa gì. Thêm --confirm với đúng số quyết định để tiêu hủy · Preview only: add --confirm with the act to carry it out'
      : 'Đã tiêu hủy. Các bản sao lưu trước hôm nay phải hủy riêng · Done. Backups made before today have to be destroyed apart',
  )
}

function unknownKind(given: string): Refusal {
  return new Refusal({
    vi: `Không tiêu hủy được loại "${given}". Các loại: ${PurgeKind.options.join(', ')}.`,
    en: `"${given}" cannot be destroyed. Kinds: ${PurgeKind.options.join(', ')}.`,
  })
}

function notConfirmed(): Refusal {
  return new Refusal({
    vi: 'Số quyết định gõ lại ở --confirm không khớp với --act. Chưa xóa gì.',
    en: '--confirm is not the act of --act word for word. Nothing was destroyed.',
  })
}
