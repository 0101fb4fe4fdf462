import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import * as audit from '../platform/audit.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { systemContext } from '../platform/jobs-run.ts'
import type { Bench } from './types.ts'

const WRITERS = 16

/**
 * Deeds a second by many writers at once, with the audit and its sealer beside the same deeds
 * without: 1 means that the audit costs nothing.
 */
export const auditWriters: Bench = {
  kind: 'database',
  names: ['audit.writers.ratio'],
  run: async ({ db, jobsDb, owner, isSmall, progress }) => {
    const writes = isSmall ? 20 : 500
    const now = new Date()
    await sql`create table bench_deeds (id uuid primary key, writer int not null)`.execute(owner)
    await sql`grant insert on bench_deeds to hopluc_app`.execute(owner)
    const system = systemContext({ jobsDb, now: () => now })

    const deed = (tx: Tx, writer: number) =>
      sql`insert into bench_deeds values (${newId()}, ${writer})`.execute(tx)
    const measure = async (isAudited: boolean) => {
      const started = performance.now()
      const work = Array.from({ length: WRITERS }, async (_, writer) => {
        const actor = anActor()
        const context = createContext(db, actor, '2026-03-10', now)
        for (let count = 0; count < writes; count += 1)
          await context.write(async (tx) => {
            await deed(tx, writer)
            if (isAudited) await audit.record(tx, actor, 'bench.deed', newId(), { writer })
          })
      })
      const state = { isDone: false }
      const sealing = (async () => {
        while (isAudited && !state.isDone) {
          await audit.seal(system.write)
          await new Promise((resolve) => setTimeout(resolve, 500))
        }
      })()
      await Promise.all(work)
      const seconds = (performance.now() - started) / 1000
      state.isDone = true
      await sealing
      return (WRITERS * writes) / seconds
    }
    await measure(false) // warms the pool and the plans
    const runs: { bare: number; audited: number }[] = []
    for (let round = 0; round < (isSmall ? 1 : 3); round += 1) {
      runs.push({ bare: await measure(false), audited: await measure(true) })
      progress(`round ${round + 1}: ${JSON.stringify(runs.at(-1))}`)
    }
    await audit.seal(system.write)
    const verdict = await audit.verify(jobsDb)
    if (!verdict.isWhole || verdict.unsealed > 0) throw new Error('The chain is not whole')
    const [bare, audited] = [
      median(runs.map((run) => run.bare)),
      median(runs.map((run) => run.audited)),
    ]
    return [
      {
        name: 'audit.writers.ratio',
        value: Math.round(audited),
        unit: 'writes/s',
        yardstick: Math.round(bare),
        ratio: Number((audited / bare).toFixed(3)),
        note: `${WRITERS} writers, ${writes} transactions each; yardstick: the same without audit; sealing twice a second; median of the rounds; ${verdict.entries} entries verified`,
      },
    ]
  },
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function anActor(): Actor {
  const ids = { accountId: newId(), postId: newId(), agencyId: newId(), committeeId: null }
  return { ...ids, role: 'standing', byWords: 'Đo' }
}
