import { Refusal } from '../platform/config.ts'

const DEADLINE_MS = 25_000
const WATCH_MS = 300

export interface Shutdown {
  /** What to close, in the reverse order of opening. Once shutting down, it is closed at once. */
  add: (close: () => Promise<unknown> | void) => void
  isUnderWay: () => boolean
  /** Closes everything and ends the process. */
  run: (code: number) => Promise<void>
}

/**
 * Ends the process clean on SIGINT, SIGTERM and SIGHUP, and when the npm or launcher that started it
 * is killed: a server that nobody holds any more would keep port and data from the next start.
 */
export function createShutdown(): Shutdown {
  const closers: (() => Promise<unknown> | void)[] = []
  let code: number | undefined

  const run = async (wanted: number) => {
    if (code !== undefined) return
    code = wanted
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
    for (let close = closers.pop(); close; close = closers.pop())
      await Promise.resolve(close()).catch((error: unknown) => console.error(error))
    process.exit(code)
  }
  const stop = (why: string) => {
    if (code === undefined) console.log(`Đang dừng (${why}) · Stopping (${why})`)
    void run(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop(signal))
  if (process.env.npm_lifecycle_event || process.env.HOPLUC_LAUNCHED) watchParent(() => stop('npm'))
  return {
    add: (close) => {
      if (code === undefined) closers.push(close)
      else void close()
    },
    isUnderWay: () => code !== undefined,
    run,
  }
}

function watchParent(isGone: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) isGone()
  }, WATCH_MS).unref()
}

/** A refusal in both languages; anything else is a bug and shown whole. */
export function complain(error: unknown): void {
  if (error instanceof Refusal) console.error(`\n${error.sentences.vi}\n${error.sentences.en}\n`)
  else console.error(error)
}
