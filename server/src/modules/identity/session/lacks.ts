import type { PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import type { Actor } from '../../../platform/context.ts'
import type { Reader, Schema } from '../../../platform/db.ts'
import { usualSecondFactorRoles } from '../rules/index.ts'
import { countFactors, hasFactor, isFactorCompulsory } from '../second-factor/index.ts'

/** Whether the post asks for a second factor that the person does not have. */
export async function lacksSecondFactor(
  db: Reader | Kysely<Schema>,
  { accountId, role }: Pick<Actor, 'accountId' | 'role'>,
  today: PlainDate,
  isProduction: boolean,
): Promise<boolean> {
  const usual = usualSecondFactorRoles(isProduction)
  if (!(await isFactorCompulsory(db, role, today, usual))) return false
  return !hasFactor(await countFactors(db, accountId))
}
