import type { Role } from '@hopluc/shared/session'
import type { SignInRule, SignInRuleName } from '@hopluc/shared/sign-in-rules'

/** Usual value and bounds of each rule; the usual ones follow the practice for systems of level 3. */
export const RULES: Record<SignInRuleName, Pick<SignInRule, 'usual' | 'least' | 'most'>> = {
  'password.min_length': { usual: 8, least: 8, most: 64 },
  'password.kinds': { usual: 3, least: 1, most: 4 },
  'password.phrase_length': { usual: 15, least: 12, most: 64 },
  'sign_in.free_tries': { usual: 5, least: 3, most: 20 },
  'sign_in.lock_after': { usual: 30, least: 10, most: 1000 },
  'sign_in.lock_minutes': { usual: 60, least: 1, most: 1440 },
  'session.idle_minutes': { usual: 30, least: 5, most: 480 },
  'session.hours': { usual: 12, least: 1, most: 24 },
  'link.reset_hours': { usual: 24, least: 1, most: 168 },
  'link.invitation_hours': { usual: 168, least: 1, most: 720 },
  'link.sign_in_hours': { usual: 24, least: 1, most: 168 },
  'token.longest_days': { usual: 365, least: 1, most: 730 },
}

/** The setting that names the roles which need a second factor. */
export const SECOND_FACTOR_ROLES = 'second_factor.roles'

/** Without the setting: administrators in production, nobody in a trial. */
export function usualSecondFactorRoles(isProduction: boolean): Role[] {
  return isProduction ? ['admin'] : []
}
