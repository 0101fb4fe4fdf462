import type { AssessmentState, Mark } from '@hopluc/shared/assessments'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'

export interface Rescored {
  id: Id
  state: AssessmentState
  total: number
  band: string | null
  notRated: string | null
  marks: Mark[]
}

interface By {
  actor: Actor
  today: PlainDate
  now: Date
  setId: Id
  text: string
}

/** Writes the results under another set and a line of each trail: two statements for all. */
export async function applyRescored(tx: Tx, all: readonly Rescored[], by: By): Promise<void> {
  if (all.length === 0) return
  const rows = sql`jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
    as n (id uuid, state text, total numeric, band text, "notRated" text, marks jsonb)`
  const { actor, today, now, setId, text } = by
  await sql`insert into assessment_steps (assessment_id, seq, action, level, marks, total, band, set_id, text, on_day,
      agency_id, made_by, by_words, made_at)
    select n.id, coalesce((select max(s.seq) from assessment_steps s where s.assessment_id = n.id), 0) + 1, 'rescore',
      ${actor.role === 'standing' ? 'province' : 'commune'}, n.marks, n.total, n.band, ${setId}, ${text},
      ${today}::date, ${actor.agencyId}, ${actor.accountId}, ${actor.byWords}, ${now}
    from ${rows}`.execute(tx)
  await sql`update assessments a set state = n.state, total = n.total, band = n.band, not_rated = n."notRated",
      version = a.version + 1
    from ${rows} where a.id = n.id`.execute(tx)
}
