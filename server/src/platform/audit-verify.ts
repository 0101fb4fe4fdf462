import { type Kysely, sql } from 'kysely'
import {
  batchRoot,
  FIRST,
  type HashedEntry,
  leafOf,
  type Member,
  membersOf,
  payloadHash,
} from './audit-hash.ts'
import type { Reader, Schema } from './db.ts'

/** Something that is not as it was written: where, and why we know. */
export interface Fault {
  batch: number | null
  entry: string | null
  why: string
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
  /** In order; at most a hundred. */
  faults: Fault[]
}

/** A root that was kept outside, and the batch it was of where that is known. */
export interface Anchor {
  root: string
  batch?: number
  /** The day or file it comes from, as it is called in a fault. */
  from?: string
}

const MOST_FAULTS = 100
/** No transaction is open for so long: what is sealed later than this was slipped in. */
const LONGEST_DEED_MS = 3_600_000

/**
 * Recomputes everything from the first entry on: order, hashes, payloads and roots. With roots kept
 * outside, a tail cut off or a chain computed anew shows too.
 */
export async function verify(
  db: Kysely<Schema>,
  anchors: readonly Anchor[] = [],
): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verifyAll(tx, anchors))
}

async function verifyAll(
  db: Reader & Kysely<Schema>,
  anchors: readonly Anchor[],
): Promise<Verdict> {
  const faults: Fault[] = []
  const verdict: Verdict = {
    isWhole: false,
    batches: 0,
    entries: 0,
    unsealed: 0,
    purged: 0,
    root: FIRST.toString('hex'),
    faults,
  }
  const roots = new Map<string, number>()
  const expect = (isRight: boolean, batch: number | null, entry: string | null, why: string) => {
    if (!isRight && faults.length < MOST_FAULTS) faults.push({ batch, entry, why })
  }
  let previous: Buffer = FIRST
  let newest = ''
  for await (const { seq, root, entries: count, previous: said, members } of batches(db)) {
    const known = membersOf(members)
    const leaves = known.map(({ leaf }) => leaf)
    expect(seq === verdict.batches + 1, seq, null, 'a batch before it is missing')
    expect(said.equals(previous), seq, null, 'not chained to the batch before')
    expect(known.length === count, seq, null, `it names ${known.length} of ${count} entries`)
    const found = await readEntries(db, known)
    const before = faults.length
    let place = ''
    let last = newest
    for (const member of known) {
      const entry = found.get(member.id)
      for (const why of faultsOf(member, entry)) expect(false, seq, member.id, why)
      if (!entry) continue
      if (entry.payload === null) verdict.purged += 1
      const next = `${entry.recorded_at} ${entry.id}`
      expect(place < next, seq, member.id, 'it is not in its place')
      expect(!isLongBefore(entry.recorded_at, newest), seq, member.id, 'it was slipped in later')
      place = next
      last = entry.recorded_at
    }
    if (faults.length === before)
      expect(batchRoot(seq, said, leaves).equals(root), seq, null, 'the batch was changed')
    newest = last
    previous = root
    verdict.batches = seq
    verdict.entries += known.length
    verdict.root = root.toString('hex')
    roots.set(verdict.root, seq)
  }
  for (const fault of await looseFaults(db, verdict)) expect(false, null, fault.entry, fault.why)
  for (const { root, batch, from } of anchors) {
    const at = roots.get(root)
    const why = `the root kept outside${from ? ` (${from})` : ''} is not in the chain: its tail was cut off, or all was made anew`
    expect(at !== undefined && (batch ?? at) === at, batch ?? null, null, why)
  }
  return { ...verdict, isWhole: faults.length === 0 }
}

async function* batches(db: Reader) {
  for (let last = 0; ;) {
    const rows = await db
      .selectFrom('audit_batches')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(20)
      .execute()
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.seq
  }
}

type StoredEntry = HashedEntry & { salt: Buffer | null; payload: string | null; is_purged: boolean }

const ENTRY = sql`e.agency_id, e.id, e.account_id, e.post_id, e.event, e.subject_id, e.payload_hash,
  e.role, e.address, e.session_id, e.document_id,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as recorded_at,
  p.salt, p.payload, p.payload is null and exists (
    select from audit_entries u where u.subject_id = e.id and u.event = 'audit.purge') as is_purged`

async function readEntries(
  db: Kysely<Schema>,
  members: readonly Omit<Member, 'leaf'>[],
): Promise<Map<string, StoredEntry>> {
  const { rows } = await sql<StoredEntry>`
    select ${ENTRY} from unnest(
      ${members.map(({ agencyId }) => agencyId)}::uuid[], ${members.map(({ id }) => id)}::uuid[]
    ) as m (agency_id, id)
    join audit_entries e on e.agency_id = m.agency_id and e.id = m.id
    left join audit_payloads p on p.agency_id = e.agency_id and p.entry_id = e.id`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

function faultsOf({ leaf }: Partial<Member>, entry: StoredEntry | undefined): string[] {
  if (!entry) return ['the entry is missing']
  const { payload, salt, payload_hash, is_purged } = entry
  const faults = !leaf || leafOf(entry).equals(leaf) ? [] : ['the entry was changed']
  if (payload === null || salt === null)
    return is_purged ? faults : [...faults, 'its payload is gone without a recorded purge']
  return payloadHash(salt, payload).equals(payload_hash)
    ? faults
    : [...faults, 'its payload was changed']
}

function isLongBefore(recordedAt: string, newest: string): boolean {
  if (newest === '') return false
  return Date.parse(`${newest}Z`) - Date.parse(`${recordedAt}Z`) > LONGEST_DEED_MS
}

/** What waits to be sealed, and what no batch and no queue knows of. */
async function looseFaults(
  db: Kysely<Schema>,
  verdict: Verdict,
): Promise<{ entry: string | null; why: string }[]> {
  const { rows: open } = await sql<Omit<Member, 'leaf'>>`
    select agency_id as "agencyId", entry_id as id from audit_open`.execute(db)
  verdict.unsealed = open.length
  const entries = await readEntries(db, open)
  const faults = open.flatMap((member) =>
    faultsOf(member, entries.get(member.id)).map((why) => ({ entry: member.id, why })),
  )
  const { rows: strangers } = await sql<{ entry: string; why: string }>`
    with known as (
      select encode(substr(members, 17 + 64 * place, 16), 'hex')::uuid as id
      from audit_batches, generate_series(0, length(members) / 64 - 1) place
      union all select entry_id from audit_open)
    select id as entry, 'it was inserted: no batch knows it' as why from audit_entries
    where id not in (select id from known)
    union all
    select entry_id, 'a payload without an entry' from audit_payloads
    where (agency_id, entry_id) not in (select agency_id, id from audit_entries)
    limit ${MOST_FAULTS}`.execute(db)
  return [...faults, ...strangers]
}
