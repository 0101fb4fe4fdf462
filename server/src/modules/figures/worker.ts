import { sql } from 'kysely'
import * as z from 'zod'
import { handle, type JobHandler, jobKind } from '../../platform/jobs.ts'
import type { SystemContext } from '../../platform/jobs-run.ts'

/** Marks done in one transaction: what is fresh is seen before the rest is added up. */
const AT_ONCE = 40
/** Then others have their turn; the rest waits for the next beat. */
const AT_MOST_MS = 2000

/** Adds up anew what has been stated since, province by province; answers how many marks were done. */
export async function refreshSums(system: SystemContext): Promise<{ marks: number }> {
  const until = Date.now() + AT_MOST_MS
  let marks = 0
  while (Date.now() < until) {
    const done = await system.write(async (tx) => {
      const { rows } = await sql<{ done: number }>`
        select refresh_stale_sums(${system.today}, ${AT_ONCE}) as done`.execute(tx)
      return rows[0]?.done ?? 0
    })
    if (done === 0) break
    marks += done
  }
  return { marks }
}

/** A sum is at most this and the time of adding up behind what has been accepted. */
export const summing: JobHandler = handle(jobKind('figures.sums', z.object({})), {
  everySeconds: 0.5,
  asSystem: refreshSums,
})
