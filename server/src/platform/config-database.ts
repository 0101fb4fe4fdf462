import pg from 'pg'
import { type Config, type DatabaseRole, Refusal } from './config.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isMigrated, prepareEmbedded } from './migrate.ts'

/** The database that the environment names: a server's by its addresses, else the embedded one. */
export interface Database {
  connection: (role: DatabaseRole) => pg.ClientConfig
  /** Undefined for a server PostgreSQL. */
  embedded: Embedded | undefined
  /** Brings the embedded one up to date, as `hopluc migrate` does a server's. */
  prepare: () => Promise<void>
  close: () => Promise<void>
}

export async function openDatabase(
  config: Pick<Config, 'addresses' | 'dataFolder'>,
): Promise<Database> {
  const { addresses } = config
  if (addresses.app || addresses.owner)
    return {
      connection: (role) => serverConnection(addresses, role),
      embedded: undefined,
      prepare: () => assertPrepared(serverConnection(addresses, 'app')),
      close: async () => undefined,
    }
  const embedded = await startEmbedded(config.dataFolder)
  return {
    connection: (role) => embedded.connection(role),
    embedded,
    prepare: async () => void (await prepareEmbedded(embedded)),
    close: () => embedded.stop(),
  }
}

/** Runs `work` with a client of the role, whatever the database. */
export async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config)
  client.on('error', () => undefined) // the query that runs says it
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(error)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Jobs and portal without an address of their own step from the application's log-in into theirs. */
function serverConnection(addresses: Config['addresses'], role: DatabaseRole): pg.ClientConfig {
  const own = addresses[role]
  if (own) return { connectionString: own }
  const variable = role === 'owner' ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'
  if (role === 'owner' || !addresses.app)
    throw new Refusal({ vi: `Thiếu ${variable}.`, en: `${variable} is missing.` })
  if (role === 'app') return { connectionString: addresses.app }
  return { connectionString: addresses.app, options: `-c role=hopluc_${role}` }
}

/** The application's role must be an ordinary one, and the schema that of this release. */
async function assertPrepared(app: pg.ClientConfig): Promise<void> {
  await withClient(app, async (client) => {
    const { rows } = await client.query<{ is_mighty: boolean; owns: boolean; is_known: boolean }>(`
      select rolsuper or rolbypassrls as is_mighty,
        exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as owns,
        to_regclass('public.migrations') is not null as is_known
      from pg_roles where rolname = current_user`)
    const [found] = rows
    if (found?.is_mighty || found?.owns) throw tooMighty()
    const select = async (text: string) => (await client.query<{ name: string }>(text)).rows
    if (!found?.is_known || !(await isMigrated(select))) throw notMigrated()
  })
}

function tooMighty(): Refusal {
  return new Refusal({
    vi: 'DATABASE_URL đang dùng tài khoản sở hữu bảng hoặc bỏ qua row security. Hãy dùng tài khoản hopluc_app mà "hopluc migrate" tạo ra.',
    en: 'DATABASE_URL is of a role that owns tables or bypasses row security. Use hopluc_app, which "hopluc migrate" makes.',
  })
}

function notMigrated(): Refusal {
  return new Refusal({
    vi: 'Cơ sở dữ liệu chưa đúng phiên bản. Hãy chạy "npx hopluc migrate" với DATABASE_OWNER_URL trước.',
    en: 'The database is not of this release. Run "npx hopluc migrate" with DATABASE_OWNER_URL first.',
  })
}

function unreachable(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error)
  return new Refusal(
    {
      vi: `Không kết nối được cơ sở dữ liệu: ${why}`,
      en: `The database cannot be reached: ${why}`,
    },
    error,
  )
}
