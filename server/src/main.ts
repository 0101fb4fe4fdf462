import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApp } from './app.ts'
import { prepareDemo } from './cli/demo.ts'
import { complain, createShutdown, type Shutdown } from './cli/shutdown.ts'
import { buildWeb } from './cli/web-build.ts'
import { jobHandlers } from './job-list.ts'
import { actorFinder } from './modules/identity/index.ts'
import { anchoring } from './platform/audit-anchoring.ts'
import { type Config, readConfig, Refusal } from './platform/config.ts'
import { type Database, openDatabase } from './platform/config-database.ts'
import { type OutsideProvider, readOutsideProviders } from './platform/config-outside.ts'
import { connect } from './platform/db.ts'
import { codeOf } from './platform/embedded-cluster.ts'
import { createJobs, type JobHandler } from './platform/jobs.ts'

const APP_CONNECTIONS = 20
/** What is done every few seconds holds one and works on another; an act of reorganisation has two. */
const JOB_CONNECTIONS = 8
/** A start right after a kill gives the one before so long to let go of the data. */
const PATIENCE_MS = 4000

/**
 * Serves web and API until a signal. Without `isProduction` it is the demo: embedded database, demo
 * province on first start, accounts printed.
 */
export async function serve(options: { isProduction: boolean }): Promise<void> {
  const shutdown = createShutdown()
  try {
    const outside = readOutsideProviders(process.env)
    const handlers = [...jobHandlers, ...anchoring(process.env)]
    await start(readConfig(process.env, options), outside, handlers, shutdown)
  } catch (error) {
    if (shutdown.isUnderWay()) return
    complain(error)
    await shutdown.run(1)
  }
}

async function start(
  config: Config,
  outsideProviders: OutsideProvider[],
  handlers: readonly JobHandler[],
  shutdown: Shutdown,
): Promise<void> {
  const web = buildWeb(config.dataFolder)
  shutdown.add(web.cancel)
  const addresses = config.isProduction ? config.addresses : {}
  const database = await openDatabase({ ...config, addresses })
  shutdown.add(database.close)
  await claimData(database, config.publicAddress)
  await assertPortFree(config)
  await database.prepare()
  const accounts = await prepareDemo(database, config.isProduction)

  const db = connect({ ...database.connection('app'), max: APP_CONNECTIONS })
  shutdown.add(() => db.destroy())
  const jobsDb = connect({ ...database.connection('jobs'), max: JOB_CONNECTIONS })
  shutdown.add(() => jobsDb.destroy())
  const now = () => new Date()
  const log = { error: (error: unknown, words: string) => console.error(words, error) }
  const connection = database.connection('jobs')
  const findActor = actorFinder(db)
  const jobs = createJobs({ db, jobsDb, connection, handlers, now, log, findActor })
  shutdown.add(jobs.stop)
  const app = createApp({
    db,
    now,
    jobs,
    jobsDb,
    webRoot: await web.root,
    limits: config.limits,
    isDemo: accounts.length > 0,
    isProduction: config.isProduction,
    publicAddress: config.publicAddress,
    outsideProviders,
    ...(config.passkeySite && { passkeySite: config.passkeySite }),
    secureCookies: config.secureCookies,
    metricsToken: config.metricsToken,
    logLevel: config.isProduction ? 'info' : 'warn',
  })
  shutdown.add(() => app.close())
  await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw cannotListen(config, error)
  })
  console.log(greeting(config, accounts))
  await jobs.start()
}

async function claimData({ embedded }: Database, address: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; embedded; await sleep(200))
    try {
      return await embedded.claim(address)
    } catch (error) {
      if (Date.now() > deadline || !(error instanceof Refusal)) throw error
    }
}

/** Asked before the long part of the start, so that a taken port is said at once. */
async function assertPortFree({ host, port }: Config): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host, port }, resolve)
    })
  } catch (error) {
    throw cannotListen({ host, port }, error)
  }
  await new Promise((resolve) => probe.close(resolve))
}

function cannotListen({ host, port }: Pick<Config, 'host' | 'port'>, error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return new Refusal({
      vi: `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT khác, ví dụ: PORT=${port + 1} npm start`,
      en: `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
    })
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new Refusal({
      vi: `Không mở được ${host}:${port} (${code}). Hãy đặt PORT từ 1024 trở lên và HOPLUC_HOST là địa chỉ của máy này.`,
      en: `${host}:${port} cannot be opened (${code}). Set PORT to 1024 or above and HOPLUC_HOST to an address of this machine.`,
    })
  return error
}

function greeting({ publicAddress }: Config, accounts: readonly string[]): string {
  const lines = ['', `Hợp Lực: ${publicAddress}`]
  if (accounts.length > 0)
    lines.push(
      '',
      'Tài khoản dùng thử, mật khẩu hopluc-demo · Demo accounts, password hopluc-demo:',
      `  ${accounts.join('  ')}`,
    )
  return [...lines, ''].join('\n')
}
