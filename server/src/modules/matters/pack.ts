import { createHash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'

export interface Entry {
  name: string
  content: () => AsyncIterable<Buffer>
}

/** Zip entries carry local times; one fixed day makes equal files equal archives. */
const ENTRY_TIME = new Date(2020, 2, 5, 12)
export const SUMS = 'SHA256SUMS.txt'

/**
 * The entries as one ZIP, part by part, never a file whole in memory; last comes the list of their
 * SHA-256, which `sha256sum -c` checks.
 * @param onPacked after each entry
 */
export async function* zipped(
  entries: readonly Entry[],
  onPacked: (done: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  const failure: { error?: Error } = {}
  const zip = new Zip((error, chunk) => {
    if (error) failure.error = error
    else ready.push(Buffer.from(chunk))
  })
  const sums: string[] = []
  const taken = function* () {
    if (failure.error) throw failure.error
    yield* ready.splice(0)
  }
  for (const [index, { name, content }] of entries.entries()) {
    const hash = createHash('sha256')
    const file = begin(zip, name)
    for await (const part of content()) {
      hash.update(part)
      file.push(part)
      yield* taken()
    }
    file.push(new Uint8Array(), true)
    sums.push(`${hash.digest('hex')}  ${name}\n`)
    yield* taken()
    await onPacked(index + 1)
  }
  const list = begin(zip, SUMS)
  list.push(Buffer.from(sums.join('')), true)
  zip.end()
  yield* taken()
}

function begin(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 6 })
  file.mtime = ENTRY_TIME
  zip.add(file)
  return file
}
