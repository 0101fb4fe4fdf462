import * as z from 'zod'
import { Masked } from './personal-data.ts'
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

export const AccountAction = z.enum([
  'change',
  'add_post',
  'end_post',
  'reset',
  'invite',
  'sign_in_link',
  'unlock',
  'end_sessions',
  'remove_second_factor',
  'link_identity',
  'hand_over',
])
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

/** With an invitation the person sets the password; otherwise a first one is drawn. */
export const NewAccount = z.object({
  username: Username,
  name: Name,
  post: NewPost,
  isInvited: z.boolean().default(false),
})
export type NewAccount = z.input<typeof NewAccount>

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

/** Either is shown once: the first password, to be changed at once, or the link of the invitation. */
export const CreatedAccount = z.object({
  account: Account,
  password: z.string().nullable(),
  invitation: ResetLink.nullable(),
})
export type CreatedAccount = z.infer<typeof CreatedAccount>

/** Whom a password link is for, as its page says before it is used. */
export const PasswordLink = z.object({
  name: z.string(),
  username: z.string(),
  isInvitation: z.boolean(),
  expiresAt: Instant,
})
export type PasswordLink = z.infer<typeof PasswordLink>

/** Signs in without a password; the code goes another way than the link. */
export const SignInLink = ResetLink.extend({ code: z.string() })
export type SignInLink = z.infer<typeof SignInLink>

export const SignInByLink = z.object({
  token: z.string().min(1).max(200),
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
})
export type SignInByLink = z.infer<typeof SignInByLink>

/** What an outside provider calls the person. */
export const OutsideIdentity = z.object({ id: Id, provider: z.string(), value: Masked })
export type OutsideIdentity = z.infer<typeof OutsideIdentity>

export const NewOutsideIdentity = z.object({
  provider: z.string().min(1).max(40),
  value: Name,
  version: z.int(),
})
export type NewOutsideIdentity = z.infer<typeof NewOutsideIdentity>
export const OutsideIdentityRemoval = z.object({ identityId: Id, version: z.int() })
export type OutsideIdentityRemoval = z.infer<typeof OutsideIdentityRemoval>

/** How a person proves who they are, for the account's page. */
export const AccountSecurity = z.object({
  hasTotp: z.boolean(),
  passkeys: z.int(),
  recoveryCodes: z.int(),
  identities: z.array(OutsideIdentity),
  providers: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type AccountSecurity = z.infer<typeof AccountSecurity>

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
