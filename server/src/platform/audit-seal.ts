import { sql } from 'kysely'
import { batchRoot, FIRST, membersOf } from './audit-hash.ts'
import type { Tx } from './db.ts'

const LARGEST_BATCH = 5000

/**
 * Closes what was recorded since the last batch into batches, each chained to the one before by its
 * root. Answers how many entries were sealed. As the jobs' role.
 */
export async function seal(
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<number> {
  for (let total = 0; ;) {
    const sealed = await write(sealBatch)
    total += sealed
    if (sealed < LARGEST_BATCH) return total
  }
}

async function sealBatch(tx: Tx): Promise<number> {
  // Two sealers would give one number twice; the second waits here and goes on from the first's.
  await sql`select pg_advisory_xact_lock(hashtextextended('hopluc.audit.seal', 0))`.execute(tx)
  const { rows } = await sql<{ members: Buffer | null }>`
    with taken as (
      delete from audit_open where ctid = any (array(select ctid from audit_open limit ${LARGEST_BATCH}))
      returning *)
    select string_agg(uuid_send(e.agency_id) || uuid_send(e.id) || audit_leaf(e), ''::bytea
      order by e.recorded_at, e.id) as members
    from taken join audit_entries e on e.agency_id = taken.agency_id and e.id = taken.entry_id`.execute(
    tx,
  )
  const members = rows[0]?.members
  if (!members) return 0
  const last = await tx
    .selectFrom('audit_batches')
    .select(['seq', 'root'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.root ?? FIRST
  const leaves = membersOf(members).map(({ leaf }) => leaf)
  const root = batchRoot(seq, previous, leaves)
  await tx
    .insertInto('audit_batches')
    .values({ seq, previous, root, entries: leaves.length, members })
    .execute()
  return leaves.length
}
