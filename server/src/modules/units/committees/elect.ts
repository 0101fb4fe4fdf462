import type { NewMember } from '@hopluc/shared/committees'
import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import type { Tx } from '../../../platform/db.ts'
import { planChange } from '../domain.ts'
import * as members from './members.ts'
import * as store from './store.ts'

export interface Election {
  decision: string
  decidedOn: PlainDate
  fromOn: PlainDate
  standingAgencyId: Id
  regulation: string | null
  members: readonly NewMember[]
}

/**
 * A board elected as a whole, in the transaction of the caller: those of before end the day before.
 * `version` is null for a board that was just made.
 */
export async function electBoard(
  tx: Tx,
  id: Id,
  version: number | null,
  { members: elected, ...decision }: Election,
): Promise<void> {
  if (version !== null) {
    const last = await store.lock(tx, id, version)
    const plan = planChange(last, decision.fromOn)
    if (plan.step === 'correct') await store.removeDecision(tx, id, decision.fromOn)
    else await store.closeDecision(tx, id, plan.closes, plan.closedOn)
    const before = addDays(decision.fromOn, -1)
    for (const member of await members.listMembers(tx, id, FOREVER)) {
      if (member.fromOn >= decision.fromOn) await members.removeMember(tx, member.id)
      else if (member.untilOn > before) await members.endMember(tx, member.id, before)
    }
  }
  await store.addDecision(tx, id, { ...decision, untilOn: FOREVER })
  const period = { fromOn: decision.fromOn, untilOn: FOREVER }
  await members.addMembers(
    tx,
    id,
    elected.map((member) => ({ ...member, ...period })),
  )
  await store.settle(tx, id)
}
