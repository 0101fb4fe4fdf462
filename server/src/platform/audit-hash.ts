import { createHash } from 'node:crypto'

/** What comes before the first batch. */
export const FIRST = Buffer.alloc(32)
/** So that an inner node can never be shown as an entry, nor an entry as a batch. */
const [LEAF, NODE, BATCH] = [Buffer.of(0), Buffer.of(1), Buffer.of(2)]

/** An entry's columns that its hash covers; `recorded_at` to the microsecond, in UTC. */
export interface HashedEntry {
  agency_id: string
  id: string
  account_id: string
  post_id: string | null
  event: string
  subject_id: string
  recorded_at: string
  role: string | null
  address: string | null
  session_id: string | null
  document_id: string | null
  payload_hash: Buffer
}

/** A batch's member: whose row it is, and the row's hash when it was written. */
export interface Member {
  agencyId: string
  id: string
  leaf: Buffer
}

const UUID = 16
const MEMBER = UUID + UUID + 32

/** Of a batch's `members`, in order. */
export function membersOf(bytes: Buffer): Member[] {
  return Array.from({ length: Math.floor(bytes.length / MEMBER) }, (_, index) => {
    const at = index * MEMBER
    return {
      agencyId: uuid(bytes.subarray(at, at + UUID)),
      id: uuid(bytes.subarray(at + UUID, at + 2 * UUID)),
      leaf: bytes.subarray(at + 2 * UUID, at + MEMBER),
    }
  })
}

export function payloadHash(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest()
}

/** The same as audit_leaf() computes in the database when the entry is written. */
export function leafOf(entry: HashedEntry): Buffer {
  const { id, agency_id, account_id, post_id, event, subject_id, recorded_at } = entry
  const more = [entry.role, entry.address, entry.session_id, entry.document_id]
  const words = [id, agency_id, account_id, post_id, event, subject_id, recorded_at]
  if (more.some((one) => one !== null)) words.push(...more)
  return sha256(LEAF, Buffer.from(JSON.stringify(words)), entry.payload_hash)
}

/** A batch's root: over its place, the batch before, and the tree of its entries. */
export function batchRoot(seq: number, previous: Buffer, leaves: readonly Buffer[]): Buffer {
  return sha256(BATCH, previous, Buffer.from(`${seq} ${leaves.length}`), merkleRoot(leaves))
}

/** The root of a tree over the entries; a node without a neighbour goes up as it is. */
function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let level = leaves
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

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function uuid(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
