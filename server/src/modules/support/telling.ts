import type { NoticeKind } from '@hopluc/shared/notices'
import type { SupportAction } from '@hopluc/shared/support'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { handle, jobKind } from '../../platform/jobs.ts'
import { rowsOf } from '../units/index.ts'

type Side = 'runners' | 'appraisers' | 'applicant'

/** Who is told of which deed; of the rest the lists tell. */
const TOLD: Partial<Record<SupportAction, readonly [kind: NoticeKind, to: Side]>> = {
  return: ['support.returned', 'applicant'],
  complete: ['support.completed', 'runners'],
  approve: ['support.approved', 'applicant'],
  refuse: ['support.refused', 'applicant'],
  disburse: ['support.disbursed', 'applicant'],
}

/** The people of those who run and appraise it are told, each once. */
export const tellApplied = (tx: Tx, context: Context, id: Id): Promise<void> =>
  tellOf(tx, context, id, ['support.applied', 'appraisers'])

export async function tellDeed(
  tx: Tx,
  context: Context,
  id: Id,
  action: SupportAction,
): Promise<void> {
  const told = TOLD[action]
  if (told) await tellOf(tx, context, id, told)
}

async function tellOf(
  tx: Tx,
  { actor, now }: Context,
  id: Id,
  [kind, to]: readonly [NoticeKind, Side],
): Promise<void> {
  const row = await tx
    .selectFrom('support_applications')
    .select(['title', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const params = { title: row.title, by: actor.byWords }
  await put(tx, { id, to, kind, params, dedupe: `${kind} ${id} ${row.version}`, now })
}

async function put(tx: Tx, { id, to, kind, params, dedupe, now }: Telling): Promise<void> {
  await sql`select tell_of_support(${id}, ${to}, ${kind}, ${JSON.stringify(params)}::jsonb, ${dedupe}, ${now})`.execute(
    tx,
  )
}
interface Telling {
  id: Id
  to: Side
  kind: NoticeKind
  params: object
  dedupe: string
  now: Date
}

const DAYS_BEFORE = 3
const dueKind = jobKind('support.tranches', z.object({}))

/** Every morning: whose tranche is due in three days or was due is told to who runs the programme, once a day that is set. */
export const trancheHandler = handle(dueKind, {
  cron: '40 5 * * *',
  asSystem: (system) =>
    system.write(async (tx) => {
      const due = await listDue(tx, addDays(system.today, DAYS_BEFORE))
      for (const { id, title, dueOn } of due)
        await put(tx, {
          id,
          to: 'runners',
          kind: 'support.tranche_due',
          params: { title, dueOn },
          dedupe: `support.tranche_due ${id} ${dueOn}`,
          now: system.now,
        })
      return { due: due.length }
    }),
})

function listDue(
  db: Reader,
  until: PlainDate,
): Promise<{ id: Id; title: string; dueOn: PlainDate }[]> {
  return rowsOf(
    db,
    sql<{ id: Id; title: string; dueOn: PlainDate }>`select id, title, next_due_on as "dueOn"
      from support_applications
      where next_due_on <= ${until}::date and state in ('approved', 'running') order by id`,
  )
}
