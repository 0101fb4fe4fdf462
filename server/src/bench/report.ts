import { sql } from 'kysely'
import { create, remake } from '../modules/reports/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import { aPerson, refresh } from '../testing/organisation-parts.ts'
import { addUpAll, makeRollupNation } from './rollup-data.ts'
import type { Bench, BenchPlace, Figure } from './types.ts'

const TODAY = '2026-03-10'
const NOW = new Date(`${TODAY}T03:00:00Z`)
const PERIOD = { kind: 'half', year: 2025, part: 1 } as const
const TARGET = 5

/** Nothing is left to the background: what takes long is what is measured. */
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}

/**
 * A province's and the nation's six-month report with annexes, from the shipped template: begun, made
 * and kept as Word and Excel with every number. Target: 5 s.
 */
export const report: Bench = {
  kind: 'database',
  names: ['report.make.seconds'],
  run: async (place) => {
    const { owner, isSmall, progress } = place
    const nation = await makeRollupNation(owner, isSmall, progress)
    const [first = 2025] = nation.years
    const years = [first, first - 1]
    let figures = 0
    for (const year of years) figures += await nation.fillYear(year)
    await sql`analyze`.execute(owner)
    progress(`${figures} figures`)
    // of a small nation the sums are reckoned as they are read
    if (!isSmall) await addUpAll(owner, TODAY, years)
    const { actor: minister } = await aPerson(owner, 'minister', {
      role: 'officer',
      agencyId: nation.observer.agencyId,
      title: 'Chuyên viên',
    })
    await refresh(owner)
    const rounds = isSmall ? 1 : 5
    const province = await measure(place, nation.officer, rounds)
    const whole = await measure(place, minister, rounds)
    return [
      {
        name: 'report.make.seconds',
        value: Math.max(...whole.seconds, ...province.seconds),
        unit: 's',
        note: `slowest of ${rounds * 2} makings; target ${TARGET} s; the nation's ${whole.figures} numbers in at most ${Math.max(...whole.seconds)} s, a province's ${province.figures} in ${Math.max(...province.seconds)} s; Word, marked Word and Excel, each number kept; ${nation.communes} communes, ${figures} figures`,
      } satisfies Figure,
    ]
  },
}

async function measure({ db, owner, isSmall }: BenchPlace, actor: Actor, rounds: number) {
  const context = () => createContext(db, actor, TODAY, NOW)
  const work = { jobs, site: 'https://hopluc.example.vn' }
  const begun = await create(context(), NEW, work)
  let { version } = begun
  const seconds: number[] = []
  // a correction, so that there is something to mark
  await sql`update figures set value = value + 1 where year = ${PERIOD.year} and is_last
    and indicator_id = (select id from indicators where code = 'H8')`.execute(owner)
  if (!isSmall) await addUpAll(owner, TODAY, [PERIOD.year])
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    ;({ version } = await remake(context(), begun.id, { version }, work))
    seconds.push(Math.round(performance.now() - start) / 1000)
  }
  return { seconds, figures: begun.figures.length }
}

const NEW = { template: 'committee-half', period: PERIOD, boundaries: 'today' as const }
