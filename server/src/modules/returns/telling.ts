import type { NoticeKind } from '@hopluc/shared/notices'
import type { ReturnAction } from '@hopluc/shared/returns'
import type { Role } from '@hopluc/shared/session'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/index.ts'
import type { Head } from './head-store.ts'

/** Who is told of what; of what comes in the lists tell, not hundreds of notices on the last evening. */
const TOLD: Partial<Record<ReturnAction, { kind: NoticeKind; roles: readonly Role[] }>> = {
  present: { kind: 'return.to_approve', roles: ['leader'] },
  give_back: { kind: 'return.given_back', roles: ['officer', 'clerk'] },
  return: { kind: 'return.returned', roles: ['officer', 'leader', 'clerk'] },
  accept: { kind: 'return.accepted', roles: ['officer', 'leader'] },
  check: { kind: 'return.checked', roles: ['officer', 'leader'] },
}

export async function tellOf(
  tx: Tx,
  context: Context,
  head: Head,
  action: ReturnAction,
): Promise<void> {
  if (action === 'accept' && head.correction !== null)
    await sql`select tell_of_sums(${head.id}, ${context.actor.byWords}, ${context.now})`.execute(tx)
  const told = TOLD[action]
  if (!told) return
  await tell(tx, context, {
    to: { agencyIds: [head.agencyId], roles: told.roles },
    kind: told.kind,
    subjectKind: 'return',
    subjectId: head.id,
    params: { title: head.roundTitle, by: context.actor.byWords },
    dedupe: `${told.kind} ${head.id} ${head.version}`,
  })
}
