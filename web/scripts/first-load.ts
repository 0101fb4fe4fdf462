import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a first visit may cost, with the component library, in bytes of gzip. */
const LIMIT = 200_000
const DIST = join(import.meta.dirname, '../dist')

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

async function weigh(file: string): Promise<number> {
  return gzipSync(await readFile(join(DIST, file)), { level: 9 }).length
}

/** The chunk, and all that it imports before it can run; not what it loads later. */
function reach(manifest: ReadonlyMap<string, Chunk>, key: string, seen: Map<string, Chunk>): void {
  const chunk = manifest.get(key)
  if (!chunk || seen.has(key)) return
  seen.set(key, chunk)
  for (const next of chunk.imports ?? []) reach(manifest, next, seen)
}

function isChunk(value: unknown): value is Chunk {
  return typeof value === 'object' && value !== null && 'file' in value
}

const json: unknown = JSON.parse(await readFile(join(DIST, '.vite/manifest.json'), 'utf8'))
const manifest = new Map<string, Chunk>()
for (const [key, value] of Object.entries(json ?? {})) if (isChunk(value)) manifest.set(key, value)

// Pages named on the command line are counted with the entry: home, signed in.
const starts = [...manifest].filter(([, { isEntry }]) => isEntry).map(([key]) => key)
const reached = new Map<string, Chunk>()
for (const key of [...starts, ...process.argv.slice(2)]) reach(manifest, key, reached)

const chunks = [...reached.values()]
const styles = new Set(chunks.flatMap(({ css }) => css ?? []))
const files = ['index.html', 'theme.js', ...chunks.map(({ file }) => file), ...styles]
const weights = await Promise.all(files.map(async (file) => ({ file, bytes: await weigh(file) })))
const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)

for (const { file, bytes } of weights.toSorted((one, other) => other.bytes - one.bytes)) {
  console.log(`${String(bytes).padStart(8)}  ${file}`)
}
console.log(`${String(total).padStart(8)}  bytes gzip before home can be used; limit ${LIMIT}`)

const css = await Promise.all([...styles].map((file) => readFile(join(DIST, file), 'utf8')))
const fonts = new Set(css.flatMap((text) => text.match(/[\w.-]+\.woff2/g) ?? []))
for (const font of fonts) {
  const { length } = await readFile(join(DIST, 'assets', font))
  console.log(`${String(length).padStart(8)}  ${font} (when a page needs it, kept for a year)`)
}
if (total > LIMIT) {
  console.error(`The first load is ${total - LIMIT} bytes over its limit.`)
  process.exitCode = 1
}
