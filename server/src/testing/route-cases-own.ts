import { DIFFICULTY_OWN_WRITES } from './route-cases-difficulties.ts'
import { FIGURE_OWN_WRITES } from './route-cases-figures.ts'
import { SUPPORT_OWN_WRITES } from './route-cases-support.ts'
import { ACTIVITY_OWN_WRITES } from './route-cases-activities.ts'
import { RECOGNITION_OWN_WRITES } from './route-cases-recognitions.ts'
import { CHECK_OWN_WRITES } from './route-cases-entity-checks.ts'
import { LOAN_OWN_WRITES } from './route-cases-loans.ts'
import { RETURN_OWN_WRITES } from './route-cases-returns.ts'
import { YEAR_OWN_WRITES } from './route-cases-registry-years.ts'
import type { RouteCase } from './route-cases.ts'

const PUBLIC = { all: 'asked before anybody is known' } as const
const SELF = { self: true } as const

/** Addresses that write nothing but what is the caller's own, or that are asked before anybody is known. */
export const OWN_WRITES: Record<string, RouteCase> = {
  ...YEAR_OWN_WRITES,
  ...FIGURE_OWN_WRITES,
  ...RETURN_OWN_WRITES,
  ...DIFFICULTY_OWN_WRITES,
  ...CHECK_OWN_WRITES,
  ...LOAN_OWN_WRITES,
  ...RECOGNITION_OWN_WRITES,
  ...ACTIVITY_OWN_WRITES,
  ...SUPPORT_OWN_WRITES,
  'POST /session': PUBLIC,
  'POST /session/second-factor': PUBLIC,
  'POST /session/second-factor/challenge': PUBLIC,
  'POST /session/link': PUBLIC,
  'POST /password-resets': PUBLIC,
  'POST /password-resets/look': PUBLIC,
  'DELETE /session': SELF,
  'POST /session/post': SELF,
  'POST /session/password': SELF,
  'POST /second-factor/totp': SELF,
  'POST /second-factor/totp/confirm': SELF,
  'POST /second-factor/totp/remove': SELF,
  'POST /second-factor/passkeys/options': SELF,
  'POST /second-factor/passkeys': SELF,
  'POST /second-factor/recovery-codes': SELF,
  'POST /tokens': SELF,
  'POST /notices/seen': SELF,
  'POST /files': SELF,
  'POST /documents/recognitions': SELF,
  'POST /readings': SELF,
}
