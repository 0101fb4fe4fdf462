import * as z from 'zod'
import { Role } from './session.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

/** Lower-case Latin letters, digits, dot, dash and underscore: typed on any keyboard. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{0,48}[a-z0-9])?$/)

export const AccountPost = z.object({
  id: Id,
  title: z.string(),
  role: Role,
  agency: Named,
  unit: UnitName,
  committee: Named.nullable(),
  /** Number and day of a delegate's written delegation. */
  authority: z.string().nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type AccountPost = z.infer<typeof AccountPost>

export const AccountItem = z.object({
  id: Id,
  username: z.string(),
  name: z.string(),
  isActive: z.boolean(),
  /** Held today. */
  posts: z.array(AccountPost.pick({ id: true, title: true, role: true, agency: true })),
  /** Last use of a session; told to the administrator and to the person alone. */
  lastSeenAt: Instant.nullable(),
})
export type AccountItem = z.infer<typeof AccountItem>
export const AccountPage = pageOf(AccountItem)

export const AccountQuery = z.object({
  q: z.string().trim().min(1).max(200).optional(),
  agency: Id.optional(),
  role: Role.optional(),
  state: z.enum(['active', 'inactive']).optional(),
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type AccountQuery = z.infer<typeof AccountQuery>

export const AccountAction = z.enum(['change', 'add_post', 'end_post', 'reset', 'end_sessions'])
export type AccountAction = z.infer<typeof AccountAction>

export const Account = AccountItem.extend({
  version: z.int(),
  createdAt: Instant,
  mustChangePassword: z.boolean(),
  /** Held now, before and later; last begun first. */
  allPosts: z.array(AccountPost),
  /** Failed sign-ins of the last day, told to the administrator alone. */
  failures: z.int(),
  /** Until when a one-time link can be used that has not been used. */
  resetUntil: Instant.nullable(),
  allowed: z.array(AccountAction),
})
export type Account = z.infer<typeof Account>

export const NewPost = z.object({
  role: Role,
  agencyId: Id,
  committeeId: Id.nullable(),
  title: Name,
  authority: Name.nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type NewPost = z.infer<typeof NewPost>

export const NewAccount = z.object({ username: Username, name: Name, post: NewPost })
export type NewAccount = z.infer<typeof NewAccount>

/** The first password is shown once, and has to be changed at the first sign-in. */
export const CreatedAccount = z.object({ account: Account, password: z.string() })
export type CreatedAccount = z.infer<typeof CreatedAccount>

export const AccountChange = z.object({
  version: z.int(),
  name: Name.optional(),
  isActive: z.boolean().optional(),
})
export type AccountChange = z.infer<typeof AccountChange>

export const PostAddition = NewPost.extend({ version: z.int() })
export type PostAddition = z.infer<typeof PostAddition>

/** A page of the web app with the secret behind `#`, to be handed to the person; it opens once. */
export const ResetLink = z.object({ path: z.string(), expiresAt: Instant })
export type ResetLink = z.infer<typeof ResetLink>

/** Role × action, as everyone may read it. */
export const RoleTable = z.object({
  roles: z.array(Role),
  modules: z.array(
    z.object({
      module: z.string(),
      vi: z.string(),
      en: z.string(),
      actions: z.array(
        z.object({ action: z.string(), vi: z.string(), en: z.string(), roles: z.array(Role) }),
      ),
    }),
  ),
})
export type RoleTable = z.infer<typeof RoleTable>
