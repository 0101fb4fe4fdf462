import { sql } from 'kysely'
import { findAll, findChanged } from '../modules/registry-doubles/index.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { enter, makeCommunes } from './registry-doubles-data.ts'
import type { DoublesSet, SetPair } from './registry-doubles-patterns.ts'
import { makeDoublesSet } from './registry-doubles-set.ts'
import { measureSearch } from './registry-search.ts'
import type { Bench, BenchPlace, Figure } from './types.ts'

const TODAY = '2026-03-10'
const SEED = 20_260_310

/**
 * A made-up register of a nation with pairs that are one and pairs that only look so, by stated patterns
 * of which the matcher knows nothing: how many it finds, and how much of what it finds is right. Whatever
 * it finds beside the known pairs counts as wrong. Targets: recall 95 %, precision 90 %. On the same
 * register, how fast an entity is found.
 */
export const registryDoubles: Bench = {
  kind: 'database',
  names: ['registry.search.p95', 'registry.duplicates.recall', 'registry.duplicates.precision'],
  run: async (place) => {
    const { owner, isSmall, progress } = place
    const communes = await makeCommunes(owner, isSmall)
    const part = isSmall ? 0.01 : 1
    const size = { doubles: 500, misses: 500, cooperatives: 35_000 * part, groups: 71_000 * part }
    const set = makeDoublesSet(communes, size, SEED)
    await enter(owner, set.entities)
    progress(`${set.entities.length} entities are in`)
    return [await measureSearch(place, set), ...(await measureDoubles(place, set))]
  },
}

async function measureDoubles(
  { owner, jobsDb, progress }: BenchPlace,
  set: DoublesSet,
): Promise<Figure[]> {
  const system = systemContext({ jobsDb, now: () => new Date(`${TODAY}T03:00:00Z`) })
  const started = performance.now()
  await findAll(system)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const changed = set.entities[0]
  await sql`insert into entity_double_queue (entity_id) values (${changed?.id}) on conflict do nothing`.execute(
    owner,
  )
  const again = performance.now()
  await findChanged(system)
  const one = Math.round(performance.now() - again)
  const { rows } = await sql<{ first: string; second: string }>`
    select first_id as first, second_id as second from entity_doubles where state = 'open'`.execute(
    owner,
  )
  const found = new Set(rows.map(({ first, second }) => keyOf(first, second)))
  const hits = set.doubles.filter(({ first, second }) => found.has(keyOf(first, second)))
  const known = new Set(set.doubles.map(({ first, second }) => keyOf(first, second)))
  const taken = set.misses.filter(({ first, second }) => found.has(keyOf(first, second)))
  const wrong = [...found].filter((key) => !known.has(key)).length
  progress(`found of doubles: ${byPattern(set.doubles, found)}`)
  progress(
    `taken for doubles: ${byPattern(set.misses, found)}; among the rest ${wrong - taken.length}`,
  )
  const note = `${set.doubles.length} known pairs and ${set.misses.length} near misses by stated patterns among ${set.entities.length} entities; all compared in ${seconds} s, one that changed in ${one} ms`
  return [
    {
      name: 'registry.duplicates.recall',
      value: Number(((hits.length / set.doubles.length) * 100).toFixed(2)),
      unit: '%',
      note: `${note}; target 95; found by pattern: ${byPattern(set.doubles, found)}`,
    },
    {
      name: 'registry.duplicates.precision',
      value: Number(((hits.length / Math.max(1, found.size)) * 100).toFixed(2)),
      unit: '%',
      note: `${found.size} pairs put forward, ${taken.length} of them near misses, ${wrong - taken.length} among the rest; target 90; near misses by pattern: ${byPattern(set.misses, found)}`,
    },
  ]
}

const keyOf = (one: string, other: string) => [one, other].toSorted().join(' ')

function byPattern(pairs: readonly SetPair[], found: ReadonlySet<string>): string {
  return [...Map.groupBy(pairs, ({ pattern }) => pattern)]
    .map(([pattern, all]) => {
      const count = all.filter(({ first, second }) => found.has(keyOf(first, second))).length
      return `${pattern} ${count}/${all.length}`
    })
    .join(', ')
}
