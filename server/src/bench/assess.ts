import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { scoreAll } from '../modules/assessments/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { anAgency, aPerson } from '../testing/organisation-parts.ts'
import { benchSet, stateYears } from './assess-data.ts'
import { eligibility, PROGRAMME_RULES } from './assess-eligibility.ts'
import { fillRegistry } from './registry-data.ts'
import type { Bench, BenchPlace, Figure } from './types.ts'

const TODAY = '2026-03-10'
const NOW = new Date(`${TODAY}T03:00:00Z`)
const YEAR = { asOf: '2025-12-31', year: 2025 }

/** What every measurement over all cooperatives starts from. */
export interface AssessPlace extends BenchPlace {
  /** Of the nation: reads everyone. */
  actor: Actor
  entityIds: readonly Id[]
  size: string
}

/** A measurement over all cooperatives, with the names of its figures. */
interface Part {
  names: readonly string[]
  run: (place: AssessPlace) => Promise<Figure[]>
}

const SCORING: Part = {
  names: ['assess.score.seconds', 'assess.rescore.seconds'],
  run: async ({ db, actor, entityIds, size, progress }) => {
    const score = (isChanged: boolean) =>
      timed(() =>
        createContext(db, actor, TODAY, NOW).read((reader) =>
          scoreAll(reader, benchSet(isChanged), { ...YEAR, entityIds }),
        ),
      )
    const [first, firstSeconds] = await score(false)
    const whole = [...first.values()].filter(({ isWhole }) => isWhole).length
    progress(`${first.size} scored, ${whole} of them by every criterion, in ${firstSeconds} s`)
    const [second, secondSeconds] = await score(true)
    const changed = [...second].filter(([id, { band, notRated }]) => {
      const before = first.get(id)
      return before?.band !== band || before?.notRated !== notRated
    }).length
    progress(`${changed} in another band under the changed set, in ${secondSeconds} s`)
    const note = `${size}; 15 criteria over the register and figures of two years, as a reader of the nation under row security; target 30 s`
    return [
      {
        name: 'assess.score.seconds',
        value: firstSeconds,
        unit: 's',
        note: `${first.size} scored, ${whole} by every criterion; ${note}`,
      },
      {
        name: 'assess.rescore.seconds',
        value: secondSeconds,
        unit: 's',
        note: `${changed} in another band than under the set before; ${note}`,
      },
    ]
  },
}

const ELIGIBILITY: Part = {
  names: ['assess.eligibility.seconds'],
  run: async ({ db, actor, entityIds, size, progress }) => {
    const [counts, seconds] = await timed(() =>
      createContext(db, actor, TODAY, NOW).read((reader) =>
        eligibility(reader, { ...YEAR, entityIds }),
      ),
    )
    const { met, not_met: not, unknown } = counts
    progress(`${met} met, ${not} not met, ${unknown} not known, in ${seconds} s`)
    const programmes = PROGRAMME_RULES.length
    return [
      {
        name: 'assess.eligibility.seconds',
        value: seconds,
        unit: 's',
        note: `${size} for ${programmes} programmes: ${met} met, ${not} not met, ${unknown} not known; as a reader of the nation under row security; target 10 s`,
      },
    ]
  },
}

const PARTS: readonly Part[] = [SCORING, ELIGIBILITY]

/** The register of the nation scored under a set of 15 criteria, and again under a changed one; who of it may have what. */
export const assess: Bench = {
  kind: 'database',
  names: PARTS.flatMap(({ names }) => names),
  run: async (place) => {
    const { owner, isSmall, progress } = place
    const { cooperatives } = await fillRegistry(owner, isSmall, progress, false)
    await stateYears(owner)
    progress('figures of two years are in')
    const actor = await aNationsReader(owner)
    const { rows } = await sql<{ id: Id }>`select id from entities order by id`.execute(owner)
    const entityIds = rows.map(({ id }) => id)
    const all = { ...place, actor, entityIds, size: `${cooperatives} cooperatives` }
    const figures: Figure[] = []
    for (const part of PARTS) figures.push(...(await part.run(all)))
    return figures
  },
}

async function aNationsReader(owner: Kysely<Schema>): Promise<Actor> {
  const row = await owner
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('level', '=', 'nation')
    .executeTakeFirstOrThrow()
  const of = { unitId: row.unit_id, kind: 'ministry', name: 'Bộ', shortName: 'Bộ' }
  const agencyId = await anAgency(owner, of)
  const { actor, accountId } = await aPerson(owner, 'nation', {
    role: 'observer',
    agencyId,
    title: 'Đo',
  })
  await sql`select refresh_scopes(${accountId})`.execute(owner)
  return actor
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now()
  const found = await work()
  return [found, Number(((performance.now() - start) / 1000).toFixed(2))]
}
