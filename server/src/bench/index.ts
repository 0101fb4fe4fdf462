import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Refusal } from '../platform/config.ts'
import { connect } from '../platform/db.ts'
import { type Embedded, startEmbedded } from '../platform/embedded.ts'
import { prepareEmbedded } from '../platform/migrate.ts'
import { BENCHES } from './benches.ts'
import type { Bench, BenchPlace, Figure } from './types.ts'

/**
 * Runs the benchmarks whose names begin with one of `names` (all without), each on a database of its
 * own that is gone afterwards. Figures go to standard output, progress to standard error. Answers the
 * exit code: 0 only when every benchmark gave its figures.
 */
export async function benchCommand(
  names: readonly string[],
  { json = false, small = false }: { json?: boolean; small?: boolean },
): Promise<number> {
  const chosen = BENCHES.filter((bench) => isWanted(bench, names))
  if (chosen.length === 0)
    throw new Refusal({
      vi: `Không có phép đo nào tên ${names.join(', ')}. Các tên: ${BENCHES.flatMap((one) => one.names).join(' ')}`,
      en: 'There is no such benchmark; the names are listed above.',
    })
  let code = 0
  const server = createServer()
  try {
    for (const bench of chosen) {
      console.error(`… ${bench.names.join(' ')}`)
      const figures = await runOne(bench, small, server).catch((error: unknown) => {
        console.error(error)
        code = 1
        return []
      })
      for (const figure of figures.filter(({ name }) => isWanted({ names: [name] }, names)))
        console.log(json ? JSON.stringify(figure) : inWords(figure))
    }
  } finally {
    await server.stop()
  }
  return code
}

function isWanted(bench: Pick<Bench, 'names'>, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  return bench.names.some((name) =>
    wanted.some((one) => name === one || name.startsWith(`${one}.`)),
  )
}

async function runOne(bench: Bench, isSmall: boolean, server: Server): Promise<Figure[]> {
  const progress = (words: string) => console.error(`  ${words}`)
  if (bench.kind === 'plain') return bench.run({ isSmall, progress })
  const { place, drop } = await server.database()
  try {
    return await bench.run({ ...place, isSmall, progress })
  } finally {
    await drop()
  }
}

interface Server {
  database: () => Promise<{
    place: Omit<BenchPlace, 'isSmall' | 'progress'>
    drop: () => Promise<void>
  }>
  stop: () => Promise<void>
}

/** One PostgreSQL for the run, made when the first benchmark asks for it: safe on disk as in earnest. */
function createServer(): Server {
  const state: { folder?: string; embedded?: Embedded; count: number } = { count: 0 }
  return {
    database: async () => {
      state.folder ??= await mkdtemp(join(tmpdir(), 'hopluc-bench-'))
      state.embedded ??= await startEmbedded(state.folder)
      const { embedded } = state
      state.count += 1
      const database = `bench_${state.count}`
      await prepareEmbedded(embedded, database)
      const of = (role: 'app' | 'jobs' | 'owner', max: number) =>
        connect({ ...embedded.connection(role, database), max })
      const [db, jobsDb, owner] = [of('app', 20), of('jobs', 3), of('owner', 4)]
      const connection = (role: 'app' | 'jobs' | 'portal' | 'owner') =>
        embedded.connection(role, database)
      return {
        place: { db, jobsDb, owner, connection },
        drop: async () => {
          await Promise.all([db.destroy(), jobsDb.destroy(), owner.destroy()])
          const root = new pg.Client(embedded.connection('postgres', 'postgres'))
          await root.connect()
          await root.query(`drop database ${database} with (force)`)
          await root.end()
        },
      }
    },
    stop: async () => {
      await state.embedded?.stop()
      if (state.folder) await rm(state.folder, { recursive: true })
    },
  }
}

function inWords({ name, value, unit, yardstick, ratio, note }: Figure): string {
  const beside = yardstick === undefined ? '' : `  (${yardstick} ${unit}, ×${ratio ?? '?'})`
  return `${name}  ${value} ${unit}${beside}  ${note}`
}
