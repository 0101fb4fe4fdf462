import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_557
const MAX_ENTRIES = 5000

/** A part of a zip file, as its directory has it. */
export interface ZipEntry {
  name: string
  method: number
  start: number
  packed: number
}

/**
 * The parts of a zip file by name.
 * @throws RangeError `locked` where a part is encrypted, `broken` for anything that is no zip
 */
export function zipEntries(bytes: Buffer): Map<string, ZipEntry> {
  const end = bytes.lastIndexOf('PK\u0005\u0006', bytes.length, 'latin1')
  if (end < 0 || end < bytes.length - LONGEST_COMMENT || bytes.readUInt32LE(end) !== END)
    throw new RangeError('broken')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const found = new Map<string, ZipEntry>()
  if (count > MAX_ENTRIES) throw new RangeError('limit')
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('broken')
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new RangeError('locked')
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length) throw new RangeError('broken')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.readUInt32LE(at + 20)
    found.set(name, { name, method: bytes.readUInt16LE(at + 10), start, packed })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

/**
 * What a part unpacks to, as text, piece by piece: unpacked outside the main thread, and never more held
 * than a piece.
 * @param budget of bytes, shared by all parts of a file
 * @throws RangeError `limit` beyond the budget, `broken`
 */
export async function* textOfEntry(
  bytes: Buffer,
  { method, start, packed }: ZipEntry,
  budget: { bytes: number },
): AsyncGenerator<string> {
  if (start + packed > bytes.length || (method !== 0 && method !== 8))
    throw new RangeError('broken')
  const content = bytes.subarray(start, start + packed)
  const decoder = new TextDecoder()
  const source = Readable.from([content])
  const stream = method === 8 ? source.pipe(createInflateRaw({ chunkSize: 256 * 1024 })) : source
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) continue
      budget.bytes -= piece.length
      if (budget.bytes < 0) throw new RangeError('limit')
      yield decoder.decode(piece, { stream: true })
    }
  } catch (error) {
    throw error instanceof RangeError && error.message === 'limit'
      ? error
      : new RangeError('broken', { cause: error })
  } finally {
    stream.destroy()
  }
}
