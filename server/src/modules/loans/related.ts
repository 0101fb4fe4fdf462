import type { Loan, RelatedBorrower } from '@hopluc/shared/loans'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { may } from './policy.ts'
import { borrowsFrom } from './owed.ts'
import * as refusals from './refusals.ts'
import { get } from './service.ts'
import * as store from './store.ts'

/**
 * Says that another borrower of the fund is related to that of a loan, or no longer: their debts count
 * together (Nghị định 45/2021/NĐ-CP, Điều 23). Said twice it is noted once.
 */
export async function relate(
  context: Context,
  id: Id,
  { entityId, isRelated }: RelatedBorrower,
): Promise<Loan> {
  const { actor, today } = context
  await context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, 'loan.relate', row.isLender))
    await store.holdFund(tx, row.fundId)
    const [first = '', second = ''] = [row.entity.id, entityId].toSorted()
    if (first === second || !(await borrowsFrom(tx, row.fundId, entityId)))
      throw refusals.strangeRelated()
    const pair = { fund_id: row.fundId, entity_id: first, other_id: second }
    const changed = isRelated
      ? await tx
          .insertInto('loan_relations')
          .values(pair)
          .onConflict((on) => on.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await tx
          .deleteFrom('loan_relations')
          .where('fund_id', '=', row.fundId)
          .where('entity_id', 'in', [first, second])
          .where('other_id', 'in', [first, second])
          .executeTakeFirst()
          .then(({ numDeletedRows }) => numDeletedRows)
    if (changed) await audit.record(tx, actor, 'loan.relate', id, { entityId, isRelated })
  })
  return get(context, id)
}
