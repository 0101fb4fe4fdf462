// Plain JavaScript that any Node from 20 on understands: it goes on under the Node 24 of node_modules
// when the one at hand is older.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 24
/** A second start need not read the types away again; where it cannot be written it goes without. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/hopluc', import.meta.url))

/** Runs a TypeScript entry with this process's arguments; never returns to an older Node. */
export async function launch(entry) {
  const file = fileURLToPath(entry)
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
    module.enableCompileCache(COMPILED)
    return import(entry.href)
  }
  const node = bundledNode()
  if (!node) {
    console.error(
      `Cần Node ${OLDEST} trở lên (đang có ${process.versions.node}). Hãy chạy lại "npm ci" không dùng --omit=optional.\n` +
        `Node ${OLDEST} or newer is needed (this is ${process.versions.node}). Run "npm ci" again without --omit=optional.`,
    )
    process.exit(1)
  }
  const child = spawn(node, [file, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, HOPLUC_LAUNCHED: '1', NODE_COMPILE_CACHE: COMPILED },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Killed without a word, npm cannot tell us: then the server must not live on alone.
  const parent = process.ppid
  setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM')
  }, 300).unref()
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

function bundledNode() {
  const require = createRequire(import.meta.url)
  try {
    const root = dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`))
    const node = join(root, 'bin/node')
    return existsSync(node) ? node : undefined
  } catch {
    return undefined
  }
}
