import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '../server/src/cli/web-build.ts'

/** What `npm test` runs, one after the other; the last line says how much passed and failed. */
const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
/** The browser without a window takes a third less time. */
const CHROMIUM = 'chromium-headless-shell fonts-croscore fonts-noto-core'.split(' ')
const POSTGRES_15 = '/usr/lib/postgresql/15/bin'

/** On the oldest PostgreSQL that counts: every route as those who may and as strangers, and the platform. */
const EVERY_ROUTE = 'server/src/routes.test.ts'
const ON_15 = [EVERY_ROUTE, 'server/src/catalogue.test.ts'].concat(
  ['audit', 'backup', 'context', 'files', 'jobs', 'migrate'].map((name) => `platform/${name}`),
)
const BROWSER = ['--config', 'e2e/vitest.config.ts']
const PAGES = 'e2e/src/pages.e2e.ts'
/** Needs a demo in which nobody has worked yet. */
const UNTOUCHED = 'e2e/src/returns.e2e.ts'

interface Count {
  passed: number
  failed: number
}

interface Outcome {
  code: number
  output: string
}

const folder = mkdtempSync(join(tmpdir(), 'hopluc-all-'))
const counts: Count[] = []

await Promise.all([
  step('types', () => check('tsc')),
  step('lint', () => check('oxlint', '--type-aware', '--deny-warnings')),
  step('format', () => check('prettier', '--check', '--log-level', 'warn', '.')),
])
// Once for all that follows: a program that finds it built does not build it again.
await step('web build', async () => {
  await buildWeb(folder).root
  return { passed: 1, failed: 0 }
})
await step('first load', () => check('node', 'web/scripts/first-load.ts'))
await step('unit, API and program', () => vitest(['--exclude', EVERY_ROUTE], {}, 'all'))
await step('PostgreSQL 15', () =>
  vitest(ON_15, { HOPLUC_TEST_POSTGRES: findPostgres15() }, 'on-15'),
)
await step('browser', async () => {
  const env = { CHROME_PATH: findChromium() }
  // Side by side, each with a program and a demo of its own: the journeys, and the look at every page.
  const journeys = [...BROWSER, '--exclude', PAGES, '--exclude', UNTOUCHED]
  return sum(
    await Promise.all([
      vitest([...journeys, '--shard', '1/2'], env, 'journeys-1'),
      vitest([...journeys, '--shard', '2/2'], env, 'journeys-2'),
      vitest([...BROWSER, PAGES], env, 'pages'),
      vitest([...BROWSER, UNTOUCHED], env, 'returns'),
    ]),
  )
})

rmSync(folder, { recursive: true })
const { passed, failed } = sum(counts)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function step(name: string, work: () => Promise<Count>): Promise<void> {
  const started = performance.now()
  console.log(`\n== ${name}`)
  const count = await work().catch((error: unknown): Count => {
    console.log(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  counts.push(count)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`-- ${name}: ${count.passed} good, ${count.failed} bad, ${seconds} s`)
}

function sum(all: readonly Count[]): Count {
  const add = (key: keyof Count) => all.reduce((total, count) => total + count[key], 0)
  return { passed: add('passed'), failed: add('failed') }
}

/** A command that counts as one test; its output is shown when it fails. */
async function check(program: string, ...args: string[]): Promise<Count> {
  const { code, output } = await run(program, args, {})
  if (code === 0) return { passed: 1, failed: 0 }
  console.log(output)
  return { passed: 0, failed: 1 }
}

/** Counts tests; a file that does not load is a failure, and so is a test that was left out. */
async function vitest(args: string[], env: Record<string, string>, name: string): Promise<Count> {
  const report = join(folder, `${counts.length}-${name}.json`)
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`]
  const { code, output } = await run('vitest', ['run', ...args, ...reporters], env)
  if (code !== 0) console.log(output)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'))
  const tests = testResults.flatMap((file) => file.assertionResults)
  const good = tests.filter(({ status }) => status === 'passed').length
  const left = tests.filter(({ status }) => !['passed', 'failed'].includes(status))
  for (const { fullName } of left) console.log(`left out: ${fullName}`)
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(isFine),
  )
  const bad = tests.length - good + broken.length
  return { passed: good, failed: code !== 0 && bad === 0 ? 1 : bad }
}

interface Report {
  testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[]
}

function isFine({ status }: { status: string }): boolean {
  return status !== 'failed'
}

function run(program: string, args: string[], env: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    const own = join(BIN, program)
    const child = spawn(existsSync(own) ? own : program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env, PATH: `${BIN}:${process.env.PATH ?? ''}`, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function findChromium(): string {
  const given = process.env.CHROME_PATH
  const known = ['chromium-headless-shell', 'chromium', 'chromium-browser'].map(
    (name) => `/usr/bin/${name}`,
  )
  if (!given && !existsSync(known[0] ?? '')) install(CHROMIUM)
  const found = [given, ...known].find((path) => path && existsSync(path))
  if (found) return found
  throw new Error(
    `No Chromium. Install it (apt-get install ${CHROMIUM.join(' ')}) or set CHROME_PATH.`,
  )
}

function findPostgres15(): string {
  const place = process.env.HOPLUC_POSTGRES_15 ?? POSTGRES_15
  if (!existsSync(join(place, 'initdb'))) install(['postgresql-15'])
  if (existsSync(join(place, 'initdb'))) return place
  throw new Error(
    'No PostgreSQL 15. Install it (apt-get install postgresql-15) or set HOPLUC_POSTGRES_15 to its folder of programs.',
  )
}

/** By apt as root; whoever is not root is told by the caller what to install. */
function install(packages: string[]): void {
  if (process.getuid?.() !== 0) return
  console.log(`installing ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'inherit' })
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...packages)
}
