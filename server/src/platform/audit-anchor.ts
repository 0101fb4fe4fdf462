import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Anchor } from './audit-verify.ts'
import { calendarDay } from './clock.ts'
import type { Reader } from './db.ts'

/** A root as it stood on a day, kept where whoever keeps the database cannot write. */
const AnchorFile = z.object({
  hopluc: z.literal('audit anchor'),
  day: z.string(),
  at: z.string(),
  batch: z.int(),
  root: z.string(),
  /** Ed25519 over the other fields, base64. */
  signature: z.string(),
})
type AnchorFile = z.infer<typeof AnchorFile>

/** Makes a pair of keys: the private one for who anchors, `FILE.pub` for who verifies. */
export async function makeAnchorKey(file: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' })
  await writeFile(`${file}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
}

/**
 * Writes the root of the last batch to a signed file in `folder`, one a batch; answers its path, or
 * undefined when nothing has been sealed yet. As the jobs' role.
 */
export async function writeAnchor(
  db: Reader,
  folder: string,
  privateKey: string,
  now: Date,
): Promise<string | undefined> {
  const last = await db
    .selectFrom('audit_batches')
    .select(['seq', 'root'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  const facts = {
    hopluc: 'audit anchor' as const,
    day: calendarDay(now),
    at: now.toISOString(),
    batch: last.seq,
    root: last.root.toString('hex'),
  }
  const signature = sign(null, signedPart(facts), privateKey).toString('base64')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${facts.day}-${String(facts.batch).padStart(9, '0')}.json`)
  await writeFile(path, `${JSON.stringify({ ...facts, signature })}\n`)
  return path
}

/**
 * The roots kept in `folder`, in order.
 * @throws Error when a file is not an anchor, or not signed by this key
 */
export async function readAnchors(folder: string, publicKey: string): Promise<Anchor[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const file = AnchorFile.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      const signature = Buffer.from(file.signature, 'base64')
      if (!verify(null, signedPart(file), publicKey, signature))
        throw new Error(`${name} is not signed by this key`)
      return { root: file.root, batch: file.batch, from: name }
    }),
  )
}

function signedPart({ day, at, batch, root }: Omit<AnchorFile, 'signature'>): Buffer {
  return Buffer.from(`hopluc audit anchor\n${day}\n${at}\n${batch}\n${root}`)
}
