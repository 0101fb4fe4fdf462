import pg from 'pg'
import { type DatabaseAddresses, type DatabaseRole, Refusal } from './config.ts'

/**
 * Makes the roles that are missing: none a superuser, none past row security. On a server the names
 * and passwords of log-ins come from their addresses; a log-in of another name is made a member. The
 * application may step into the roles of jobs and portal when these have no log-in of their own.
 */
export async function ensureRoles(
  client: pg.Client,
  roles: readonly DatabaseRole[],
  addresses?: DatabaseAddresses,
): Promise<void> {
  for (const role of roles) await ensureRole(client, nameOf(role))
  if (!addresses) return
  for (const role of roles) {
    const address = addresses[role]
    if (address) await letIn(client, role, new URL(address))
  }
  for (const role of ['jobs', 'portal'] as const)
    if (!addresses[role]) await makeMember(client, nameOf('app'), nameOf(role))
}

async function letIn(client: pg.Client, role: DatabaseRole, address: URL): Promise<void> {
  const login = decodeURIComponent(address.username)
  if (login && login !== nameOf(role)) await makeMember(client, login, nameOf(role))
  else if (address.password) await letLogIn(client, role, decodeURIComponent(address.password))
}

/** Gives the role its log-in, unless it has one. */
export async function letLogIn(
  client: pg.Client,
  role: DatabaseRole,
  password: string,
): Promise<void> {
  const { rows } = await client.query<{ can_login: boolean }>(
    'select rolcanlogin as can_login from pg_roles where rolname = $1',
    [nameOf(role)],
  )
  if (rows[0]?.can_login) return
  await change(client, `alter role ${nameOf(role)} login password ${pg.escapeLiteral(password)}`)
}

async function ensureRole(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [name],
  )
  const [found] = rows
  if (!found) return change(client, createRole(name))
  if (found.rolsuper || found.rolbypassrls)
    throw new Refusal({
      vi: `Vai trò ${name} là superuser hoặc bỏ qua row security. Hãy thu hồi quyền đó: alter role ${name} nosuperuser nobypassrls.`,
      en: `The role ${name} is a superuser or bypasses row security. Take that away: alter role ${name} nosuperuser nobypassrls.`,
    })
}

async function makeMember(client: pg.Client, member: string, role: string): Promise<void> {
  const { rows } = await client.query<{ is_member: boolean }>(
    `select pg_has_role(oid, $2, 'member') as is_member from pg_roles where rolname = $1`,
    [member, role],
  )
  if (rows[0]?.is_member) return
  await change(client, `grant ${role} to ${pg.escapeIdentifier(member)}`)
}

/** Two processes may try the same at once; what lacks the right is said with what to run instead. */
async function change(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    const shown = statement.replace(/password '.*'/, "password '…'")
    throw new Refusal(
      {
        vi: `Tài khoản trong DATABASE_OWNER_URL không có quyền tạo vai trò. Hãy nhờ người quản trị chạy: ${shown}`,
        en: `The role in DATABASE_OWNER_URL may not make roles. Ask the database's administrator to run: ${shown}`,
      },
      error,
    )
  }
}

function nameOf(role: DatabaseRole): string {
  return `hopluc_${role}`
}

/**
 * The owner has the rights of every database's owner. The application does not have those of the
 * roles that it may step into until it does.
 */
function createRole(name: string): string {
  return `create role ${name} ${name === nameOf('owner') ? 'inherit' : 'noinherit'}`
}
