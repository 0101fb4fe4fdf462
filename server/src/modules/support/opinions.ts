import type { NewSupportOpinion } from '@hopluc/shared/support'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { saidBefore } from './refusals.ts'

/**
 * Two agencies at once both stand. Of two people of one agency the second is refused with the name of the
 * first, whatever the first wrote stays.
 */
export async function giveOpinion(
  tx: Tx,
  { actor, today }: Context,
  id: Id,
  { version, isFor, amount, text }: NewSupportOpinion,
): Promise<void> {
  const said = {
    is_for: isFor,
    amount,
    text,
    on_day: today,
    made_by: actor.accountId,
    by_words: actor.byWords,
  }
  const key = { application_id: id, agency_id: actor.agencyId }
  const done =
    version === 0
      ? (
          await tx
            .insertInto('support_opinions')
            .values({ ...key, ...said })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable('support_opinions')
            .set({ ...said, version: version + 1 })
            .where('application_id', '=', id)
            .where('agency_id', '=', actor.agencyId)
            .where('version', '=', version)
            .executeTakeFirst()
        ).numUpdatedRows
  if (done === 1n) return
  const known = await tx
    .selectFrom('support_opinions')
    .select('by_words')
    .where('application_id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst()
  throw saidBefore(known?.by_words ?? '')
}
