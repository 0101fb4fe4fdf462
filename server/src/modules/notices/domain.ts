import type { NoticeKind, NoticeParams, NoticeSubject } from '@hopluc/shared/notices'
import type { Role } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'

/** Persons by account, the people of agencies and of those that act for them, a committee's people. */
export interface Addressees {
  accountIds?: readonly Id[]
  agencyIds?: readonly Id[]
  /** Of the agencies; leaders, clerks and officers unless said. */
  roles?: readonly Role[]
  committeeId?: Id
  /** The standing officers unless said. */
  committeeRoles?: readonly Role[]
}

export interface Telling {
  to: Addressees
  kind: NoticeKind
  subjectKind: NoticeSubject
  subjectId: Id | null
  params?: NoticeParams
  /** What makes it the same: told once to each person, ever. */
  dedupe: string
  /** Who did it: not told of their own deed. */
  but?: Id
}
