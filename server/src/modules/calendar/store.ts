import type { CalendarEdit } from '@hopluc/shared/calendar'
import type { PlainDate } from '@hopluc/shared/values'
import type { Reader, Tx } from '../../platform/db.ts'
import type { Listed } from './domain.ts'

/** The official list; it is short, a few days a year. */
export async function listed(db: Reader, from: PlainDate, to: PlainDate): Promise<Listed> {
  const rows = await db
    .selectFrom('holidays')
    .select(['on_day', 'name', 'is_off'])
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .execute()
  return new Map(rows.map((row) => [row.on_day, { name: row.name, isOff: row.is_off }]))
}

/** What the list says of some days; of a day that it does not hold, nothing. */
export async function listDays(db: Reader, days: readonly PlainDate[]) {
  if (days.length === 0) return []
  return db
    .selectFrom('holidays')
    .select(['on_day as on', 'name', 'is_off as isOff'])
    .where('on_day', 'in', [...days])
    .orderBy('on_day')
    .execute()
}

export async function edit(tx: Tx, { days }: CalendarEdit): Promise<void> {
  const gone = days.filter(({ name }) => name === null).map(({ on }) => on)
  const kept = days.flatMap(({ on, name, isOff }) =>
    name === null ? [] : [{ on_day: on, name, is_off: isOff }],
  )
  if (gone.length > 0) await tx.deleteFrom('holidays').where('on_day', 'in', gone).execute()
  if (kept.length > 0)
    await tx
      .insertInto('holidays')
      .values(kept)
      .onConflict((conflict) =>
        conflict
          .column('on_day')
          .doUpdateSet((row) => ({
            name: row.ref('excluded.name'),
            is_off: row.ref('excluded.is_off'),
          })),
      )
      .execute()
}
