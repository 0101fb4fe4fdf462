import * as audit from '../../platform/audit.ts'
import type { SystemContext } from '../../platform/jobs-run.ts'
import { carryOut, tellWhoScheduled } from './carry-out.ts'
import { examine, openMatters } from './preview.ts'
import * as store from './store.ts'

/**
 * Carries out what was set down for today or before, in the order of the days. What cannot be carried
 * out is a draft again, and who set it down is told why; the others go on.
 */
export async function carryOutDue(system: SystemContext): Promise<void> {
  const failures: unknown[] = []
  for (const { id, onDay, act, version } of await system.read(store.listScheduled)) {
    if (onDay > system.today) continue
    try {
      await system.write(async (tx) => {
        const record = await store.lock(tx, id, version)
        if (record.state !== 'scheduled') return
        const by = record.scheduledBy ? { applied_by: record.scheduledBy } : {}
        await store.enter(tx, id, 'applying', by)
        await audit.record(tx, audit.SYSTEM, 'reorganisation.apply', id, { act, onDay })
      })
      await carryOut(system, id)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** Looks ahead: a question or an error that has come up since is told once, while there is time. */
export async function lookAhead(system: SystemContext): Promise<void> {
  for (const record of await system.read(store.listScheduled)) {
    const issues = openMatters(await system.read((db) => examine(db, record)))
    const paths = issues.map(({ path }) => path).toSorted()
    const news = issues.filter(({ path }) => !record.told.includes(path))
    if (paths.join() === record.told.join()) continue
    await system.write(async (tx) => {
      await store.putTold(tx, record.id, paths)
      if (news.length > 0)
        await tellWhoScheduled(
          tx,
          system,
          record,
          news
            .map(({ vi }) => vi)
            .join(' ')
            .slice(0, 1000),
        )
    })
  }
}
