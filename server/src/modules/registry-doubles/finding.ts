import { LIKELY } from '@hopluc/shared/entity-doubles'
import type { Id } from '@hopluc/shared/values'
import * as z from 'zod'
import type { SystemContext } from '../../platform/jobs-run.ts'
import { handle, jobKind } from '../../platform/jobs.ts'
import { findPairs, type FoundPair } from './blocks.ts'
import { compare, type Places, prepare, type Prepared } from './evidence.ts'
import { readPlaces } from './places.ts'
import * as finds from './finds-store.ts'

const some = jobKind('registry.doubles', z.object({}))
const whole = jobKind('registry.doubles.whole', z.object({}))

/** More changes than these at once are an import: its provinces are then looked through whole. */
const BATCH = 2000

/** What was entered or changed is compared within the minute. */
export const doublesHandler = handle(some, { everySeconds: 30, asSystem: findChanged })

/** Once a week everything anew: units may have changed, and so what lies in one commune. */
export const doublesWholeHandler = handle(whole, {
  cron: '15 3 * * 0',
  asSystem: findAll,
  seconds: 3600,
})

/** Compares what is new or was changed since, and answers how many pairs are likely. */
export async function findChanged(
  system: SystemContext,
): Promise<{ changed: number; found: number }> {
  const queued = await system.read((db) => finds.listQueued(db, BATCH))
  const changed = queued.map(({ id }) => id)
  if (changed.length === 0) return { changed: 0, found: 0 }
  const places = await system.read((db) => readPlaces(db, system.today))
  const asked = new Set(changed)
  const own = await system.read((db) => finds.subjects(db, { ids: changed }))
  const provinces = new Set(own.map(({ unitId }) => places.provinceOf(homeOf(places, unitId))))
  const found: FoundPair[] = []
  for (const province of provinces)
    if (province) found.push(...(await pairsIn(system, places, province, asked)))
  found.push(...(await pairsOfCodes(system, places, asked)))
  await system.write(async (tx) => {
    await finds.replace(tx, found, changed)
    await finds.unqueue(tx, queued)
  })
  return { changed: changed.length, found: found.length }
}

/** Compares everything; province by province, codes across all of them. */
export async function findAll(system: SystemContext): Promise<{ found: number }> {
  const queued = await system.read((db) => finds.listQueued(db, 1_000_000))
  const places = await system.read((db) => readPlaces(db, system.today))
  let count = 0
  for (const province of await system.read((db) => finds.provinces(db, system.today))) {
    const found = await pairsIn(system, places, province)
    await system.write((tx) => finds.replace(tx, found, null, province))
    count += found.length
  }
  const across = await pairsOfCodes(system, places)
  await system.write(async (tx) => {
    await finds.add(tx, across)
    await finds.unqueue(tx, queued)
  })
  return { found: count + across.length }
}

function homeOf(places: Places, unitId: Id): Id {
  return places.heirsOf(unitId)[0] ?? unitId
}

async function pairsIn(
  system: SystemContext,
  places: Places,
  province: Id,
  asked?: ReadonlySet<Id>,
): Promise<FoundPair[]> {
  const subjects = await system.read((db) => finds.subjects(db, { province }))
  return findPairs(
    subjects.map((subject) => prepare(subject, places)),
    asked,
  )
}

/** A code is issued once and for all: whoever bears the same is named, wherever they are. */
async function pairsOfCodes(
  system: SystemContext,
  places: Places,
  asked?: ReadonlySet<Id>,
): Promise<FoundPair[]> {
  const ids = await system.read((db) => finds.sharingCodes(db, asked ? [...asked] : null))
  const subjects = await system.read((db) => finds.subjects(db, { ids }))
  const prepared = subjects.map((subject) => prepare(subject, places))
  const byCode = Map.groupBy(prepared, ({ code }) => code)
  return [...byCode].flatMap(([code, bearers]) => (code ? pairsAmong(bearers) : []))
}

const none = new Map<string, number>()
const NOTHING = { phones: none, persons: none, days: none, words: none, size: 0 }

function pairsAmong(bearers: readonly Prepared[]): FoundPair[] {
  return bearers.flatMap((one, at) =>
    bearers.slice(at + 1).flatMap((other) => {
      const { score, reasons } = compare(one, other, NOTHING)
      const [first = one.id, second = other.id] = [one.id, other.id].toSorted()
      return score >= LIKELY ? [{ first, second, score, reasons }] : []
    }),
  )
}
