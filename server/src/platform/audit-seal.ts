import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Reader, Schema, Tx } from './db.ts'

const LARGEST_BATCH = 5000
const FIRST = Buffer.alloc(32)
/** So that an inner node can never be shown as an entry, nor an entry as a batch. */
const [LEAF, NODE, BATCH] = [Buffer.of(0), Buffer.of(1), Buffer.of(2)]

interface Entry {
  agency_id: string
  id: string
  account_id: string
  post_id: string | null
  event: string
  subject_id: string
  payload_hash: Buffer
  recorded_at: string
}

/** The instant to the microsecond: a JavaScript Date would lose what the hash covers. */
const RECORDED_AT = sql<string>`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`
const COLUMNS = [
  'agency_id',
  'id',
  'account_id',
  'post_id',
  'event',
  'subject_id',
  'payload_hash',
] as const

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
  const entries = await tx
    .selectFrom('audit_entries')
    .select([...COLUMNS, RECORDED_AT.as('recorded_at')])
    .where('batch', 'is', null)
    .orderBy('audit_entries.recorded_at')
    .orderBy('id')
    .limit(LARGEST_BATCH)
    .execute()
  if (entries.length === 0) return 0
  const last = await tx
    .selectFrom('audit_batches')
    .select(['seq', 'root'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.root ?? FIRST
  const root = batchRoot(seq, previous, entries)
  await tx
    .insertInto('audit_batches')
    .values({ seq, previous, root, entries: entries.length })
    .execute()
  await sql`
    update audit_entries set batch = ${seq}, position = place - 1
    from unnest(
      ${entries.map(({ agency_id }) => agency_id)}::uuid[],
      ${entries.map(({ id }) => id)}::uuid[]
    ) with ordinality as ordered (agency, entry, place)
    where agency_id = agency and id = entry`.execute(tx)
  return entries.length
}

export interface Verdict {
  isWhole: boolean
  batches: number
  entries: number
  /** Written, but not yet in a batch. */
  unsealed: number
  /** Payloads erased by a purge that is itself recorded. */
  purged: number
  /** The last batch's root, for the anchor outside. */
  root: string
  /** The first thing that is not as it was written. */
  broken?: { batch: number; entry: string | null; why: string }
}

/**
 * Recomputes everything from the first entry on: order, hashes, payloads and roots. With `anchor`, a
 * root kept outside, a tail cut off or a chain computed anew shows too.
 */
export async function verify(db: Kysely<Schema>, anchor?: string): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verifyAll(tx, anchor))
}

async function verifyAll(db: Reader, anchor: string | undefined): Promise<Verdict> {
  const none = { isWhole: false, batches: 0, entries: 0, purged: 0, root: FIRST.toString('hex') }
  const verdict: Verdict = { ...none, unsealed: await countUnsealed(db) }
  const batches = await db.selectFrom('audit_batches').selectAll().orderBy('seq').execute()
  let previous: Buffer = FIRST
  let isAnchored = false
  for (const { seq, root, entries: count, previous: said } of batches) {
    const entries = await readBatch(db, seq)
    const fault = (why: string, entry: string | null = null): Verdict => ({
      ...verdict,
      broken: { batch: seq, entry, why },
    })
    if (seq !== verdict.batches + 1) return fault('a batch before it is missing')
    if (!said.equals(previous)) return fault('not chained to the batch before')
    const misplaced = entries.find(({ position }, index) => position !== index)
    if (misplaced) return fault('an entry before it is missing', misplaced.id)
    for (const entry of entries) {
      const why = payloadFault(entry)
      if (why) return fault(why, entry.id)
      if (entry.payload === null) verdict.purged += 1
    }
    if (entries.length !== count) return fault(`${entries.length} of ${count} entries are left`)
    if (!batchRoot(seq, previous, entries).equals(root)) return fault('an entry was changed')
    previous = root
    verdict.batches = seq
    verdict.entries += count
    verdict.root = root.toString('hex')
    isAnchored ||= verdict.root === anchor
  }
  if (!anchor || isAnchored) return { ...verdict, isWhole: true }
  const why = 'the anchored root is not in the chain: its tail was cut off, or all was made anew'
  return { ...verdict, broken: { batch: verdict.batches, entry: null, why } }
}

async function countUnsealed(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batch', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

type BatchEntry = Entry & {
  position: number | null
  salt: Buffer | null
  payload: string | null
  is_purged: boolean
}

function readBatch(db: Reader, seq: number): Promise<BatchEntry[]> {
  return db
    .selectFrom('audit_entries as e')
    .leftJoin('audit_payloads as p', (join) =>
      join.onRef('p.agency_id', '=', 'e.agency_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .select(['e.agency_id', 'e.id', 'e.account_id', 'e.post_id', 'e.event', 'e.subject_id'])
    .select(['e.payload_hash', 'e.position', 'p.salt', 'p.payload', RECORDED_AT.as('recorded_at')])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('audit_entries as purge')
            .select('purge.id')
            .where('purge.event', '=', 'audit.purge')
            .whereRef('purge.subject_id', '=', 'e.id'),
        )
        .$castTo<boolean>()
        .as('is_purged'),
    )
    .where('e.batch', '=', seq)
    .orderBy('e.position')
    .execute()
}

function payloadFault({ payload, salt, payload_hash, is_purged }: BatchEntry): string | undefined {
  if (payload === null || salt === null)
    return is_purged ? undefined : 'its payload is gone without a recorded purge'
  return payloadHash(salt, payload).equals(payload_hash) ? undefined : 'its payload was changed'
}

export function payloadHash(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest()
}

function batchRoot(seq: number, previous: Buffer, entries: readonly Entry[]): Buffer {
  return sha256(BATCH, previous, Buffer.from(`${seq} ${entries.length}`), merkleRoot(entries))
}

/** The root of a tree over the entries; a node without a neighbour goes up as it is. */
function merkleRoot(entries: readonly Entry[]): Buffer {
  let level = entries.map((entry) => sha256(LEAF, Buffer.from(words(entry)), entry.payload_hash))
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let index = 0; index < level.length; index += 2) {
      const [left = FIRST, right] = [level[index], level[index + 1]]
      above.push(right ? sha256(NODE, left, right) : left)
    }
    level = above
  }
  return level[0] ?? FIRST
}

function words(entry: Entry): string {
  const { id, agency_id, account_id, post_id, event, subject_id, recorded_at } = entry
  return JSON.stringify([id, agency_id, account_id, post_id, event, subject_id, recorded_at])
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
