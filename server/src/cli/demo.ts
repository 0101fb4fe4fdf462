import pg from 'pg'
import * as z from 'zod'
import { loadDemo } from '../demo/index.ts'
import { calendarDay } from '../platform/clock.ts'
import { Refusal } from '../platform/config.ts'
import { type Database, withClient } from '../platform/config-database.ts'
import { connect } from '../platform/db.ts'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'

const ACCOUNTS = 'chair standing department leader alliance commune cooperative admin ministry'

const State = z.enum(['loading', 'loaded']).optional()

/**
 * Loads the demo province into an empty database. One that was killed while loading is made anew:
 * nobody could sign in to it yet. Answers the demo's accounts, or none for real data.
 */
export async function prepareDemo(database: Database, isProduction: boolean): Promise<string[]> {
  const { embedded } = database
  if (!embedded) return []
  const { state, isEmpty } = await withClient(database.connection('owner'), look)
  if (isProduction && state) throw holdsDemo(embedded.folder)
  if (isProduction) return []
  if (state === 'loaded') return ACCOUNTS.split(' ')
  if (!state && !isEmpty) return []
  if (state === 'loading') {
    await withClient(embedded.connection('postgres', 'postgres'), (root) =>
      root.query('drop database hopluc with (force)'),
    )
    await database.prepare()
  }
  await load(database)
  return ACCOUNTS.split(' ')
}

async function load(database: Database): Promise<void> {
  const mark = (state: string) =>
    withClient(database.connection('owner'), (client) =>
      client.query(
        `insert into installation values ('demo', to_jsonb($1::text))
        on conflict (name) do update set value = excluded.value`,
        [state],
      ),
    )
  await mark('loading')
  const owner = connect({ ...database.connection('owner'), max: 4 })
  try {
    await loadDemo(owner, calendarDay(new Date()))
  } finally {
    await owner.destroy()
  }
  await mark('loaded')
}

async function look(client: pg.Client) {
  const { rows } = await client.query<{ state: unknown; is_empty: boolean }>(
    `
    select (select value from installation where name = 'demo') as state,
      not exists (select from accounts where id <> $1) as is_empty`,
    [SYSTEM_ACCOUNT],
  )
  return { state: State.parse(rows[0]?.state ?? undefined), isEmpty: rows[0]?.is_empty === true }
}

function holdsDemo(folder: string): Refusal {
  return new Refusal({
    vi: `Thư mục ${folder} chứa dữ liệu dùng thử nên không chạy chính thức được. Hãy đặt HOPLUC_DATA sang thư mục mới.`,
    en: `The folder ${folder} holds the demo, so production does not run on it. Set HOPLUC_DATA to a new folder.`,
  })
}
