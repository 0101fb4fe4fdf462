import * as z from 'zod'
import { Id, Instant, PlainDate } from './values.ts'

/** What a post lets its holder do, by kind of office; the rules themselves are each module's policy. */
export const Role = z.enum([
  'chair',
  'delegate',
  'standing',
  'leader',
  'clerk',
  'officer',
  'cooperative',
  'observer',
  'admin',
])
export type Role = z.infer<typeof Role>

/** An office as its documents name it, with the short form for narrow columns. */
export const AgencyName = z.object({ id: Id, name: z.string(), shortName: z.string() })
export type AgencyName = z.infer<typeof AgencyName>

/** A post under which a person acts: the office, and the place whose affairs are shown. */
export const SessionPost = z.object({
  id: Id,
  title: z.string(),
  role: Role,
  agency: AgencyName,
  /** In whose name a chair, delegate or standing officer acts. */
  committee: AgencyName.nullable(),
  /** `under` is the unit above, or null for the nation. */
  place: z.object({ name: z.string(), under: z.string().nullable() }),
})
export type SessionPost = z.infer<typeof SessionPost>

/** Who is signed in, under which post, on which day; `may` names the actions of `GET /api/roles`. */
export const Session = z.object({
  account: z.object({ id: Id, username: z.string(), name: z.string() }),
  post: SessionPost.nullable(),
  posts: z.array(SessionPost),
  mustChangePassword: z.boolean(),
  /** The post asks for a second factor and the account has none yet: it is set up before all else. */
  mustSetSecondFactor: z.boolean(),
  today: PlainDate,
  isDemo: z.boolean(),
  unseenNotices: z.int(),
  may: z.array(z.string()),
  idleMinutes: z.int(),
})
export type Session = z.infer<typeof Session>

export const SignIn = z.object({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(1000),
})
export type SignIn = z.infer<typeof SignIn>

export const PostSwitch = z.object({ postId: Id })
export type PostSwitch = z.infer<typeof PostSwitch>

/** At least 8 characters; what else is asked of it, the server's rules for the day decide. */
export const NewPassword = z.string().min(8).max(1000)

export const PasswordChange = z.object({ current: z.string().min(1), next: NewPassword })
export type PasswordChange = z.infer<typeof PasswordChange>

/** The token of an administrator's one-time link. */
export const PasswordReset = z.object({ token: z.string().min(1).max(200), next: NewPassword })
export type PasswordReset = z.infer<typeof PasswordReset>

/** A browser in which the person is signed in. */
export const LiveSession = z.object({
  id: Id,
  /** Browser and system in words: "Firefox, Windows". */
  device: z.string(),
  address: z.string(),
  post: z.string().nullable(),
  openedAt: Instant,
  lastSeenAt: Instant,
  isThis: z.boolean(),
})
export type LiveSession = z.infer<typeof LiveSession>
export const LiveSessions = z.object({ items: z.array(LiveSession) })
export type LiveSessions = z.infer<typeof LiveSessions>

/** The accounts of a demonstration; an installation that is none answers with an empty list. */
export const Demo = z.object({
  isDemo: z.boolean(),
  password: z.string().nullable(),
  accounts: z.array(
    z.object({ username: z.string(), name: z.string(), post: z.string(), agency: z.string() }),
  ),
})
export type Demo = z.infer<typeof Demo>

/** Figures beside the navigation's items; a figure that is missing is not shown. */
export const NavigationCounts = z.object({
  myTasks: z.int().optional(),
  readings: z.int().optional(),
  overdueTasks: z.int().optional(),
})
export type NavigationCounts = z.infer<typeof NavigationCounts>

/** Outside systems by which one can sign in here. */
export const OutsideProviders = z.object({
  items: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type OutsideProviders = z.infer<typeof OutsideProviders>
