import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../platform/config.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const WEB = join(ROOT, 'web')
/** All that the pages are made of. */
const SOURCES = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'shared/src']
const LOCK = 'package-lock.json'
const MARK = '.sources'

export interface WebBuild {
  /** The folder to serve, once it is there. */
  root: Promise<string>
  cancel: () => void
}

/**
 * The built web app: as it is when its sources have not changed since, else built anew in a process of
 * its own. Where the checkout is read-only it is built into the data folder.
 */
export function buildWeb(dataFolder: string): WebBuild {
  const places = [join(WEB, 'dist'), join(dataFolder, 'web')]
  const sources = hashOfSources()
  const kept = places.find((place) => readMark(place) === sources)
  if (kept) return { root: Promise.resolve(kept), cancel: () => undefined }
  const place = isWritable(WEB) ? join(WEB, 'dist') : join(dataFolder, 'web')
  const draft = `${place}.new-${process.pid}`
  const vite = vitePath()
  const child = spawn(
    process.execPath,
    [
      vite,
      'build',
      '--configLoader',
      'native',
      '--outDir',
      draft,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    { cwd: WEB, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const root = new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) {
        rmSync(draft, { recursive: true, force: true })
        reject(buildFailed(output))
        return
      }
      writeFileSync(join(draft, MARK), sources)
      rmSync(place, { recursive: true, force: true })
      renameSync(draft, place)
      resolve(place)
    })
  })
  root.catch(() => undefined) // whoever awaits it hears of it
  return { root, cancel: () => child.kill() }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((source) => filesBelow(join(ROOT, source))).toSorted()
  for (const path of [...files, join(ROOT, LOCK)].filter((one) => existsSync(one)))
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return [path] // a file
  }
}

function readMark(place: string): string | undefined {
  const mark = join(place, MARK)
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function vitePath(): string {
  try {
    const require = createRequire(join(WEB, 'package.json'))
    return join(dirname(require.resolve('vite/package.json')), 'bin/vite.js')
  } catch (error) {
    throw new Refusal(
      {
        vi: 'Chưa có bản dựng giao diện web (web/dist) và không có Vite để dựng. Hãy chạy "npm ci" đầy đủ rồi "npm run build".',
        en: 'The web app is not built (web/dist) and there is no Vite to build it. Run a whole "npm ci", then "npm run build".',
      },
      error,
    )
  }
}

function buildFailed(output: string): Refusal {
  return new Refusal(
    {
      vi: `Dựng giao diện web không thành công:\n${output}`,
      en: `The web app could not be built:\n${output}`,
    },
    output,
  )
}
